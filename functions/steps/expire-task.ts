import * as z from "zod";
import { laterArms } from "../../workflows/kernel/clock.ts";
import { remaining } from "../../workflows/kernel/facts/ends.ts";
import { extended } from "../../workflows/kernel/shapes.ts";
import { askingOf, type State } from "../../workflows/kernel/states.ts";
import type { Key } from "../adapters/table.ts";
import { answerOf, type LoadedCase } from "../cases/load.ts";
import { partNamed } from "../cases/people/many.ts";
import { clocksOnward, isStillAsked, wayToday } from "../cases/road/onward.ts";
import { taskToday } from "../cases/road/today.ts";
import type { House } from "../house.ts";
import { queueMail } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { type Task, taskItem } from "../store/items.ts";
import { taskKey } from "../store/keys.ts";
import { leave, onRoad, taskKnown } from "./on-road.ts";
import { called } from "./said.ts";

const input = called.extend({ part: z.string().optional(), number: z.number().optional() });

/**
 * Closes a task whose time is up and says how the road goes on: by `expired`, or by the answer that was stored while
 * its token was already dead. A task whose deadline was moved meanwhile is not closed but armed anew.
 */
export const expireTask = (house: House) =>
  step(house, input, async (event) => {
    const { ref, visit, machine } = event;
    const now = house.clock.now();
    const { loaded, state, definition } = await onRoad(house, event);
    const part = partNamed(loaded, event);
    const known = await taskKnown(house, loaded, { visit, state, part });
    const isGone = known ? known.status === "open" && !isStillAsked(loaded, known) : state !== event.state;
    if (isGone) return leave(house, loaded, { ...event, state });
    const key = known ? { pk: known.pk, sk: known.sk } : taskKey(ref, visit, state, part);
    await restToTheEnd(house, key, now);
    const task = taskToday(loaded.process, await close(house, key, now));
    if (task.status === "open") {
      house.log("K206", { ref, state });
      return { outcome: extended, at: {}, parts: [], ...clockAnew(definition, task, now) };
    }
    const outcome = task.status === "answered" ? (task.outcome ?? "") : "expired";
    if (outcome === "expired") await escalate(house, loaded, definition, task);
    const file =
      task.status === "answered" &&
      !loaded.file.answers.some((answer) => answer.visit === visit && answer.part === part)
        ? { ...loaded.file, answers: [...loaded.file.answers, ...answerOf(task)] }
        : loaded.file;
    house.log("K204", { ref, state, outcome });
    const at = clocksOnward({ ...loaded, file }, { state, machine }, outcome, now);
    if (at) return { outcome, at, parts: [] };
    return leave(house, loaded, { ...event, state: wayToday(loaded, state, outcome) ?? state });
  });

/** Machines wake in the last second that is named; it counts to its end, and until then whoever is asked may answer. */
async function restToTheEnd({ table, clock }: House, key: Key, now: string): Promise<void> {
  const { status, dueAt } = taskItem.parse(await table.get(key));
  const rest = status === "open" && dueAt !== undefined ? remaining(dueAt, now) : 0;
  if (rest > 0 && rest <= 1000) await clock.rest?.(rest);
}

/** Closes a task, or leaves it open for as long as somebody has given it more time. Returns it as it then is. */
async function close(house: House, key: Key, now: string): Promise<Task> {
  for (;;) {
    const task = taskItem.parse(await house.table.get(key));
    if (task.pending) await house.table.change(key, { remove: ["pending", "pendingAt", "attempts"] });
    if (task.status !== "open") return task;
    const { dueAt, arm, extensions = [] } = task;
    const hasTime = extensions.length > 0 && dueAt !== undefined && now < dueAt;
    const { outcome, ...changed } = await house.table.change(key, {
      ...(hasTime
        ? { set: { quietArm: arm + 1 } }
        : { set: { status: "expired", closedAt: now }, remove: ["inbox"] }),
      when: { status: { is: "open" }, dueAt: dueAt === undefined ? "absent" : { is: dueAt } },
    });
    if (outcome === "changed" && "item" in changed) return taskItem.parse(changed.item);
  }
}

/** The next arm, and by which instants the machine counts from it on; those before it are over and only hold its place. */
function clockAnew(definition: State<string>, task: Task, now: string) {
  const { extensions = [], openedAt, dueAt: due = now, arm } = task;
  const was = extensions[0]?.was ?? now;
  const arms = laterArms(askingOf(definition, task.part) ?? { remind: [] }, { openedAt, was, due }, now);
  return { arm: arm + 1, clock: [...Array.from({ length: arm + 1 }, () => was), ...arms] };
}

async function escalate(house: House, loaded: LoadedCase, state: State<string>, task: Task): Promise<void> {
  const role = askingOf(state, task.part)?.escalate;
  const to = role === undefined ? undefined : loaded.process.people(role, loaded.file);
  if (role === undefined || !to) return;
  const order = {
    ref: task.pk,
    visit: task.visit,
    template: `${task.state}.overdue`,
    role,
    ...(task.part === undefined ? {} : { part: task.part }),
    to,
    round: 0,
    task,
  };
  await queueMail(house, order, loaded);
}
