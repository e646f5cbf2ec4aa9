import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { openEngine } from "../../../../infra/local/engine/engine.ts";
import { machines, namesOf } from "./played-machines.ts";

/**
 * Plays executions on a journal in a folder until all have ended: a process to be killed at any moment and started
 * again. It keeps outside the engine what is outside in life: the calendar, and the tokens that people have in
 * their letter-boxes. Writes a dot for every function that is called; after so many calls nothing is answered any more, so that
 * whoever is to kill it cannot come too late. Usage: `node player.ts FOLDER EXECUTIONS [CALLS]`
 */
const [folder = ".", count = "1", most = "Infinity"] = process.argv.slice(2);
const calendar = join(folder, "calendar");
const letterBox = join(folder, "letter-box");

const job = z.object({ attempt: z.number().optional(), refuse: z.boolean().optional() });
const question = z.object({ token: z.string(), case: z.number() });

let now = existsSync(calendar) ? Number(readFileSync(calendar, "utf8")) : Date.UTC(2027, 0, 1);
const unanswered = existsSync(letterBox) ? readFileSync(letterBox, "utf8").split("\n").filter(Boolean) : [];

let calls = 0;
const engine = openEngine({
  journal: join(folder, "journal"),
  clock: { now: () => now },
  async invoke(name, payload) {
    writeSync(1, ".");
    calls += 1;
    if (calls > Number(most)) await setTimeout(60_000);
    if (name === "Work") return work(payload);
    const letter = JSON.stringify(payload);
    appendFileSync(letterBox, `${letter}\n`);
    unanswered.push(letter);
    return {};
  },
});

/** Fails at the first attempt, and for good where it is told to. Gives the same again when it is called again. */
function work(payload: unknown): unknown {
  const { attempt, refuse } = job.parse(payload);
  if (refuse === true) throw Object.assign(new Error("refused"), { name: "Refused" });
  if (attempt === 0) throw Object.assign(new Error("too many"), { name: "QuotaReached" });
  return payload;
}

/** Everybody answers; who had answered before the end of an earlier process is told that the task is over. */
function answerLetters(): boolean {
  const letters = unanswered.splice(0);
  for (const letter of letters) {
    const { token, case: reference } = question.parse(JSON.parse(letter));
    try {
      engine.sendTaskSuccess(token, { outcome: "endorsed", case: reference });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "TaskTimedOut") throw error;
    }
  }
  return letters.length > 0;
}

function turnCalendar(to: number): void {
  writeFileSync(`${calendar}.new`, String(to));
  renameSync(`${calendar}.new`, calendar);
  now = to;
}

for (const [name, definition] of Object.entries(machines)) engine.createStateMachine(name, definition);
const known = new Set(engine.listExecutions().map((execution) => execution.name));
for (const { machine, name, input } of namesOf(Number(count))) {
  if (!known.has(name)) engine.startExecution(machine, name, input);
}
for (;;) {
  await engine.settled();
  if (answerLetters()) continue;
  if (engine.listExecutions(undefined, "RUNNING").length === 0) break;
  const next = engine.nextTimer();
  if (next === undefined) throw new Error("it waits for something that never comes");
  if (next > now) turnCalendar(next);
  engine.fireDue();
}
await engine.close();
