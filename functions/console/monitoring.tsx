import { plan } from "../../workflows/kernel/facts/plan.ts";
import { printAmount } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { compare, comparedPlaces } from "../compared/figures.ts";
import { unsaid } from "../lines/case-query.ts";
import { namesOfForms } from "../monitoring/names.ts";
import { monitor } from "../monitoring/programme.ts";
import { monitoringRows } from "../monitoring/rows.ts";
import { callsReadBy } from "../search/search.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Bars } from "../web/parts/bars.tsx";
import { ComparedForms } from "../web/parts/compared-forms.tsx";
import { Downloads } from "../web/parts/links.tsx";
import { columnsIn, DataTable, RowHead, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { CallsTable } from "./parts/calls-table.tsx";
import { MoneyTable } from "./parts/money-table.tsx";
import { PeriodQuestion } from "./parts/period-question.tsx";

const filesOf = { csv: paths.monitoringCsv, xlsx: paths.monitoringXlsx };

export const programmeOf = async ({ house, member }: StaffVisit) =>
  monitor(house, await callsReadBy(house, member));

/** The programme over all calls and years that one may read: people by form, the objective's measures, forms compared, money. */
export const showMonitoring = forStaff(async (visit) => {
  const { house, view } = visit;
  const { ui, language } = view;
  const programme = await programmeOf(visit);
  const { forms, years, municipalities, achieved, later, published, calls } = programme;
  const behind = (said: Readonly<Record<string, string>>) =>
    `${paths.monitoringBehind()}?${new URLSearchParams(said)}`;
  const names = await namesOfForms(language);
  const nameOf = (form: string) => names.get(form) ?? form;
  const compared = compare(await comparedPlaces(house), [...names.keys()]);
  const title = ui.say("monitoring.title");
  const ofForm = (form: string) => paths.monitoringOfForm(form);
  const [rural, placed] = calls.reduce(([a, b], one) => [a + one.rural, b + one.placed], [0, 0]);
  const average = (sum: number) =>
    achieved.pupils === 0
      ? "–"
      : (sum / achieved.pupils).toFixed(1).replace(".", language === "lt" ? "," : ".");
  return page(view, {
    title,
    back: paths.consoleNumbers(),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("monitoring.about", { count: calls.length })}</p>
        <Downloads ui={ui} hrefOf={(kind) => `${filesOf[kind]()}?lang=${language}`} />
        <p class="govuk-body">
          <a class="govuk-link" href={paths.programmeFigures()}>
            {ui.say("monitoring.open")}
          </a>
        </p>
        <Bars
          title={ui.say("monitoring.people")}
          columns={["monitoring.form", "monitoring.finished"]}
          ui={ui}
          bars={forms.map(({ form, finished, going, planned }) => ({
            key: form,
            label: nameOf(form),
            value: finished,
            drawn: planned === undefined ? String(finished) : `${finished} / ${planned}`,
            printed:
              planned === undefined
                ? ui.say("monitoring.unplanned", { finished, going })
                : ui.say("monitoring.planned", {
                    finished,
                    going,
                    planned,
                    percent: Math.floor((100 * finished) / planned),
                  }),
            href: ofForm(form),
          }))}
        />
        <p class="govuk-hint">
          {ui.say("monitoring.sources")}{" "}
          {Object.entries(plan.forms)
            .map(([form, { participants, source }]) => `${nameOf(form)}: ${participants} (${source})`)
            .join("; ")}
        </p>
        <DataTable
          caption={ui.say("monitoring.measures")}
          columns={columnsIn(ui, "ledger.what", "console.count")}
        >
          <Rows>
            <Measure
              label={ui.say("monitoring.rural")}
              value={ui.say("monitoring.share", {
                count: rural,
                total: placed,
                percent: placed === 0 ? 0 : Math.floor((100 * rural) / placed),
              })}
              href={behind({ measure: "rural" })}
            />
            <Measure
              label={ui.say("monitoring.achieved")}
              value={ui.say("monitoring.achieved.value", {
                before: average(achieved.before),
                after: average(achieved.after),
                pupils: achieved.pupils,
              })}
              href={behind({ measure: "achieved" })}
            />
            <Measure
              label={ui.say("monitoring.rose")}
              value={ui.say("monitoring.of", { count: achieved.rose, total: achieved.cases })}
              href={behind({ measure: "rose" })}
            />
            <Measure
              label={ui.say("monitoring.usedLater")}
              value={ui.say("monitoring.of", { count: later.used, total: later.asked })}
              href={behind({ measure: "usedLater" })}
            />
            <Measure
              label={ui.say("monitoring.published")}
              value={String(published)}
              href={paths.publicLibrary()}
            />
          </Rows>
        </DataTable>
        <ComparedForms compared={compared} nameOf={nameOf} hrefOf={ofForm} view={view} />
        <h2 class="govuk-heading-l">{ui.say("menu.money")}</h2>
        {plan.budget ? (
          <p class="govuk-body">
            {ui.say("monitoring.budget", {
              paid: printAmount(
                forms.reduce((sum, { paid }) => sum + paid, 0),
                language,
              ),
              budget: printAmount(plan.budget.cents, language),
              source: plan.budget.source,
            })}
          </p>
        ) : null}
        <MoneyTable
          title={ui.say("monitoring.byForm")}
          of="monitoring.form"
          rows={forms.map((one) => ({
            ...one,
            key: one.form,
            label: nameOf(one.form),
            href: ofForm(one.form),
          }))}
          view={view}
        />
        <MoneyTable
          title={ui.say("monitoring.byCall")}
          of="console.filter.call"
          rows={calls.map((one) => ({
            ...one,
            key: one.call.id,
            label: one.call.title[language],
            href: paths.consoleCall(one.call.id),
          }))}
          view={view}
        />
        <MoneyTable
          title={ui.say("monitoring.byYear")}
          of="monitoring.year"
          rows={years.map((one) => ({
            ...one,
            label: one.key,
            href: `${paths.monitoringClaim()}?from=${one.key}-01-01&to=${one.key}-12-31`,
          }))}
          view={view}
        />
        <MoneyTable
          title={ui.say("monitoring.byMunicipality")}
          of="console.municipality"
          rows={municipalities.map((one) => ({
            ...one,
            label: one.key || ui.say("numbers.unsaid"),
            href: behind({ municipality: one.key || unsaid }),
          }))}
          view={view}
        />
        <PeriodQuestion view={view} title="claim.title" />
      </>
    ),
  });
});

function Measure({
  label,
  value,
  href,
}: {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}) {
  return (
    <tr class="govuk-table__row">
      <RowHead label={label} href={href} />
      <td class="govuk-table__cell">{value}</td>
    </tr>
  );
}

/** The calls behind the figures of a form, each with the lists of its cases. */
export const showForm = forStaff(async (visit) => {
  const { house, view, at, request } = visit;
  const { ui, language } = view;
  const names = await namesOfForms(language);
  const form = at("form");
  const name = names.get(form);
  if (name === undefined) return refusalPage(request, notFound);
  const { calls } = await programmeOf(visit);
  const own = calls.filter((one) => one.form === form);
  const places = (await comparedPlaces(house)).filter((place) => place.form === form);
  const asked = (id: string, moment: string): string => {
    const those = places.filter((place) => place.callId === id && place.moment === moment && place.counts);
    const sum = (of: "asked" | "answered") => those.reduce((all, place) => all + (place[of] ?? 0), 0);
    return those.length === 0
      ? "–"
      : ui.say("monitoring.of", { count: sum("answered"), total: sum("asked") });
  };
  return page(view, {
    title: name,
    back: paths.monitoring(),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("monitoring.title")}</span>
        <h1 class="govuk-heading-l">{name}</h1>
        {own.length === 0 ? <p class="govuk-body">{ui.say("over.none")}</p> : null}
        <CallsTable
          caption={ui.say("menu.calls")}
          columns={columns}
          view={view}
          rows={own.map(({ call, finished, going, finishing }) => ({
            key: call.id,
            label: call.title[language],
            href: paths.consoleCall(call.id),
            cells: [
              finishing.length === 0
                ? finished
                : finishing.map((stage, index) => (
                    <>
                      {index > 0 ? " + " : ""}
                      <a
                        class="govuk-link"
                        href={`${paths.casesOfCall(call.id)}?${new URLSearchParams({ stage })}`}
                      >
                        {countAt(own, call.id, stage)}
                      </a>
                    </>
                  )),
              <a class="govuk-link" href={`${paths.casesOfCall(call.id)}?ended=no`}>
                {going}
              </a>,
              asked(call.id, "end"),
              asked(call.id, "later"),
            ],
          }))}
        />
      </>
    ),
  });
});

const columns = [
  "monitoring.finished",
  "monitoring.going",
  "monitoring.answered.end",
  "monitoring.answered.later",
] as const;

const countAt = (
  calls: Awaited<ReturnType<typeof programmeOf>>["calls"],
  id: string,
  stage: string,
): number =>
  calls.find(({ call }) => call.id === id)?.figures.stages.find(({ key }) => key === stage)?.count ?? 0;

/** All of the programme's figures as a file, one a line. */
export const downloadMonitoring = (kind: "csv" | "xlsx") =>
  forStaff(async (visit): Promise<Answer> => {
    const { house, view } = visit;
    const { ui, language } = view;
    const names = await namesOfForms(language);
    const compared = compare(await comparedPlaces(house), [...names.keys()]);
    return fileOf(kind, {
      name: "monitoring",
      title: ui.say("monitoring.title"),
      header: [
        ui.say("numbers.figure"),
        ui.say("ledger.what"),
        ui.say("monitoring.measure"),
        ui.say("console.count"),
      ],
      rows: monitoringRows(await programmeOf(visit), compared, names, ui),
    });
  });
