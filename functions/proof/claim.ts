import { post, type Sums, sumsOf } from "../../workflows/blocks/ledger/ledger.ts";
import { processOf } from "../../workflows/catalogue.ts";
import type { Claim } from "../../workflows/kernel/money.ts";
import { summaryOf } from "../calls/calls.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { entriesOf, fundedCases } from "../payments/call-money.ts";
import type { Head } from "../store/items.ts";

/** What is claimed of the funder for one case. */
export interface ClaimRow {
  readonly loaded: LoadedCase;
  /** What the process says of it, in the order of its columns. */
  readonly said: readonly (string | number)[];
  readonly sums: Sums;
}

export interface PaymentClaim {
  readonly columns: Claim["columns"];
  readonly rows: readonly ClaimRow[];
  /** Of all rows together: those of the call's ledger. */
  readonly sums: Sums;
}

/**
 * The payment claim of a call: one row for each case for which money was promised or moved, with the sums of its own
 * ledger, so that the rows come to the ledger of the call. `undefined` for a process that claims nothing.
 */
export async function claimOf(
  house: Pick<House, "table" | "clock">,
  call: Head,
): Promise<PaymentClaim | undefined> {
  const { money } = processOf(summaryOf(call, house.clock.now()).process);
  if (!money) return undefined;
  const cases = await fundedCases(house, money, await entriesOf(house, call));
  const rows = cases.flatMap((loaded): ClaimRow[] => {
    const postings = post(money.events(loaded.file));
    return postings.length > 0
      ? [{ loaded, said: money.claim.row(loaded.file), sums: sumsOf(postings) }]
      : [];
  });
  return {
    columns: money.claim.columns,
    rows,
    sums: sumsOf(rows.flatMap(({ loaded }) => post(money.events(loaded.file)))),
  };
}
