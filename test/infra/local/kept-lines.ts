import { expect } from "vitest";
import { callsPartition } from "../../../functions/calls/calls.ts";
import type { House } from "../../../functions/house.ts";
import { type Difference, differencesIn } from "../../../functions/lines/rebuild.ts";
import type { OpenedWorld } from "../../../infra/local/rehearse/world.ts";

/** What was kept beside the cases as they moved is what would be made of them now, in every call. */
export async function expectLinesOfCases({ house }: Pick<OpenedWorld, "house">): Promise<void> {
  await house.keepLines();
  for (const { sk } of await house.table.query(callsPartition))
    expect(await differencesOf(house, String(sk))).toEqual([]);
}

export async function differencesOf(house: House, callId: string): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for await (const difference of differencesIn(house, callId)) found.push(difference);
  return found;
}
