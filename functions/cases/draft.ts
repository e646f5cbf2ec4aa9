import { randomBytes } from "node:crypto";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Item } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { type Draft, draftItem, uploadItem } from "../store/applicant-items.ts";
import { draftKey } from "../store/keys.ts";

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
  await table.put(draft, { ifAbsent: true });
  return draft;
}

/** A draft with what was typed, and in each field that takes a file the one that was released last. */
export async function readDraft({ table }: Pick<House, "table">, id: string): Promise<Draft | undefined> {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(id)) return undefined;
  const { pk, sk } = draftKey(id);
  const items = await table.query(pk);
  const item = items.find((found) => found.sk === sk);
  if (!item) return undefined;
  const draft = draftItem.parse(item);
  return { ...draft, values: { ...draft.values, ...filesIn(items) } };
}

function filesIn(items: readonly Item[]): Readonly<Record<string, string>> {
  const uploads = items.flatMap((item) => uploadItem.safeParse(item).data ?? []);
  const latest = uploads.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return Object.fromEntries(latest.map(({ field, status, id }) => [field, status === "released" ? id : ""]));
}

/** Keeps what was typed on a page, also where it is not valid yet: nothing typed is lost. */
export async function saveDraft(
  { table, clock }: Parts,
  id: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<"saved" | "unknown"> {
  const draft = await readDraft({ table }, id);
  if (!draft) return "unknown";
  const changed = await table.change(draftKey(id), {
    set: { values: { ...draft.values, ...typed }, changedAt: clock.now() },
    when: { pk: "present" },
  });
  return changed.outcome === "changed" ? "saved" : "unknown";
}

export const markSubmitted = ({ table }: Pick<House, "table">, id: string, ref: string) =>
  table.change(draftKey(id), { set: { submittedAs: ref }, when: { pk: "present" } });
