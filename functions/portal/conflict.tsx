import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { OneClick } from "../web/parts/form.tsx";
import type { Visit } from "../web/visit.ts";
import { askedFor, type TaskView } from "./task-view.ts";

/**
 * By a rule of the call this person may not answer: nothing of the case is shown. Opening the link changes nothing, so the
 * page asks to hand the task on; `status` 409: an answer was sent, and the task has gone on without it.
 */
export function conflictPage(open: TaskView, visit: Visit, status: 200 | 409): Promise<Answer> {
  const { view, callTitle } = open;
  const { ui } = view;
  return page(view, {
    title: ui.say("task.conflict.title"),
    status,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle}</span>
        <h1 class="govuk-heading-l">{ui.say("task.conflict.title")}</h1>
        <p class="govuk-body">{ui.say(status === 200 ? "task.conflict.text" : "task.conflict.done")}</p>
        {status === 200 ? <OneClick asked={askedFor(open)} action={visit.request.path} /> : null}
      </>
    ),
  });
}
