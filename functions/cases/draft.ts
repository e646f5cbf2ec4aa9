import { randomBytes } from "node:crypto";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { House } from "../house.ts";
import { type Draft, draftItem } from "../store/items.ts";
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

export async function readDraft({ table }: Pick<House, "table">, id: string): Promise<Draft | undefined> {
  const item = await table.get(draftKey(id));
  return item ? draftItem.parse(item) : undefined;
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
