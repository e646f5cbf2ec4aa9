import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureLocalStepFunctions } from "./engine/local-stepfunctions.ts";
import { oursByPackage } from "./engine/machines.ts";
import { journalBytes, measureOpening, measureOurs } from "./engine/ours.ts";
import { median } from "./medians.ts";
import { type Report, row } from "./report.ts";

const runs = 5;
const executions = 1000;
const clients = 50;
const waiting = 10_000;

/** The same machine with both durabilities, for one client who waits for each execution and for fifty. */
const lives = [
  { what: "one client, survives a power cut (FULL)", survives: "powerCut", clients: 1, executions: 100 },
  { what: "one client, survives the process (NORMAL)", survives: "process", clients: 1, executions: 100 },
  { what: "fifty clients, survives a power cut (FULL)", survives: "powerCut", clients, executions },
  { what: "fifty clients, survives the process (NORMAL)", survives: "process", clients, executions },
] as const;

/**
 * Executions a second of a machine with twelve steps (four each of Pass, Choice and Task), beside
 * aws-local-stepfunctions, which keeps nothing. They take turns, so that a bad moment of a shared machine meets all of them.
 */
export async function measure(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-engine-"));
  const file = (name: string): string => join(folder, name);
  const rates: Record<"inFile" | "byPackage" | "inMemory" | "other", number[]> = {
    inFile: [],
    byPackage: [],
    inMemory: [],
    other: [],
  };
  const ratesOf = lives.map((): number[] => []);
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const [index, life] of lives.entries()) {
        ratesOf[index]?.push(await measureOurs({ ...life, journal: file(`${run}-${index}.sqlite`) }));
      }
      rates.inFile.push(await measureOurs({ journal: file(`${run}.journal`), executions, clients }));
      rates.byPackage.push(
        await measureOurs({
          journal: file(`${run}.package`),
          executions,
          clients,
          definition: oursByPackage,
        }),
      );
      rates.inMemory.push(await measureOurs({ journal: ":memory:", executions, clients }));
      rates.other.push(await measureLocalStepFunctions(executions, clients));
    }
    const other = median(rates.other);
    const against = (what: string, values: readonly number[]) =>
      row(what, `${(median(values) / other).toFixed(2)} ×`, median(values) / other);
    const bytes = await journalBytes(file("bytes"), executions);
    const opening = await measureOpening(file("waiting"), waiting);
    return {
      rows: [
        row("aws-local-stepfunctions, which keeps nothing", `${Math.round(other)} executions/s`, other),
        against("ours, journal in a file, against it", rates.inFile),
        against("ours, sums that only the jsonata package can do, against it", rates.byPackage),
        against("ours, journal in memory, against it", rates.inMemory),
        ...lives.map(({ what }, index) => {
          const rate = median(ratesOf[index] ?? []);
          return row(`ours, ${what}`, `${Math.round(rate)} executions/s`, rate);
        }),
        row("journal of an execution", `${Math.round(bytes)} bytes`, bytes),
        row(`opening a journal with ${waiting} waiting`, `${Math.round(opening)} ms`, opening),
      ],
      notes: [`${executions} executions of twelve steps a run, fifty at a time; medians of ${runs} runs.`],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
