import type { MoneyEvent } from "../../kernel/money.ts";

/**
 * The accounts of a case. Money leaves the call's budget when it is promised and comes back when it is released or
 * returned: what is `committed` waits to be paid, what is `paid` stays with the participant, what is `recoverable`
 * was paid and must come back, and what is `kept` stays with somebody who took part before.
 */
type AccountName = "budget" | "committed" | "paid" | "recoverable" | "kept";

/** Money moved from one account of a case to another: nothing comes from nowhere. EUR cents, above zero. */
export interface Posting {
  readonly kind:
    | "granted"
    | "released"
    | "advance"
    | "balance"
    | "fee"
    | "recoveryDue"
    | "recovered"
    | "kept";
  readonly from: AccountName;
  readonly to: AccountName;
  readonly cents: number;
  /** UTC instant. */
  readonly at: string;
}

/** What the postings of a case, or of many, come to. EUR cents. */
export interface Sums {
  readonly granted: number;
  readonly advance: number;
  readonly balance: number;
  /** Paid to those who delivered. */
  readonly fee: number;
  /** What has come back. */
  readonly recovered: number;
  /** What was promised and is still to be paid. */
  readonly toPay: number;
  /** What was paid and must still come back. */
  readonly toRecover: number;
  /** What the budget bears: promised or paid, less what was released or came back. */
  readonly committed: number;
}

/**
 * The postings of one case, from what happened to its money, oldest first. What was paid above a promise is posted all
 * the same, out of the budget: a ledger tells what was done, also where it should not have been.
 */
export function post(events: readonly MoneyEvent[]): Posting[] {
  const postings: Posting[] = [];
  const held = { budget: 0, committed: 0, paid: 0, recoverable: 0, kept: 0 };
  const move = (
    kind: Posting["kind"],
    from: AccountName,
    to: AccountName,
    cents: number,
    at: string,
  ): void => {
    if (cents <= 0) return;
    held[from] -= cents;
    held[to] += cents;
    postings.push({ kind, from, to, cents, at });
  };
  /** Brings what waits to be paid to a sum, out of the budget or back into it. */
  const commit = (cents: number, at: string): void => {
    move("granted", "budget", "committed", cents - held.committed, at);
    move("released", "committed", "budget", held.committed - cents, at);
  };
  for (const event of events) {
    const { cents, at } = event;
    switch (event.kind) {
      case "granted":
        commit(Math.max(0, cents - held.paid), at);
        break;
      case "paid":
        commit(Math.max(cents, held.committed), at);
        move(event.payment, "committed", "paid", cents, at);
        break;
      case "settled":
        move("recoveryDue", "paid", "recoverable", held.paid - cents, at);
        move("released", "recoverable", "paid", Math.min(held.recoverable, cents - held.paid), at);
        commit(cents - held.paid, at);
        break;
      case "recovered":
        move("recoveryDue", "paid", "recoverable", cents - held.recoverable, at);
        move("recovered", "recoverable", "budget", cents, at);
        break;
      case "handedOver":
        move("recoveryDue", "paid", "recoverable", held.paid - cents, at);
        move("kept", "paid", "kept", held.paid, at);
        commit(0, at);
        break;
    }
  }
  return postings;
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
  return {
    granted: by("granted"),
    advance: by("advance"),
    balance: by("balance"),
    fee: by("fee"),
    recovered: by("recovered"),
    toPay: heldBy("committed", postings),
    toRecover: heldBy("recoverable", postings),
    committed: 0 - heldBy("budget", postings),
  };
}
