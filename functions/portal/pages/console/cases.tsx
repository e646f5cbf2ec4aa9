import { processOf } from "../../../../workflows/catalogue.ts";
import { printTime } from "../../../../workflows/facts/print.ts";
import { summaryOf } from "../../../calls/calls.ts";
import type { Cell } from "../../../documents/workbook.ts";
import { type CaseQuery, listed, readQuery, unsaid, writeQuery } from "../../../numbers/case-list.ts";
import { byMunicipality, byStage, stageKey } from "../../../numbers/counts.ts";
import { numbersOf } from "../../../numbers/load.ts";
import { moneyNames, moneyOf, type NumberedCase } from "../../../numbers/numbered-case.ts";
import { idOf } from "../../../store/keys.ts";
import type { Answer } from "../../answers.ts";
import { codeOf } from "../../codes.ts";
import { wordsOf } from "../../drafts.ts";
import { CaseFilter } from "../../parts/case-filter.tsx";
import { Downloads } from "../../parts/links.tsx";
import { DataTable, Rows } from "../../parts/table.tsx";
import { notFound } from "../../refusal.ts";
import { stageIn } from "../../stages.ts";
import type { UiKey } from "../../ui.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { fileOf } from "./exports.ts";
import { forStaff, type StaffVisit } from "./guard.tsx";

const onPage = 50;

/** The cases of a call, filtered and ordered by the address. */
export const showCases = forStaff(async (visit) => {
  const found = await listOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const { ui, language } = visit.view;
  const { callId, title, rows, query, ignored, stage } = found;
  const here = paths.casesOfCall(callId);
  const pages = Math.max(1, Math.ceil(rows.length / onPage));
  const at = Math.min(query.page, pages);
  const shown = rows.slice((at - 1) * onPage, at * onPage);
  const link = (change: Partial<CaseQuery>) => `${here}?${writeQuery(query, change)}`;
  const file = (kind: "csv" | "xlsx") => `${here}.${kind}?${writeQuery(query, { page: 1 })}&lang=${language}`;
  const heads: readonly (readonly [UiKey, CaseQuery["order"]])[] = [
    ["console.applicant", "name"],
    ["console.school", "school"],
    ["console.municipality", "municipality"],
    ["console.submitted", "submitted"],
    ["console.state", "stage"],
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
          here={here}
          view={visit.view}
        />
        <p class="govuk-body-l">{ui.say("cases.count", { count: rows.length })}</p>
        <ul class="govuk-list kelias-orders">
          {heads.map(([key, order]) => (
            <li key={order}>
              <a
                class={`govuk-link${query.order === order ? " kelias-orders__chosen" : ""}`}
                href={link({ order, isReversed: query.order === order && !query.isReversed, page: 1 })}
                {...(query.order === order ? { "aria-current": "true" as const } : {})}
              >
                {ui.say("cases.order", { by: ui.say(key).toLocaleLowerCase(language) })}
              </a>
            </li>
          ))}
        </ul>
        {shown.length === 0 ? null : (
          <DataTable
            caption={ui.say("console.cases")}
            captionSize="hidden"
            columns={[{ label: ui.say("task.code") }, ...heads.map(([key]) => ({ label: ui.say(key) }))]}
          >
            <Rows>
              {shown.map((one) => (
                <tr class="govuk-table__row" key={one.ref}>
                  <td class="govuk-table__cell">{codeOf(one.ref)}</td>
                  <td class="govuk-table__cell">
                    <a class="govuk-link" href={paths.consoleCase(idOf(one.ref))}>
                      {one.name}
                    </a>
                  </td>
                  <td class="govuk-table__cell">{one.school}</td>
                  <td class="govuk-table__cell">{one.municipality}</td>
                  <td class="govuk-table__cell">{printTime(one.submittedAt, language)}</td>
                  <td class="govuk-table__cell">{stage(one)}</td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        {pages > 1 ? (
          <nav aria-label={ui.say("cases.pages")}>
            <p class="govuk-body">
              {ui.say("cases.page", { page: at, pages })}{" "}
              {at > 1 ? (
                <a class="govuk-link" href={link({ page: at - 1 })}>
                  {ui.say("cases.previous")}
                </a>
              ) : null}{" "}
              {at < pages ? (
                <a class="govuk-link" href={link({ page: at + 1 })}>
                  {ui.say("cases.next")}
                </a>
              ) : null}
            </p>
          </nav>
        ) : null}
        <Downloads ui={ui} hrefOf={file} />
      </>
    ),
  });
});

/** The same list as a file, whole. */
export const downloadCases = (kind: "csv" | "xlsx") =>
  forStaff(async (visit): Promise<Answer> => {
    const found = await listOf(visit);
    if (!found) return refusalPage(visit.request, notFound);
    const { ui } = visit.view;
    return fileOf(kind, {
      name: `cases-${visit.at("id")}`,
      title: ui.say("console.cases"),
      header: columns.map((key) => ui.say(key)),
      rows: found.rows.map((one) => rowOf(one, found.stage(one))),
    });
  });

const columns = [
  "task.code",
  "console.applicant",
  "console.school",
  "console.municipality",
  "numbers.day",
  "console.state",
  ...moneyNames.map((name) => `numbers.${name}` as const),
] as const;

const rowOf = ({ ref, name, school, municipality, day, sums }: NumberedCase, stage: string): Cell[] => [
  codeOf(ref),
  name,
  school,
  municipality,
  { day },
  stage,
  ...moneyNames.map((name) => ({ cents: moneyOf({ sums })[name] })),
];

async function listOf({ house, request, view, at }: StaffVisit) {
  const found = await numbersOf(house, at("id"));
  if (!found) return undefined;
  const { call, cases } = found;
  const summary = summaryOf(call, house.clock.now());
  const process = processOf(summary.process);
  const words = await wordsOf(summary.process, view);
  const stage = (one: Pick<NumberedCase, "state" | "ended">) => stageIn(process, words, one.state, one.ended);
  const { query, ignored } = readQuery(request.query, cases);
  const some = new Map(cases.map((one) => [stageKey(one), one]));
  return {
    callId: summary.id,
    title: summary.title[view.language],
    rows: listed(cases, query),
    query,
    ignored,
    stage,
    stages: byStage(cases).flatMap(({ key }) => {
      const one = some.get(key);
      return one ? [{ value: key, label: stage(one) }] : [];
    }),
    municipalities: byMunicipality(cases).map(({ key }) => ({
      value: key || unsaid,
      label: key || view.ui.say("numbers.unsaid"),
    })),
  };
}
