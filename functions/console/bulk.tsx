import { paths } from "../addresses/paths.ts";
import {
  answeredSo,
  answerInBulk,
  type BulkResult,
  type BulkTask,
  bulkKey,
  bulkTasks,
  safeOutcomes,
} from "../cases/tasks/bulk.ts";
import { kindOf, readInbox } from "../cases/tasks/inbox.ts";
import { caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { readPost } from "../web/posts.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";

/** Shows what would be answered, task by task, before anything is. */
export const previewBulk = forStaff(async (visit) => {
  const { request } = visit;
  return draw(visit, request.query.getAll("task"), request.query.get("outcome") ?? "");
});

/** Answers what was shown, and says of each task what came of it. */
export const takeBulk = forStaff(async (visit) => {
  const { house, request, view, member } = visit;
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const keys = post.value.get("task") ?? [];
  const [outcome = ""] = post.value.get("outcome") ?? [];
  const tasks = await bulkTasks(house, member, keys);
  const before = await answeredSo(house, member, keys, outcome);
  if (tasks.length + before.length === 0 || !isSafe(tasks, outcome)) return draw(visit, keys, outcome, 409);
  const answered = before.map((one) => ({ ...one, outcome: "answered" as const }));
  const results = [...answered, ...(await answerInBulk(house, member, tasks, outcome))];
  const { ui } = view;
  const more = await moreLike(visit, results);
  const done = results.filter((result) => result.outcome === "answered").length;
  return page(view, {
    title: ui.say("bulk.done"),
    back: paths.console(),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("bulk.done")}</h1>
        <p class="govuk-body-l">{ui.say("bulk.count", { done, all: results.length })}</p>
        {
          await table(results, view, async (one) =>
            ui.say(sayingOf(results.find(({ task }) => task === one.task)?.outcome)),
          )
        }
        {more ? (
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={more.href}>
              {ui.say(more.isMore ? "bulk.next.many" : "bulk.next", { count: more.count })}
            </a>
          </p>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.console()}>
            {ui.say("console.inbox")}
          </a>
        </p>
      </>
    ),
  });
});

/** Those of the same kind that still wait, in the same call where all that were answered are of one. */
async function moreLike({ house, member }: StaffVisit, results: readonly BulkTask[]) {
  const [first] = results;
  if (!first) return undefined;
  const { callId } = first.loaded.head;
  const filter = {
    kind: kindOf({ process: first.loaded.process.id, state: first.task.state }),
    ...(results.every(({ loaded }) => loaded.head.callId === callId) ? { call: callId } : {}),
  };
  const { count, overdue, isMore } = await readInbox(house, member.email, { filter });
  const left = count - overdue;
  return left > 0 || isMore
    ? { href: `${paths.console()}?${new URLSearchParams(filter)}`, count: left, isMore }
    : undefined;
}

function sayingOf(outcome: BulkResult["outcome"] | undefined): "bulk.answered" | "bulk.failed" | "bulk.late" {
  if (outcome === "answered") return "bulk.answered";
  return outcome === "failed" ? "bulk.failed" : "bulk.late";
}

/** All are of one kind, and the answer is safe for each. */
const isSafe = (tasks: readonly BulkTask[], outcome: string): boolean =>
  tasks.every(
    ({ task, loaded, form }) =>
      task.state === tasks[0]?.task.state &&
      loaded.process.id === tasks[0].loaded.process.id &&
      safeOutcomes(form).includes(outcome),
  );

async function draw(visit: StaffVisit, keys: readonly string[], outcome: string, status = 200) {
  const { house, view, member } = visit;
  const { ui } = view;
  const tasks = await bulkTasks(house, member, keys);
  const problem =
    tasks.length === 0 ? "bulk.nothing" : isSafe(tasks, outcome) ? undefined : ("bulk.unsafe" as const);
  return page(view, {
    title: ui.say("bulk.title"),
    back: paths.console(),
    wide: true,
    hasErrors: problem !== undefined,
    status: problem ? (status === 200 ? 422 : status) : status,
    body: (
      <>
        {problem ? <Warning view={view} text={ui.say(problem)} /> : null}
        <h1 class="govuk-heading-l">{ui.say("bulk.title")}</h1>
        {problem ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.console()}>
              {ui.say("console.inbox")}
            </a>
          </p>
        ) : (
          <>
            <p class="govuk-body-l">{ui.say("bulk.text", { count: tasks.length })}</p>
            {await table(tasks, view, async ({ form }, words) => words.say(`${form.id}.outcome.${outcome}`))}
            <PostForm action={paths.bulk()}>
              <input type="hidden" name="outcome" value={outcome} />
              {tasks.map(({ task }) => (
                <input type="hidden" name="task" key={bulkKey(task)} value={bulkKey(task)} />
              ))}
              <div class="govuk-button-group">
                <SubmitButton label={ui.say("bulk.submit", { count: tasks.length })} warning />
                <a class="govuk-link" href={paths.console()}>
                  {ui.say("saying.keep")}
                </a>
              </div>
            </PostForm>
          </>
        )}
      </>
    ),
  });
}

/** The tasks, whose they are about, and a word on each. */
async function table(
  tasks: readonly BulkTask[],
  view: View,
  told: (one: BulkTask, words: Messages) => Promise<string>,
) {
  const { ui, language } = view;
  const rows = await Promise.all(
    tasks.map(async (one) => {
      const words = await caseWords(one.loaded, language);
      const title = words.say(`task.${one.task.state}.title`, () =>
        parametersOf(one.loaded, words, one.task),
      );
      const name = one.loaded.process.people("applicant", one.loaded.file)?.name ?? codeOf(one.task.pk);
      return { one, title, name, told: await told(one, words) };
    }),
  );
  return (
    <DataTable
      caption={ui.say("bulk.list")}
      captionSize="hidden"
      columns={columnsIn(ui, "console.task", "console.about", "bulk.answer")}
    >
      <Rows>
        {rows.map(({ one: { task }, title, name, told: said }) => (
          <tr class="govuk-table__row" key={bulkKey(task)}>
            <td class="govuk-table__cell">{title}</td>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={paths.consoleCase(idOf(task.pk))}>
                {name}
              </a>
            </td>
            <td class="govuk-table__cell">{said}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
