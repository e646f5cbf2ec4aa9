import { paidInAll, type Sums } from "../../workflows/kernel/ledger.ts";

/** What of a case's money people ask for first, in the order in which money moves. EUR cents. */
export const moneyNames = ["promised", "paid", "toPay", "recovered"] as const;
export type MoneyName = (typeof moneyNames)[number];

export const moneyOf = ({ sums }: { readonly sums: Sums }): Readonly<Record<MoneyName, number>> => ({
  promised: sums.granted,
  paid: paidInAll(sums),
  toPay: sums.toPay,
  recovered: sums.recovered,
});
