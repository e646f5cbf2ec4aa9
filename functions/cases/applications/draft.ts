import { randomBytes } from "node:crypto";
import type { Language } from "../../../workflows/kernel/case-file.ts";
import type { Item } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { type Draft, draftItem, type Upload, uploadItem } from "../../store/applicant-items.ts";
import { expiring, idleDraftDays, sentDraftDays } from "../../store/expiring.ts";
import { values } from "../../store/item-parts.ts";
import { type Head, headItem } from "../../store/items.ts";
import { draftKey, headKey, idOf } from "../../store/keys.ts";
import { isInRow, latestOf } from "../../uploads/places.ts";

type Parts = Pick<House, "table" | "clock">;

/** A new draft; its identifier is unguessable, because whoever has it may read and write it. */
export async function startDraft(
  { table, clock }: Parts,
  { callId, language }: { readonly callId: string; readonly language: Language },
): Promise<Draft> {
  const draft = {
    ...draftKey(randomBytes(18).toString("base64url")),
    sk: "draft" as const,
    callId,
    language,
    values: {},
    changedAt: clock.now(),
  };
  await table.put({ ...draft, ...expiring(draft.changedAt, idleDraftDays) }, { ifAbsent: true });
  return draft;
}

/** A draft with the latest file of each place. */
export type WrittenDraft = Draft & { readonly files: Readonly<Record<string, Upload>> };

/** A draft with what was typed, and in each field that takes a file the one that was released last. */
export async function readDraft(
  { table }: Pick<House, "table">,
  id: string,
): Promise<WrittenDraft | undefined> {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(id)) return undefined;
  const { pk, sk } = draftKey(id);
  const items = await table.query(pk);
  const item = items.find((found) => found.sk === sk);
  if (!item) return undefined;
  const draft = draftItem.parse(item);
  const files = latestOf(items.flatMap((other) => uploadItem.safeParse(other).data ?? []));
  return { ...draft, files, values: { ...draft.values, ...pagesIn(item), ...filesIn(files) } };
}

const pagePrefix = "page:";

/** What was typed, page by page. */
const pagesIn = (item: Item): Readonly<Record<string, unknown>> =>
  Object.assign(
    {},
    ...Object.entries(item).flatMap(([name, typed]) =>
      name.startsWith(pagePrefix) ? [values.parse(typed)] : [],
    ),
  );

/** Those of fields; which row of several has which file, the rows say (`withRowFiles`). */
const filesIn = (files: WrittenDraft["files"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(files).flatMap(({ field, status, id }) =>
      isInRow(field) ? [] : [[field, status === "released" ? id : ""]],
    ),
  );

/** What came of keeping a page; `sending`: its draft is being sent at this moment. */
export type Saved = "saved" | "unknown" | "sent" | "sending";

/** Whoever sends a draft has died when nothing was stored for so long; the function that sends has less time. */
const sendingSeconds = 60;

/**
 * Keeps what was typed on a page, also where it is not valid yet: nothing typed is lost. Each page is an attribute of its own, so
 * that of two pages kept at the same moment neither is lost, and one conditional write keeps it only where the draft was not sent.
 */
export async function saveDraft(
  house: Parts,
  id: string,
  page: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Saved> {
  const { table, clock } = house;
  const changed = await table.change(draftKey(id), {
    set: {
      [`${pagePrefix}${page}`]: typed,
      changedAt: clock.now(),
      ...expiring(clock.now(), idleDraftDays),
    },
    add: { version: 1 },
    when: { pk: "present", submittedAs: "absent" },
  });
  if (changed.outcome === "changed") return "saved";
  const item = await table.get(draftKey(id));
  const draft = item && draftItem.parse(item);
  if (!draft) return "unknown";
  if (await sentDraft(house, draft)) return "sent";
  return (await reopenAbandoned(house, id, draft)) ? saveDraft(house, id, page, typed) : "sending";
}

/** The application that a draft became; `undefined` as long as it is one. */
export async function sentDraft(
  { table }: Pick<House, "table">,
  { pk, submittedAs }: Pick<Draft, "pk" | "submittedAs">,
): Promise<Head | undefined> {
  const item = submittedAs === undefined ? undefined : await table.get(headKey(submittedAs));
  const head = item && headItem.parse(item);
  return head?.draftId === idOf(pk) ? head : undefined;
}

/**
 * Closes a draft before its application is stored, so that no page is kept which the application does not hold. `changed`: a page
 * was kept after the draft was read, and it has to be read again.
 */
export async function closeDraft(
  { table, clock }: Parts,
  id: string,
  { ref, version }: { readonly ref: string; readonly version: number | undefined },
): Promise<"closed" | "changed"> {
  const { outcome } = await table.change(draftKey(id), {
    set: { submittedAs: ref, closedAt: clock.now(), ...expiring(clock.now(), sentDraftDays) },
    when: { pk: "present", version: version === undefined ? "absent" : { is: version } },
  });
  return outcome === "changed" ? "closed" : "changed";
}

/** Opens a draft again that was closed for an application which is not stored. */
export const reopenDraft = ({ table }: Pick<House, "table">, id: string, ref: string) =>
  table.change(draftKey(id), { remove: ["submittedAs", "closedAt"], when: { submittedAs: { is: ref } } });

async function reopenAbandoned(house: Parts, id: string, draft: Draft): Promise<boolean> {
  const { submittedAs, closedAt } = draft;
  if (submittedAs === undefined) return true;
  const since = closedAt === undefined ? 0 : Date.parse(closedAt);
  if (Date.parse(house.clock.now()) - since < sendingSeconds * 1000) return false;
  await reopenDraft(house, id, submittedAs);
  return true;
}
