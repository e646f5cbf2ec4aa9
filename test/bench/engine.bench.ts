import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunOptions, StateMachine } from "aws-local-stepfunctions";
import { openEngine } from "../../infra/local/engine/engine.ts";
import { type Counted, ours, oursByPackage, rounds, theirs, waitingForAnswer } from "./engine-machines.ts";

/**
 * Executions a second of a machine with twelve steps (four each of Pass, Choice and Task): our engine with its
 * journal in a file and in memory, beside aws-local-stepfunctions, which keeps nothing. Medians, because a shared
 * machine has bad moments; the three take turns, so that such a moment meets all of them. The budget is 1 000
 * durable executions a second. Usage: `node --import tsx test/bench/engine.bench.ts [executions] [runs]`
 */
const executions = Number(process.argv[2] ?? 2000);
const runs = Number(process.argv[3] ?? 7);

const inputOf = (index: number): Counted => ({ ref: `case-${index}`, count: 1 });
const outputOf = (index: number): Counted => ({ ref: `case-${index}`, count: 1 + rounds.length });

/** Executions a second. Throws when one did not come to its end by twelve steps. */
async function measureOurs(journal: string, definition: unknown = ours): Promise<number> {
  const engine = openEngine({
    journal,
    clock: { now: () => Date.now() },
    invoke: async (_, payload) => payload,
  });
  engine.createStateMachine("twelve", definition);
  const begun = performance.now();
  const started = await Promise.all(
    Array.from({ length: executions }, (_, index) =>
      engine.grouped((grouping) => grouping.startExecution("twelve", `run-${index}`, inputOf(index))),
    ),
  );
  await engine.settled();
  const seconds = (performance.now() - begun) / 1000;
  for (const [index, { executionArn }] of started.entries()) {
    const { status, output } = engine.describeExecution(executionArn);
    const transitions = engine.transitions(executionArn);
    if (status !== "SUCCEEDED" || transitions !== 12 || output === undefined) {
      throw new Error(`${executionArn} is ${status} after ${transitions} transitions`);
    }
    checkOutput(index, JSON.parse(output));
  }
  await engine.close();
  return executions / seconds;
}

const handlers: RunOptions = {
  overrides: {
    taskResourceLocalHandlers: Object.fromEntries(
      rounds.map((round) => [`call ${round}`, async (payload) => payload]),
    ),
  },
};

/** Executions a second, at most `atOnce` of them on their way. */
async function measureTheirs(atOnce: number): Promise<number> {
  const machine = new StateMachine(theirs);
  let next = 0;
  const begun = performance.now();
  const one = async () => {
    for (let index = next++; index < executions; index = next++) {
      checkOutput(index, await machine.run({ ...inputOf(index) }, handlers).result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return executions / ((performance.now() - begun) / 1000);
}

/** Milliseconds until an engine stands again on a journal with so many executions that wait for an answer. */
async function measureOpening(journal: string, waiting: number): Promise<number> {
  const options = { journal, clock: { now: () => 0 }, invoke: async () => ({}) };
  const first = openEngine(options);
  first.createStateMachine("waiting", waitingForAnswer);
  for (let index = 0; index < waiting; index += 1) {
    void first.grouped((grouping) => grouping.startExecution("waiting", `run-${index}`, inputOf(index)));
  }
  await first.settled();
  await first.close();
  const begun = performance.now();
  const second = openEngine(options);
  const millis = performance.now() - begun;
  const found = second.listExecutions(undefined, "RUNNING").length;
  if (found !== waiting) throw new Error(`${found} of ${waiting} executions came back`);
  await second.close();
  return millis;
}

function checkOutput(index: number, output: unknown): void {
  const expected = JSON.stringify(outputOf(index));
  const found = JSON.stringify(output);
  if (found !== expected) throw new Error(`execution ${index} gave ${found} instead of ${expected}`);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), "kelias-engine-"));
const inFile: number[] = [];
const byPackage: number[] = [];
const inMemory: number[] = [];
const peerAllAtOnce: number[] = [];
const peerFiftyAtOnce: number[] = [];
let bytes = 0;
const opening: number[] = [];
const waiting = 10_000;
for (let run = 0; run < runs; run += 1) {
  const file = join(folder, `${run}.journal`);
  inFile.push(await measureOurs(file));
  bytes = statSync(file).size;
  byPackage.push(await measureOurs(join(folder, `${run}.package`), oursByPackage));
  inMemory.push(await measureOurs(":memory:"));
  peerAllAtOnce.push(await measureTheirs(executions));
  peerFiftyAtOnce.push(await measureTheirs(50));
  opening.push(await measureOpening(join(folder, `${run}.waiting`), waiting));
}
rmSync(folder, { recursive: true });

/** The other engine's better way is what ours is compared with. */
const peer = Math.max(median(peerAllAtOnce), median(peerFiftyAtOnce));
const row = (values: readonly number[]) => ({
  "executions/s (median)": Math.round(median(values)),
  least: Math.round(Math.min(...values)),
  most: Math.round(Math.max(...values)),
  "ratio to the other's better": Number((median(values) / peer).toFixed(2)),
});
console.table({
  "ours, journal in a file": row(inFile),
  "ours, in a file, sums by the jsonata package": row(byPackage),
  "ours, journal in memory": row(inMemory),
  "aws-local-stepfunctions 3.0.0, all at once": row(peerAllAtOnce),
  "aws-local-stepfunctions 3.0.0, 50 at once": row(peerFiftyAtOnce),
});
console.log(
  `${executions} executions of twelve steps a run, ${runs} runs, ${Math.round(bytes / executions)} bytes of journal an execution`,
);
console.log(
  `a journal with ${waiting} waiting executions opens in ${Math.round(median(opening))} ms (median)`,
);
