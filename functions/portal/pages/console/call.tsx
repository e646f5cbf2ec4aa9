import { decision, selectionRules } from "../../../../workflows/blocks/selection.ts";
import { processOf } from "../../../../workflows/catalogue.ts";
import { printTime } from "../../../../workflows/facts/print.ts";
import { loadCall, summaryOf } from "../../../calls/calls.ts";
import { loadCase } from "../../../cases/load.ts";
import { casesOf, type ListedCase, rolesIn } from "../../../cases/staff.ts";
import { type CallMoney, moneyOfCall } from "../../../payments/call-money.ts";
import { idOf } from "../../../store/keys.ts";
import { caseWords } from "../../case-words.ts";
import { wordsOf } from "../../drafts.ts";
import { documentLinks } from "../../parts/documents.tsx";
import { HeldBack, LedgerTable } from "../../parts/ledger.tsx";
import { RankingTable } from "../../parts/ranking.tsx";
import { SummaryList } from "../../parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../../parts/table.tsx";
import { notFound } from "../../refusal.ts";
import { stageIn } from "../../stages.ts";
import { page, type View } from "../../view.ts";
import { paths, type Work } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff, type StaffVisit } from "./guard.tsx";
import { changesOf } from "./making/changes.tsx";
import { latestRanking } from "./ranking.ts";
import { wordsOfStaff } from "./say.tsx";

/** So many cases are drawn on a page. */
const onPage = 200;

/** One call: its dates, its cases by where they are, its ranking. `?state=` shows the cases of one state. */
export const showConsoleCall: Work = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const call = summaryOf(head, house.clock.now());
  const process = processOf(call.process);
  const words = await wordsOf(call.process, view);
  const cases = (await casesOf(house, call.id))
    .map((listed) => ({ listed, stage: stageIn(process, words, listed.state, listed.ended) }))
    .toSorted((a, b) => (a.listed.submittedAt < b.listed.submittedAt ? -1 : 1));
  const wanted = request.query.get("state");
  const chosen = wanted ? cases.filter(({ listed }) => listed.state === wanted) : cases;
  const from = Math.max(0, Number.parseInt(request.query.get("from") ?? "0", 10) || 0);
  const ranked = cases
    .map(({ listed }) => listed)
    .filter((listed) => positionOf(listed) !== undefined)
    .toSorted((a, b) => (positionOf(a) ?? 0) - (positionOf(b) ?? 0));
  const { calledOff, staffWords, documents } = await ownWords(visit, head.pk);
  const change = await changesOf(visit, head);
  const published = await latestRanking(house, head.pk);
  const money = await moneyOfCall(
    house,
    head,
    cases.map(({ listed }) => listed),
  );
  return page(view, {
    title: call.title[language],
    back: "/console",
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{call.title[language]}</h1>
        <SummaryList
          rows={[
            { label: ui.say("call.opens"), value: printTime(call.opensAt, language) },
            { label: ui.say("call.closes"), value: printTime(call.closesAt, language) },
            ...change.rows,
          ]}
        />
        {change.link}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.numbers(call.id)}>
            {ui.say("numbers.title")}
          </a>
        </p>
        {rolesIn(head, visit.member).has("coordinator") ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.clients(call.id)}>
              {ui.say("clients.title")}
            </a>
          </p>
        ) : null}
        {calledOff ? <p class="govuk-inset-text">{calledOff}</p> : null}
        {staffWords.map(({ name, title }) => (
          <p class="govuk-body" key={name}>
            <a class="govuk-link" href={paths.sayOfCall(call.id, name)}>
              {title}
            </a>
          </p>
        ))}
        {selectionRules.safeParse(head.data).success ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={paths.reviewers(call.id)}>
                {ui.say("reviewers.title")}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={paths.whatIf(call.id)}>
                {ui.say("trial.title")}
              </a>
            </li>
          </ul>
        ) : null}
        {process.groups ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.groups(call.id)}>
              {ui.say("groups.title")}
            </a>
          </p>
        ) : null}
        {cases.length === 0 ? (
          <p class="govuk-body">{ui.say("console.cases.none")}</p>
        ) : (
          <>
            <StateTable cases={cases} callId={call.id} view={view} />
            <CaseTable
              cases={chosen.slice(from, from + onPage)}
              view={view}
              more={
                from + onPage < chosen.length
                  ? `?${new URLSearchParams({ ...(wanted ? { state: wanted } : {}), from: String(from + onPage) })}`
                  : undefined
              }
            />
            {published === undefined ? null : (
              <p class="govuk-body">
                <a class="govuk-link" href={`${paths.consoleCall(call.id)}/ranking.json`} download>
                  {ui.say("console.ranking")}
                </a>
              </p>
            )}
            {documents}
            <RankingTable
              rows={ranked}
              telling={{ ui, words, lists: process.lists({ call: head.data ?? {}, records: [] }) }}
            />
            {money ? <MoneyOfCall money={money} callId={call.id} view={view} /> : null}
          </>
        )}
        {change.changes}
      </>
    ),
  });
});

/** What the call's own process lets this member of the staff say now, and what was said of it last. */
async function ownWords(visit: StaffVisit, ref: string) {
  const loaded = await loadCase(visit.house, ref);
  if (!loaded) return { calledOff: undefined, staffWords: [], documents: null };
  const words = await caseWords(loaded, visit.view.language);
  const last = loaded.head.interruptions.at(-1);
  const here = paths.consoleCall(idOf(ref));
  return {
    documents: await documentLinks(here, "coordinator", loaded, visit.view.language),
    calledOff: last && words.say(`interruption.${last.name}.said`),
    staffWords: wordsOfStaff(visit, loaded).map((name) => ({
      name,
      title: words.say(`${loaded.process.interruptions[name]?.form.id}.title`),
    })),
  };
}

const positionOf = (listed: ListedCase): number | undefined =>
  decision.safeParse(listed.decision).data?.position;

interface Staged {
  readonly listed: ListedCase;
  readonly stage: string;
}

function StateTable({
  cases,
  callId,
  view: { ui },
}: {
  readonly cases: readonly Staged[];
  readonly callId: string;
  readonly view: View;
}) {
  const counts = Map.groupBy(cases, ({ listed }) => listed.state);
  return (
    <DataTable
      caption={ui.say("console.states")}
      columns={[{ label: ui.say("console.state") }, { label: ui.say("console.count"), isNumeric: true }]}
    >
      <Rows>
        {[...counts].map(([state, staged]) => (
          <tr class="govuk-table__row" key={state}>
            <td class="govuk-table__cell">
              <a class="govuk-link" href={`${paths.consoleCall(callId)}?${new URLSearchParams({ state })}`}>
                {staged[0]?.stage}
              </a>
            </td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{staged.length}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** What the call's money comes to, and the way to its payment runs. */
const MoneyOfCall = ({
  money,
  callId,
  view,
}: {
  readonly money: CallMoney;
  readonly callId: string;
  readonly view: View;
}) => (
  <>
    <LedgerTable money={money} view={view} />
    <HeldBack money={money} view={view} />
    {money.payer ? (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.paymentRuns(callId)}>
          {view.ui.say("runs.title")}
        </a>
      </p>
    ) : null}
    <p class="govuk-body">
      <a class="govuk-link" href={paths.proof(callId)}>
        {view.ui.say("proof.title")}
      </a>
    </p>
  </>
);

function CaseTable({
  cases,
  view: { ui, language },
  more,
}: {
  readonly cases: readonly Staged[];
  readonly view: View;
  readonly more: string | undefined;
}) {
  return (
    <>
      <DataTable
        caption={ui.say("console.cases")}
        columns={columnsIn(
          ui,
          "console.applicant",
          "console.school",
          "console.municipality",
          "console.submitted",
          "console.state",
        )}
      >
        <Rows>
          {cases.map(({ listed, stage }) => (
            <tr class="govuk-table__row" key={listed.ref}>
              <td class="govuk-table__cell">
                <a class="govuk-link" href={paths.consoleCase(idOf(listed.ref))}>
                  {listed.applicantName}
                </a>
              </td>
              <td class="govuk-table__cell">{listed.school}</td>
              <td class="govuk-table__cell">{listed.municipality}</td>
              <td class="govuk-table__cell">{printTime(listed.submittedAt, language)}</td>
              <td class="govuk-table__cell">{stage}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more}>
            {ui.say("console.cases.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}
