import { paths } from "../../addresses/paths.ts";
import { type BulkTask, bulkKey, bulkTasks, safeOutcomes } from "../../cases/tasks/bulk.ts";
import { caseWords } from "../../reading/case-words.ts";
import { stepOf } from "../parts/case-tasks.tsx";
import { drawPreview } from "./frame.tsx";
import type { ActOnMany, Several } from "./several.ts";

/** One's own tasks in the cases, by kind, each kind with the answers that can be given to all of it; what they come to is shown next. */
const show = async (several: Several) => {
  const { house, member, view } = several.visit;
  const keys = several.cases.flatMap(({ tasks }) =>
    tasks.filter(({ kind, status }) => kind === "ask" && status === "open").map(bulkKey),
  );
  const own = await bulkTasks(house, member, keys);
  const kinds = [...Map.groupBy(own, ({ task }) => task.state).values()];
  const sections = await Promise.all(kinds.map(async (tasks) => answersTo(tasks, several)));
  const told = await Promise.all(
    own.map(async ({ loaded, task }) => ({
      loaded,
      told: stepOf(task, loaded, await caseWords(loaded, view.language)),
    })),
  );
  return drawPreview(several, { act: "answer", told, count: own.length, children: sections });
};

async function answersTo(tasks: readonly BulkTask[], { visit: { view } }: Several) {
  const [first] = tasks;
  if (!first) return null;
  const words = await caseWords(first.loaded, view.language);
  const outcomes = safeOutcomes(first.form);
  return (
    <section key={first.task.state}>
      <h2 class="govuk-heading-m">{stepOf(first.task, first.loaded, words)}</h2>
      {outcomes.length === 0 ? (
        <p class="govuk-body">{view.ui.say("acts.answer.unsafe")}</p>
      ) : (
        <form method="get" action={paths.bulk()} class="govuk-button-group">
          {tasks.map(({ task }) => (
            <input type="hidden" name="task" value={bulkKey(task)} key={bulkKey(task)} />
          ))}
          {outcomes.map((outcome) => (
            <button
              type="submit"
              name="outcome"
              value={outcome}
              class="govuk-button govuk-button--secondary"
              key={outcome}
            >
              {view.ui.say("acts.answer.so", {
                said:
                  words.maybe(`${first.form.id}.outcome.${outcome}`) ?? words.say(`${first.form.id}.submit`),
                count: tasks.length,
              })}
            </button>
          ))}
        </form>
      )}
    </section>
  );
}

/** It is answered on the page of answers to many, which shows once more what each answer comes to. */
export const answerSeveral: ActOnMany = { show, take: show };
