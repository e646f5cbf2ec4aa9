import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCase } from "../../functions/cases/load.ts";
import { headItem } from "../../functions/store/items.ts";
import { headKey, refOfCall } from "../../functions/store/keys.ts";
import { Database } from "../../infra/local/database/database.ts";
import { openTable } from "../../infra/local/table/table.ts";
import { demoHouse } from "../functions/demo-house.ts";
import type { Taken } from "./call-steps/take.ts";
import { bulkStore } from "./pages/bulk.ts";
import { type MomentName, peopleCount, playRoads, type Roads } from "./pages/roads.ts";
import { seedEntries } from "./pages/seed.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";

const seconds: Budget = {
  text: "≤ 60 s of CPU",
  most: 60,
  limitedBy: "one conditional write for each case that is decided upon, after a read of its place.",
};
const memory: Budget = {
  text: "≤ 1024 MB",
  most: 1024,
  limitedBy: "all places of the call and all decisions on them, in memory at once.",
};

/** Which steps are taken, one after the other, from a moment on. */
const steps: readonly { readonly from: MomentName; readonly states: readonly string[] }[] = [
  { from: "ranked", states: ["gathering", "ranking", "publication"] },
  { from: "paying", states: ["refilling", "closing", "counting"] },
];

const callId = "kvietimas";

/**
 * Steps of a call that see the places of all its cases, each in a process of its own, on the embedded default's table in a file.
 * `isLong`: with 100 000 cases.
 */
export async function measure({ isLong }: { readonly isLong: boolean }): Promise<Report> {
  const sizes = process.env.SIZES?.split(",").map(Number) ?? [10_000, ...(isLong ? [100_000] : [])];
  const roads = await playRoads();
  const rows: Row[] = [];
  for (const size of sizes)
    for (const { from, states } of steps) rows.push(...(await rowsOf(roads, from, states, size)));
  return {
    rows,
    notes: [
      "CPU and the most resident memory of a process that takes this step alone, with how many items it read and wrote. Machines that are to be told are told by the sweeper, and the read model follows by KeepLines: neither is in these figures.",
    ],
  };
}

async function rowsOf(
  roads: Roads,
  from: MomentName,
  states: readonly string[],
  size: number,
): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-steps-"));
  const file = join(folder, "kelias.sqlite");
  try {
    await seed(roads, from, file, size);
    const rows: Row[] = [];
    for (const [at, state] of states.entries()) {
      const { now } = roads.moments[from];
      const asked = { file, ref: refOfCall(callId), state, visit: 900 + at, now };
      const { outcome, cpuMillis, peakBytes, reads, writes } = await taken(asked);
      const what = `${state} of ${size.toLocaleString("en").replaceAll(",", " ")}`;
      const [cpu, peak] = [cpuMillis / 1000, peakBytes / 1024 / 1024];
      rows.push(
        row(
          `${what}, time`,
          `${cpu.toFixed(1)} s: ${outcome}, ${reads} items read, ${writes} written`,
          cpu,
          seconds,
        ),
        row(`${what}, memory`, `${peak.toFixed(0)} MB`, peak, memory),
      );
      console.error(
        rows
          .slice(-2)
          .map(({ what: one, measured }) => `${one}: ${measured}`)
          .join("\n"),
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The call and the places of its cases; what else there is of a case no such step sees. */
async function seed(roads: Roads, from: MomentName, file: string, size: number): Promise<void> {
  const database = new Database(file, { survives: "process" });
  const table = openTable(database);
  const house = { ...demoHouse(roads.moments[from].now), table };
  await seedEntries(house, bulkStore(database), roads, from, { callId, times: size / peopleCount });
  if (!headItem.safeParse(await table.get(headKey(refOfCall(callId)))).success)
    throw new Error("no call was stored");
  if (!(await loadCase(house, refOfCall(callId)))) throw new Error("the call cannot be read");
  database.close();
}

function taken(asked: unknown): Promise<Taken> {
  const script = fileURLToPath(new URL("call-steps/take.ts", import.meta.url));
  const child = fork(script, [], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    let found: Taken | undefined;
    child.on("message", (said: Taken) => {
      found = said;
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      found ? resolve(found) : reject(new Error(`the step ended with ${code}: ${JSON.stringify(asked)}`)),
    );
    child.send(Object(asked));
  });
}
