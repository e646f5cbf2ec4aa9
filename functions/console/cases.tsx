import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import { saidOfQuery } from "../exports/cases-file.ts";
import { isSmall, longestWorkbook } from "../exports/order.ts";
import { lengthOf, pageOfCases } from "../lines/case-list.ts";
import { type CaseQuery, readQuery, unsaid, writeQuery } from "../lines/case-query.ts";
import { readFigures } from "../lines/figures.ts";
import { postsOf } from "../reading/posts.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui } from "../reading/ui.ts";
import { openedQuery, sealedQuery } from "../search/sealed-words.ts";
import type { Ordered } from "../store/export-item.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Line } from "../store/line-item.ts";
import { viewsOf } from "../views/views.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Downloads } from "../web/parts/links.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { giveFile } from "./files.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";
import { Acting } from "./parts/acting.tsx";
import { columnOf, columnsAsked, columnsThere, type ListTelling } from "./parts/case-columns.tsx";
import { CaseFilter } from "./parts/case-filter.tsx";
import { beginning, PageLinks } from "./parts/case-pages.tsx";
import { CaseTable } from "./parts/case-table.tsx";
import { OrderFiles } from "./parts/order-file.tsx";
import { SavedViews } from "./parts/saved-views.tsx";

const filesOf = { csv: paths.casesCsv, xlsx: paths.casesXlsx };

/** Takes what a list is filtered by, and leads to the list, whose address has no name in it. Changes nothing. */
export const takeFilter = forStaff(async ({ house, request, at }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const said = [...post.value].flatMap(([name, [value = ""]]) =>
    inFilter.has(name) && value !== "" ? [[name, value]] : [],
  );
  const chosen = post.value.get("column") ?? [];
  const columns = chosen.length > 0 ? [["columns", chosen.join(",")]] : [];
  const query = sealedQuery(house.config.linkSecret, String(new URLSearchParams([...said, ...columns])));
  return redirect(`${paths.casesOfCall(at("id"))}${query === "" ? "" : `?${query}`}`);
});

/** What a list of cases is filtered and ordered by. */
const inFilter: ReadonlySet<string> = new Set([
  ...["stage", "municipality", "post", "day", "waited", "money", "measure", "ended", "text"],
  ...["order", "reversed"],
]);

/** The cases of a call, filtered and ordered by the address. */
export const showCases = forStaff(async (visit) => {
  const found = await listOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const { ui, language } = visit.view;
  const { callId, title, figures, query, ignored, stage, posts } = found;
  const here = paths.casesOfCall(callId);
  const shown = await pageOfCases(visit.house, callId, query, figures);
  const sealed = (change: Parameters<typeof writeQuery>[1]) =>
    sealedQuery(visit.house.config.linkSecret, writeQuery(query, change));
  const asked = visit.request.query.get("columns");
  const link = (change: Parameters<typeof writeQuery>[1]) =>
    `${here}?${sealed(change)}${asked === null ? "" : `&${new URLSearchParams({ columns: asked })}`}`;
  const file = (kind: "csv" | "xlsx") => `${filesOf[kind](callId)}?${sealed(beginning)}&lang=${language}`;
  const isWorkbook = lengthOf(query, figures) <= longestWorkbook;
  const orders = (["csv", ...(isWorkbook ? (["xlsx"] as const) : [])] as const).map((format) =>
    orderOf(found, format, language),
  );
  const telling: ListTelling = { view: visit.view, stage, posts, hasMoney: found.hasMoney };
  const columns = columnsAsked(asked, telling);
  const sortHref = (order: CaseQuery["order"]) =>
    link({ ...beginning, order, isReversed: query.order === order && !query.isReversed });
  const sorts = [
    { label: "console.applicant" as const, order: "name" as const },
    ...columns.map((name) => columnOf(name)),
  ];
  return page(visit.view, {
    title: ui.say("console.cases"),
    back: paths.consoleCall(callId),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{title}</span>
        <h1 class="govuk-heading-l">{ui.say("console.cases")}</h1>
        {ignored.length > 0 ? (
          <p class="govuk-inset-text">{ui.say("cases.ignored", { names: ignored.join(", ") })}</p>
        ) : null}
        <CaseFilter
          query={query}
          stages={found.stages}
          municipalities={found.municipalities}
          posts={found.postOptions}
          columns={{ all: columnsThere(telling), chosen: columns }}
          here={here}
          view={visit.view}
        />
        {shown.total === undefined ? null : (
          <p class="govuk-body-l">{ui.say("cases.count", { count: shown.total })}</p>
        )}
        <SavedViews
          views={await viewsOf(visit.house, callId, visit.member)}
          said={`${sealed(beginning)}${asked === null ? "" : `&${new URLSearchParams({ columns: asked })}`}`}
          callId={callId}
          member={visit.member}
          view={visit.view}
        />
        <ul class="govuk-list kelias-orders kelias-orders--narrow">
          {sorts.map(({ label, order }) =>
            order === undefined ? null : (
              <li key={order}>
                <a
                  class={`govuk-link${query.order === order ? " kelias-orders__chosen" : ""}`}
                  href={sortHref(order)}
                  {...(query.order === order ? { "aria-current": "true" as const } : {})}
                >
                  {ui.say("cases.order", { by: ui.say(label).toLocaleLowerCase(language) })}
                </a>
              </li>
            ),
          )}
        </ul>
        {shown.lines.length === 0 ? null : (
          <Acting
            isPossible={found.mayAct}
            callId={callId}
            list={sealed(beginning)}
            total={shown.total}
            view={visit.view}
          >
            <CaseTable
              lines={shown.lines}
              columns={columns}
              query={query}
              sortHref={sortHref}
              isPicked={found.mayAct}
              telling={telling}
            />
          </Acting>
        )}
        <PageLinks shown={shown} query={query} link={link} ui={ui} />
        {isSmall(figures) ? <Downloads ui={ui} hrefOf={file} /> : <OrderFiles files={orders} ui={ui} />}
        {isWorkbook ? null : <p class="govuk-hint">{ui.say("files.tooLong", { count: longestWorkbook })}</p>}
      </>
    ),
  });
});

/** The same list as a file, whole. */
export const downloadCases = (format: "csv" | "xlsx") =>
  forStaff(async (visit): Promise<Answer> => {
    const found = await listOf(visit);
    if (!found) return refusalPage(visit.request, notFound);
    return giveFile(visit, orderOf(found, format, visit.view.language));
  });

const orderOf = (
  { callId, query }: { readonly callId: string; readonly query: CaseQuery },
  format: "csv" | "xlsx",
  language: Language,
): Ordered => ({ callId, kind: "cases", format, language, said: saidOfQuery(query) });

async function listOf({ house, request, view, at, member }: StaffVisit) {
  const call = await loadCall(house, at("id"));
  if (!call) return undefined;
  const summary = summaryOf(call, house.clock.now());
  const process = await processOf(summary.process);
  const words = await wordsOf(summary.process, view);
  const { figures } = await readFigures(house, summary.id);
  const stage = (one: Pick<Line, "state" | "ended">) => stageIn(process, words, one.state, one.ended);
  const posts = postsOf(process, words, view.ui);
  return {
    callId: summary.id,
    title: summary.title[view.language],
    mayAct: rolesIn(call, member).has("coordinator"),
    hasMoney: process.money !== undefined,
    figures,
    ...readQuery(openedQuery(house.config.linkSecret, request.query), figures),
    stage,
    posts,
    postOptions: postOptions(posts, figures, view.ui),
    stages: figures.stages.map((one) => ({ value: one.key, label: stage(one) })),
    municipalities: figures.municipalities.map(({ key }) => ({
      value: key || unsaid,
      label: key || view.ui.say("numbers.unsaid"),
    })),
  };
}

/** What is asked, in the order of the form, as far as somebody said so; then those who said nothing. */
function postOptions(posts: ReadonlyMap<string, string>, figures: Figures, ui: Ui) {
  if (posts.size === 0) return [];
  const said = new Set(figures.posts.map(({ key }) => key));
  const options = [...posts].filter(([value]) => said.has(value)).map(([value, label]) => ({ value, label }));
  return said.has("") ? [...options, { value: unsaid, label: ui.say("numbers.unsaid") }] : options;
}
