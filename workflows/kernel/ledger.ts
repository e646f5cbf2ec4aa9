import type { CaseFile } from "./case-file.ts";
import { kindOfPayment, type Money, type MoneyEvent, moneyEvents } from "./money.ts";

/**
 * The accounts of a case. Money leaves the call's budget when it is promised and comes back when it is released or
 * returned: what is `committed` waits to be paid, what is `paid` stays with whoever was paid, what is `recoverable`
 * was paid and must come back, and what is `kept` stays with somebody who took part before.
 */
type AccountName = "budget" | "committed" | "paid" | "recoverable" | "kept";

/** Money moved from one account of a case to another: nothing comes from nowhere. EUR cents, above zero. */
export interface Posting {
  readonly kind: "granted" | "released" | "paid" | "recoveryDue" | "recovered" | "kept";
  /** Which payment it was, by its name. */
  readonly payment?: string;
  readonly from: AccountName;
  readonly to: AccountName;
  readonly cents: number;
  /** UTC instant. */
  readonly at: string;
}

/** What a posting is called in files: a payment by its own name. */
export const nameOf = ({ kind, payment }: Posting): string => payment ?? kind;

/** What the postings of a case, or of many, come to. EUR cents. */
export interface Sums {
  readonly granted: number;
  /** What was paid, by the kind of payment. */
  readonly paid: Readonly<Record<string, number>>;
  /** What has come back. */
  readonly recovered: number;
  /** What was promised and is still to be paid. */
  readonly toPay: number;
  /** What was paid and must still come back. */
  readonly toRecover: number;
  /** What the budget bears: promised or paid, less what was released or came back. */
  readonly committed: number;
}

type Held = Record<AccountName, number>;
type Move = (kind: Posting["kind"], from: AccountName, to: AccountName, cents: number) => void;

/** The postings of a case, from what happened to its money, oldest first. */
export function postingsOf(money: Money | undefined, file: CaseFile): Posting[] {
  return money ? post(moneyEvents(money, file)) : [];
}

/**
 * What was paid above a promise is posted all the same, out of the budget: a ledger tells what was done, also where it should not
 * have been.
 */
export function post(events: readonly MoneyEvent[]): Posting[] {
  const postings: Posting[] = [];
  const purses = new Map<string, Held>();
  for (const event of events) {
    // The end of the road is the end of every purse.
    const named = event.kind === "closed" ? [...purses.keys()] : [event.purse ?? ""];
    for (const purse of named) {
      const held = purses.get(purse) ?? { budget: 0, committed: 0, paid: 0, recoverable: 0, kept: 0 };
      purses.set(purse, held);
      move(event, held, (kind, from, to, cents) => {
        if (cents <= 0) return;
        held[from] -= cents;
        held[to] += cents;
        const payment = kind === "paid" && event.kind === "paid" ? { payment: event.payment } : {};
        postings.push({ kind, ...payment, from, to, cents, at: event.at });
      });
    }
  }
  return postings;
}

function move(event: MoneyEvent, held: Held, moved: Move): void {
  /** Brings what waits to be paid to a sum, out of the budget or back into it. */
  const commit = (cents: number): void => {
    moved("granted", "budget", "committed", cents - held.committed);
    moved("released", "committed", "budget", held.committed - cents);
  };
  if (event.kind === "closed") {
    commit(0);
    return;
  }
  const { cents } = event;
  switch (event.kind) {
    case "granted":
      commit(Math.max(0, cents - held.paid));
      break;
    case "paid":
      commit(Math.max(cents, held.committed));
      moved("paid", "committed", "paid", cents);
      break;
    case "settled":
      moved("recoveryDue", "paid", "recoverable", held.paid - cents);
      moved("released", "recoverable", "paid", Math.min(held.recoverable, cents - held.paid));
      commit(cents - held.paid);
      break;
    case "recovered":
      moved("recoveryDue", "paid", "recoverable", cents - held.recoverable);
      moved("recovered", "recoverable", "budget", cents);
      break;
    case "handedOver":
      moved("recoveryDue", "paid", "recoverable", held.paid - cents);
      moved("kept", "paid", "kept", held.paid);
      commit(0);
      break;
  }
}

/** What an account holds after these postings. EUR cents. */
export const heldBy = (account: AccountName, postings: readonly Posting[]): number =>
  postings.reduce(
    (sum, { from, to, cents }) => sum + (to === account ? cents : 0) - (from === account ? cents : 0),
    0,
  );

/** What postings come to, of one case or of many together. */
export function sumsOf(postings: readonly Posting[]): Sums {
  const by = (kind: Posting["kind"]): number =>
    postings.reduce((sum, posting) => sum + (posting.kind === kind ? posting.cents : 0), 0);
  const paid: Record<string, number> = {};
  for (const { payment, cents } of postings) {
    if (payment === undefined) continue;
    const { kind } = kindOfPayment(payment);
    paid[kind] = (paid[kind] ?? 0) + cents;
  }
  return {
    granted: by("granted"),
    paid,
    recovered: by("recovered"),
    toPay: heldBy("committed", postings),
    toRecover: heldBy("recoverable", postings),
    committed: 0 - heldBy("budget", postings),
  };
}

/** Two sums together. */
export const added = (a: Sums, b: Sums): Sums => ({
  granted: a.granted + b.granted,
  paid: Object.fromEntries(
    [...new Set([...Object.keys(a.paid), ...Object.keys(b.paid)])].map((kind) => [
      kind,
      (a.paid[kind] ?? 0) + (b.paid[kind] ?? 0),
    ]),
  ),
  recovered: a.recovered + b.recovered,
  toPay: a.toPay + b.toPay,
  toRecover: a.toRecover + b.toRecover,
  committed: a.committed + b.committed,
});

/** All that was paid, whatever for. EUR cents. */
export const paidInAll = ({ paid }: Pick<Sums, "paid">): number =>
  Object.values(paid).reduce((sum, cents) => sum + cents, 0);
