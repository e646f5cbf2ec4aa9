import type { CallSummary } from "../../../calls/calls.ts";
import { listCalls } from "../../../calls/calls.ts";
import { coordinatesSome } from "../../../calls/rights.ts";
import { standInNow } from "../../../cases/absences.ts";
import { safeOutcomes } from "../../../cases/bulk.ts";
import { isDecidedInRun } from "../../../cases/decided-in-run.ts";
import { formAsked } from "../../../cases/find-task.ts";
import { loadCase } from "../../../cases/load.ts";
import { inboxOf, isSamePerson, type StaffMember } from "../../../cases/staff.ts";
import type { House } from "../../../house.ts";
import { taskPath } from "../../../links.ts";
import { digested } from "../../../mails/digested.ts";
import { strandedFor } from "../../../mails/hold.ts";
import { taskTitle } from "../../../mails/task-title.ts";
import { entryItem, headItem, type Task } from "../../../store/items.ts";
import { headKey, idOf, isCall, refOfCall } from "../../../store/keys.ts";
import { caseWords } from "../../case-words.ts";
import { PostForm } from "../../parts/form.tsx";
import { FilterForm, filterIn, type InboxFilter, type Kind } from "../../parts/inbox-filter.tsx";
import { Answering, type Listing, TaskTable, urgencyOf } from "../../parts/inbox-table.tsx";
import { LinkList } from "../../parts/links.tsx";
import { StrandedTable } from "../../parts/stranded.tsx";
import { page, type View } from "../../view.ts";
import { paths, type Work } from "../../visit.ts";
import { forStaff } from "./guard.tsx";

/** A longer list is not read to its end; what is urgent comes first. */
const shown = 200;

/** So many tasks are seen at a glance; only more of them need a filter. */
const few = 5;

/** What waits for one of the staff, the most urgent first, and the calls. */
export const showInbox: Work = forStaff(async ({ house, request, view, member }) => {
  const { ui } = view;
  const all = await inboxOf(house, member.email);
  const known = await listCalls(house);
  const kinds = await kindsIn(all, view);
  const filter = filterIn(request.query, known, kinds);
  const tasks = (await filtered(house, all, filter)).filter((task) => isTheirs(task, member, filter));
  const listed = await Promise.all(tasks.slice(0, shown).map((task) => listing(house, view, task, member)));
  const outcomes = filter.kind === undefined ? [] : await outcomesFor(house, tasks, view);
  const standIn = await standInNow(house, member.email);
  const calls = await Promise.all(known.map(async (call) => countCases(house, call)));
  const { timeControl } = house.config;
  const mayMake = await coordinatesSome(house, member);
  return page(view, {
    title: ui.say("console.title"),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("console.welcome", { name: member.name })}</span>
        <h1 class="govuk-heading-l">{ui.say("console.inbox")}</h1>
        {standIn ? (
          <p class="govuk-inset-text">{ui.say("absence.now", { name: standIn.person.name })}</p>
        ) : null}
        {all.length > few || Object.keys(filter).length > 0 ? (
          <FilterForm filter={filter} calls={known} kinds={kinds} view={view} />
        ) : null}
        {tasks.length === 0 ? (
          <p class="govuk-body">{ui.say(all.length === 0 ? "console.inbox.none" : "console.filter.none")}</p>
        ) : (
          <>
            <p class="govuk-body-l">{ui.say("console.inbox.count", { count: tasks.length })}</p>
            <Answering outcomes={outcomes} view={view}>
              <TaskTable rows={listed} view={view} isPicked={outcomes.length > 0} />
            </Answering>
          </>
        )}
        <StrandedTable lines={await strandedFor(house, member.email)} view={view} />
        <LinkList
          links={[
            { href: paths.stuck, label: ui.say("stuck.title") },
            { href: paths.absences, label: ui.say("absence.title") },
            ...(timeControl ? [{ href: timeControl, label: ui.say("console.time") }] : []),
          ]}
        />
        <h2 class="govuk-heading-m">{ui.say("console.calls")}</h2>
        {mayMake ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.newCall()}>
              {ui.say("newCall.title")}
            </a>
          </p>
        ) : null}
        <ul class="kelias-calls">
          {calls.map(({ call, count }) => (
            <li key={call.id}>
              <a class="govuk-link govuk-!-font-weight-bold" href={paths.consoleCall(call.id)}>
                {call.title[view.language]}
              </a>
              <span class="kelias-calls__when">
                {ui.say(`call.state.${call.state}`)} · {ui.say("console.call.cases", { count })}
              </span>
            </li>
          ))}
        </ul>
        <PostForm action="/sign-out">
          <button type="submit" class="govuk-button govuk-button--secondary">
            {ui.say("my.signOut")}
          </button>
        </PostForm>
      </>
    ),
  });
});

/** The tasks that the filter leaves; of which call a task is, its case says. */
async function filtered(house: House, tasks: readonly Task[], filter: InboxFilter): Promise<readonly Task[]> {
  const now = house.clock.now();
  const due = tasks
    .filter((task) => filter.due === undefined || urgencyOf(task, now) === filter.due)
    .filter((task) => filter.kind === undefined || task.state === filter.kind);
  if (filter.call === undefined) return due;
  const calls = await Promise.all(due.map((task) => callOf(house, task)));
  return due.filter((_, index) => calls[index] === filter.call);
}

const isOwn = ({ assignee }: Task, member: StaffMember): boolean =>
  assignee !== undefined && isSamePerson(assignee, member);

const isTheirs = (task: Task, member: StaffMember, { whose }: InboxFilter): boolean =>
  whose === undefined || isOwn(task, member) === (whose === "mine");

/** The kinds of tasks that there are, by their titles. */
async function kindsIn(tasks: readonly Task[], { language }: View): Promise<readonly Kind[]> {
  const some = new Map(tasks.map((task) => [task.state, task]));
  const kinds = await Promise.all(
    [...some].map(async ([state, task]) => ({ state, title: await taskTitle(task, language) })),
  );
  return kinds.toSorted((a, b) => a.title.localeCompare(b.title, language));
}

async function callOf({ table }: House, { pk }: Task): Promise<string | undefined> {
  const head = isCall(pk) ? undefined : await table.get(headKey(pk));
  return isCall(pk) ? idOf(pk) : head && headItem.parse(head).callId;
}

async function listing(house: House, view: View, task: Task, member: StaffMember): Promise<Listing> {
  const head = await house.table.get(headKey(task.pk));
  const application = head ? headItem.parse(head).application : undefined;
  const name = typeof application?.fullName === "string" ? application.fullName : idOf(task.pk);
  const id = idOf(task.pk);
  return {
    task,
    title: await taskTitle(task, view.language),
    href: taskPath(house.config.linkSecret, task, member.email),
    insteadOf: isOwn(task, member) ? undefined : task.assignee?.name,
    reassign: task.role !== undefined && digested.has(task.role) ? paths.reassign(task) : undefined,
    about: { text: name, href: isCall(task.pk) ? paths.consoleCall(id) : paths.consoleCase(id) },
    urgency: urgencyOf(task, house.clock.now()),
  };
}

async function countCases(house: House, call: CallSummary) {
  const entries = await house.table.query(refOfCall(call.id), "entry#");
  return { call, count: entries.map((item) => entryItem.parse(item)).length };
}

/** The ways in which all tasks of one kind may be answered at once; none for most kinds. */
async function outcomesFor(house: House, [first]: readonly Task[], { language }: View) {
  const loaded = first && (await loadCase(house, first.pk));
  const form = first && loaded && formAsked(loaded, first);
  if (!form || !loaded || isDecidedInRun(loaded, first)) return [];
  const words = await caseWords(loaded, language);
  return safeOutcomes(form).map((outcome) => ({
    value: outcome,
    label: words.maybe(`${form.id}.outcome.${outcome}`) ?? words.say(`${form.id}.submit`),
  }));
}
