import { findTask } from "../cases/tasks/find-task.ts";
import { addressOf } from "../web/addresses.ts";
import { refusalPage } from "../web/faults.tsx";
import { handPaper, handUpload } from "../web/handing.ts";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** A document by the link of a task: for whoever is asked, and for whoever has answered, to keep. */
export const showTaskDocument: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (found?.outcome !== "open" && found?.outcome !== "answered") return refusalPage(visit.request, notFound);
  return handPaper(visit, found.task.role, found.loaded, found.task.assignee?.language);
};

/** A document by the link of the applicant's own page. */
export const showOwnDocument: Work = async (visit) => {
  const loaded = await ownCase(visit);
  return handPaper(visit, "applicant", loaded, loaded?.head.language);
};

/** A file that somebody uploaded, by the link of a task. */
export const showTaskUpload: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (found?.outcome !== "open" && found?.outcome !== "answered") return refusalPage(visit.request, notFound);
  return handUpload(visit, found.task.role, found.loaded, found.task);
};

export const showOwnUpload: Work = async (visit) => handUpload(visit, "applicant", await ownCase(visit));
