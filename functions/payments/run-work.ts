import { loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { idIn, listPartition } from "../lines/keys.ts";
import type { Head } from "../store/items.ts";
import { refOfCase, runKey } from "../store/keys.ts";
import { preparedInbox, type Run, type RunTransfer, type RunWork, runItem } from "../store/run-item.ts";
import { refOfTransfer } from "./attempt.ts";
import { payingDay } from "./paying-day.ts";
import { tellFinance } from "./tell.ts";
import { letGo, noteTransfer, takeInto, transfersOf } from "./transfers.ts";
import { type Waiting, waitingIn } from "./waiting.ts";

type Parts = Pick<House, "table" | "clock" | "config">;

/** So many payments are looked at for one page of work. */
const onPage = 25;
/** Whoever works at a run says so; when nothing was heard for so long somebody else goes on. */
const leaseMillis = 2 * 60_000;

export interface Pace {
  readonly isOver: () => boolean;
  readonly turn: () => Promise<void>;
}

const untilDone: Pace = { isOver: () => false, turn: async () => {} };

/** The word that somebody works at a run, good for a while; where nobody does, a job takes it up. */
export const lease = ({ clock }: Pick<House, "clock">): string =>
  new Date(Date.parse(clock.now()) + leaseMillis).toISOString();

/**
 * Does what is still to be done to the payments of a run, a page at a time. Each page may be done again: a payment is taken into one
 * run once, and what a page comes to is stored with where the next begins. `again` when there was too little time, or when
 * somebody else is at it.
 */
export async function goOnWithRun(
  house: Parts,
  { callId, number }: Pick<Run, "callId" | "number">,
  { isOver, turn }: Pace = untilDone,
): Promise<"done" | "again"> {
  const key = runKey(callId, number);
  const call = await loadCall(house, callId);
  for (;;) {
    const item = await house.table.get(key);
    const run = item && runItem.parse(item);
    if (!call || !run?.work) return "done";
    const next = await pageOf(house, call, run, run.work);
    const { outcome } = await house.table.change(key, {
      ...next,
      add: { workStep: 1 },
      when: { workStep: { is: run.workStep } },
    });
    if (outcome === "refused") return "again";
    if (isOver()) return "again";
    await turn();
  }
}

type Next = { readonly set: Readonly<Record<string, unknown>>; readonly remove?: readonly string[] };

function pageOf(house: Parts, call: Head, run: Run, work: RunWork): Promise<Next> {
  switch (work.kind) {
    case "prepare":
      return preparePage(house, call, run, work);
    case "approve":
      return approvePage(house, call, run, work);
    case "release":
      return releasePage(house, run, work);
  }
}

const over = ["work", "pending", "pendingAt", "attempts"];
const waitsForFinance = ({ clock }: Pick<House, "clock">) => ({ inbox: preparedInbox, dueAt: clock.now() });
const goesOn = (house: Parts, work: RunWork): Next => ({ set: { work, pendingAt: lease(house) } });

async function preparePage(house: Parts, call: Head, run: Run, work: RunWork): Promise<Next> {
  const { refs, isWanted, next } = await candidates(house, run, work);
  let { count, cents } = work;
  for (const waiting of await waitingIn(house, call, refs)) {
    if (!isWanted(waiting)) continue;
    // Whoever was cut off here may have taken it before it was held.
    if (waiting.held) await letGo(house, run, waiting);
    if (waiting.held || !(await takeInto(house, run, waiting))) continue;
    await noteTransfer(house, run, waiting);
    count += 1;
    cents += waiting.cents;
  }
  const done = work.done + refs.length;
  if (next !== undefined) return goesOn(house, { ...work, after: next, done, count, cents });
  // Where others were quicker with every one of them there is nothing to decide on. What was taken before a cut is let go.
  if (count > 0) await tellFinance(house, call, run, { count, cents });
  const ended =
    count > 0
      ? { status: "prepared", ...waitsForFinance(house) }
      : { status: "sentBack", decidedAt: house.clock.now(), decidedBy: run.preparedBy };
  const set = { ...ended, transfers: count, count, cents };
  return count > 0 ? { set, remove: over } : releasing(house, set);
}

/** The cases that the next page of a run is made of. */
async function candidates(house: Parts, { callId }: Run, { chosen, after }: RunWork) {
  if (chosen) {
    const from = Number(after ?? 0);
    const ids = new Set(chosen.slice(from, from + onPage));
    const next = from + onPage < chosen.length ? String(from + onPage) : undefined;
    const refs = [...new Set([...ids].map(refOfTransfer))];
    return { refs, isWanted: ({ id }: Waiting) => ids.has(id), next };
  }
  const { items, next } = await house.table.page(listPartition(callId, "asked"), { limit: onPage, after });
  return { refs: items.map(({ sk }) => refOfCase(idIn(String(sk)))), isWanted: () => true, next };
}

async function approvePage(house: Parts, call: Head, run: Run, work: RunWork): Promise<Next> {
  const { transfers, next } = await transfersOf(house, run, { limit: onPage, after: work.after });
  const refs = [...new Set(transfers.map(({ ref }) => ref))];
  const asked = new Map((await waitingIn(house, call, refs)).map((one) => [one.id, one]));
  let { count, cents } = work;
  for (const { pk, sk, ...transfer } of transfers) {
    const leftOut = !isStillAsked(transfer, asked.get(transfer.id));
    if (leftOut !== (transfer.leftOut ?? false)) await house.table.change({ pk, sk }, { set: { leftOut } });
    if (leftOut) continue;
    count += 1;
    cents += transfer.cents;
  }
  const done = work.done + transfers.length;
  if (next !== undefined) return goesOn(house, { ...work, after: next, done, count, cents });
  if (count === 0) {
    return { set: { status: "prepared", ...waitsForFinance(house) }, remove: [...over, "decidedBy"] };
  }
  const now = house.clock.now();
  const approved = { status: "approved", decidedAt: now, payOn: payingDay(now), count, cents };
  return count === done ? { set: approved, remove: over } : releasing(house, approved);
}

const releasing = (house: Parts, set: Next["set"]): Next => ({
  set: { ...set, ...goesOn(house, { kind: "release", done: 0, count: 0, cents: 0 }).set },
});

const isStillAsked = (frozen: Pick<RunTransfer, "cents" | "to">, now: Waiting | undefined): boolean =>
  now?.cents === frozen.cents && now.to.iban === frozen.to.iban && now.held === undefined;

/** A run that was sent back lets all go, any other what is left out. */
async function releasePage(house: Parts, run: Run, work: RunWork): Promise<Next> {
  const { transfers, next } = await transfersOf(house, run, { limit: 4 * onPage, after: work.after });
  const freed = transfers.filter(({ leftOut }) => leftOut || run.status === "sentBack");
  await Promise.all(freed.map((transfer) => letGo(house, run, transfer)));
  if (next === undefined) return { set: {}, remove: over };
  return goesOn(house, { ...work, after: next, done: work.done + transfers.length });
}
