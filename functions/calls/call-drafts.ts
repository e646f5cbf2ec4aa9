import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { processOf } from "../../workflows/catalogue.ts";
import { type CallForm, callFields } from "../../workflows/kernel/call-form.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { callDraftKey, callDraftPageKey, callDraftPrefix, callDraftsPartition } from "../store/keys.ts";
import { callDraftItem, callDraftPageItem } from "../store/staff-items.ts";

type Values = Readonly<Record<string, unknown>>;

/** Who wrote a page last, and when. */
interface PageStamp {
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** A call that is being made, with everything typed so far. */
export interface CallDraft {
  readonly id: string;
  readonly process: string;
  readonly callForm: CallForm;
  readonly values: Values;
  readonly pages: Readonly<Record<string, PageStamp>>;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Whose it is, by e-mail address; nobody's where it is older than this. */
  readonly owner?: string;
  readonly publishedAs?: string;
  /** Put aside, by whom: nothing of it is lost, and it is no longer among the calls that are being made. */
  readonly asideBy?: string;
}

/** The form by which people make calls of a process; `undefined` where none are made so. */
export async function callFormOf(process: string): Promise<CallForm | undefined> {
  return (await processOf(process)).call?.form?.();
}

/** Begins a call with what its template or another call brings; its list says which there are. */
export async function startCallDraft(
  { table, clock }: Pick<House, "table" | "clock">,
  { process, values, by }: { readonly process: string; readonly values: Values; readonly by: StaffMember },
): Promise<string> {
  const id = randomBytes(12).toString("base64url");
  const key = callDraftKey(id);
  await table.put(
    { ...key, process, values, createdAt: clock.now(), createdBy: by.name, owner: by.email.toLowerCase() },
    { ifAbsent: true },
  );
  await table.put({ pk: callDraftsPartition, sk: id });
  return id;
}

export async function readCallDraft(
  { table }: Pick<House, "table">,
  id: string,
): Promise<CallDraft | undefined> {
  const { pk, sk } = callDraftKey(id);
  const items = await table.query(pk);
  const item = items.find((found) => found.sk === sk);
  if (!item) return undefined;
  const { process, values, createdAt, createdBy, owner, publishedAs, asideBy } = callDraftItem.parse(item);
  const callForm = await callFormOf(process);
  if (!callForm) return undefined;
  const written = items
    .filter((found) => String(found.sk).startsWith(callDraftPrefix))
    .map((found) => callDraftPageItem.parse(found));
  const known = Object.keys(callForm.form.fields);
  const typed = Object.assign({}, values, ...written.map((page) => page.values)) as Values;
  return {
    id,
    process,
    callForm,
    // A draft may be older than its form: what is no longer asked is left out.
    values: Object.fromEntries(Object.entries(typed).filter(([name]) => known.includes(name))),
    pages: Object.fromEntries(written.map((page) => [page.sk.slice(callDraftPrefix.length), page])),
    createdAt,
    createdBy,
    ...(owner === undefined ? {} : { owner }),
    ...(publishedAs === undefined ? {} : { publishedAs }),
    ...(asideBy === undefined ? {} : { asideBy }),
  };
}

/** A call that is being made is its maker's, and theirs whose address was written down in it as that of its staff. */
export const worksOn = ({ owner, values }: Pick<CallDraft, "owner" | "values">, email: string): boolean =>
  owner === undefined ||
  [owner, ...Object.entries(values).flatMap(([name, said]) => (isOfStaff(name) ? [String(said)] : []))].some(
    (known) => known.trim().toLowerCase() === email.toLowerCase(),
  );

/** The public contact of a call works for nobody. */
const isOfStaff = (name: string): boolean => name.endsWith("Email") && name !== callFields.contact;

/** The calls that are being made by whoever has an address, the newest first. */
export async function listCallDrafts(
  house: Pick<House, "table">,
  email: string,
): Promise<readonly CallDraft[]> {
  const listed = await house.table.query(callDraftsPartition);
  const drafts = await Promise.all(listed.map(({ sk }) => readCallDraft(house, String(sk))));
  return drafts
    .flatMap((draft) =>
      draft && draft.publishedAs === undefined && draft.asideBy === undefined && worksOn(draft, email)
        ? [draft]
        : [],
    )
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/**
 * Keeps a page as it was typed, valid or not, unless somebody wrote it after it was read. Whoever sends again what they have just
 * sent, because nobody told them that it is kept, finds it kept.
 */
export async function saveCallDraftPage(
  { table, clock }: Pick<House, "table" | "clock">,
  draft: Pick<CallDraft, "id">,
  page: string,
  { values, version, by }: { readonly values: Values; readonly version: number; readonly by: StaffMember },
): Promise<"saved" | "conflict"> {
  const { outcome } = await table.change(callDraftPageKey(draft.id, page), {
    set: { values, changedAt: clock.now(), changedBy: by.name },
    add: { version: 1 },
    when: { version: version === 0 ? "absent" : { is: version } },
  });
  if (outcome === "changed") return "saved";
  const item = await table.get(callDraftPageKey(draft.id, page));
  const stored = item && callDraftPageItem.parse(item);
  const isOwn =
    stored?.version === version + 1 &&
    stored.changedBy === by.name &&
    isDeepStrictEqual({ ...stored.values }, { ...values });
  return isOwn ? "saved" : "conflict";
}

export const markPublished = ({ table }: Pick<House, "table">, id: string, callId: string) =>
  table.change(callDraftKey(id), { set: { publishedAs: callId }, when: { pk: "present" } });

/** Puts a call that is being made aside, or takes it up again; said twice it is said once, and a published one stays. */
export async function putAside(
  { table, clock }: Pick<House, "table" | "clock">,
  id: string,
  by: StaffMember,
  isAside: boolean,
): Promise<void> {
  const when = { pk: "present", publishedAs: "absent" } as const;
  await table.change(
    callDraftKey(id),
    isAside
      ? { set: { asideAt: clock.now(), asideBy: by.name }, when: { ...when, asideAt: "absent" } }
      : { remove: ["asideAt", "asideBy"], when },
  );
}
