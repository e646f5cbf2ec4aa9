import * as z from "zod";
import { waysOf } from "../../workflows/kernel/check.ts";
import { clocksOf } from "../../workflows/kernel/clock.ts";
import type { Role, State } from "../../workflows/kernel/process.ts";
import { answerOf, type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { queueMail } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { type Task, taskItem } from "../store/items.ts";
import { taskKey } from "../store/keys.ts";

const input = z.object({
  ref: z.string(),
  state: z.string(),
  visit: z.number(),
  part: z.string().optional(),
});

/**
 * Closes a task whose time is up and says how the road goes on: by `expired`, or by the answer that was stored while
 * its token was already dead.
 */
export const expireTask = (house: House) =>
  step(house, input, async ({ ref, state, visit, part }) => {
    const key = taskKey(ref, visit, state, part);
    const now = house.clock.now();
    const closed = await house.table.change(key, {
      set: { status: "expired", closedAt: now },
      remove: ["inbox"],
      when: { status: { is: "open" } },
    });
    const stored = closed.outcome === "changed" ? closed.item : await house.table.get(key);
    const task = taskItem.parse(stored);
    if (task.pending) await house.table.change(key, { remove: ["pending", "pendingAt", "attempts"] });
    const loaded = await loadCase(house, ref);
    const definition = loaded?.process.states[state];
    if (!loaded || !definition) throw new Error(`${ref}: no state ${state}`);
    const outcome = task.status === "answered" ? (task.outcome ?? "") : "expired";
    if (outcome === "expired") await escalate(house, loaded, definition, task);
    const next = waysOf(definition)[outcome];
    const file =
      task.status === "answered" &&
      !loaded.file.answers.some((answer) => answer.visit === visit && answer.part === part)
        ? { ...loaded.file, answers: [...loaded.file.answers, ...answerOf(task)] }
        : loaded.file;
    house.log("K204", { ref, state, outcome });
    return { outcome, at: next === undefined ? {} : clocksOf(loaded.process, next, file, now), parts: [] };
  });

async function escalate(house: House, loaded: LoadedCase, state: State<string>, task: Task): Promise<void> {
  const role = escalationOf(state, task.part);
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

function escalationOf(state: State<string>, part: string | undefined): Role | undefined {
  if (state.kind === "ask" || state.kind === "each") return state.escalate;
  return state.kind === "all" ? state.parts[part ?? ""]?.escalate : undefined;
}
