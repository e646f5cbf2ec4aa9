import { processOf } from "../../workflows/catalogue.ts";
import { postingsOf, type Sums, sumsOf } from "../../workflows/kernel/ledger.ts";
import type { Account, Money } from "../../workflows/kernel/money.ts";
import type { HeldBack } from "../../workflows/kernel/selection/desk.ts";
import { summaryOf } from "../calls/calls.ts";
import { entryOf, type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { type EntryItem, entryItem, type Head } from "../store/items.ts";
import { heldBackIn } from "./held-back.ts";
import { payingDay } from "./paying-day.ts";
import { type Waiting, waitingOf } from "./waiting.ts";

/** The money of one call. EUR cents. */
export interface CallMoney {
  readonly sums: Sums;
  readonly budget: number | undefined;
  /** The account that is paid from; without one there is no file for the bank. */
  readonly payer: Account | undefined;
  /** Freed places that nobody gets because the budget does not bear them, and what is missing for each. */
  readonly heldBack: readonly HeldBack[];
  /** What finance is asked to pay and has not marked as paid, in the order of the cases' identifiers. */
  readonly waiting: readonly Waiting[];
}

/** Reads the money of a call's cases; `undefined` for a process without money. `entries` are all cases of the call. */
export async function moneyOfCall(
  house: Pick<House, "table" | "clock">,
  call: Head,
  entries: readonly EntryItem[],
): Promise<CallMoney | undefined> {
  const now = house.clock.now();
  const { money } = await processOf(summaryOf(call, now).process);
  if (!money) return undefined;
  const cases = await fundedCases(house, money, entries);
  const on = payingDay(now);
  return {
    sums: sumsOf(cases.flatMap(({ file }) => postingsOf(money, file))),
    budget: money.budget(call.data ?? {}),
    payer: money.payer(call.data ?? {}),
    heldBack: await heldBackIn(house, call),
    waiting: await waitingFor(cases, money, on),
  };
}

const waitingFor = async (cases: readonly LoadedCase[], money: Money, on: string): Promise<Waiting[]> =>
  (await Promise.all(cases.map((loaded) => waitingOf(loaded, money, on)))).flat();

/** Every case of a call, by its identifier. */
export const entriesOf = async (house: Pick<House, "table">, call: Head): Promise<EntryItem[]> =>
  (await house.table.query(call.pk, "entry#")).map((item) => entryItem.parse(item));

const atOnce = 25;

/** The cases that can have money, by what their process says of their entries. A few are read at once. */
async function fundedCases(
  house: Pick<House, "table">,
  { concerns }: Money,
  entries: readonly EntryItem[],
): Promise<LoadedCase[]> {
  const offered = entries.filter((entry) => concerns(entryOf(entry)));
  const loaded: (LoadedCase | undefined)[] = [];
  for (let from = 0; from < offered.length; from += atOnce) {
    const some = offered.slice(from, from + atOnce);
    loaded.push(...(await Promise.all(some.map(({ ref }) => loadCase(house, ref)))));
  }
  return loaded.filter((found) => found !== undefined);
}
