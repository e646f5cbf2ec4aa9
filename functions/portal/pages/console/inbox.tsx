import { Temporal } from "temporal-polyfill";
import { localDay } from "../../../../workflows/facts/calendar.ts";
import { printTime } from "../../../../workflows/facts/print.ts";
import type { CallSummary } from "../../../calls/calls.ts";
import { listCalls } from "../../../calls/calls.ts";
import { inboxOf } from "../../../cases/staff.ts";
import type { House } from "../../../house.ts";
import { taskPath } from "../../../links.ts";
import { strandedFor } from "../../../mails/hold.ts";
import { taskTitle } from "../../../mails/task-title.ts";
import { entryItem, headItem, type Task } from "../../../store/items.ts";
import { headKey, idOf, isCall, refOfCall } from "../../../store/keys.ts";
import { FilterForm, filterIn, type InboxFilter } from "../../parts/inbox-filter.tsx";
import { StrandedTable } from "../../parts/stranded.tsx";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { page, type View } from "../../view.ts";
import { paths, type Work } from "../../visit.ts";
import { forStaff } from "./guard.tsx";

/** A longer list is not read to its end; what is urgent comes first. */
const shown = 200;

/** What waits for one of the staff, the most urgent first, and the calls. */
export const showInbox: Work = forStaff(async ({ house, request, view, member }) => {
  const { ui } = view;
  const all = await inboxOf(house, member.email);
  const known = await listCalls(house);
  const filter = filterIn(request.query, known);
  const tasks = await filtered(house, all, filter);
  const listed = await Promise.all(tasks.slice(0, shown).map((task) => listing(house, view, task)));
  const calls = await Promise.all(known.map(async (call) => countCases(house, call)));
  return page(view, {
    title: ui.say("console.title"),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("console.welcome", { name: member.name })}</span>
        <h1 class="govuk-heading-l">{ui.say("console.inbox")}</h1>
        {all.length === 0 ? null : <FilterForm filter={filter} calls={known} view={view} />}
        {tasks.length === 0 ? (
          <p class="govuk-body">{ui.say(all.length === 0 ? "console.inbox.none" : "console.filter.none")}</p>
        ) : (
          <>
            <p class="govuk-body-l">{ui.say("console.inbox.count", { count: tasks.length })}</p>
            <TaskTable rows={listed} view={view} />
          </>
        )}
        <StrandedTable lines={await strandedFor(house, member.email)} view={view} />
        {house.config.timeControl ? (
          <p class="govuk-body">
            <a class="govuk-link" href={house.config.timeControl}>
              {ui.say("console.time")}
            </a>
          </p>
        ) : null}
        <h2 class="govuk-heading-m">{ui.say("console.calls")}</h2>
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
      </>
    ),
  });
});

/** The tasks that the filter leaves; of which call a task is, its case says. */
async function filtered(house: House, tasks: readonly Task[], filter: InboxFilter): Promise<readonly Task[]> {
  const now = house.clock.now();
  const due = tasks.filter((task) => filter.due === undefined || urgencyOf(task, now) === filter.due);
  if (filter.call === undefined) return due;
  const calls = await Promise.all(due.map((task) => callOf(house, task)));
  return due.filter((_, index) => calls[index] === filter.call);
}

async function callOf({ table }: House, { pk }: Task): Promise<string | undefined> {
  const head = isCall(pk) ? undefined : await table.get(headKey(pk));
  return isCall(pk) ? idOf(pk) : head && headItem.parse(head).callId;
}

interface Listing {
  readonly task: Task;
  readonly title: string;
  readonly href: string;
  /** Whose case it is, or which call. */
  readonly about: { readonly text: string; readonly href: string };
  readonly urgency: "overdue" | "today" | "later";
}

async function listing(house: House, view: View, task: Task): Promise<Listing> {
  const head = await house.table.get(headKey(task.pk));
  const application = head ? headItem.parse(head).application : undefined;
  const name = typeof application?.fullName === "string" ? application.fullName : idOf(task.pk);
  const id = idOf(task.pk);
  return {
    task,
    title: await taskTitle(task, view.language),
    href: taskPath(house.config.linkSecret, task),
    about: { text: name, href: isCall(task.pk) ? paths.consoleCall(id) : paths.consoleCase(id) },
    urgency: urgencyOf(task, house.clock.now()),
  };
}

const dayOf = (instant: string) => localDay(Temporal.Instant.from(instant));

function urgencyOf({ dueAt }: Task, now: string): Listing["urgency"] {
  if (dueAt === undefined) return "later";
  if (dueAt <= now) return "overdue";
  return dayOf(dueAt).equals(dayOf(now)) ? "today" : "later";
}

async function countCases(house: House, call: CallSummary) {
  const entries = await house.table.query(refOfCall(call.id), "entry#");
  return { call, count: entries.map((item) => entryItem.parse(item)).length };
}

function TaskTable({ rows, view }: { readonly rows: readonly Listing[]; readonly view: View }) {
  const { ui, language } = view;
  return (
    <DataTable
      caption={ui.say("console.inbox")}
      captionSize="hidden"
      columns={columnsIn(ui, "console.task", "console.about", "console.due")}
    >
      <Rows>
        {rows.map(({ task, title, href, about, urgency }) => (
          <tr class="govuk-table__row" key={`${task.pk} ${task.sk}`}>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={href}>
                {title}
              </a>
            </td>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={about.href}>
                {about.text}
              </a>
            </td>
            <td class="govuk-table__cell">
              {urgency === "later" ? null : (
                <>
                  <strong class={urgency === "overdue" ? "kelias-late" : ""}>
                    {ui.say(`console.${urgency}`)}
                  </strong>
                  <br />
                </>
              )}
              {task.dueAt ? printTime(task.dueAt, language) : ""}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
