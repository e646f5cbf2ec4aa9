import { statSync } from "node:fs";
import { Database, type DatabaseOptions } from "../../../infra/local/database/database.ts";
import { type Engine, openEngine } from "../../../infra/local/engine/engine.ts";
import { inputOf, ours, outputOf, waitingForAnswer } from "./machines.ts";

/** Where the journal is: a file's path, or ":memory:". */
type Journal = string;

const opened = (journal: Database | Journal): Engine =>
  openEngine({ journal, clock: { now: () => Date.now() }, invoke: async (_, payload) => payload });

export interface Run {
  readonly journal: Journal;
  /** What an acknowledged step survives: a power cut (synchronous=FULL) or the death of the process (NORMAL). */
  readonly survives?: DatabaseOptions["survives"];
  readonly executions: number;
  /** So many clients, each of whom waits for one execution before the next. */
  readonly clients: number;
  readonly definition?: unknown;
}

/** Executions a second. Throws when one did not come to its end by twelve steps. */
export async function measureOurs({
  journal,
  survives = "process",
  executions,
  clients,
  definition = ours,
}: Run): Promise<number> {
  const database = new Database(journal, { survives });
  const engine = opened(database);
  engine.createStateMachine("twelve", definition);
  const arns: string[] = [];
  const begun = performance.now();
  while (arns.length < executions) {
    const starts = Array.from({ length: Math.min(clients, executions - arns.length) }, (_, at) => {
      const index = arns.length + at;
      return engine.grouped((grouping) => grouping.startExecution("twelve", `run-${index}`, inputOf(index)));
    });
    arns.push(...(await Promise.all(starts)).map(({ executionArn }) => executionArn));
    await engine.settled();
  }
  const seconds = (performance.now() - begun) / 1000;
  for (const [index, arn] of arns.entries()) {
    const { status, output } = engine.describeExecution(arn);
    const transitions = engine.transitions(arn);
    if (status !== "SUCCEEDED" || transitions !== 12 || output !== JSON.stringify(outputOf(index))) {
      throw new Error(`${arn} is ${status} with ${output} after ${transitions} transitions`);
    }
  }
  await engine.close();
  database.close();
  return executions / seconds;
}

/** Bytes of journal that an execution takes with its whole history. */
export async function journalBytes(file: string, executions: number): Promise<number> {
  await measureOurs({ journal: file, executions, clients: 50 });
  return statSync(file).size / executions;
}

/** Milliseconds until an engine stands again on a journal with so many executions that wait for an answer. */
export async function measureOpening(journal: string, waiting: number): Promise<number> {
  const first = opened(journal);
  first.createStateMachine("waiting", waitingForAnswer);
  for (let index = 0; index < waiting; index += 1) {
    void first.grouped((grouping) => grouping.startExecution("waiting", `run-${index}`, inputOf(index)));
  }
  await first.settled();
  await first.close();
  const begun = performance.now();
  const second = opened(journal);
  const millis = performance.now() - begun;
  const found = second.listExecutions(undefined, "RUNNING").length;
  if (found !== waiting) throw new Error(`${found} of ${waiting} executions came back`);
  await second.close();
  return millis;
}
