import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { saidOfQuery } from "../exports/cases-file.ts";
import { isSmall, longestWorkbook } from "../exports/order.ts";
import { type CasePage, lengthOf, pageOfCases } from "../lines/case-list.ts";
import { type CaseQuery, readQuery, unsaid, writeQuery } from "../lines/case-query.ts";
import { readFigures } from "../lines/figures.ts";
import { codeOf } from "../reading/codes.ts";
import { postIn, postsOf } from "../reading/posts.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui, UiKey } from "../reading/ui.ts";
import { openedQuery, sealedQuery } from "../search/sealed-words.ts";
import type { Ordered } from "../store/export-item.ts";
import type { Figures } from "../store/figures-item.ts";
import { idOf } from "../store/keys.ts";
import type { Line } from "../store/line-item.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Downloads } from "../web/parts/links.tsx";
import { DataTable, Rows } from "../web/parts/table.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { giveFile } from "./files.tsx";
import { forStaff, type StaffVisit } from "./guard.ts";
import { CaseFilter } from "./parts/case-filter.tsx";
import { OrderFiles } from "./parts/order-file.tsx";

const filesOf = { csv: paths.casesCsv, xlsx: paths.casesXlsx };

/** Takes what a list is filtered by, and leads to the list, whose address has no name in it. Changes nothing. */
export const takeFilter = forStaff(async ({ house, request, at }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const said = [...post.value].flatMap(([name, [value = ""]]) =>
    inFilter.has(name) && value !== "" ? [[name, value]] : [],
  );
  const query = sealedQuery(house.config.linkSecret, String(new URLSearchParams(said)));
  return redirect(`${paths.casesOfCall(at("id"))}${query === "" ? "" : `?${query}`}`);
});

/** What a list of cases is filtered and ordered by. */
const inFilter: ReadonlySet<string> = new Set([
  ...["stage", "municipality", "post", "day", "waited", "money", "ended", "text"],
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
  const link = (change: Parameters<typeof writeQuery>[1]) => `${here}?${sealed(change)}`;
  const file = (kind: "csv" | "xlsx") => `${filesOf[kind](callId)}?${sealed(beginning)}&lang=${language}`;
  const isWorkbook = lengthOf(query, figures) <= longestWorkbook;
  const orders = (["csv", ...(isWorkbook ? (["xlsx"] as const) : [])] as const).map((format) =>
    orderOf(found, format, language),
  );
  const heads: readonly (readonly [UiKey, CaseQuery["order"]])[] = [
    ["console.applicant", "name"],
    ["console.school", "school"],
    ["console.municipality", "municipality"],
    ...(posts.size > 0 ? ([["console.post", "post"]] as const) : []),
    ["console.submitted", "submitted"],
    ["console.state", "stage"],
    ["console.due", "due"],
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
          here={here}
          view={visit.view}
        />
        {shown.total === undefined ? null : (
          <p class="govuk-body-l">{ui.say("cases.count", { count: shown.total })}</p>
        )}
        <ul class="govuk-list kelias-orders">
          {heads.map(([key, order]) => (
            <li key={order}>
              <a
                class={`govuk-link${query.order === order ? " kelias-orders__chosen" : ""}`}
                href={link({ ...beginning, order, isReversed: query.order === order && !query.isReversed })}
                {...(query.order === order ? { "aria-current": "true" as const } : {})}
              >
                {ui.say("cases.order", { by: ui.say(key).toLocaleLowerCase(language) })}
              </a>
            </li>
          ))}
        </ul>
        {shown.lines.length === 0 ? null : (
          <DataTable
            caption={ui.say("console.cases")}
            captionSize="hidden"
            stacks
            columns={[{ label: ui.say("task.code") }, ...heads.map(([key]) => ({ label: ui.say(key) }))]}
          >
            <Rows>
              {shown.lines.map((one) => (
                <tr class="govuk-table__row" key={one.ref}>
                  <td class="govuk-table__cell" data-label={ui.say("task.code")}>
                    {codeOf(one.ref)}
                  </td>
                  <td class="govuk-table__cell">
                    <a class="govuk-link" href={paths.consoleCase(idOf(one.ref))}>
                      {one.name}
                    </a>
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("console.school")}>
                    {one.school}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("console.municipality")}>
                    {one.municipality}
                  </td>
                  {posts.size > 0 ? (
                    <td class="govuk-table__cell" data-label={ui.say("console.post")}>
                      {postIn(posts, one.post)}
                    </td>
                  ) : null}
                  <td class="govuk-table__cell" data-label={ui.say("console.submitted")}>
                    {printTime(one.submittedAt, language)}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("console.state")}>
                    {stage(one)}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("console.due")}>
                    {one.due ? printTime(one.due.at, language) : "–"}
                  </td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        <PageLinks shown={shown} query={query} link={link} ui={ui} />
        {isSmall(figures) ? <Downloads ui={ui} hrefOf={file} /> : <OrderFiles files={orders} ui={ui} />}
        {isWorkbook ? null : <p class="govuk-hint">{ui.say("files.tooLong", { count: longestWorkbook })}</p>}
      </>
    ),
  });
});

/** Back to where a list begins. */
const beginning = { after: undefined, before: undefined } as const;

/** The ways from one page of a list to the others; what is not known without reading the whole list is not said. */
function PageLinks({
  shown: { after, before, lookedAt },
  query,
  link,
  ui,
}: {
  readonly shown: CasePage;
  readonly query: CaseQuery;
  readonly link: (change: Parameters<typeof writeQuery>[1]) => string;
  readonly ui: Ui;
}) {
  const isFirst = query.after === undefined && query.before === undefined;
  const ways = [
    ...(isFirst ? [] : [{ key: "cases.first" as const, href: link(beginning) }]),
    ...(before === undefined
      ? []
      : [{ key: "cases.previous" as const, href: link({ after: undefined, before }) }]),
    ...(after === undefined
      ? []
      : [
          {
            key: lookedAt === undefined ? ("cases.next" as const) : ("cases.lookOn" as const),
            href: link({ after, before: undefined }),
          },
        ]),
  ];
  if (ways.length === 0) return null;
  return (
    <nav aria-label={ui.say("cases.pages")}>
      {lookedAt === undefined ? null : (
        <p class="govuk-body">{ui.say("cases.lookedAt", { count: lookedAt })}</p>
      )}
      <p class="govuk-body">
        {ways.map(({ key, href }, index) => (
          <>
            {index > 0 ? " " : null}
            <a class="govuk-link" href={href} key={key}>
              {ui.say(key)}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
}

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

async function listOf({ house, request, view, at }: StaffVisit) {
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
