import { paths } from "../addresses/paths.ts";
import { answeredBefore } from "../cases/tasks/answer.ts";
import { findTask } from "../cases/tasks/find-task.ts";
import { caseWords } from "../reading/case-words.ts";
import { wordsOf } from "../reading/process-words.ts";
import { ownerOfTask } from "../uploads/owner.ts";
import { placeIn } from "../uploads/places.ts";
import { addressOf } from "../web/addresses.ts";
import { type Bringing, removeUploadOf, showUploadOf } from "../web/uploading.tsx";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { openDraft, pageOfField } from "./open-draft.ts";

async function forTask(visit: Visit): Promise<Bringing | undefined> {
  const { house, request, at } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!found || found.outcome === "unknown") return undefined;
  const { task, form, loaded } = found;
  if (!placeIn(form.fields, at("field"))) return undefined;
  const view = await viewOf(request, task.assignee?.language);
  const back = request.path.replace(/\/upload\/[^/]+$/, "");
  const words = await caseWords(loaded, view.language);
  const before = answeredBefore(task, form, loaded);
  return {
    owner: ownerOfTask(task),
    form,
    field: at("field"),
    before,
    words,
    view,
    here: request.path,
    back,
  };
}

async function forDraft({ house, request, at }: Visit): Promise<Bringing | undefined> {
  const open = await openDraft(house, at("id"));
  const field = at("field");
  const place = open && placeIn(open.terms.form.fields, field);
  if (!open || !place) return undefined;
  const view = await viewOf(request, open.draft.language);
  const words = await wordsOf(open.terms.process, view);
  const back = paths.draft(open.id, pageOfField(open, place.name));
  const owner = { kind: "draft", id: open.id } as const;
  return { owner, form: open.terms.form, field, words, view, here: request.path, back };
}

type Find = (visit: Visit) => Promise<Bringing | undefined>;

const show =
  (find: Find): Work =>
  async (visit) =>
    showUploadOf(visit, await find(visit));
const remove =
  (find: Find): Work =>
  async (visit) =>
    removeUploadOf(visit, await find(visit));

export const showTaskUpload = show(forTask);
export const removeTaskUpload = remove(forTask);
export const showDraftUpload = show(forDraft);
export const removeDraftUpload = remove(forDraft);
