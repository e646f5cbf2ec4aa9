import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { type LoadedCase, loadCase } from "../../functions/cases/load.ts";
import { clocksSince } from "../../functions/cases/road/clocks.ts";
import { deliverSignal } from "../../functions/cases/road/deliver.ts";
import { breakIn } from "../../functions/cases/road/interrupt.ts";
import { clocksOnward } from "../../functions/cases/road/onward.ts";
import { answerTask } from "../../functions/cases/tasks/answer.ts";
import { findTask } from "../../functions/cases/tasks/find-task.ts";
import { taskPath } from "../../functions/links.ts";
import { silentLog } from "../../functions/log.ts";
import { entryItem, type Task } from "../../functions/store/items.ts";
import { entryKey, headKey, idOf, isCall, refOfCall, refOfCase } from "../../functions/store/keys.ts";
import { type History, machineIn } from "../../infra/histories/history.ts";
import { stillClock } from "../../infra/local/clock.ts";
import { type LocalHouse, openHouse } from "../../infra/local/house.ts";
import { machineOf } from "../../infra/local/machines.ts";
import { mailDrop } from "../../infra/local/mail-drop.ts";
import { openRuntime } from "../../infra/local/runtime.ts";
import { everyProcess, processOf } from "../../workflows/catalogue.ts";
import { stateNamed } from "../../workflows/kernel/moved.ts";
import { putBack, releaseOf } from "../versions/release.ts";
import { type Road, scripted, wayOf } from "./script.ts";

/** A road of a history that does not come to an end, and where its case stands. */
export interface Broken {
  readonly road: number;
  readonly stands: string;
  readonly why: string;
}

const begun = "2027-01-10T08:00:00.000Z";
/** No road of a history is so long; whoever waits longer waits for ever. */
const longest = 600 * 86_400_000;

const calledAt = z.object({ ref: z.string(), visit: z.number(), status: z.string().optional() });

/**
 * Goes every road of a history on the machine that was deployed then, with the functions and the definition of today: on each question
 * the link is opened and the answer taken that the road says, each wait is ended, what expires is left alone, and what breaks in
 * is said. In place of people and rules stands the road.
 */
export async function replay(history: History): Promise<readonly Broken[]> {
  const drivesCalls = (await everyProcess()).some((one) => one.call?.process === history.process);
  const roads = history.roads.map(
    (road, index): Road => ({ ...road, ref: drivesCalls ? refOfCall(`r${index}`) : refOfCase(`r${index}`) }),
  );
  const visits = new Map<string, number>();
  const moved = new Set<string>();
  const ended = new Set<string>();
  await releaseOf(history.process, (process) =>
    scripted(process, new Map(roads.map((road) => [road.ref, road])), visits),
  );
  const folder = mkdtempSync(join(tmpdir(), "kelias-history-"));
  const local = await openHouse({
    dataFolder: folder,
    survives: "process",
    clock: stillClock(begun, join(folder, "clock.json")),
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
    between: (call) => async (name, event) => {
      const at = calledAt.safeParse(event).data;
      if (at) {
        visits.set(at.ref, at.visit);
        moved.add(at.ref);
        if (at.status !== undefined) ended.add(at.ref);
      }
      return call(name, event);
    },
  });
  const runtime = openRuntime(local, { survives: "process" });
  try {
    local.engine.createStateMachine(history.process, machineIn(history));
    for (const { ref } of roads) await begin(local, history.process, ref);
    local.engine.createStateMachine(history.process, machineOf(await processOf(history.process)).definition);
    for (const until = Date.parse(begun) + longest; local.clock.millis() < until; ) {
      await runtime.settle();
      const refs = [...moved];
      moved.clear();
      let hasSpoken = false;
      for (const road of roads.filter(({ ref }) => refs.includes(ref)))
        hasSpoken = (await speak(local, road)) || hasSpoken;
      if (hasSpoken) continue;
      const next = runtime.nextTimer();
      if (next === undefined || ended.size === roads.length) break;
      await runtime.advanceTo(next);
    }
    const found = await Promise.all(roads.map((road, index) => brokenOn(local, road, index)));
    return found.filter((one) => one !== undefined);
  } finally {
    await runtime.close();
    await local.close();
    rmSync(folder, { recursive: true });
    putBack();
  }
}

/** Puts a case, or a call, where the machine begins. */
async function begin({ house, engine }: LocalHouse, process: string, ref: string) {
  const callId = isCall(ref) ? idOf(ref) : "history";
  await house.table.put({
    ...headKey(ref),
    process,
    callId,
    language: "lt",
    submittedAt: begun,
    ...(isCall(ref) ? {} : { application: {} }),
    generation: 1,
    interruptions: [],
    interrupted: 0,
    heard: 0,
  });
  const entry = { ref, state: "submitted", ended: false, submittedAt: begun };
  if (!isCall(ref)) await house.table.put({ ...entryKey(callId, ref), ...entry });
  const loaded = await load(house, ref);
  const from = loaded.process.start;
  const at = clocksSince(loaded, from, 1, begun);
  engine.startExecution(process, `${idOf(ref)}-1`, { ref, from, visit: 1, at, parts: [] });
}

async function load(house: LocalHouse["house"], ref: string): Promise<LoadedCase> {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error(`there is no ${ref}`);
  return loaded;
}

const hasEnded = ({ head, entry }: LoadedCase): boolean => entry?.ended ?? head.endedAt !== undefined;

const executionOf = ({ engine }: LocalHouse, { head }: LoadedCase) =>
  engine.listExecutions(head.process).find(({ name }) => name === `${idOf(head.pk)}-${head.generation}`);

/** Says on the latest visit of a case what its road says, where anybody is to say anything; whether anybody did. */
async function speak({ house }: LocalHouse, road: Road): Promise<boolean> {
  const loaded = await load(house, road.ref);
  const visit = Math.max(...loaded.tasks.map((task) => task.visit));
  const open = loaded.tasks.filter((task) => task.visit === visit && task.status === "open");
  const [first] = open;
  if (!first || hasEnded(loaded)) return false;
  const way = wayOf(loaded.process, road, first.state, visit);
  if (Object.hasOwn(loaded.process.interruptions, way)) {
    const form = loaded.process.interruptions[way]?.form;
    const said = await breakIn(house, loaded, { name: way, by: "" }, { outcome: form?.outcomes[0] });
    return said.outcome === "accepted";
  }
  const said = await Promise.all(open.map((task) => answer(house, loaded, road, task, way)));
  return said.includes(true);
}

/** Opens the link of a question and answers as the road says, or ends a wait; what is to expire is left alone. */
async function answer(
  house: LocalHouse["house"],
  loaded: LoadedCase,
  road: Road,
  task: Task,
  way: string,
): Promise<boolean> {
  if (task.kind === "await") return endWait(house, loaded, task, way);
  const [kind, id] = isCall(task.pk) ? ["call" as const, idOf(task.pk)] : ["case" as const, idOf(task.pk)];
  const secret = taskPath(house.config.linkSecret, task).split("/").at(-1) ?? "";
  const address = { kind, id, key: task.sk.slice("task#".length), secret };
  const found = await findTask(house, address);
  if (found.outcome !== "open") throw new Error(`the link of ${task.state} is ${found.outcome}`);
  const outcome = task.part === undefined ? way : saidBy(road, task, found.form.outcomes);
  if (!found.form.outcomes.includes(outcome)) return false;
  const given = found.form.outcomes.length > 1 ? { outcome } : {};
  const answered = await answerTask(house, address, given);
  if (answered.outcome !== "answered")
    throw new Error(`${task.state} takes no ${outcome}: ${answered.outcome}`);
  return true;
}

/** What somebody says of several who are asked at once; where the road does not tell of them, the first that can be said. */
const saidBy = ({ passages }: Road, { visit, part = "" }: Task, outcomes: readonly string[]): string =>
  passages[visit - 1]?.parts?.[part] ?? outcomes[0] ?? "expired";

async function endWait(
  house: LocalHouse["house"],
  loaded: LoadedCase,
  task: Task,
  way: string,
): Promise<boolean> {
  const state = stateNamed(loaded.process, task.state);
  if (state?.kind !== "await" || way === "expired") return false;
  const key = entryKey(loaded.head.callId, task.pk);
  if (!isCall(task.pk)) {
    await house.table.change(key, { set: { signal: way, word: task.visit } });
    return (await deliverSignal(house, entryItem.parse(await house.table.get(key)))) === "delivered";
  }
  const at = clocksOnward(loaded, task, way, house.clock.now()) ?? {};
  await house.table.change({ pk: task.pk, sk: task.sk }, { set: { status: "answered", outcome: way } });
  return (await house.engine.succeed(task.token, { outcome: way, at })).outcome === "delivered";
}

async function brokenOn(local: LocalHouse, road: Road, index: number): Promise<Broken | undefined> {
  const loaded = await load(local.house, road.ref);
  if (hasEnded(loaded)) return undefined;
  const { status = "none", error, cause } = executionOf(local, loaded) ?? {};
  const stands = loaded.entry?.state ?? loaded.head.state ?? "";
  return {
    road: index,
    stands,
    why: [`its execution is ${status}`, error, cause].filter(Boolean).join(": "),
  };
}
