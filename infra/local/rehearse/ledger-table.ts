import { heldBy, type Posting, paidInAll, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { aligned } from "./table.ts";

/**
 * What the call's money came to, and whether the ledger balances: what left the budget is what stays with people, and
 * nothing waits to be paid or to come back.
 */
export function ledgerTable(postings: readonly Posting[]): string {
  const sums = sumsOf(postings);
  const { granted, paid, recovered, toPay, toRecover, committed } = sums;
  const stays = heldBy("paid", postings) + heldBy("kept", postings);
  const isEven = committed === stays + toPay + toRecover && paidInAll(sums) - recovered === stays + toRecover;
  const rows: readonly (readonly [string, number])[] = [
    ["granted", granted],
    ...Object.entries(paid),
    ["recovered", recovered],
    ["to pay", toPay],
    ["to recover", toRecover],
    ["stays with people", stays],
    ["borne by the budget", committed],
  ];
  const cells = rows.map(([name, cents]) => [name, (cents / 100).toFixed(2)]);
  const printed = aligned([["ledger", "EUR"], ...cells]).join("\n");
  const verdict = isEven && toPay === 0 && toRecover === 0 ? "in balance" : "NOT in balance";
  return `\n${printed}\nledger of ${postings.length} postings: ${verdict}\n`;
}
