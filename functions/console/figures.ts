import { processOf } from "../../workflows/catalogue.ts";
import { printAmount, printDay } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { summaryOf } from "../calls/calls.ts";
import type { Cell } from "../documents/workbook.ts";
import type { House } from "../house.ts";
import { unsaid } from "../lines/case-query.ts";
import { moneyNames, moneyOf } from "../numbers/money.ts";
import { postIn, postsOf } from "../reading/posts.ts";
import { wordsOf } from "../reading/process-words.ts";
import { stageIn } from "../reading/stages.ts";
import type { Ui, UiKey } from "../reading/ui.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Head } from "../store/items.ts";
import type { Bar } from "../web/parts/bars.tsx";
import type { View } from "../web/view.ts";

/** A picture of a call in numbers: its bars, and each bar's cell in a file. */
export interface Figure {
  readonly title: string;
  readonly columns: readonly [UiKey, UiKey];
  readonly bars: readonly (Bar & { readonly cell: Cell })[];
}

/** All figures of a call, each bar with the address of the list of its cases. */
export async function figuresOf(
  house: Pick<House, "clock">,
  call: Head,
  figures: Figures,
  view: View,
): Promise<readonly Figure[]> {
  const { ui, language } = view;
  const summary = summaryOf(call, house.clock.now());
  const process = await processOf(summary.process);
  const words = await wordsOf(summary.process, view);
  const list = (query: Record<string, string>) =>
    `${paths.casesOfCall(summary.id)}?${new URLSearchParams(query)}`;
  const staged = (isEnded: boolean) =>
    figures.stages
      .filter(({ ended }) => ended === isEnded)
      .map(({ key, state, ended, count }) =>
        counted(key, stageIn(process, words, state, ended), count, list({ stage: key })),
      );
  return [
    {
      title: ui.say("numbers.byStage"),
      columns: ["console.state", "console.count"],
      bars: staged(false),
    },
    {
      title: ui.say("numbers.byEnding"),
      columns: ["console.state", "console.count"],
      bars: staged(true),
    },
    {
      title: ui.say("numbers.byDay"),
      columns: ["numbers.day", "console.count"],
      bars: figures.days.map(({ key, count }) =>
        counted(key, printDay(key, language), count, count > 0 ? list({ day: key }) : undefined),
      ),
    },
    {
      title: ui.say("numbers.byMunicipality"),
      columns: ["console.municipality", "console.count"],
      bars: figures.municipalities.map(({ key, count }) =>
        counted(key, key || ui.say("numbers.unsaid"), count, list({ municipality: key || unsaid })),
      ),
    },
    ...postsOfAll(figures, postsOf(process, words, ui), ui, list),
    {
      title: ui.say("numbers.waits"),
      columns: ["console.state", "numbers.median"],
      bars: figures.waits.map(({ state, median, longest, waiting }) => ({
        key: state,
        label: stageIn(process, words, state, false),
        value: median,
        drawn: days(median, ui),
        printed: ui.say("numbers.wait", { median: days(median, ui), longest: days(longest, ui), waiting }),
        href: list({ waited: state }),
        cell: Math.round(median * 10) / 10,
      })),
    },
    ...(process.money ? [moneyOfAll(figures, ui, list)] : []),
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

/** As what applicants work, in the order of the form; of a process that does not ask there is no such figure. */
function postsOfAll(
  { posts: counts }: Figures,
  posts: ReadonlyMap<string, string>,
  ui: Ui,
  list: (query: Record<string, string>) => string,
): readonly Figure[] {
  if (posts.size === 0) return [];
  const order = [...posts.keys(), ""];
  const bars = counts
    .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map(({ key, count }) =>
      counted(key, postIn(posts, key) || ui.say("numbers.unsaid"), count, list({ post: key || unsaid })),
    );
  return [{ title: ui.say("numbers.byPost"), columns: ["console.post", "console.count"], bars }];
}

const days = (value: number, { language }: Ui): string =>
  (Math.round(value * 10) / 10).toFixed(1).replace(".", language === "lt" ? "," : ".");

function moneyOfAll(figures: Figures, ui: Ui, list: (query: Record<string, string>) => string): Figure {
  return {
    title: ui.say("numbers.money"),
    columns: ["ledger.what", "ledger.amount"],
    bars: moneyNames.map((name) => {
      const cents = moneyOf(figures)[name];
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
