import { processOf } from "../../../../workflows/catalogue.ts";
import { printAmount, printDay } from "../../../../workflows/facts/print.ts";
import { summaryOf } from "../../../calls/calls.ts";
import { byDay, byMunicipality, byStage, stageKey, waits } from "../../../numbers/counts.ts";
import { numbersOf } from "../../../numbers/load.ts";
import type { NumberedCase } from "../../../numbers/numbered-case.ts";
import { wordsOf } from "../../drafts.ts";
import { type Bar, Bars } from "../../parts/bars.tsx";
import { notFound } from "../../refusal.ts";
import { stageIn } from "../../stages.ts";
import type { Ui } from "../../ui.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff } from "./guard.tsx";

/** A call in numbers: applications by day and municipality, where the cases are, days waited, money; each with its list. */
export const showNumbers = forStaff(async ({ house, request, view, at }) => {
  const found = await numbersOf(house, at("id"));
  if (!found) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { call, cases } = found;
  const summary = summaryOf(call, house.clock.now());
  const process = processOf(summary.process);
  const words = await wordsOf(summary.process, view);
  const list = (query: Record<string, string>) =>
    `${paths.casesOfCall(summary.id)}?${new URLSearchParams(query)}`;
  const stages = new Map(cases.map((one) => [stageKey(one), stageIn(process, words, one.state, one.ended)]));
  const stageOf = (state: string) => stageIn(process, words, state, false);
  return page(view, {
    title: ui.say("numbers.title"),
    back: paths.consoleCall(summary.id),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{summary.title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("numbers.title")}</h1>
        <p class="govuk-body-l">
          <a class="govuk-link" href={paths.casesOfCall(summary.id)}>
            {ui.say("numbers.cases", { count: cases.length })}
          </a>
        </p>
        <Bars
          title={ui.say("numbers.byStage")}
          columns={["console.state", "console.count"]}
          bars={byStage(cases).map(({ key, count }) =>
            bar(stages.get(key) ?? key, count, list({ stage: key })),
          )}
          ui={ui}
        />
        <Bars
          title={ui.say("numbers.byDay")}
          columns={["numbers.day", "console.count"]}
          bars={byDay(cases).map(({ key, count }) =>
            bar(printDay(key, language), count, count > 0 ? list({ day: key }) : undefined),
          )}
          ui={ui}
        />
        <Bars
          title={ui.say("numbers.byMunicipality")}
          columns={["console.municipality", "console.count"]}
          bars={byMunicipality(cases).map(({ key, count }) =>
            bar(
              key === "" ? ui.say("numbers.unsaid") : key,
              count,
              key === "" ? undefined : list({ municipality: key }),
            ),
          )}
          ui={ui}
        />
        <Bars
          title={ui.say("numbers.waits")}
          columns={["console.state", "numbers.median"]}
          bars={waits(cases).map(({ state, median, longest, waiting }) => ({
            label: stageOf(state),
            value: median,
            drawn: days(median, ui),
            printed: ui.say("numbers.wait", {
              median: days(median, ui),
              longest: days(longest, ui),
              waiting,
            }),
            ...(stages.has(state) ? { href: list({ stage: state }) } : {}),
          }))}
          ui={ui}
        />
        {process.money ? <Bars {...moneyBars(cases, ui)} /> : null}
      </>
    ),
  });
});

const bar = (label: string, count: number, href?: string): Bar => ({
  label,
  value: count,
  printed: String(count),
  href,
});

const days = (value: number, { language }: Ui): string =>
  (Math.round(value * 10) / 10).toFixed(1).replace(".", language === "lt" ? "," : ".");

/** The sums that people ask for first, in the order in which money moves. */
function moneyBars(cases: readonly NumberedCase[], ui: Ui) {
  const sum = (of: (one: NumberedCase) => number) => cases.reduce((total, one) => total + of(one), 0);
  const sums = {
    promised: sum(({ sums: own }) => own.granted),
    paid: sum(({ sums: own }) => own.advance + own.balance + own.fee),
    toPay: sum(({ sums: own }) => own.toPay),
    recovered: sum(({ sums: own }) => own.recovered),
  };
  const names = ["promised", "paid", "toPay", "recovered"] as const;
  return {
    title: ui.say("numbers.money"),
    columns: ["ledger.what", "ledger.amount"] as const,
    bars: names.map((name) => ({
      label: ui.say(`numbers.${name}`),
      value: sums[name],
      printed: printAmount(sums[name], ui.language),
    })),
    ui,
  };
}
