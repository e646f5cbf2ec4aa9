import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { FieldError } from "../../../workflows/kernel/form.ts";
import type { House } from "../../house.ts";
import { codeUntil, signingCodeOf } from "../../links.ts";
import { queueMail } from "../../mails/queue.ts";
import { type Task, taskItem } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import { taskToday } from "../road/today.ts";
import { type FoundTask, findTask, type TaskAddress } from "../tasks/find-task.ts";

/** A new code can be asked for a minute after the last. */
const pauseSeconds = 60;
/** So many wrong tries spend a code, and so many codes are sent for one task: guessing leads nowhere. */
const mostTries = 5;
const mostCodes = 10;

export type CodeAsked =
  | { readonly outcome: "sent" }
  /** One was sent just now, or as many as may be sent. */
  | { readonly outcome: "soon" | "tooMany" }
  /** The task takes no answer by code, or none any more. */
  | { readonly outcome: "unknown" };

/** Mails a code to whoever is asked to sign. Nothing of the code is stored: it is worked out again from when it was sent. */
export async function sendSigningCode(house: House, address: TaskAddress): Promise<CodeAsked> {
  const found = await findTask(house, address);
  if (found.outcome !== "open" || !found.form.signs) return { outcome: "unknown" };
  const { task, loaded } = found;
  const now = house.clock.now();
  const { sentAt, count } = task.code ?? { sentAt: "", count: 0 };
  if (sentAt !== "" && Date.parse(now) - Date.parse(sentAt) < pauseSeconds * 1000) {
    // Whoever asked first may have been cut off before the code was mailed; a mail that was ordered is not ordered again.
    await mailCode(house, loaded, task);
    return { outcome: "soon" };
  }
  if (count >= mostCodes) return { outcome: "tooMany" };
  const stored = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: { code: { sentAt: now, count: count + 1, tries: 0 }, codeVersion: (task.codeVersion ?? 0) + 1 },
      when: { status: { is: "open" }, codeVersion: task.codeVersion ? { is: task.codeVersion } : "absent" },
    },
  );
  if (stored.outcome === "refused") return { outcome: "soon" };
  // Whoever stands in gets the code, and not who is away.
  const changed = taskToday(loaded.process, taskItem.parse(stored.item));
  const fresh = { ...changed, ...(task.assignee ? { assignee: task.assignee } : {}) };
  await mailCode(house, loaded, fresh);
  return { outcome: "sent" };
}

/** Orders the mail with the latest code of a task, once. */
async function mailCode(house: House, loaded: LoadedCase, task: Task): Promise<void> {
  const { assignee, role, code, part } = task;
  if (!assignee || !role || !code) return;
  const order = {
    ref: task.pk,
    visit: task.visit,
    template: `${task.state}.code`,
    role,
    ...(part === undefined ? {} : { part }),
    to: assignee,
    round: code.count,
    task,
  };
  const tasks = [...loaded.tasks.filter(({ sk }) => sk !== task.sk), task];
  await queueMail(house, order, { ...loaded, tasks });
}

/**
 * Checks what somebody signs with: the version that they have read must be the latest, and the code the one that was
 * mailed to them. Each try is counted before it is looked at, so that many at once are not more than five.
 */
export async function checkSignature(
  house: Pick<House, "table" | "clock" | "config">,
  { task, form, loaded }: Extract<FoundTask, { task: Task }>,
  raw: Readonly<Record<string, unknown>>,
): Promise<{ readonly outcome: "signed"; readonly version: number } | FieldError> {
  const version = form.signs?.versions(loaded.file).length ?? 0;
  if (Number(raw.version) !== version) return { field: "code", problem: "outdated", limit: version };
  const now = house.clock.now();
  const { code, assignee } = task;
  const said = String(raw.code ?? "").replaceAll(/\s/g, "");
  if (said === "") return { field: "code", problem: "missing" };
  if (!code || isOver(codeUntil(code.sentAt), now)) return { field: "code", problem: "codeOver" };
  if (code.tries >= mostTries) return { field: "code", problem: "codeSpent" };
  const counted = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: { code: { ...code, tries: code.tries + 1 }, codeVersion: (task.codeVersion ?? 0) + 1 },
      when: { status: { is: "open" }, codeVersion: { is: task.codeVersion ?? 0 } },
    },
  );
  if (counted.outcome === "refused") return { field: "code", problem: "codeOver" };
  const right = signingCodeOf(house.config.linkSecret, task, assignee?.email ?? "", code.sentAt);
  return said === right ? { outcome: "signed", version } : { field: "code", problem: "wrongCode" };
}
