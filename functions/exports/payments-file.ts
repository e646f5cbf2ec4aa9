import { loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { fileOf } from "../payments/run-file.ts";
import { loadRun } from "../payments/runs.ts";
import type { Ordered } from "../store/export-item.ts";
import type { Run } from "../store/run-item.ts";
import type { Maker } from "./maker.ts";

/** The run that an order speaks of. */
export async function runOf(
  house: Pick<House, "table">,
  { callId, said }: Ordered,
): Promise<Run | undefined> {
  const call = await loadCall(house, callId);
  return call && /^[1-9]\d{0,5}$/.test(said) ? loadRun(house, call, Number(said)) : undefined;
}

/** The file for the bank of an approved run. */
export async function paymentsMaker(house: House, ordered: Ordered): Promise<Maker | undefined> {
  const run = await runOf(house, ordered);
  if (!run?.payOn || run.work?.kind === "approve") return undefined;
  return {
    how: "whole",
    type: "application/xml; charset=utf-8",
    make: async () => {
      const file = await fileOf(house, run);
      if (file === undefined) throw new Error(`${run.pk} ${run.sk} has no file any more`);
      return Buffer.from(file, "utf8");
    },
  };
}
