import { processOf } from "../../workflows/catalogue.ts";
import { printAmount, printDay } from "../../workflows/facts/print.ts";
import { summaryOf } from "../calls/calls.ts";
import type { Cell } from "../documents/workbook.ts";
import type { House } from "../house.ts";
import { unsaid } from "../numbers/case-list.ts";
import { byDay, byMunicipality, byStage, stageKey, waits } from "../numbers/counts.ts";
import type { numbersOf } from "../numbers/load.ts";
import { moneyNames, moneyOf, type NumberedCase } from "../numbers/numbered-case.ts";
import { wordsOf } from "./drafts.ts";
import type { Bar } from "./parts/bars.tsx";
import { stageIn } from "./stages.ts";
import type { Ui, UiKey } from "./ui.ts";
import type { View } from "./view.ts";
import { paths } from "./visit.ts";

/** A picture of a call in numbers: its bars, and each bar's cell in a file. */
export interface Figure {
  readonly title: string;
  readonly columns: readonly [UiKey, UiKey];
  readonly bars: readonly (Bar & { readonly cell: Cell })[];
}

type Found = NonNullable<Awaited<ReturnType<typeof numbersOf>>>;

/** All figures of a call, each bar with the address of the list of its cases. */
export async function figuresOf(
  house: Pick<House, "clock">,
  { call, cases }: Found,
  view: View,
): Promise<readonly Figure[]> {
  const { ui, language } = view;
  const summary = summaryOf(call, house.clock.now());
  const process = processOf(summary.process);
  const words = await wordsOf(summary.process, view);
  const list = (query: Record<string, string>) =>
    `${paths.casesOfCall(summary.id)}?${new URLSearchParams(query)}`;
  const stages = new Map(cases.map((one) => [stageKey(one), stageIn(process, words, one.state, one.ended)]));
  const staged = (some: readonly NumberedCase[]) =>
    byStage(some).map(({ key, count }) => counted(key, stages.get(key) ?? key, count, list({ stage: key })));
  return [
    {
      title: ui.say("numbers.byStage"),
      columns: ["console.state", "console.count"],
      bars: staged(cases.filter(({ ended }) => !ended)),
    },
    {
      title: ui.say("numbers.byEnding"),
      columns: ["console.state", "console.count"],
      bars: staged(cases.filter(({ ended }) => ended)),
    },
    {
      title: ui.say("numbers.byDay"),
      columns: ["numbers.day", "console.count"],
      bars: byDay(cases).map(({ key, count }) =>
        counted(key, printDay(key, language), count, count > 0 ? list({ day: key }) : undefined),
      ),
    },
    {
      title: ui.say("numbers.byMunicipality"),
      columns: ["console.municipality", "console.count"],
      bars: byMunicipality(cases).map(({ key, count }) =>
        counted(key, key || ui.say("numbers.unsaid"), count, list({ municipality: key || unsaid })),
      ),
    },
    {
      title: ui.say("numbers.waits"),
      columns: ["console.state", "numbers.median"],
      bars: waits(cases).map(({ state, median, longest, waiting }) => ({
        key: state,
        label: stageIn(process, words, state, false),
        value: median,
        drawn: days(median, ui),
        printed: ui.say("numbers.wait", { median: days(median, ui), longest: days(longest, ui), waiting }),
        href: list({ waited: state }),
        cell: Math.round(median * 10) / 10,
      })),
    },
    ...(process.money ? [moneyOfAll(cases, ui, list)] : []),
  ];
}

const counted = (key: string, label: string, count: number, href?: string) => ({
  key,
  label,
  value: count,
  printed: String(count),
  href,
  cell: count,
});

const days = (value: number, { language }: Ui): string =>
  (Math.round(value * 10) / 10).toFixed(1).replace(".", language === "lt" ? "," : ".");

function moneyOfAll(
  cases: readonly NumberedCase[],
  ui: Ui,
  list: (query: Record<string, string>) => string,
): Figure {
  return {
    title: ui.say("numbers.money"),
    columns: ["ledger.what", "ledger.amount"],
    bars: moneyNames.map((name) => {
      const cents = cases.reduce((sum, one) => sum + moneyOf(one)[name], 0);
      const printed = printAmount(cents, ui.language);
      return {
        key: name,
        label: ui.say(`numbers.${name}`),
        value: cents,
        printed,
        cell: { cents },
        ...(cents === 0 ? {} : { href: list({ money: name }) }),
      };
    }),
  };
}
