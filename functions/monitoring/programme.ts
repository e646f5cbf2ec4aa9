import { processIds, processOf } from "../../workflows/catalogue.ts";
import { comparedAs, finishedBy } from "../../workflows/kernel/comparing.ts";
import { plan } from "../../workflows/kernel/facts/plan.ts";
import { type CallSummary, summaryOf } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { readFigures } from "../lines/figures.ts";
import { moneyOf } from "../numbers/money.ts";
import type { Figures } from "../store/figures-item.ts";
import type { Head } from "../store/items.ts";

/** Money of many cases. EUR cents. */
export interface Spent {
  readonly promised: number;
  readonly paid: number;
  readonly recovered: number;
}

/** How many cases, and how much money. */
export interface SpentBy extends Spent {
  readonly key: string;
  readonly cases: number;
}

/** A call, as the programme's figures count it (decision 100). */
export interface CallMonitored extends Spent {
  readonly call: CallSummary;
  readonly form: string;
  readonly figures: Figures;
  /** The stages, as addresses have them, in which a case has gone through its form. */
  readonly finishing: readonly string[];
  /** How many have gone through, how many are on their way, and of how many rural or not is known. */
  readonly finished: number;
  readonly going: number;
  readonly rural: number;
  readonly placed: number;
  /** What the call may spend, where it says so. */
  readonly budget: number | undefined;
}

/** A form, with all of its calls. */
export interface FormMonitored extends Spent {
  readonly form: string;
  readonly calls: readonly CallMonitored[];
  readonly finished: number;
  readonly going: number;
  /** How many cases money has moved in. */
  readonly cases: number;
  readonly planned: number | undefined;
  /** What its calls may spend, of those that say so. */
  readonly budget: number;
}

/** All that is counted of some calls together. */
export interface Programme {
  readonly calls: readonly CallMonitored[];
  /** In the order of the catalogue; those that have calls or a plan. */
  readonly forms: readonly FormMonitored[];
  readonly years: readonly SpentBy[];
  readonly municipalities: readonly SpentBy[];
  readonly achieved: Figures["achieved"];
  readonly later: Figures["later"];
  readonly published: number;
}

/** The programme's figures over calls: sums of what each call's figures say. */
export async function monitor(
  house: Pick<House, "table" | "clock">,
  heads: readonly Head[],
): Promise<Programme> {
  const calls = await Promise.all(heads.map((head) => monitorCall(house, head)));
  const sum = (of: (one: CallMonitored) => number) => sumOf(calls, of);
  return {
    calls,
    forms: processIds.flatMap((form) => {
      const own = calls.filter((one) => one.form === form);
      const planned = plan.forms[form]?.participants;
      return own.length === 0 && planned === undefined ? [] : [formOf(form, own, planned)];
    }),
    years: together(calls.map(({ figures }) => figures.years)),
    municipalities: together(calls.map(({ figures }) => figures.spent)),
    achieved: {
      cases: sum(({ figures }) => figures.achieved.cases),
      pupils: sum(({ figures }) => figures.achieved.pupils),
      before: sum(({ figures }) => figures.achieved.before),
      after: sum(({ figures }) => figures.achieved.after),
      rose: sum(({ figures }) => figures.achieved.rose),
    },
    later: {
      asked: sum(({ figures }) => figures.later.asked),
      used: sum(({ figures }) => figures.later.used),
    },
    published: sum(({ figures }) => figures.published),
  };
}

async function monitorCall(house: Pick<House, "table" | "clock">, head: Head): Promise<CallMonitored> {
  const call = summaryOf(head, house.clock.now());
  const [process, { figures }] = await Promise.all([processOf(call.process), readFigures(house, call.id)]);
  const by = finishedBy(process);
  const finished = figures.stages.filter(({ ended, state }) => ended && by.includes(state));
  const { promised: _, paid, recovered } = moneyOf(figures);
  return {
    call,
    form: comparedAs(process),
    figures,
    finishing: finished.map(({ key }) => key),
    finished: sumOf(finished, ({ count }) => count),
    going: by.length === 0 ? 0 : sumOf(figures.stages, ({ ended, count }) => (ended ? 0 : count)),
    rural: sumOf(finished, ({ rural }) => rural),
    placed: sumOf(finished, ({ placed }) => placed),
    promised: sumOf(figures.years, ({ promised }) => promised),
    paid,
    recovered,
    budget: process.money?.budget(head.data ?? {}),
  };
}

const formOf = (
  form: string,
  calls: readonly CallMonitored[],
  planned: number | undefined,
): FormMonitored => ({
  form,
  calls,
  planned,
  finished: sumOf(calls, ({ finished }) => finished),
  going: sumOf(calls, ({ going }) => going),
  cases: sumOf(calls, ({ figures }) => sumOf(figures.spent, ({ cases }) => cases)),
  promised: sumOf(calls, ({ promised }) => promised),
  paid: sumOf(calls, ({ paid }) => paid),
  recovered: sumOf(calls, ({ recovered }) => recovered),
  budget: sumOf(calls, ({ budget }) => budget ?? 0),
});

/** Sums of the same key together, in the order of keys. */
function together(all: readonly (readonly SpentBy[])[]): readonly SpentBy[] {
  return [...Map.groupBy(all.flat(), ({ key }) => key)]
    .map(([key, those]) => ({
      key,
      cases: sumOf(those, ({ cases }) => cases),
      promised: sumOf(those, ({ promised }) => promised),
      paid: sumOf(those, ({ paid }) => paid),
      recovered: sumOf(those, ({ recovered }) => recovered),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

export const sumOf = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

/** What was promised, paid and recovered in a call from one local day to another, both with it. */
export function movedBetween({ figures }: CallMonitored, from: string, to: string): Spent {
  const those = figures.moved.filter(({ key }) => key >= from && key <= to);
  return {
    promised: sumOf(those, ({ promised }) => promised),
    paid: sumOf(those, ({ paid }) => paid),
    recovered: sumOf(those, ({ recovered }) => recovered),
  };
}
