import { isDeepStrictEqual } from "node:util";
import { everyProcess, isProcess, processOf } from "../../workflows/catalogue.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { House } from "../house.ts";
import { headItem } from "../store/items.ts";
import { headKey, refOfCall } from "../store/keys.ts";
import { storeCall } from "./open.ts";
import { pathsOfStaffFaults } from "./publish-draft.ts";
import { withoutSchools } from "./schools.ts";

export type PublishedFile =
  | { readonly outcome: "published" | "exists"; readonly id: string }
  /** There is another call of this name. */
  | { readonly outcome: "taken"; readonly id: string }
  | {
      readonly outcome: "invalid";
      readonly faults: readonly { readonly path: string; readonly what: string }[];
    };

/**
 * Publishes a call from its file, held to what the console holds a call to; the sweeper starts its machine. The same file again
 * changes nothing. Throws what the process's own reader of calls throws: errors that name each field that is wrong.
 */
export async function publishFile(
  { table, clock }: Pick<House, "table" | "clock">,
  given: Readonly<Record<string, unknown>>,
): Promise<PublishedFile> {
  const process = isProcess(given.process) ? await processOf(given.process) : undefined;
  if (!process?.call?.read)
    return invalid(["process", `expected ${(await takingApplications()).join(" or ")}`]);
  const { id, data } = await process.call.read(given);
  const known = await table.get(headKey(refOfCall(id)));
  if (known) {
    const stored: unknown = JSON.parse(
      JSON.stringify({ ...withoutSchools(data), applicationProcess: process.id }),
    );
    return { outcome: isDeepStrictEqual(headItem.parse(known).data, stored) ? "exists" : "taken", id };
  }
  const now = clock.now();
  const faults = pathsOfStaffFaults(data).map(
    (path): Fault => [
      path.join("."),
      "expected somebody else than the coordinator: who prepares does not approve",
    ],
  );
  if (String(data.closesAt) <= String(data.opensAt)) faults.push(["closes", "expected a time after opens"]);
  if (isOver(String(data.closesAt), now))
    faults.push(["closes", `expected a time that is still to come, found ${String(data.closesAt)}`]);
  if (faults.length > 0) return invalid(...faults);
  await storeCall({ table }, { id, applicationProcess: process.id, data }, now);
  return { outcome: "published", id };
}

/** The processes to which people apply. */
async function takingApplications(): Promise<readonly string[]> {
  return (await everyProcess()).flatMap(({ id, call }) => (call?.read ? [id] : []));
}

type Fault = readonly [path: string, what: string];
const invalid = (...faults: readonly Fault[]): PublishedFile => ({
  outcome: "invalid",
  faults: faults.map(([path, what]) => ({ path, what })),
});
