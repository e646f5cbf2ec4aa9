import { processOf } from "../../workflows/catalogue.ts";
import { placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { listCalls, summaryOf } from "../calls/calls.ts";
import { coordinatesSome } from "../calls/rights.ts";
import { loadCase } from "../cases/load.ts";
import { standInNow } from "../cases/people/absences.ts";
import { applicantIn } from "../cases/people/applicant.ts";
import { asksToSign } from "../cases/people/sign-several.ts";
import { isSamePerson } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { safeOutcomes } from "../cases/tasks/bulk.ts";
import { isDecidedInRun } from "../cases/tasks/decided-in-run.ts";
import { formAsked } from "../cases/tasks/find-task.ts";
import {
  type InboxFilter,
  type InboxGroup,
  type InboxOfKinds,
  type InboxTask,
  kindOf,
  kindsIn,
  lookedAt,
  readInbox,
  urgencyOf,
} from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { readFigures } from "../lines/figures.ts";
import { taskPath } from "../links.ts";
import { digested } from "../mails/digested.ts";
import { strandedFor } from "../mails/hold.ts";
import { taskTitle } from "../mails/task-title.ts";
import { runsToApprove } from "../payments/to-approve.ts";
import { questionsFor } from "../questions/questions.ts";
import { caseWords } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { callsReadBy } from "../search/search.ts";
import { type Head, headItem, type Task } from "../store/items.ts";
import { headKey, idOf, isCall } from "../store/keys.ts";
import { fromCursor } from "../web/from-cursor.ts";
import { page } from "../web/page.ts";
import { Icon } from "../web/parts/icon.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { CallState, FamilySign, Late } from "../web/parts/signs.tsx";
import type { View } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { requestsFor } from "./erasures.tsx";
import { forStaff } from "./guard.ts";
import { FilterForm, filterIn, type Kind } from "./parts/inbox-filter.tsx";
import { InboxGroups } from "./parts/inbox-groups.tsx";
import { Answering, type Listing, TaskTable } from "./parts/inbox-table.tsx";
import { Pages } from "./parts/pages.tsx";
import { RunsToApprove } from "./parts/runs-to-approve.tsx";
import { StrandedTable } from "./parts/stranded.tsx";
import { QuestionTable } from "./parts/waiting-questions.tsx";

/** So many tasks are seen at a glance; only more of them need a filter. */
const few = 5;

/** So many calls are named on the first page, the newest first; all of them have a page of their own. */
const mostCalls = 20;

/** What waits for one of the staff, the most urgent first, and the calls. */
export const showInbox: Work = forStaff(async ({ house, request, view, member }) => {
  const asking = (await requestsFor({ house, member })).filter(({ decided }) => !decided);
  const { ui } = view;
  const known = await listCalls(house);
  const filter = await filterIn(request.query, known);
  const inbox = await readFrom(house, member.email, filter, request.query.get("after") ?? undefined);
  const isWhole = Object.keys(filter).length === 0 && !inbox.isLater;
  const waiting = isWhole ? inbox.kinds : await kindsIn(house, member.email);
  const { tasks } = inbox;
  const listed = await listing(house, view, tasks, member);
  const kinds = await named([...waiting.values(), ...tasks], view);
  const signed = await toSign(waiting, isWhole && !inbox.isMore ? inbox.groups : []);
  const outcomes = filter.kind === undefined ? [] : await outcomesFor(house, tasks, view);
  const stranded = await strandedFor(house, member.email);
  const runs = await runsToApprove(house, member);
  const standIn = await standInNow(house, member.email);
  const { timeControl } = house.config;
  const calls = await Promise.all(
    (await callsReadBy(house, member))
      .map((head) => summaryOf(head, house.clock.now()))
      .filter(({ isUnlisted }) => !isUnlisted)
      .slice(0, mostCalls)
      .map(async (call) => ({
        call,
        family: (await processOf(call.process)).family,
        figures: (await readFigures(house, call.id)).figures,
      })),
  );
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
        {inbox.count > few || Object.keys(filter).length > 0 || inbox.isLater ? (
          <FilterForm filter={filter} calls={known} kinds={kinds} view={view} />
        ) : null}
        <p class={tasks.length > 0 ? "govuk-body-l" : "govuk-body"}>
          {ui.say(saysOf(inbox, filter), { count: inbox.count, looked: lookedAt })}
          {inbox.overdue > 0 ? (
            <>
              {" "}
              <a class="govuk-link kelias-late" href={hrefOf({ ...filter, due: "overdue" })}>
                <Icon name="late" /> {ui.say("inbox.late", { count: inbox.overdue })}
              </a>
            </>
          ) : null}
        </p>
        {signed === undefined ? null : (
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={paths.papersToSign()}>
              {signed > 0 ? ui.say("together.link", { count: signed }) : ui.say("together.some")}
            </a>
          </p>
        )}
        {inbox.groups.length > 1 && !inbox.isLater ? (
          <>
            <InboxGroups groups={inbox.groups} calls={known} kinds={kinds} view={view} />
            <h2 class="govuk-heading-m">{ui.say("inbox.urgent")}</h2>
          </>
        ) : null}
        {tasks.length === 0 ? null : (
          <Answering outcomes={outcomes} view={view}>
            <TaskTable rows={listed} view={view} isPicked={outcomes.length > 0} />
          </Answering>
        )}
        <Pages
          first={inbox.isLater ? hrefOf(filter) : undefined}
          next={inbox.next === undefined ? undefined : hrefOf(filter, inbox.next)}
          ui={ui}
        />
        <QuestionTable waiting={await questionsFor(house, member.email)} view={view} />
        <RunsToApprove runs={runs} view={view} />
        <StrandedTable stranded={stranded} view={view} />
        <LinkList
          links={[
            { href: paths.stuck(), label: ui.say("stuck.title") },
            ...(asking.length > 0
              ? [{ href: paths.erasures(), label: ui.say("erasures.some", { count: asking.length }) }]
              : []),
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
          {calls.map(({ call, family, figures }) => (
            <li key={call.id}>
              <span>
                <FamilySign of={family} />
                <a class="govuk-link govuk-!-font-weight-bold" href={paths.consoleCall(call.id)}>
                  {call.title[view.language]}
                </a>
              </span>
              <span class="kelias-calls__when">
                <CallState state={call.state} ui={ui} /> ·{" "}
                {ui.say("console.call.cases", { count: figures.cases })}
                {figures.late > 0 ? (
                  <>
                    {" · "}
                    <Late>{ui.say("inbox.late", { count: figures.late })}</Late>
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </>
    ),
  });
});

interface Shown extends InboxOfKinds {
  /** It does not begin with the most urgent. */
  readonly isLater: boolean;
}

/** The inbox from a place in it on; a place that there is not is its beginning. */
const readFrom = (house: House, email: string, filter: InboxFilter, after?: string): Promise<Shown> =>
  fromCursor(
    async (from) => ({
      ...(await readInbox(house, email, { filter, after: from })),
      isLater: from !== undefined,
    }),
    after,
  );

/** How many there are, as far as that is known. */
function saysOf({ tasks, count, isMore, isLater }: Shown, filter: InboxFilter) {
  const isFiltered = Object.keys(filter).length > 0;
  if (tasks.length === 0 && isMore) return "console.filter.further";
  if (tasks.length === 0) return isFiltered ? "console.filter.none" : "console.inbox.none";
  if (isLater) return count === tasks.length && !isMore ? "console.inbox.last" : "console.inbox.later";
  if (!isMore) return "console.inbox.count";
  return isFiltered ? "console.filter.some" : "console.inbox.many";
}

const hrefOf = (filter: InboxFilter, after?: string): string => {
  const query = new URLSearchParams({ ...filter, ...(after === undefined ? {} : { after }) });
  return query.size > 0 ? `${paths.console()}?${query}` : paths.console();
};

/** How many papers wait for a signature, `0` where that was not counted; `undefined` where none does. */
async function toSign(
  kinds: ReadonlyMap<string, InboxTask>,
  groups: readonly InboxGroup[],
): Promise<number | undefined> {
  const signing = new Set<string>();
  for (const [kind, { process, state, part }] of kinds)
    if (asksToSign(await processOf(process), state, part)) signing.add(kind);
  if (signing.size === 0) return undefined;
  return groups.reduce((sum, { kind, count }) => (signing.has(kind) ? sum + count : sum), 0);
}

const isOwn = ({ assignee }: Task, member: StaffMember): boolean =>
  assignee !== undefined && isSamePerson(assignee, member);

/** The kinds of tasks that there are, by their titles. */
async function named(tasks: readonly InboxTask[], { language }: View): Promise<readonly Kind[]> {
  const some = new Map(tasks.map((task) => [kindOf(task), task]));
  const kinds = await Promise.all(
    [...some].map(async ([kind, task]) => ({ kind, title: await taskTitle(task, language) })),
  );
  return kinds.toSorted((a, b) => a.title.localeCompare(b.title, language));
}

async function listing(
  house: House,
  view: View,
  tasks: readonly InboxTask[],
  member: StaffMember,
): Promise<readonly Listing[]> {
  const refs = [...new Set(tasks.map(({ pk }) => pk))];
  const heads = await house.table.getMany(refs.map(headKey));
  const names = new Map(
    await Promise.all(
      heads.map(async (head, index) => {
        const known = head && headItem.parse(head);
        const name =
          known && isCall(known.pk) ? titleOf(known, house, view) : known && (await applicantIn(known));
        return [refs[index], name] as const;
      }),
    ),
  );
  const now = house.clock.now();
  return Promise.all(
    tasks.map(async (task) => {
      const id = idOf(task.pk);
      return {
        task,
        title: await taskTitle(task, view.language),
        href: taskPath(house.config.linkSecret, task, member.email),
        insteadOf: isOwn(task, member) ? undefined : task.assignee?.name,
        reassign:
          task.role !== undefined && digested.has(task.role) ? paths.reassign(...placeOf(task)) : undefined,
        about: {
          text: names.get(task.pk) ?? codeOf(task.pk),
          href: isCall(task.pk) ? paths.consoleCall(id) : paths.consoleCase(id),
        },
        urgency: urgencyOf(task, now),
      };
    }),
  );
}

const titleOf = (call: Head, { clock }: House, { language }: View): string =>
  summaryOf(call, clock.now()).title[language];

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
