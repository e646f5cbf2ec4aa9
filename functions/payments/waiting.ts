import { processOf } from "../../workflows/catalogue.ts";
import type { Account, Money } from "../../workflows/kernel/money.ts";
import { namesOf } from "../../workflows/kernel/moved.ts";
import { cursorOf } from "../adapters/cursor.ts";
import { summaryOf } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { idIn, lineKey, listPartition } from "../lines/keys.ts";
import type { Hold } from "../store/hold-item.ts";
import type { Head } from "../store/items.ts";
import { payingKey, refOfCase } from "../store/keys.ts";
import { lineItem } from "../store/line-item.ts";
import { payingItem } from "../store/run-item.ts";
import { askedPayments } from "./asked.ts";
import { attemptOf } from "./attempt.ts";
import type { Transfer } from "./bank-file.ts";
import { type WhyHeld, whyHeld } from "./held.ts";
import { holdOn } from "./holds.ts";
import { payingDay } from "./paying-day.ts";
import { payingKeys } from "./paying-keys.ts";
import { transferOf } from "./transfer.ts";

type Parts = Pick<House, "table" | "clock">;

/** A payment that a state of a case asks for. */
export type Waiting = Transfer & {
  readonly ref: string;
  readonly state: string;
  /** What that state was called before. */
  readonly calledBefore?: readonly string[];
  /** Why no run takes it. */
  readonly held?: WhyHeld;
  /** Where it may have been made already: what tells so, and what was decided. */
  readonly hold?: Hold;
};

/** The account that a call pays from; without one it has no runs. */
export async function payerOf(house: Pick<House, "clock">, call: Head): Promise<Account | undefined> {
  const { money } = await processOf(summaryOf(call, house.clock.now()).process);
  return money?.payer(call.data ?? {});
}

/** What a case waits to be paid, whether or not a run has it. `on`: the day on which the bank is asked to pay. */
export const waitingOf = (loaded: LoadedCase, money: Money, on: string): Promise<Waiting[]> =>
  Promise.all(
    askedPayments(loaded, money).map(async (asked) => {
      const attempt = attemptOf(loaded, money, asked.payment);
      const transfer = await transferOf(loaded, money, { ...asked, attempt }, on);
      const hold = holdOn(loaded, asked.state, transfer.id);
      const held = hold ? "mayBePaid" : await whyHeld(transfer.to);
      const [, ...calledBefore] = namesOf(loaded.process, asked.state);
      return {
        ...transfer,
        ref: loaded.head.pk,
        state: asked.state,
        ...(calledBefore.length > 0 ? { calledBefore } : {}),
        ...(held ? { held } : {}),
        ...(hold ? { hold } : {}),
      };
    }),
  );

/** What these cases of a call wait to be paid, in their order. A few are read at once. */
export async function waitingIn(
  house: Parts,
  call: Head,
  refs: readonly string[],
): Promise<readonly Waiting[]> {
  const { money } = await processOf(summaryOf(call, house.clock.now()).process);
  if (!money) return [];
  const on = payingDay(house.clock.now());
  const found: Waiting[] = [];
  for (let from = 0; from < refs.length; from += 25) {
    const cases = await Promise.all(refs.slice(from, from + 25).map((ref) => loadCase(house, ref)));
    for (const loaded of cases)
      if (loaded?.head.callId === call.callId) found.push(...(await waitingOf(loaded, money, on)));
  }
  return found;
}

/** Of these payments those that no run has. */
export async function untaken(
  { table }: Pick<House, "table">,
  { callId }: Head,
  waiting: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const asked = waiting.flatMap((one) => payingKeys(callId, one).map((key) => ({ one, key })));
  const items = await table.getMany(asked.map(({ key }) => key));
  const taken = new Set(asked.flatMap(({ one }, index) => (isFree(items[index]) ? [] : [one])));
  return waiting.filter((one) => !taken.has(one));
}

const isFree = (item: unknown): boolean => item === undefined || payingItem.parse(item).run === 0;

/** A part of the list of what waits to be put into a run. */
export interface WaitingPage {
  readonly waiting: readonly Waiting[];
  readonly next?: string;
}

/** So many payments are on a page, and so many cases are looked at for it: most of them may be in runs. */
const onPage = 25;
const atOnce = 100;
const most = 300;

/** A page of what waits to be paid and is in no run, in the order of submission. Throws a `BadCursor` for an `after` of no page. */
export async function waitingPage(house: Parts, call: Head, after: string | undefined): Promise<WaitingPage> {
  if (!(await payerOf(house, call))) return { waiting: [] };
  const pk = listPartition(call.callId, "asked");
  const refs: string[] = [];
  let at = after;
  for (let lookedAt = 0; lookedAt < most && refs.length < onPage; ) {
    const { items, next } = await house.table.page(pk, {
      limit: lookedAt === 0 ? onPage : atOnce,
      after: at,
    });
    const places = items.map(({ sk }) => String(sk));
    const free = await inNoRun(house, call.callId, places);
    const taken = free.slice(0, onPage - refs.length);
    refs.push(...taken.map((place) => refOfCase(idIn(place))));
    lookedAt += items.length;
    const last = taken.at(-1);
    // Where not all that is free fits on the page, the next one begins behind the last that does.
    at = taken.length < free.length && last !== undefined ? cursorOf({ pk, sk: last }) : next;
    if (at === undefined) break;
  }
  const waiting = await untaken(house, call, await waitingIn(house, call, refs));
  return { waiting, ...(at === undefined ? {} : { next: at }) };
}

/** Of these places in the list those of cases of which a question for a payment is in no run, as far as their lines know. */
async function inNoRun(
  { table }: Pick<House, "table">,
  callId: string,
  places: readonly string[],
): Promise<readonly string[]> {
  const lines = await table.getMany(places.map((place) => lineKey(callId, refOfCase(idIn(place)))));
  const asked = lines.flatMap((item, index) => {
    const states = item ? lineItem.parse(item).line.asked : [];
    return states.map((state) => ({ place: places[index] ?? "", state }));
  });
  const taken = await table.getMany(
    asked.map(({ place, state }) => payingKey(callId, refOfCase(idIn(place)), state)),
  );
  const free = new Set(asked.flatMap(({ place }, index) => (isFree(taken[index]) ? [place] : [])));
  return places.filter((place) => free.has(place));
}
