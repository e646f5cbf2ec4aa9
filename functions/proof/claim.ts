import { processOf } from "../../workflows/catalogue.ts";
import { postingsOf, type Sums, sumsOf } from "../../workflows/kernel/ledger.ts";
import { type Money, paymentKinds } from "../../workflows/kernel/money.ts";
import { summaryOf } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { idIn, listPartition } from "../lines/keys.ts";
import type { Messages } from "../reading/messages.ts";
import type { Ui } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { refOfCase } from "../store/keys.ts";

/** What is claimed of the funder for one case. */
export interface ClaimRow {
  readonly loaded: LoadedCase;
  /** What the process says of it, in the order of its columns. */
  readonly said: readonly (string | number)[];
  readonly sums: Sums;
}

/** Some rows of a claim. */
export interface ClaimPage {
  readonly rows: readonly ClaimRow[];
  /** How many cases were looked at: some of them may have had no money. */
  readonly lookedAt: number;
  /** Where the next page goes on. */
  readonly next?: string;
}

/** A sum that a funder asks for: one that all ledgers have, or what was paid of a kind, which the process has words for. */
export type ClaimSum = { readonly cents: (sums: Sums) => number } & (
  | { readonly name: "granted" | "toPay" | "recovered" | "committed" }
  | { readonly paid: string }
);

/**
 * Of the ledger's sums, those that a funder asks for. Those between what was granted and what the budget bears add up to what it
 * bears: what came back is taken off.
 */
export const claimSums = (money: Money): readonly ClaimSum[] => [
  { name: "granted", cents: ({ granted }) => granted },
  ...paymentKinds(money).map((kind) => ({ paid: kind, cents: ({ paid }: Sums) => paid[kind] ?? 0 })),
  { name: "toPay", cents: ({ toPay }) => toPay },
  { name: "recovered", cents: ({ recovered }) => 0 - recovered },
  { name: "committed", cents: ({ committed }) => committed },
];

/** What a sum is called; `words` are those of the process. */
export const nameOfSum = (sum: ClaimSum, ui: Ui, words: Messages): string =>
  "paid" in sum ? words.say(`pays.${sum.paid}.all`) : ui.say(`proof.${sum.name}`);

/** The money of a call of which something is claimed; `undefined` for a process that claims nothing. */
export async function claimedIn(house: Pick<House, "clock">, call: Head): Promise<Money | undefined> {
  return (await processOf(summaryOf(call, house.clock.now()).process)).money;
}

/** So many cases are read for one page. */
const claimedOnPage = 25;

/**
 * A page of the payment claim of a call, in the order of submission: one row for each case for which money was promised or moved,
 * with the sums of its own ledger, so that all rows come to the ledger of the call. Throws a `BadCursor` for an `after` of no page.
 */
export async function claimPage(
  house: Pick<House, "table">,
  { callId }: Head,
  { after }: { readonly after?: string | undefined } = {},
): Promise<ClaimPage> {
  const { items, next } = await house.table.page(listPartition(callId, "funded"), {
    limit: claimedOnPage,
    after,
  });
  const cases = await Promise.all(items.map(({ sk }) => loadCase(house, refOfCase(idIn(String(sk))))));
  const rows = cases.flatMap((loaded): ClaimRow[] => {
    const money = loaded?.process.money;
    if (!money) return [];
    const postings = postingsOf(money, loaded.file);
    return postings.length > 0
      ? [{ loaded, said: money.claim.row(loaded.file), sums: sumsOf(postings) }]
      : [];
  });
  return { rows, lookedAt: items.length, ...(next === undefined ? {} : { next }) };
}
