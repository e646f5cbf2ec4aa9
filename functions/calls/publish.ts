import { isProcess, processOf } from "../../workflows/catalogue.ts";
import { startExecution } from "../cases/road/start.ts";
import type { House } from "../house.ts";
import { headItem } from "../store/items.ts";
import { headKey } from "../store/keys.ts";
import { headOfCall, listCall } from "./open.ts";
import { keepSchools } from "./schools.ts";

/**
 * Publishes a call from its file: stores its data and starts its machine. Publishing it again changes nothing.
 * Throws what the process's own reader of calls throws: errors that name each field that is wrong.
 */
export async function publishCall(
  house: Pick<House, "table" | "engine" | "clock">,
  given: unknown,
): Promise<"published" | "exists"> {
  const wanted =
    typeof given === "object" && given !== null && "process" in given ? given.process : undefined;
  const process = isProcess(wanted) ? await processOf(wanted) : undefined;
  if (!process?.call?.read) throw new Error("process: no process of that name takes applications");
  const broken = brokenTextIn(given);
  if (broken !== undefined)
    throw new Error(`${broken}: expected text, found half a character (a lone surrogate)`);
  const { id, data } = await process.call.read(given);
  const head = await headOfCall({ id, applicationProcess: process.id, data }, house.clock.now());
  await keepSchools(house.table, id, data);
  const stored = await house.table.put(head, { ifAbsent: true });
  const known = stored === "stored" ? head : headItem.parse(await house.table.get(headKey(head.pk)));
  await listCall(house, known);
  await startExecution(house, known);
  return stored === "stored" ? "published" : "exists";
}

/** Where a value holds text that is no Unicode, of which neither a mail nor a paper can be made. */
function brokenTextIn(value: unknown, at = "call"): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : at;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const broken = brokenTextIn(part, at === "call" ? name : `${at}.${name}`);
    if (broken !== undefined) return broken;
  }
  return undefined;
}
