import { Temporal } from "temporal-polyfill";
import { post, type Sums, sumsOf } from "../../workflows/blocks/ledger/ledger.ts";
import { payment } from "../../workflows/blocks/payment.ts";
import { heldBack } from "../../workflows/blocks/reserve/places.ts";
import { decision, selectionRules } from "../../workflows/blocks/selection.ts";
import { processOf } from "../../workflows/catalogue.ts";
import { addWorkingDays, isWorkingDay, localDay } from "../../workflows/facts/calendar.ts";
import type { Account, Money } from "../../workflows/kernel/money.ts";
import { closedCountries } from "../../workflows/selection-call/call-off.ts";
import { summaryOf } from "../calls/calls.ts";
import { entryOf, type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { type EntryItem, entryItem, type Head } from "../store/items.ts";
import type { Transfer } from "./bank-file.ts";
import { transferOf } from "./transfer.ts";

/** The money of one call. EUR cents. */
export interface CallMoney {
  readonly sums: Sums;
  readonly budget: number | undefined;
  /** The account that is paid from; without one there is no file for the bank. */
  readonly payer: Account | undefined;
  /** Freed places that nobody gets because the budget does not bear them, and what is missing for each. */
  readonly heldBack: readonly { readonly country: string; readonly missingCents: number }[];
  /** What finance is asked to pay and has not marked as paid, in the order of the cases' identifiers. */
  readonly waiting: readonly Transfer[];
}

/** Reads the money of a call's cases; `undefined` for a process without money. `entries` are all cases of the call. */
export async function moneyOfCall(
  house: Pick<House, "table" | "clock">,
  call: Head,
  entries: readonly EntryItem[],
): Promise<CallMoney | undefined> {
  const now = house.clock.now();
  const { money } = processOf(summaryOf(call, now).process);
  if (!money) return undefined;
  const cases = await funded(house, entries);
  const on = payingDay(now);
  const rules = selectionRules.safeParse({ ...call.data, closedCountries: closedCountries(call) });
  return {
    sums: sumsOf(cases.flatMap(({ file }) => post(money.events(file)))),
    budget: money.budget(call.data ?? {}),
    payer: money.payer(call.data ?? {}),
    heldBack: rules.data?.budgetCents !== undefined ? heldBack(entries.map(entryOf), rules.data, now) : [],
    waiting: (await Promise.all(cases.map((loaded) => waitingOf(loaded, money, on)))).flat(),
  };
}

/** Every case of a call, by its identifier. */
export const entriesOf = async (house: Pick<House, "table">, call: Head): Promise<EntryItem[]> =>
  (await house.table.query(call.pk, "entry#")).map((item) => entryItem.parse(item));

const atOnce = 25;

/** The cases that were offered a place: no other has money. A few are read at once. */
async function funded(house: Pick<House, "table">, entries: readonly EntryItem[]): Promise<LoadedCase[]> {
  const offered = entries.filter((entry) => decision.safeParse(entry.decision).data?.kind === "offered");
  const loaded: (LoadedCase | undefined)[] = [];
  for (let from = 0; from < offered.length; from += atOnce) {
    const some = offered.slice(from, from + atOnce);
    loaded.push(...(await Promise.all(some.map(({ ref }) => loadCase(house, ref)))));
  }
  return loaded.filter((found) => found !== undefined);
}

/** A case that was broken off pays only what was asked since: its machine may not have heard of it yet. */
async function waitingOf(loaded: LoadedCase, money: Money, on: string): Promise<Transfer[]> {
  const { file, tasks } = loaded;
  if (file.entry?.ended) return [];
  const since = file.interruptions.at(-1)?.at ?? "";
  const asked = tasks
    .filter(({ kind, status, form }) => kind === "ask" && status === "open" && form === payment.id)
    .filter(({ openedAt }) => openedAt > since)
    .flatMap(({ state }) => money.asked(file, state) ?? [])
    .filter(({ cents }) => cents > 0);
  return Promise.all(asked.map((one) => transferOf(loaded, money, one, on)));
}

/** Banks pay on working days: today, or the next one. */
function payingDay(now: string): string {
  const today = localDay(Temporal.Instant.from(now));
  return (isWorkingDay(today) ? today : addWorkingDays(today, 1)).toString();
}
