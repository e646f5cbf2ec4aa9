import { answersTo } from "./answers.ts";
import type { CaseFile, Recorded } from "./case-file.ts";
import type { Entry } from "./entry.ts";
import { payment, recovery } from "./payment.ts";

interface Moved {
  readonly cents: number;
  readonly at: string;
  /** Whose money it is, where several are paid from one case: each purse is promised, settled and recovered by itself. */
  readonly purse?: string;
}

/** What happened to the money of one case. EUR cents, never negative; UTC instants. */
export type MoneyEvent =
  /** So much was promised by an agreement; a later one takes the place of an earlier one. */
  | (Moved & { readonly kind: "granted" })
  /** `payment` is its name, such as `advance` or `milestone-2`. */
  | (Moved & { readonly kind: "paid"; readonly payment: string })
  /** So much is due in all, when all was done or after what came in its place. */
  | (Moved & { readonly kind: "settled" })
  | (Moved & { readonly kind: "recovered" })
  /** Another person takes over. So much of what was paid stays with the one before for good; the rest must come back. */
  | (Moved & { readonly kind: "handedOver" })
  /** The road has ended, and with it what was promised and is not paid. */
  | { readonly kind: "closed"; readonly at: string };

/** A movement that a step's record stands for; the record says when. */
export type Worked = Omit<Moved, "at"> & { readonly kind: "granted" | "settled" | "handedOver" };

/** Whose account it is. The name as the bank knows it, the IBAN without blanks. */
export interface Account {
  readonly name: string;
  readonly iban: string;
}

/** What is said of a case to whoever funds the programme, besides what was paid: the same columns for every case. */
export interface Claim {
  /** Names among the process's words, `claim.<column>`. */
  readonly columns: readonly string[];
  /** Days local, amounts in EUR as text with two decimals. Asked only of cases for which something was worked out. */
  readonly row: (file: CaseFile) => readonly (string | number)[];
}

/** What finance is asked for in a state. It is worked out of the case as it stood before it was asked. EUR cents. */
export interface Due {
  readonly cents: (file: CaseFile) => number;
  /** Whose money it is, where several are paid from one case. */
  readonly purse?: string;
}

export interface Pays extends Due {
  /**
   * The kind of payment, by which words know it: `pays.<kind>` for one, `pays.<kind>.all` for the sum of all,
   * `pays.<kind>.about` for its receiver, and, where there are several, `pays.<kind>.stage` while it waits. Without dashes.
   */
  readonly payment: string;
  /** Which of several of its kind, such as `2` or `2027-autumn`; the words say it as `{number}`. */
  readonly number?: (file: CaseFile) => string;
}

/** How the money of a process is read from its cases. */
export interface Money {
  /** Can a case of this entry have money at all? No other is read for the call's sums. */
  readonly concerns: (entry: Entry) => boolean;
  /** What finance is asked to pay, by the state that asks. */
  readonly pays: Readonly<Record<string, Pays>>;
  /** What finance is asked to get back, by the state that asks. */
  readonly recovers?: Readonly<Record<string, Due>>;
  /** What a record of a step means for the money, if anything. */
  readonly worked: (record: Recorded) => Worked | undefined;
  /** Whom a payment goes to, by its name; whoever it is gives another account when the bank returns it. */
  readonly payee: (file: CaseFile, payment: string) => Account;
  /** The account of whoever takes part, by which their other cases are found too. */
  readonly ownIban?: (file: CaseFile) => string | undefined;
  /** The account that a call pays from; a call may leave it out, and then writes no payments file. */
  readonly payer: (call: Readonly<Record<string, unknown>>) => Account | undefined;
  readonly claim: Claim;
  /** What a call may spend, where it says so. EUR cents. */
  readonly budget: (call: Readonly<Record<string, unknown>>) => number | undefined;
}

/** The kinds of payments of a process, in the order in which it names them. */
export const paymentKinds = ({ pays }: Pick<Money, "pays">): readonly string[] => [
  ...new Set(Object.values(pays).map(({ payment: kind }) => kind)),
];

/** The kind of a payment, and which of several it is. */
export function kindOfPayment(name: string): { readonly kind: string; readonly number: string } {
  const dash = name.indexOf("-");
  return dash < 0 ? { kind: name, number: "" } : { kind: name.slice(0, dash), number: name.slice(dash + 1) };
}

/** A payment by its name, and how much it is. EUR cents. */
export interface Asked {
  readonly payment: string;
  readonly cents: number;
}

/** What finance is asked to pay in a state now; `undefined` where nothing is paid. */
export const askedIn = (money: Pick<Money, "pays">, file: CaseFile, state: string): Asked | undefined =>
  askedAt(money, file, { state, visit: Number.POSITIVE_INFINITY });

/** What finance was asked to pay in a visit of a state. */
export function askedAt(
  { pays }: Pick<Money, "pays">,
  file: CaseFile,
  { state, visit }: { readonly state: string; readonly visit: number },
): Asked | undefined {
  const asked = Object.hasOwn(pays, state) ? pays[state] : undefined;
  if (!asked) return undefined;
  const then = before(file, visit);
  const number = asked.number?.(then);
  return {
    payment: number === undefined ? asked.payment : `${asked.payment}-${number}`,
    cents: asked.cents(then),
  };
}

/** The case as it stood before a visit. What broke in on it is not taken away: a visit does not tell when it was said. */
function before(file: CaseFile, visit: number): CaseFile {
  if (visit === Number.POSITIVE_INFINITY) return file;
  const isEarlier = (one: { readonly visit: number }) => one.visit < visit;
  const byVisit = (a: { readonly visit: number }, b: { readonly visit: number }) => a.visit - b.visit;
  return {
    ...file,
    records: file.records.filter(isEarlier).toSorted(byVisit),
    answers: file.answers.filter(isEarlier).toSorted(byVisit),
  };
}

type Placed = readonly [visit: number, event: MoneyEvent];

/** What happened to the money of a case, oldest first. */
export function moneyEvents(
  money: Pick<Money, "pays" | "recovers" | "worked">,
  file: CaseFile,
): MoneyEvent[] {
  const worked = file.records.flatMap((record): Placed[] => {
    const moved = money.worked(record);
    return moved ? [[record.visit, { ...moved, at: record.at }]] : [];
  });
  const paid = answersTo(file, payment).flatMap(({ state, visit, at, outcome }): Placed[] => {
    // What the bank returned never left the account: it still waits to be paid.
    const asked = outcome === "paid" ? askedAt(money, file, { state, visit }) : undefined;
    return asked ? [[visit, { kind: "paid", ...asked, ...purseOf(money.pays[state]), at }]] : [];
  });
  const returned = answersTo(file, recovery).flatMap(({ state, visit, at }): Placed[] => {
    const due = money.recovers?.[state];
    return due
      ? [[visit, { kind: "recovered", cents: due.cents(before(file, visit)), ...purseOf(due), at }]]
      : [];
  });
  const events = [...worked, ...paid, ...returned].toSorted(([a], [b]) => a - b).map(([, event]) => event);
  const endedAt = file.entry?.ended && events.length > 0 ? file.entry.endedAt : undefined;
  return endedAt === undefined ? events : [...events, { kind: "closed", at: endedAt }];
}

const purseOf = (due: Due | undefined) => (due?.purse === undefined ? {} : { purse: due.purse });
