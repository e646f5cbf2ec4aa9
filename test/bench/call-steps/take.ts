import * as z from "zod";
import { runStep } from "../../../functions/steps/run-step.ts";
import { Database } from "../../../infra/local/database/database.ts";
import { openTable } from "../../../infra/local/table/table.ts";
import { demoHouse } from "../../functions/demo-house.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { memoryDocuments } from "../../functions/memory-documents.ts";
import { countingReads } from "../pages/reads.ts";

/** What one step of a call took: a process of its own does it, so that the most memory it had is the step's. */
export interface Taken {
  readonly outcome: string;
  readonly cpuMillis: number;
  readonly peakBytes: number;
  /** Items that were read, and writes. */
  readonly reads: number;
  readonly writes: number;
}

const wanted = z.object({
  file: z.string(),
  ref: z.string(),
  state: z.string(),
  visit: z.number(),
  now: z.string(),
});

/** Does the step that the parent process names, once, and tells what it took. */
async function take(said: unknown): Promise<Taken> {
  const { file, now, ...at } = wanted.parse(said);
  const database = new Database(file, { survives: "process" });
  const { table, take: reads } = countingReads(openTable(database));
  let writes = 0;
  table.onWrite(() => writes++);
  const house = { ...demoHouse(now), table, documents: memoryDocuments() };
  const before = process.cpuUsage();
  const { outcome } = await runStep(house)(at, {
    ...lambdaContext,
    getRemainingTimeInMillis: () => 900_000,
  });
  const { user, system } = process.cpuUsage(before);
  database.close();
  return {
    outcome,
    cpuMillis: (user + system) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    reads: reads().items,
    writes,
  };
}

process.once("message", async (said) => {
  process.send?.(await take(said));
  process.disconnect();
});
