import type { House } from "../house.ts";
import type { Run } from "../store/run-item.ts";
import { bankFile, type Transfer } from "./bank-file.ts";
import { allTransfers } from "./transfers.ts";

/** Is there a file for the bank of a run, by how it stands? */
export const hasFile = ({ status }: Pick<Run, "status">): boolean =>
  status === "approved" || status === "marked";

/** The file for the bank of an approved run, the same bytes each time; `undefined` for any other run. */
export async function fileOf(house: Pick<House, "table">, run: Run): Promise<string | undefined> {
  const { payOn, decidedAt, payer } = run;
  if (!hasFile(run) || !payOn || !decidedAt) return undefined;
  const made: Transfer[] = [];
  for await (const { id, to, cents, about, leftOut } of allTransfers(house, run))
    if (!leftOut) made.push({ id, to, cents, about, on: payOn });
  return bankFile(payer, made, decidedAt);
}
