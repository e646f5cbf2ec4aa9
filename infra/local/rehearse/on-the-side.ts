import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { processOf } from "../../../workflows/catalogue.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import type { HouseOptions } from "../house.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { openProgress, type Progress } from "./progress.ts";
import { type OpenedWorld, openWorld } from "./world.ts";

/** A call's file as far as every rehearsal reads it. */
const call = z.looseObject({ id: z.string(), process: z.string(), opens: z.string() });
export type RehearsedCall = z.infer<typeof call>;

/** The call of a file when it is one of these processes; `undefined` for any other, or what is no call at all. */
export function callIn(path: string, processes: readonly string[]): RehearsedCall | undefined {
  try {
    const read = call.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
    return read && processes.includes(read.process) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a call's file by its own process, in words. */
export async function faultsOf(given: RehearsedCall): Promise<readonly string[]> {
  try {
    await (await processOf(given.process)).call?.read?.(given);
    return [];
  } catch (error) {
    return [error instanceof z.ZodError ? z.prettifyError(error) : String(error)];
  }
}

/** How somebody lives in a world of its own that is thrown away afterwards, from the call's opening on. */
export async function inOwnWorld(
  { opens }: RehearsedCall,
  people: number,
  live: (world: OpenedWorld, ledger: Ledger, progress: Progress) => Promise<void>,
  { log, ...beside }: Partial<Pick<HouseOptions, "watch" | "between" | "log">> = {},
): Promise<{ readonly days: number }> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-rehearsal-"));
  const start = vilniusInstant(opens).toString({ smallestUnit: "millisecond" });
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, start, ledger, log, beside);
  const progress = openProgress(people);
  try {
    await live(world, ledger, progress);
    return { days: Math.ceil((Date.parse(world.house.clock.now()) - Date.parse(start)) / 86_400_000) };
  } finally {
    progress.close();
    await world.close();
    rmSync(folder, { recursive: true });
  }
}
