import type { CaseFile, Entry } from "./case-file.ts";

/** A payment: of a grant a part before the journey, or what is left of it after; or the fee of whoever delivered. */
export type PaymentKind = "advance" | "balance" | "fee";

/** What happened to the money of one case. EUR cents, never negative; UTC instants. */
export type MoneyEvent =
  /** So much was promised by an agreement; a later one takes the place of an earlier one. */
  | { readonly kind: "granted"; readonly cents: number; readonly at: string }
  | { readonly kind: "paid"; readonly payment: PaymentKind; readonly cents: number; readonly at: string }
  /** So much is due in all, after the journey or after what came in its place. */
  | { readonly kind: "settled"; readonly cents: number; readonly at: string }
  | { readonly kind: "recovered"; readonly cents: number; readonly at: string }
  /** Another person takes over. So much of what was paid stays with the one before for good; the rest must come back. */
  | { readonly kind: "handedOver"; readonly cents: number; readonly at: string };

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

/** How the money of a process is read from its cases. */
export interface Money {
  /** Can a case of this entry have money at all? No other is read for the call's sums. */
  readonly concerns: (entry: Entry) => boolean;
  /** Oldest first. */
  readonly events: (file: CaseFile) => readonly MoneyEvent[];
  /** What finance is asked to pay in a state; `undefined` where nothing is paid. EUR cents. */
  readonly asked: (
    file: CaseFile,
    state: string,
  ) => { readonly payment: PaymentKind; readonly cents: number } | undefined;
  readonly payee: (file: CaseFile) => Account;
  /** The account that a call pays from; a call may leave it out, and then writes no payments file. */
  readonly payer: (call: Readonly<Record<string, unknown>>) => Account | undefined;
  readonly claim: Claim;
  /** What a call may spend, where it says so. EUR cents. */
  readonly budget: (call: Readonly<Record<string, unknown>>) => number | undefined;
}
