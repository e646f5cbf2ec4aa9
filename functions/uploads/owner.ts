import { randomBytes } from "node:crypto";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { Fields, FileType } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import type { Key } from "../adapters/table.ts";
import { loadCall } from "../calls/calls.ts";
import { applicationOf } from "../cases/applications/application-forms.ts";
import { readDraft } from "../cases/applications/draft.ts";
import { loadCase } from "../cases/load.ts";
import { formAsked } from "../cases/tasks/find-task.ts";
import type { House } from "../house.ts";
import { taskItem } from "../store/items.ts";
import { draftKey, idOf, refOfCase } from "../store/keys.ts";
import { placeIn } from "./places.ts";

/** For what a file is uploaded: a place in the form of a case's task, or of a draft. */
export type UploadOwner =
  | { readonly kind: "case"; readonly id: string; readonly task: string }
  | { readonly kind: "draft"; readonly id: string };

const prefix = "quarantine";

/** Under which key a file comes in: it says for what it is, and who has the form may put one file there. */
export function quarantineKey(owner: UploadOwner, field: string): string {
  const id = randomBytes(18).toString("base64url");
  const where =
    owner.kind === "case"
      ? [owner.kind, owner.id, owner.task.replaceAll("#", "!")]
      : [owner.kind, owner.id, "form"];
  return [prefix, ...where, field, id].join("/");
}

/** The same read back; `undefined` for a key that is none of ours. */
export function readQuarantineKey(
  key: string,
): { readonly owner: UploadOwner; readonly field: string; readonly id: string } | undefined {
  const [top, kind, id, task, field, file, ...more] = key.split("/");
  if (top !== prefix || !id || !task || !field || !file || more.length > 0) return undefined;
  if (kind === "case") return { owner: { kind, id, task: task.replaceAll("!", "#") }, field, id: file };
  return kind === "draft" ? { owner: { kind, id }, field, id: file } : undefined;
}

/** Where the items of an owner's files are kept. */
export const ownerKey = (owner: UploadOwner): Key =>
  owner.kind === "case" ? { pk: refOfCase(owner.id), sk: `task#${owner.task}` } : draftKey(owner.id);

/** What an owner takes for a field, and until when (UTC); `undefined` when it takes nothing there any more. */
export async function termsOf(
  house: Pick<House, "table" | "clock">,
  owner: UploadOwner,
  field: string,
): Promise<
  { readonly types: readonly FileType[]; readonly maxBytes: number; readonly until: string } | undefined
> {
  const open = owner.kind === "case" ? await openTask(house, owner) : await openDraft(house, owner.id);
  const fields: Fields = { ...open?.form.fields, ...open?.form.signs?.elsewhere.fields };
  const asked = placeIn(fields, field)?.field.file;
  return open && asked && !isOver(open.until, house.clock.now())
    ? { ...asked, until: open.until }
    : undefined;
}

async function openTask(
  house: Pick<House, "table">,
  owner: Extract<UploadOwner, { kind: "case" }>,
): Promise<{ readonly form: Form; readonly until: string } | undefined> {
  const item = await house.table.get(ownerKey(owner));
  const task = item && taskItem.parse(item);
  const loaded = task?.status === "open" ? await loadCase(house, task.pk) : undefined;
  const form = task && loaded && formAsked(loaded, task);
  return task && form ? { form, until: task.dueAt ?? "9999-12-31T00:00:00.000Z" } : undefined;
}

async function openDraft(house: Pick<House, "table">, id: string) {
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
