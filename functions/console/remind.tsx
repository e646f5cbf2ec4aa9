import { paths } from "../addresses/paths.ts";
import { remindForm } from "../cases/tasks/forms.ts";
import { isAsked, remindNow } from "../cases/tasks/remind.ts";
import { caseWords } from "../reading/case-words.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { drawTooLate } from "../web/parts/saying.tsx";
import { withPost } from "./of-case.ts";
import { drawAct } from "./parts/act.tsx";
import { stepOf, whoOf } from "./parts/case-tasks.tsx";
import { ofTask, type TaskVisit } from "./task-of-case.ts";

/** Says whom a reminder goes to, before it does. */
export const askToRemind = ofTask((visit) => draw(visit));

/** Orders the reminder: one a day. */
export const takeReminder = ofTask((visit) =>
  withPost(visit, async () => {
    const { house, loaded, task, member, view, at } = visit;
    const by = { name: member.name, email: member.email };
    const { outcome } = await remindNow(house, loaded, task, by);
    switch (outcome) {
      case "ordered":
        return redirect(paths.consoleCase(at("id")));
      case "writtenToday":
        return draw(visit, view.ui.say("remind.today"));
      case "answered":
        return drawTooLate(view, paths.consoleCase(at("id")));
    }
  }),
);

async function draw(visit: TaskVisit, refused?: string): Promise<Answer> {
  const { house, loaded, task, view, at } = visit;
  const { ui } = view;
  const back = paths.consoleCase(at("id"));
  if (!isAsked(task, house.clock.now())) return drawTooLate(view, back);
  const words = await caseWords(loaded, view.language);
  return drawAct(view, {
    loaded,
    form: remindForm,
    title: ui.say("remind.title"),
    children: (
      <p class="govuk-body">
        {ui.say("remind.text", {
          who: whoOf(task, words, ui),
          email: task.assignee?.email ?? "–",
          what: stepOf(task, loaded, words),
        })}
      </p>
    ),
    here: paths.remind(at("id"), task),
    back,
    ...(refused === undefined ? {} : { refused }),
  });
}
