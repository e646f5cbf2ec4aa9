import { Temporal } from "temporal-polyfill";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { type KeptKind, retentionOf } from "../../workflows/kernel/retention.ts";
import { houseRoles } from "../../workflows/kernel/roles.ts";
import type { Item, Key } from "../adapters/table.ts";
import { isOver, type LoadedCase, loadCase } from "../cases/load.ts";
import type { Config } from "../config.ts";
import type { House } from "../house.ts";
import { keepLine } from "../lines/keep.ts";
import { uploadItem } from "../store/applicant-items.ts";
import { caseOfSeats, draftKey, headKey, registrationPrefix, uploadedKey } from "../store/keys.ts";
import { mailItem } from "../store/mail-items.ts";
import { registrationItem } from "../store/seat-items.ts";
import { store, withoutCopies } from "./erase.ts";
import { isStandIn } from "./identity.ts";
import type { Kept } from "./kept.ts";
import { clearedItem, filesOf, textsOf } from "./own-items.ts";
import type { Person } from "./person.ts";

type Parts = Pick<House, "table" | "clock"> & { readonly config: Pick<Config, "linkSecret"> };

/** What goes of a case by itself when its time is over: what was written, with the files beside it, and mails. */
const goingKinds = ["texts", "mails"] as const satisfies readonly KeptKind[];
type GoingKind = (typeof goingKinds)[number];

/** A case of which something was kept for as long as its process says. */
export interface DueCase {
  readonly loaded: LoadedCase;
  readonly kinds: readonly GoingKind[];
}

export interface Due {
  readonly cases: readonly DueCase[];
  /** Addresses of whoever applied, was asked or registered, of which every case has been kept for as long as names are. */
  readonly people: readonly string[];
  /** Uploads of drafts that went by themselves, and that no application has. */
  readonly uploads: readonly { readonly key: Key; readonly id: string }[];
}

/** Everything whose time is over (docs/retention.md). */
export async function dueIn(house: Parts, kept: Kept): Promise<Due> {
  const today = dayAt(house.clock.now());
  const cases: DueCase[] = [];
  const ofAddress = new Map<string, boolean>();
  const uploads: Due["uploads"][number][] = [];
  const stands = (email: string, isOver: boolean): void => {
    ofAddress.set(email, (ofAddress.get(email) ?? true) && isOver);
  };
  const drafts = new Set<string>();
  const sent = new Set<string>();
  for await (const item of kept.items()) {
    const [pk, sk] = [String(item.pk), String(item.sk)];
    if (pk.startsWith("draft#")) {
      const upload = uploadItem.safeParse(item).data;
      if (sk === draftKey("").sk) drafts.add(pk);
      else if (upload) uploads.push({ key: { pk, sk }, id: upload.id });
    }
    if (pk.startsWith("seats#") && sk.startsWith(registrationPrefix)) {
      const { email } = registrationItem.parse(item);
      const event = email === "" || isStandIn(email) ? undefined : await loadCase(house, caseOfSeats(pk));
      if (event) stands(email.toLowerCase(), isDue(event, "identity", today));
    }
    if (!pk.startsWith("case#") || sk !== headKey(pk).sk) continue;
    const loaded = await loadCase(house, pk);
    if (!loaded) continue;
    for (const id of filesOf(loaded.process, item)) sent.add(id);
    for (const guest of guestsIn(loaded)) stands(guest, isDue(loaded, "identity", today));
    const email = loaded.process.people("applicant", loaded.file)?.email.toLowerCase() ?? "";
    if (email === "" || loaded.head.erased) continue;
    stands(email, isDue(loaded, "identity", today));
    const kinds = goingKinds.filter(
      (kind) =>
        !loaded.head.expired?.some((one) => one.kind === kind) &&
        isDue(loaded, kind, today) &&
        // Files stand beside what was written about them, and go with it: the later of both.
        (kind !== "texts" || isDue(loaded, "files", today)),
    );
    if (kinds.length > 0) cases.push({ loaded, kinds });
  }
  return {
    cases,
    people: [...ofAddress].flatMap(([email, areAll]) => (areAll ? [email] : [])),
    uploads: uploads.filter(({ key, id }) => !drafts.has(key.pk) && !sent.has(id)),
  };
}

/** Whoever was asked something in a case without having applied, and works neither for the house nor for its call: addresses. */
function guestsIn({ tasks, process, file }: LoadedCase): readonly string[] {
  const applicant = process.people("applicant", file)?.email.toLowerCase();
  const asked = tasks.flatMap(({ role, assignee }) =>
    role === undefined || !assignee || houseRoles.includes(role) ? [] : [assignee.email.toLowerCase()],
  );
  return [...new Set(asked)].filter((email) => email !== applicant && !isStandIn(email));
}

/** Has something of a case been kept for so many years after its end? What its process has none of is over with it. */
function isDue(loaded: LoadedCase, kind: KeptKind, today: string): boolean {
  const endedAt = loaded.entry?.endedAt ?? loaded.head.endedAt;
  const years = retentionOf(loaded.process)[kind]?.years ?? 0;
  if (!isOver(loaded) || endedAt === undefined || years === "always") return false;
  return Temporal.PlainDate.from(dayAt(endedAt)).add({ years }).toString() <= today;
}

/** May somebody's name go by its time? Not as long as it stands in a case, of whomever, in which names are still kept. */
export const isPersonDue = ({ namedIn }: Person, now: string): boolean =>
  namedIn.every((loaded) => isDue(loaded, "identity", dayAt(now)));

/** Certificates are kept longer than the cases that gave them. */
export const outlivesCases = (pk: string): boolean => pk.startsWith("certificate#");

/** Takes away what of a case is due; names stay. Done again it does what is left. How many files went. */
export async function expire(house: Parts, kept: Kept, { loaded, kinds }: DueCase): Promise<number> {
  const { process, head } = loaded;
  const items = await house.table.query(head.pk);
  const texts = new Set(items.flatMap((item) => textsOf(process, item, "written")));
  const files = kinds.includes("texts") ? items.flatMap((item) => filesOf(process, item)) : [];
  for (const item of items) {
    const next = expired(loaded, item, kinds, texts);
    if (next === "gone") await house.table.delete({ pk: String(item.pk), sk: String(item.sk) });
    else if (next !== "same") await store(house, item, next);
  }
  if (kinds.includes("texts")) await kept.clearPieces(head.pk);
  for (const id of files) await kept.documents.remove(uploadedKey(id));
  if (kinds.includes("mails"))
    kept.blankMails?.(({ tag }) => tag?.includes(head.pk.slice("case#".length)) === true);
  const at = house.clock.now();
  await house.table.change(headKey(head.pk), {
    set: { expired: [...(head.expired ?? []), ...kinds.map((kind) => ({ kind, at }))] },
  });
  await keepLine(house, head.pk);
  return files.length;
}

/** What becomes of an item of the case. A mail that is still to be sent is none that was kept. */
function expired(
  { process }: LoadedCase,
  item: Item,
  kinds: readonly GoingKind[],
  texts: ReadonlySet<string>,
): Item | "same" | "gone" {
  if (String(item.sk).startsWith("mail#"))
    return kinds.includes("mails") && mailItem.parse(item).pending === undefined ? "gone" : "same";
  if (!kinds.includes("texts")) return "same";
  const left = clearedItem(process, item, "written");
  return left === "gone" ? "gone" : withoutCopies(left, texts);
}
