import { waysOf } from "../../../workflows/kernel/states.ts";
import type { Delivery } from "../../adapters/engine.ts";
import type { House } from "../../house.ts";
import type { EntryItem, Head, Nudge, Task } from "../../store/items.ts";
import { headKey, nothingPending, pendingSince } from "../../store/keys.ts";
import { answerOf, type LoadedCase, loadCase } from "../load.ts";
import { isLeftBehind, moveOver, type Onward } from "./move-over.ts";
import { clocksOnward, wayToday } from "./onward.ts";
import { asRead, isWaitedFor } from "./start.ts";
import { taskToday } from "./today.ts";

type Parts = Pick<House, "table" | "engine" | "clock" | "log">;

/**
 * Lets the machine go on with a stored answer. With a stale token nothing is left to do here: either the machine has it already,
 * or it arms the state anew, and then the answer is pending again with a fresh token, or lets it expire into the answer.
 */
export async function deliverAnswer(
  house: Parts,
  stored: Task,
  loaded: LoadedCase,
): Promise<"delivered" | "stale"> {
  const task = taskToday(loaded.process, stored);
  const forget = () =>
    house.table.change(
      { pk: task.pk, sk: task.sk },
      { remove: nothingPending, when: { token: { is: task.token } } },
    );
  if (loaded.entry?.ended || loaded.head.endedAt) {
    await forget();
    return "delivered";
  }
  const file = {
    ...loaded.file,
    answers: [...loaded.file.answers.filter((answer) => !isOf(answer, task)), ...answerOf(task)],
  };
  const { outcome } = await goOn(house, { ...loaded, file }, task, task.outcome ?? "");
  if (outcome === "stale") house.log("K103", { ref: task.pk, state: task.state });
  await forget();
  return outcome;
}

const isOf = (answer: { visit: number; state: string; part?: string }, task: Task): boolean =>
  answer.visit === task.visit && answer.state === task.state && answer.part === task.part;

/**
 * Passes the call's word on to the waiting machine of a case; `waiting` when it does not wait for it yet. The wait is marked with
 * the word before its machine is told, so that whoever was cut off in between finds whom it told.
 */
export async function deliverSignal(house: Parts, entry: EntryItem): Promise<"delivered" | "waiting"> {
  const { signal } = entry;
  if (signal === undefined) return "waiting";
  const settle = async (): Promise<"delivered"> => {
    await forgetSignal(house, entry, signal);
    return "delivered";
  };
  if (entry.ended) return settle();
  const loaded = await loadCase(house, entry.ref);
  if (!loaded) return "waiting";
  const told = toldOf(loaded, entry);
  if (told) return (await tellAgain(house, loaded, told, signal)) === "heard" ? settle() : "waiting";
  const task = waitOf(loaded, house.clock.now());
  if (!task || !knows(loaded, task, signal)) return "waiting";
  const key = { pk: task.pk, sk: task.sk };
  const mark = { status: "answered", outcome: signal, closedAt: house.clock.now(), word: wordOf(entry) };
  const isOurs = { token: { is: task.token } };
  const marked = await house.table.change(key, { set: mark, when: { status: { is: "open" }, ...isOurs } });
  if (marked.outcome === "refused") return "waiting";
  const { outcome } = await goOn(house, loaded, task, signal);
  if (outcome === "delivered") return settle();
  const remove = ["outcome", "closedAt", "word"];
  await house.table.change(key, {
    set: { status: "open" },
    remove,
    when: { word: { is: mark.word }, ...isOurs },
  });
  return "waiting";
}

const wordOf = ({ word = 0 }: EntryItem): number => word;

/** The wait that was marked with a word. One whose execution handed over without having heard it is none. */
const toldOf = ({ tasks, head }: LoadedCase, entry: EntryItem): Task | undefined =>
  tasks.findLast(
    ({ word, outcome, visit }) =>
      word === wordOf(entry) && outcome === entry.signal && visit !== head.handedOver,
  );

/** A token that is used up has been heard once the machine is found beyond its wait. */
async function tellAgain(
  house: Parts,
  loaded: LoadedCase,
  told: Task,
  signal: string,
): Promise<"heard" | "unknown"> {
  const isBeyond = [...loaded.tasks, ...loaded.records].some(({ visit }) => visit > told.visit);
  if (isBeyond) return "heard";
  const { outcome } = await goOn(house, loaded, told, signal);
  return outcome === "delivered" ? "heard" : "unknown";
}

/** What was heard is forgotten, and the next in the queue is pending in its place. */
async function forgetSignal(
  { table, clock }: Pick<Parts, "table" | "clock">,
  { pk, sk, queue, queueVersion, ref, ended }: EntryItem,
  heard: string,
): Promise<void> {
  const [next, ...rest] = ended ? [] : queue;
  const when = {
    signal: { is: heard },
    queueVersion: queueVersion === undefined ? ("absent" as const) : { is: queueVersion },
  };
  await table.change(
    { pk, sk },
    next === undefined
      ? { set: { queue: [] }, remove: [...nothingPending, "signal"], when }
      : {
          set: {
            signal: next,
            word: (queueVersion ?? 0) + 1,
            queue: rest,
            ...pendingSince(ref, clock.now()),
          },
          add: { queueVersion: 1 },
          remove: ["attempts"],
          when,
        },
  );
}

/** A wait that only time ends is closed by time: no function runs when it is over. */
export const isWaiting = (task: Task, now: string): boolean =>
  task.status === "open" && (task.dueAt === undefined || now < task.dueAt);

/** The wait that a machine stands in: of several the latest, because an earlier one ended when the next began. */
const waitOf = ({ tasks }: LoadedCase, now: string): Task | undefined =>
  tasks
    .filter((task) => task.kind === "await" && isWaiting(task, now))
    .toSorted((a, b) => b.visit - a.visit)[0];

const knows = ({ process }: LoadedCase, task: Task, signal: string): boolean => {
  const state = process.states[task.state];
  return state !== undefined && waysOf(state)[signal] !== undefined;
};

/** Tells a machine that waits how it goes on; one that began before there was such a way is left behind. */
async function goOn(house: Parts, loaded: LoadedCase, task: Task, outcome: string): Promise<Delivery> {
  const at = clocksOnward(loaded, task, outcome, house.clock.now());
  if (at) return house.engine.succeed(task.token, { outcome, at });
  const from = wayToday(loaded, task.state, outcome);
  if (from === undefined) throw new Error(`${task.pk}: nothing leads on from ${task.state} by ${outcome}`);
  return leaveBehind(house, loaded, task, { from, visit: task.visit + 1 });
}

/** Lets the road go on in the next execution, once: the sweeper ends the one that waits and starts the other. */
async function leaveBehind(house: Parts, loaded: LoadedCase, task: Task, to: Onward): Promise<Delivery> {
  if (!isLeftBehind(loaded.head, task.machine)) await moveOver(house, loaded, { ...to, ends: [task.token] });
  return { outcome: "delivered" };
}

/**
 * Tells a call's waiting machine that a case moved since it last looked. When it does not wait, it is told when it
 * begins to. A word that breaks in where it waits goes first: the machine might look and close before it heard it.
 */
export async function deliverNudge(house: Parts, nudge: Nudge): Promise<"delivered" | "waiting"> {
  const loaded = nudge.version > nudge.looked ? await loadCase(house, nudge.pk) : undefined;
  const task = loaded ? waitOf(loaded, house.clock.now()) : undefined;
  if (loaded && task && isBrokenOff(loaded, task)) return "waiting";
  if (loaded && task && knows(loaded, task, "nudged")) await wake(house, loaded, task);
  await house.table.change(
    { pk: nudge.pk, sk: nudge.sk },
    { remove: nothingPending, when: { version: { is: nudge.version } } },
  );
  return "delivered";
}

function isBrokenOff(loaded: LoadedCase, task: Task): boolean {
  const { head, process } = loaded;
  const word = head.interruptions[Math.max(head.heard, heardBy(loaded))];
  return word !== undefined && (process.interruptions[word.name]?.during ?? []).includes(task.state);
}

async function wake(house: Parts, loaded: LoadedCase, task: Task): Promise<void> {
  const { outcome } = await goOn(house, loaded, task, "nudged");
  if (outcome === "stale") return;
  await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: { status: "answered", outcome: "nudged", closedAt: house.clock.now() },
      when: { status: { is: "open" } },
    },
  );
}

/** How many words that broke in a case's machine has heard, as far as what it wrote since says. */
const heardBy = ({ tasks, records }: LoadedCase): number =>
  Math.max(0, ...[...tasks, ...records].map(({ heard = 0 }) => heard));

/** Breaks in on a case where its machine waits now; `waiting` while it is between two waits. */
export async function deliverInterruption(house: Parts, head: Head): Promise<"delivered" | "waiting"> {
  const interruption = head.interruptions[head.heard];
  if (!interruption) return "delivered";
  const settle = async (): Promise<"delivered"> => {
    const set = { heard: head.heard + 1 };
    const isHeard = { heard: { is: head.heard } };
    const settled = { set, ...(isWaitedFor(head) ? {} : { remove: nothingPending }) };
    const { outcome } = await house.table.change(headKey(head.pk), {
      ...settled,
      when: { ...isHeard, ...asRead(head) },
    });
    // What has been said since the head was read still has to be passed on.
    if (outcome === "refused") await house.table.change(headKey(head.pk), { set, when: isHeard });
    return "delivered";
  };
  const loaded = await loadCase(house, head.pk);
  if (!loaded || loaded.entry?.ended || loaded.head.endedAt) return settle();
  const word = head.heard + 1;
  if (heardBy(loaded) >= word) return settle();
  const during = loaded.process.interruptions[interruption.name]?.during ?? [];
  const open = loaded.tasks.filter(
    (task) => task.number === undefined && isWaiting(task, house.clock.now()) && during.includes(task.state),
  );
  for (const task of open) {
    const { outcome } = await breakOff(house, loaded, task, interruption, word);
    if (outcome === "delivered") return settle();
  }
  return "waiting";
}

/** A machine that began before there was such a word does not know where it leads. */
function breakOff(
  house: Parts,
  loaded: LoadedCase,
  task: Task,
  { name, visit }: Head["interruptions"][number],
  word: number,
): Promise<Delivery> {
  const from = loaded.process.interruptions[name]?.to;
  return from === undefined || !task.machine || task.machine.words.includes(name)
    ? house.engine.interrupt(task.token, name, word)
    : leaveBehind(house, loaded, task, { from, visit: visit + 1, heard: word });
}
