import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { extendDeadline, lastDay, mayExtend, mostExtraDays } from "../cases/corrections/extend.ts";
import { extendForm } from "../cases/tasks/forms.ts";
import { caseWords } from "../reading/case-words.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { drawTooLate } from "../web/parts/saying.tsx";
import { typedInto } from "../web/typed.ts";
import { withPost } from "./of-case.ts";
import { type Act, drawAct } from "./parts/act.tsx";
import { stepOf, whoOf } from "./parts/case-tasks.tsx";
import { ofTask, type TaskVisit } from "./task-of-case.ts";

/** Says what a later deadline means, and asks until when and why. */
export const askToExtend = ofTask((visit) => draw(visit));

/** Moves the deadline, once however often the page is sent. */
export const takeExtension = ofTask((visit) =>
  withPost(visit, async (post) => {
    const { house, request, loaded, task, member, view, at } = visit;
    const typed = typedInto(extendForm, Object.keys(extendForm.fields), post);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const parsed = parseAnswer(extendForm, typed.value);
    if (parsed.outcome === "invalid") return draw(visit, { typed: typed.value, errors: parsed.errors });
    const by = { name: member.name, email: member.email };
    const was = post.get("was")?.[0] ?? "";
    const { outcome } = await extendDeadline(house, loaded, task, { ...parsed.value.values, by, was });
    switch (outcome) {
      case "extended":
        return redirect(paths.consoleCase(at("id")));
      case "notLater": {
        const errors = [{ field: "day", problem: "notLater" as const, limit: mostExtraDays }];
        return draw(visit, { typed: typed.value, errors });
      }
      case "changed":
        return draw(visit, { typed: typed.value, refused: view.ui.say("extend.changed") });
      case "tooLate":
        return drawTooLate(view, paths.consoleCase(at("id")));
    }
  }),
);

async function draw(visit: TaskVisit, said: Pick<Act, "typed" | "errors" | "refused"> = {}): Promise<Answer> {
  const { house, loaded, task, view, at } = visit;
  const { ui, language } = view;
  const back = paths.consoleCase(at("id"));
  const { dueAt } = task;
  if (!mayExtend(task, house.clock.now()) || dueAt === undefined) return drawTooLate(view, back);
  const words = await caseWords(loaded, language);
  return drawAct(view, {
    ...said,
    loaded,
    form: extendForm,
    title: ui.say("extend.title"),
    children: (
      <>
        <p class="govuk-body">
          {ui.say("extend.now", {
            what: stepOf(task, loaded, words),
            who: whoOf(task, words, ui),
            time: printTime(dueAt, language),
          })}
        </p>
        <p class="govuk-body">{ui.say("extend.text", { day: printDay(lastDay(task), language) })}</p>
      </>
    ),
    here: paths.extend(at("id"), task),
    back,
    hidden: { was: dueAt },
  });
}
