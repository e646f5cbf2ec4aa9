import { keyFromPath } from "../addresses/address.ts";
import type { Task } from "../store/items.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import { type CaseVisit, ofCoordinator } from "./of-case.ts";

export interface TaskVisit extends CaseVisit {
  readonly task: Task;
}

/** A page on which the coordinator does something about one question of a case. */
export const ofTask = (work: (visit: TaskVisit) => Promise<Answer>) =>
  ofCoordinator(async (visit) => {
    const sk = `task#${keyFromPath(visit.at("key"))}`;
    const task = visit.loaded.tasks.find((one) => one.sk === sk && one.kind === "ask");
    return task ? work({ ...visit, task }) : refusalPage(visit.request, notFound);
  });
