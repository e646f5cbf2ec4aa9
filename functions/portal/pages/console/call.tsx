import { decision, selectionRules } from "../../../../workflows/blocks/selection.ts";
import { processOf } from "../../../../workflows/catalogue.ts";
import { printTime } from "../../../../workflows/facts/print.ts";
import { loadCall, summaryOf } from "../../../calls/calls.ts";
import { loadCase } from "../../../cases/load.ts";
import { casesOf, type ListedCase, rolesIn } from "../../../cases/staff.ts";
import { moneyOfCall } from "../../../payments/call-money.ts";
import { idOf } from "../../../store/keys.ts";
import { caseWords } from "../../case-words.ts";
import { wordsOf } from "../../drafts.ts";
import { Adoptions } from "../../parts/adoptions.tsx";
import { CaseTable, MoneyOfCall, StateTable } from "../../parts/call-tables.tsx";
import { documentLinks } from "../../parts/documents.tsx";
import { LinkList } from "../../parts/links.tsx";
import { RankingTable } from "../../parts/ranking.tsx";
import { SummaryList } from "../../parts/summary.tsx";
import { notFound } from "../../refusal.ts";
import { stageIn } from "../../stages.ts";
import { page } from "../../view.ts";
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
  const { calledOff, staffWords, documents, loaded } = await ownWords(visit, head.pk);
  const isSelection = selectionRules.safeParse(head.data).success;
  const isCoordinator = rolesIn(head, visit.member).has("coordinator");
  const pages = [
    { href: paths.numbers(call.id), label: ui.say("numbers.title") },
    ...(isSelection
      ? [
          { href: paths.reviewers(call.id), label: ui.say("reviewers.title") },
          { href: paths.whatIf(call.id), label: ui.say("trial.title") },
          { href: paths.audit(call.id), label: ui.say("audit.title") },
        ]
      : []),
    ...(process.groups ? [{ href: paths.groups(call.id), label: ui.say("groups.title") }] : []),
    ...(isCoordinator ? [{ href: paths.clients(call.id), label: ui.say("clients.title") }] : []),
  ];
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
        {calledOff ? <p class="govuk-inset-text">{calledOff}</p> : null}
        <LinkList
          links={[
            ...pages,
            ...staffWords.map(({ name, title }) => ({ href: paths.sayOfCall(call.id, name), label: title })),
          ]}
        />
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
            {loaded ? <Adoptions loaded={loaded} words={words} ui={ui} /> : null}
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
  if (!loaded) return { calledOff: undefined, staffWords: [], documents: null, loaded };
  const words = await caseWords(loaded, visit.view.language);
  const last = loaded.head.interruptions.at(-1);
  const here = paths.consoleCall(idOf(ref));
  return {
    loaded,
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
