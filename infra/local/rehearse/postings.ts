import { loadCase } from "../../../functions/cases/load.ts";
import type { House } from "../../../functions/house.ts";
import { type Posting, postingsOf } from "../../../workflows/kernel/ledger.ts";
import type { Ledger } from "./ledger.ts";
import type { PersonRow } from "./people-file.ts";

/** One movement of money in somebody's case. EUR cents. */
export interface LedgerRow extends Posting {
  readonly applicant: string;
}

/** Every movement of the call's money, in the order of the file of people, then of time. */
export async function ledgerRows(
  { house, ledger }: { readonly house: House; readonly ledger: Ledger },
  people: readonly PersonRow[],
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (const person of people.toSorted((a, b) => a.line - b.line)) {
    const applied = ledger.resultOf(person.line);
    const loaded =
      applied?.outcome === "stored" && applied.ref ? await loadCase(house, applied.ref) : undefined;
    if (!loaded) continue;
    for (const posting of postingsOf(loaded.process.money, loaded.file))
      rows.push({ applicant: person.applicant, ...posting });
  }
  return rows;
}
