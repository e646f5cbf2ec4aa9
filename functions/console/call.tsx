import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paymentKinds } from "../../workflows/kernel/money.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { pageOfCases } from "../lines/case-list.ts";
import { deadlinesOf } from "../lines/deadlines.ts";
import { readFigures } from "../lines/figures.ts";
import { mayShow } from "../lines/keeping.ts";
import { caseWords } from "../reading/case-words.ts";
import { shownTo } from "../reading/facts.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import { heldBackIn } from "../reading/standing.ts";
import { idOf } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { adoptionsIn } from "../web/parts/adoptions.tsx";
import { documentLinks } from "../web/parts/documents.tsx";
import { Facts } from "../web/parts/facts.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { RankingTable, rankedAmong } from "../web/parts/ranking.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import type { Work } from "../web/visit.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { changesOf } from "./making/changes.tsx";
import { AsOf } from "./parts/as-of.tsx";
import { CallDeadlines } from "./parts/call-deadlines.tsx";
import { BudgetBar } from "./parts/call-money.tsx";
import { StandingTable } from "./parts/call-standing.tsx";
import { CaseTable, MoneyOfCall } from "./parts/call-tables.tsx";
import { latestRanking } from "./ranking.ts";
import { wordsOfStaff } from "./say.tsx";

/** So many of the cases that came last are named. */
const newest = 10;
/** So many days are looked ahead. */
const ahead = 7;

/** One call at a glance: where its cases stand, what is late, what comes, its money and its ranking; all else is a click away. */
export const showConsoleCall: Work = forStaff(async (visit) => {
  const { house, request, view, at } = visit;
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const { ui, language } = view;
  const call = summaryOf(head, house.clock.now());
  const process = await processOf(call.process);
  const words = await wordsOf(call.process, view);
  const { figures, heldBack } = await readFigures(house, call.id);
  const stage = (one: { readonly state: string; readonly ended: boolean }) =>
    stageIn(process, words, one.state, one.ended);
  const latest = { order: "submitted", isReversed: true } as const;
  const now = house.clock.now();
  const upTo = new Date(Date.parse(now) + ahead * 86_400_000).toISOString();
  const [cases, deadlines] = await Promise.all([
    pageOfCases(house, call.id, latest, figures, newest),
    deadlinesOf(house, call.id, { now, upTo }),
  ]);
  const rank = placeIn(request.query.get("rank"));
  const ranked = await pageOfCases(
    house,
    call.id,
    { order: "position", isReversed: false, ...(rank === undefined ? {} : { after: rank }) },
    figures,
  );
  const { lastSaid, staffWords, documents, shown, loaded } = await ownWords(visit, head.pk);
  const telling = process.selects && { selection: process.selects, words, ui };
  const adoptions = loaded && telling ? await adoptionsIn(loaded, telling) : null;
  const pages = [
    ...(telling
      ? [
          { href: paths.reviewers(call.id), label: ui.say("reviewers.title") },
          { href: paths.whatIf(call.id), label: ui.say("trial.title") },
          { href: paths.audit(call.id), label: ui.say("audit.title") },
        ]
      : []),
    ...(process.slots ? [{ href: paths.slotsOfCall(call.id), label: ui.say("slotsOf.title") }] : []),
    ...(mayShow(await processOf(head.process))
      ? [{ href: paths.publicOfCall(call.id), label: ui.say("public.ofCall") }]
      : []),
  ];
  const change = await changesOf(visit, head);
  const links = [
    ...change.links,
    ...pages,
    ...staffWords.map(({ name, title }) => ({ href: paths.sayOfCall(call.id, name), label: title })),
  ];
  const acts =
    links.length === 0 ? null : (
      <section>
        <h2 class="govuk-heading-m">{ui.say("acts.title")}</h2>
        <LinkList links={links} />
      </section>
    );
  const published = await latestRanking(house, head.pk);
  const { money } = process;
  return page(view, {
    title: call.title[language],
    back: paths.console(),
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
        {lastSaid ? <p class="govuk-inset-text">{lastSaid}</p> : null}
        {shown}
        {figures.cases === 0 ? (
          <>
            <p class="govuk-body">{ui.say("console.cases.none")}</p>
            {acts}
          </>
        ) : (
          <>
            <CallDeadlines
              deadlines={deadlines}
              count={figures.late}
              asked={(state) => stage({ state, ended: false })}
              callId={call.id}
              view={view}
            />
            <StandingTable
              stages={figures.stages}
              stage={stage}
              process={process}
              callId={call.id}
              view={view}
            />
            <AsOf at={figures.at} view={view} />
            {money ? (
              <BudgetBar
                sums={figures.sums}
                budget={money.budget(head.data ?? {})}
                callId={call.id}
                view={view}
              />
            ) : null}
            {acts}
            <CaseTable lines={cases.lines} stage={stage} view={view} more={paths.casesOfCall(call.id)} />
            {published === undefined ? null : (
              <p class="govuk-body">
                <a class="govuk-link" href={paths.rankingFile(call.id)} download>
                  {ui.say("console.ranking")}
                </a>
              </p>
            )}
            {documents}
            {adoptions}
            {telling ? (
              <RankingTable
                rows={rankedAmong(ranked.lines)}
                more={ranked.after && `?${new URLSearchParams({ rank: ranked.after })}`}
                telling={telling}
              />
            ) : null}
            {money ? (
              <MoneyOfCall
                money={{
                  sums: figures.sums,
                  budget: money.budget(head.data ?? {}),
                  payer: money.payer(head.data ?? {}),
                  kinds: paymentKinds(money),
                }}
                words={words}
                heldBack={telling ? heldBackIn(heldBack, telling) : []}
                callId={call.id}
                view={view}
              />
            ) : null}
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
  if (!loaded) return { lastSaid: undefined, staffWords: [], documents: null, shown: null, loaded };
  const words = await caseWords(loaded, visit.view.language);
  const last = loaded.head.interruptions.at(-1);
  const telling = { ui: visit.view.ui, words };
  return {
    loaded,
    shown: <Facts facts={shownTo("coordinator", loaded)} loaded={loaded} telling={telling} />,
    documents: await documentLinks(
      { document: (file) => paths.documentOfCall(idOf(ref), file) },
      "coordinator",
      loaded,
      visit.view.language,
    ),
    lastSaid: last && words.say(`interruption.${last.name}.said`),
    staffWords: wordsOfStaff(visit, loaded).map((name) => ({
      name,
      title: words.say(`${loaded.process.interruptions[name]?.form.id}.title`),
    })),
  };
}

/** The place in the order behind which the ranking goes on; anything else begins it at its beginning. */
const placeIn = (said: string | null): string | undefined =>
  said !== null && /^\d{7}#[0-9a-f]+$/.test(said) ? said : undefined;
