import { printAmount } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { unsaid } from "../lines/case-query.ts";
import type { CallMonitored } from "../monitoring/programme.ts";
import { type Measure, measures } from "../numbers/measures.ts";
import type { MoneyName } from "../numbers/money.ts";
import type { UiKey } from "../reading/ui.ts";
import { sealedQuery } from "../search/sealed-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff } from "./guard.ts";
import { programmeOf } from "./monitoring.tsx";
import { CallsTable } from "./parts/calls-table.tsx";

/** A figure of one call, as it is printed, with the filter of the list from which it was counted. */
interface Counted {
  readonly printed: string;
  readonly filter: Readonly<Record<string, string>>;
}
interface Behind {
  readonly title: string;
  readonly columns: readonly UiKey[];
  /** Of a call without any there is no line. */
  readonly of: (call: CallMonitored) => readonly Counted[];
}

const labels: Readonly<Record<Measure, UiKey>> = {
  rural: "monitoring.rural",
  achieved: "monitoring.achieved",
  rose: "monitoring.rose",
  askedLater: "monitoring.askedLater",
  usedLater: "monitoring.usedLater",
};

/** How many of a call count in a measure; from rural schools are meant those who have gone through. */
function countOf(measure: Exclude<Measure, "rural">, { figures: { achieved, later } }: CallMonitored) {
  const counts = {
    achieved: achieved.cases,
    rose: achieved.rose,
    askedLater: later.asked,
    usedLater: later.used,
  };
  return counts[measure];
}

const behindMeasure = (measure: Measure, { ui }: View): Behind => ({
  title: ui.say(labels[measure]),
  columns: ["console.count"],
  of: (call) => {
    if (measure !== "rural") {
      const count = countOf(measure, call);
      return count === 0 ? [] : [{ printed: String(count), filter: { measure } }];
    }
    return call.figures.stages.flatMap(({ key: stage, rural }) =>
      call.finishing.includes(stage) && rural > 0
        ? [{ printed: String(rural), filter: { stage, measure } }]
        : [],
    );
  },
});

const moneyShown = ["promised", "paid", "recovered"] as const satisfies readonly MoneyName[];

const behindMunicipality = (municipality: string, { ui, language }: View): Behind => ({
  title: municipality || ui.say("numbers.unsaid"),
  columns: ["numbers.promised", "numbers.paid", "numbers.recovered"],
  of: ({ figures }) => {
    const spent = figures.spent.find(({ key }) => key === municipality);
    const filter = { municipality: municipality || unsaid };
    return spent
      ? moneyShown.map((money) => ({
          printed: printAmount(spent[money], language),
          filter: { ...filter, money },
        }))
      : [];
  },
});

/** The calls behind a figure of the programme, each with the list of its cases: by a measure, or by the money of a municipality. */
export const showBehind = forStaff(async (visit) => {
  const { house, view, request } = visit;
  const { ui, language } = view;
  const measure = measures.find((name) => name === request.query.get("measure"));
  const municipality = request.query.get("municipality");
  const behind = measure
    ? behindMeasure(measure, view)
    : municipality === null
      ? undefined
      : behindMunicipality(municipality === unsaid ? "" : municipality, view);
  if (!behind) return refusalPage(request, notFound);
  const { title, columns, of } = behind;
  const rows = (await programmeOf(visit)).calls.flatMap((one) => {
    const counted = of(one);
    return counted.length === 0 ? [] : [{ call: one.call, counted }];
  });
  const listOf = (id: string, filter: Counted["filter"]) =>
    `${paths.casesOfCall(id)}?${sealedQuery(house.config.linkSecret, String(new URLSearchParams(filter)))}`;
  return page(view, {
    title,
    back: paths.monitoring(),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("monitoring.title")}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {rows.length === 0 ? (
          <p class="govuk-body">{ui.say("over.none")}</p>
        ) : (
          <CallsTable
            caption={ui.say("menu.calls")}
            columns={columns}
            view={view}
            rows={rows.map(({ call, counted }) => ({
              key: call.id,
              label: call.title[language],
              href: paths.consoleCall(call.id),
              // Several ends of one road stand in one cell.
              cells: columns.map((_, index) =>
                (columns.length === 1 ? counted : counted.slice(index, index + 1)).map(
                  ({ printed, filter }, at) => (
                    <>
                      {at > 0 ? " + " : ""}
                      <a class="govuk-link" href={listOf(call.id, filter)}>
                        {printed}
                      </a>
                    </>
                  ),
                ),
              ),
            }))}
          />
        )}
      </>
    ),
  });
});
