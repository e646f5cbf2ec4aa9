import type { ComponentChild } from "preact";
import { processOf } from "../../workflows/catalogue.ts";
import type { Answer as GivenAnswer } from "../../workflows/kernel/case-file.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { formGiven } from "../../workflows/kernel/form.ts";
import { isBlind } from "../../workflows/kernel/roles.ts";
import { paths } from "../addresses/paths.ts";
import { loadCase } from "../cases/load.ts";
import { type InboxTask, readInbox, urgencyOf } from "../cases/tasks/inbox.ts";
import { taskPath } from "../links.ts";
import { taskTitle } from "../mails/task-title.ts";
import { codeOf } from "../reading/codes.ts";
import { signedIn } from "../sign-in/session.ts";
import type { Task } from "../store/items.ts";
import { isCall } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { givenRows } from "../web/parts/facts.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { isStored, TypedBack } from "../web/parts/typed-back.tsx";
import type { Typed } from "../web/typed.ts";
import type { Visit } from "../web/visit.ts";
import { askedFor, type TaskView, tellingOf } from "./task-view.ts";
import { waysOnFrom } from "./ways-on.ts";

/** A task that takes no answer any more: answered just now or before, run out, or not needed. */
export function closedTaskPage(
  open: TaskView,
  visit: Visit,
  outcome: Exclude<Task["status"], "open">,
  /** What was typed for an answer that came too late. */
  typed: Typed = {},
): Promise<Answer> {
  const back = <Unsaved open={open} typed={typed} />;
  switch (outcome) {
    case "answered":
      return visit.request.query.has("done") ? thanks(open, visit) : used(open, visit, back);
    case "expired":
      return over(open, "task.expired.title", timed(open, "task.expired.text", open.task.dueAt), back);
    case "cancelled":
      return noLonger(open, visit, back);
  }
}

type Timed = "task.done.text" | "task.used.text" | "task.expired.text";

const timed = ({ view, task }: TaskView, key: Timed, at: string | undefined): string =>
  view.ui.say(key, { time: printTime(at ?? task.openedAt, view.language) });

/** Right after the answer: it is stored, and what happens next. */
async function thanks(open: TaskView, visit: Visit): Promise<Answer> {
  const { view, task } = open;
  const { ui } = view;
  const isApplicant = task.role === "applicant";
  const ways = await waysOnFrom(open, visit);
  return page(view, {
    title: ui.say("task.done.title"),
    body: (
      <>
        <div class="kelias-panel">
          <h1 class="govuk-heading-l">{ui.say("task.done.title")}</h1>
          <p>{timed(open, "task.done.text", task.closedAt)}</p>
        </div>
        <p class="govuk-body">{ui.say(isApplicant ? "task.done.applicant" : "task.done.other")}</p>
        {await nextTask(open, visit)}
        {ways.length > 0 ? <LinkList links={ways} /> : null}
        <OwnAnswer open={open} />
      </>
    ),
  });
}

/**
 * What waits for the same person next, the most urgent first: a way to it for who has signed in, for a link alone opens one task, and for
 * everybody else how many there are and how to find them.
 */
async function nextTask({ task, view }: TaskView, { house, request }: Visit): Promise<ComponentChild> {
  const reader = task.assignee?.email;
  if (reader === undefined || task.role === "applicant") return null;
  const session = await signedIn(house, request.cookies);
  const { tasks, count, overdue, isMore } = await readInbox(house, session ?? reader);
  const now = house.clock.now();
  // What is over takes no answer: it would be the most urgent, and lead nowhere.
  const next = tasks.find(
    (other) => (other.pk !== task.pk || other.sk !== task.sk) && urgencyOf(other, now) !== "overdue",
  );
  if (!next) return null;
  const { ui, language } = view;
  const left = ui.say(isMore ? "task.next.more" : "task.next.count", { count: count - overdue });
  if (session === undefined)
    return (
      <p class="govuk-body">
        {left} {ui.say("task.next.mails")}{" "}
        <a class="govuk-link" href={paths.signIn()}>
          {ui.say("signIn.title")}
        </a>
      </p>
    );
  const [title, about] = [await taskTitle(next, language), await aboutOf(house, next)];
  return (
    <>
      <p class="govuk-body">{left}</p>
      <a class="govuk-button" href={taskPath(house.config.linkSecret, next, session)}>
        {about === undefined ? ui.say("task.next", { title }) : ui.say("task.next.about", { title, about })}
      </a>
    </>
  );
}

/** Whose case it is, as whoever is asked may know it. */
async function aboutOf(house: Pick<Visit["house"], "table">, task: InboxTask): Promise<string | undefined> {
  if (isCall(task.pk)) return undefined;
  if (isBlind(await processOf(task.process), task.role)) return codeOf(task.pk);
  const loaded = await loadCase(house, task.pk, { withoutTasks: true });
  return loaded?.process.people("applicant", loaded.file)?.name ?? codeOf(task.pk);
}

/** Somebody comes back to a link that has done its work. */
async function used(open: TaskView, visit: Visit, back: ComponentChild): Promise<Answer> {
  const ways = await waysOnFrom(open, visit);
  return over(
    open,
    "task.used.title",
    timed(open, "task.used.text", open.task.closedAt),
    <>
      {back}
      {ways.length > 0 ? <LinkList links={ways} /> : null}
      <OwnAnswer open={open} />
    </>,
  );
}

/** What is signed may have a newer version, which the same person is asked to sign by another link. */
function noLonger(open: TaskView, visit: Visit, back: ComponentChild): Promise<Answer> {
  const { form, task, loaded, view } = open;
  const newer = form.signs
    ? loaded.tasks.find(
        (other) =>
          other.visit > task.visit &&
          other.form === task.form &&
          other.part === task.part &&
          other.assignee?.email === task.assignee?.email,
      )
    : undefined;
  if (!newer) return over(open, "task.cancelled.title", view.ui.say("task.cancelled.text"), back);
  return over(
    open,
    "task.cancelled.title",
    view.ui.say("task.cancelled.newer"),
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={taskPath(visit.house.config.linkSecret, newer)}>
          {view.ui.say("task.cancelled.open")}
        </a>
      </p>
      {back}
    </>,
  );
}

/** Whoever was asked before somebody else was is told so, and learns nothing of the case any more. */
export const handedOnPage = (open: TaskView, typed: Typed = {}): Promise<Answer> =>
  over(
    open,
    "task.handedOn.title",
    open.view.ui.say("task.handedOn.text"),
    <Unsaved open={open} typed={typed} />,
  );

function over(
  { view, loaded, callTitle }: TaskView,
  title: "task.used.title" | "task.expired.title" | "task.cancelled.title" | "task.handedOn.title",
  text: string,
  more: ComponentChild = null,
): Promise<Answer> {
  const { ui } = view;
  const coordinator = loaded.process.people("coordinator", loaded.file);
  return page(view, {
    title: ui.say(title),
    status: 410,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle}</span>
        <h1 class="govuk-heading-l">{ui.say(title)}</h1>
        <p class="govuk-body">{text}</p>
        {coordinator ? (
          <p class="govuk-body">
            {ui.say("task.coordinator", { name: coordinator.name, email: coordinator.email })}
          </p>
        ) : null}
        {more}
      </>
    ),
  });
}

const answerTo = ({ task, loaded }: TaskView): GivenAnswer | undefined =>
  loaded.file.answers.find(
    ({ visit, state, part }) => visit === task.visit && state === task.state && part === task.part,
  );

/** What was typed and is not stored. */
function Unsaved({ open, typed }: { readonly open: TaskView; readonly typed: Typed }) {
  const asked = { ...askedFor(open), values: typed };
  const answer = answerTo(open);
  return answer && isStored(asked, answer) ? null : <TypedBack asked={asked} />;
}

/** What this person said; the link is theirs alone. */
function OwnAnswer({ open }: { readonly open: TaskView }) {
  const { form, view } = open;
  const answer = answerTo(open);
  return answer ? (
    <>
      <h2 class="govuk-heading-m">{view.ui.say("task.yours")}</h2>
      <SummaryList
        rows={givenRows(
          { form: formGiven(form, answer.values), answer },
          { ...tellingOf(open), words: open.words },
        )}
      />
    </>
  ) : null;
}
