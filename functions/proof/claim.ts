import { post, type Sums, sumsOf } from "../../workflows/blocks/ledger/ledger.ts";
import { processOf } from "../../workflows/catalogue.ts";
import type { Claim } from "../../workflows/kernel/money.ts";
import { summaryOf } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { idIn, listPartition } from "../lines/keys.ts";
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

/** Of the ledger's sums, those that a funder asks for. */
export const claimSums = ["granted", "advance", "balance", "fee", "recovered", "committed"] as const;

/** What a claim says of each case; `undefined` for a process that claims nothing. */
export async function columnsOfClaim(
  house: Pick<House, "clock">,
  call: Head,
): Promise<Claim["columns"] | undefined> {
  const { money } = await processOf(summaryOf(call, house.clock.now()).process);
  return money?.claim.columns;
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
    const postings = post(money.events(loaded.file));
    return postings.length > 0
      ? [{ loaded, said: money.claim.row(loaded.file), sums: sumsOf(postings) }]
      : [];
  });
  return { rows, lookedAt: items.length, ...(next === undefined ? {} : { next }) };
}
