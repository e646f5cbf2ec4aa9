import { randomBytes } from "node:crypto";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { Fields, FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { Key } from "../adapters/table.ts";
import { loadCall } from "../calls/calls.ts";
import { applicationOf } from "../cases/applications/application-forms.ts";
import { readDraft } from "../cases/applications/draft.ts";
import { correctableAt } from "../cases/corrections/correct-application.ts";
import { loadCase } from "../cases/load.ts";
import { formAsked } from "../cases/tasks/find-task.ts";
import { correctionForm } from "../cases/tasks/forms.ts";
import type { House } from "../house.ts";
import { taskItem } from "../store/items.ts";
import { draftKey, idOf, refOfCase } from "../store/keys.ts";
import { placeIn } from "./places.ts";

/** For what a file is uploaded: a place in the form of a case's task, of a draft, or of what the coordinator puts right in a case. */
export type UploadOwner =
  | { readonly kind: "case"; readonly id: string; readonly task: string }
  | { readonly kind: "draft"; readonly id: string }
  | { readonly kind: "correction"; readonly id: string; readonly name: string };

const prefix = "quarantine";

/** Under which key a file comes in: it says for what it is, and who has the form may put one file there. */
export function quarantineKey(owner: UploadOwner, field: string): string {
  const id = randomBytes(18).toString("base64url");
  return [prefix, owner.kind, owner.id, within(owner), field, id].join("/");
}

function within(owner: UploadOwner): string {
  switch (owner.kind) {
    case "case":
      return owner.task.replaceAll("#", "!");
    case "draft":
      return "form";
    case "correction":
      return owner.name;
  }
}

/** The same read back; `undefined` for a key that is none of ours. */
export function readQuarantineKey(
  key: string,
): { readonly owner: UploadOwner; readonly field: string; readonly id: string } | undefined {
  const [top, kind, id, task, field, file, ...more] = key.split("/");
  if (top !== prefix || !id || !task || !field || !file || more.length > 0) return undefined;
  if (kind === "case") return { owner: { kind, id, task: task.replaceAll("!", "#") }, field, id: file };
  if (kind === "correction") return { owner: { kind, id, name: task }, field, id: file };
  return kind === "draft" ? { owner: { kind, id }, field, id: file } : undefined;
}

/** Where the items of an owner's files are kept. */
export function ownerKey(owner: UploadOwner): Key {
  switch (owner.kind) {
    case "case":
      return { pk: refOfCase(owner.id), sk: `task#${owner.task}` };
    case "draft":
      return draftKey(owner.id);
    case "correction":
      return { pk: refOfCase(owner.id), sk: `correction#${owner.name}` };
  }
}

/** What an owner takes for a field, and until when (UTC); `undefined` when it takes nothing there any more. */
export async function termsOf(
  house: Pick<House, "table" | "clock">,
  owner: UploadOwner,
  field: string,
): Promise<
  { readonly types: readonly FileType[]; readonly maxBytes: number; readonly until: string } | undefined
> {
  const open = await openFor(house, owner);
  const fields: Fields = { ...open?.form.fields, ...open?.form.signs?.elsewhere.fields };
  const asked = placeIn(fields, field)?.field.file;
  return open && asked && !isOver(open.until, house.clock.now())
    ? { ...asked, until: open.until }
    : undefined;
}

const forever = "9999-12-31T00:00:00.000Z";

interface Open {
  readonly form: Form;
  readonly until: string;
}

function openFor(house: Pick<House, "table" | "clock">, owner: UploadOwner): Promise<Open | undefined> {
  switch (owner.kind) {
    case "case":
      return openTask(house, owner);
    case "draft":
      return openDraft(house, owner.id);
    case "correction":
      return openCorrection(house, owner);
  }
}

async function openCorrection(
  house: Pick<House, "table">,
  { id, name }: Extract<UploadOwner, { kind: "correction" }>,
): Promise<Open | undefined> {
  const loaded = await loadCase(house, refOfCase(id));
  const known = loaded && correctableAt(loaded, name);
  return known && { form: correctionForm(known.field), until: forever };
}

async function openTask(
  house: Pick<House, "table">,
  owner: Extract<UploadOwner, { kind: "case" }>,
): Promise<Open | undefined> {
  const item = await house.table.get(ownerKey(owner));
  const task = item && taskItem.parse(item);
  const loaded = task?.status === "open" ? await loadCase(house, task.pk) : undefined;
  const form = task && loaded && formAsked(loaded, task);
  return task && form ? { form, until: task.dueAt ?? forever } : undefined;
}

async function openDraft(house: Pick<House, "table">, id: string): Promise<Open | undefined> {
  const draft = await readDraft(house, id);
  const call = draft && draft.submittedAs === undefined ? await loadCall(house, draft.callId) : undefined;
  const terms = call && (await applicationOf(house, call));
  return terms && { form: terms.form, until: terms.closesAt };
}

/** The owner of a task's files. */
export const ownerOfTask = (task: Key): UploadOwner => ({
  kind: "case",
  id: idOf(task.pk),
  task: task.sk.slice("task#".length),
});
