import * as z from "zod";
import type { Person } from "../../workflows/kernel/case-file.ts";
import type { Role } from "../../workflows/kernel/roles.ts";
import { askingOf, type State } from "../../workflows/kernel/states.ts";
import { inTurns } from "../cases/in-turns.ts";
import type { LoadedCase } from "../cases/load.ts";
import { partNamed } from "../cases/people/many.ts";
import { isWaiting } from "../cases/road/deliver.ts";
import { isAskedInVain } from "../cases/road/in-vain.ts";
import { renewNudge } from "../cases/road/nudge.ts";
import { isStillAsked } from "../cases/road/onward.ts";
import { showState } from "../cases/road/show-state.ts";
import { isOwed } from "../cases/road/start.ts";
import { taskToday } from "../cases/road/today.ts";
import { conflictOf } from "../cases/tasks/find-task.ts";
import type { House } from "../house.ts";
import { digested } from "../mails/digested.ts";
import { queueMail, tellAll } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { type Task, taskItem } from "../store/items.ts";
import { headKey, isCall, pendingSince, taskKey } from "../store/keys.ts";
import { leave, onRoad, taskKnown } from "./on-road.ts";
import { called } from "./said.ts";

const input = called.extend({
  arm: z.number(),
  part: z.string().optional(),
  /** Of many who are asked, the how-manieth. */
  number: z.number().optional(),
  due: z.string().optional(),
  movable: z.boolean().optional(),
  heard: z.number().optional(),
  token: z.string(),
});
type Input = z.infer<typeof input>;

/**
 * Opens a task, or arms an open one anew with the token of the next wait and reminds its person. An answer that came
 * between two tokens is kept and pending; it gets the new token, and the sweeper delivers it.
 */
export const openTask = (house: House) =>
  step(house, input, async (said) => {
    const { loaded, state: name, definition: state } = await onRoad(house, said);
    const part = partNamed(loaded, said);
    const event = { ...said, state: name, part };
    const known = await taskKnown(house, loaded, event);
    if (!mayOpen(loaded, event, { state, known })) return leave(house, loaded, event);
    const task = describe(house, event, loaded, { state, known });
    const stored = event.arm === 0 ? await house.table.put(task, { ifAbsent: true }) : "exists";
    if (stored === "exists") await armAnew(house, task);
    if (event.arm > 0 && (await handOn(house, task, loaded))) return {};
    if (event.arm === 0 && event.number === undefined) await announce(house, loaded, state, task);
    if (task.kind === "ask") await writeMail(house, event, task, loaded);
    house.log("K201", { ref: event.ref, state: event.state, arm: event.arm });
    return {};
  });

/** Does a state ask or wait today as its machine does that calls for it? */
function mayOpen(
  loaded: LoadedCase,
  { machine, part }: Pick<Input, "machine" | "part">,
  { state, known }: { readonly state: State<string>; readonly known: Task | undefined },
): boolean {
  if (known && !isStillAsked(loaded, known)) return false;
  if (state.kind === "all" && !askingOf(state, part)) return false;
  return machine ? machine.kind === state.kind : state.kind !== "step" && state.kind !== "end";
}

/** What follows from a task's opening. Each of these writes may be repeated, as the opening itself may be. */
async function announce(house: House, loaded: LoadedCase, state: State<string>, task: Task): Promise<void> {
  await showState(house, loaded, task.state);
  await closeEarlier(house, loaded, task.visit);
  if (isOwed(loaded.head)) await hasten(house, task.pk);
  if ((state.kind === "await" && !isResumed(loaded, task)) || state.kind === "ask") {
    await tellAll(house, loaded, task.visit, state.tell);
  }
  if (task.kind === "await" && isCall(task.pk)) await renewNudge(house, task.pk);
}

/** What is owed to the case may perhaps break in here: the sweeper looks at once. */
async function hasten({ table, clock }: Pick<House, "table" | "clock">, ref: string): Promise<void> {
  await table.change(headKey(ref), {
    set: pendingSince(ref, clock.now()),
    when: { pending: "present" },
  });
}

/** A long wait goes on in another execution; whoever waits was told of it when it began. */
const isResumed = ({ head, tasks }: LoadedCase, { state, visit }: Task): boolean =>
  head.handedOver === visit - 1 && tasks.some((task) => task.state === state && task.visit === visit - 1);

/**
 * A machine stands in one state. What is still open of an earlier one is over: a wait whose end nobody could write
 * down any more, or questions to people on which an interruption has broken in.
 */
async function closeEarlier(house: House, loaded: LoadedCase, visit: number): Promise<void> {
  const closedAt = house.clock.now();
  const earlier = loaded.tasks.filter((other) => other.visit < visit && other.status === "open");
  await inTurns(earlier, async (task) => {
    if (task.kind === "await" && !isWaiting(task, closedAt)) return;
    const isAnswered = task.kind === "await" && loaded.process.states[task.state]?.kind !== "each";
    await house.table.change(
      { pk: task.pk, sk: task.sk },
      {
        set: { status: isAnswered ? "answered" : "cancelled", closedAt },
        remove: ["inbox"],
        when: { status: { is: "open" } },
      },
    );
  });
}

function describe(
  house: House,
  event: Input,
  loaded: LoadedCase,
  { state, known }: { readonly state: State<string>; readonly known: Task | undefined },
): Task {
  const { part } = event;
  // Where many are asked, what nobody in particular is asked waits beside them for what breaks in.
  const asking = state.kind === "each" && part === undefined ? undefined : askingOf(state, part);
  if (state.kind === "all" && !asking) throw new Error(`no part is called ${part}`);
  const base = {
    ...(known ? { pk: known.pk, sk: known.sk } : taskKey(event.ref, event.visit, event.state, event.part)),
    callId: loaded.head.callId,
    process: loaded.head.process,
    state: event.state,
    visit: event.visit,
    ...(part === undefined ? {} : { part }),
    ...(event.number === undefined ? {} : { number: event.number }),
    status: "open" as const,
    token: event.token,
    arm: event.arm,
    ...(event.heard ? { heard: event.heard } : {}),
    ...(event.machine ? { machine: event.machine } : {}),
    openedAt: house.clock.now(),
  };
  const due = event.due === undefined ? {} : { dueAt: event.due };
  if (!asking) return { ...base, ...due, kind: "await" };
  const assignee = assigneeOf(loaded, asking.role, part);
  return {
    ...base,
    kind: "ask",
    role: asking.role,
    form: asking.form.id,
    assignee,
    ...due,
    ...(event.movable ? { movable: true } : {}),
    inbox: assignee.email.toLowerCase(),
  };
}

/** Where nobody is known for a role, the task goes to the coordinator rather than to nobody. */
function assigneeOf({ process, file }: LoadedCase, role: Role, part: string | undefined): Person {
  const person = process.people(role, file, part) ?? process.people("coordinator", file);
  if (!person) throw new Error(`${file.ref}: nobody stands behind ${role}`);
  return { name: person.name, email: person.email, language: person.language };
}

async function armAnew(house: House, task: Task): Promise<void> {
  const key = { pk: task.pk, sk: task.sk };
  const { token, arm, machine } = task;
  const armed = { token, arm, ...(machine ? { machine } : {}) };
  const opened = await house.table.change(key, { set: armed, when: { status: { is: "open" } } });
  if (opened.outcome === "changed") return;
  await house.table.change(key, {
    set: { ...armed, ...pendingSince(task.pk, house.clock.now()) },
    when: { status: { is: "answered" } },
  });
}

/**
 * Whoever may not answer any more, by a rule of the call, is not reminded: the answer that stands instead is kept, and the
 * sweeper passes it on, because whom a machine calls answers no machine.
 */
async function handOn(house: House, task: Task, loaded: LoadedCase): Promise<boolean> {
  const conflict = conflictOf(loaded, task);
  if (!conflict) return false;
  const closedAt = house.clock.now();
  const { outcome } = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: {
        ...conflict,
        status: "answered",
        closedAt,
        by: task.assignee?.email ?? "",
        ...pendingSince(task.pk, closedAt),
      },
      remove: ["inbox"],
      when: { status: { is: "open" } },
    },
  );
  return outcome === "changed";
}

async function writeMail(house: House, event: Input, task: Task, loaded: LoadedCase): Promise<void> {
  if (task.assignee === undefined || task.role === undefined || digested.has(task.role)) return;
  const item = await house.table.get({ pk: task.pk, sk: task.sk });
  const stored = item && taskToday(loaded.process, taskItem.parse(item));
  if (stored?.status !== "open" || stored.assignee === undefined || stored.quietArm === event.arm) return;
  // Whoever says that it is not theirs is not reminded; the coordinator sees it in the inbox.
  if (stored.disowned) return;
  // Whoever stayed silent as often as anybody is asked is not written to any more; the coordinator sees the case among what is stuck.
  if (isAskedInVain(loaded, stored)) return;
  const order = {
    ref: event.ref,
    visit: event.visit,
    template: `${event.state}.${event.arm === 0 ? "task" : "reminder"}`,
    role: task.role,
    ...(event.part === undefined ? {} : { part: event.part }),
    to: stored.assignee,
    round: event.arm,
    task: stored,
    // Many reminders fall due at one instant, and who has several tasks is told of all of them by one.
    ...(event.arm === 0 ? {} : { isPaced: true as const }),
  };
  await queueMail(house, order, {
    ...loaded,
    tasks: [...loaded.tasks.filter(({ sk }) => sk !== task.sk), stored],
  });
}
