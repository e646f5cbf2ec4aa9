import type { ComponentChild } from "preact";
import { printTime } from "../../../workflows/facts/print.ts";
import { formGiven } from "../../../workflows/kernel/form.ts";
import { taskPath } from "../../links.ts";
import type { Task } from "../../store/items.ts";
import type { Answer } from "../answers.ts";
import { givenRows } from "../parts/facts.tsx";
import { LinkList } from "../parts/links.tsx";
import { SummaryList } from "../parts/summary.tsx";
import { page } from "../view.ts";
import type { Visit } from "../visit.ts";
import { type TaskView, tellingOf } from "./task-view.ts";
import { waysOnFrom } from "./ways-on.ts";

/** A task that takes no answer any more: answered just now or before, run out, or not needed. */
export function closedTaskPage(
  open: TaskView,
  visit: Visit,
  outcome: Exclude<Task["status"], "open">,
): Promise<Answer> {
  switch (outcome) {
    case "answered":
      return visit.request.query.has("done") ? thanks(open, visit) : used(open, visit);
    case "expired":
      return over(open, "task.expired.title", timed(open, "task.expired.text", open.task.dueAt));
    case "cancelled":
      return noLonger(open, visit);
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
        {ways.length > 0 ? <LinkList links={ways} /> : null}
        <OwnAnswer open={open} />
      </>
    ),
  });
}

/** Somebody comes back to a link that has done its work. */
async function used(open: TaskView, visit: Visit): Promise<Answer> {
  const ways = await waysOnFrom(open, visit);
  return over(
    open,
    "task.used.title",
    timed(open, "task.used.text", open.task.closedAt),
    <>
      {ways.length > 0 ? <LinkList links={ways} /> : null}
      <OwnAnswer open={open} />
    </>,
  );
}

/** What is signed may have a newer version, which the same person is asked to sign by another link. */
function noLonger(open: TaskView, visit: Visit): Promise<Answer> {
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
  if (!newer) return over(open, "task.cancelled.title", view.ui.say("task.cancelled.text"));
  return over(
    open,
    "task.cancelled.title",
    view.ui.say("task.cancelled.newer"),
    <p class="govuk-body">
      <a class="govuk-link" href={taskPath(visit.house.config.linkSecret, newer)}>
        {view.ui.say("task.cancelled.open")}
      </a>
    </p>,
  );
}

function over(
  { view, loaded, callTitle }: TaskView,
  title: "task.used.title" | "task.expired.title" | "task.cancelled.title",
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

/** What this person said; the link is theirs alone. */
function OwnAnswer({ open }: { readonly open: TaskView }) {
  const { task, form, loaded, view } = open;
  const answer = loaded.file.answers.find(
    (candidate) =>
      candidate.visit === task.visit && candidate.state === task.state && candidate.part === task.part,
  );
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
