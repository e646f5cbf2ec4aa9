import { paths } from "../addresses/paths.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { staffOf } from "../cases/people/staff.ts";
import { leadersPath } from "../groups/led.ts";
import { digested } from "../mails/digested.ts";
import { invitedOr } from "../reading/invited.ts";
import { idOf, isCall } from "../store/keys.ts";
import type { Visit } from "../web/visit.ts";
import type { TaskView } from "./task-view.ts";

interface Way {
  readonly href: string;
  readonly label: string;
}

/**
 * Where whoever has a task finds everything that was said before: an applicant on the own page, staff who are in the console
 * there, with the way back to their other tasks, and whoever leads a group on its page. Guests are told on the page of the task itself what they need to know.
 */
export async function waysOnFrom(
  { task, loaded, view: { ui } }: TaskView,
  { house, request }: Visit,
): Promise<readonly Way[]> {
  if (task.role === "applicant") {
    const isTheirs = loaded.process.people("applicant", loaded.file)?.email === task.assignee?.email;
    const href = ownPathOf(house.config.linkSecret, loaded);
    return isTheirs ? [{ href, label: ui.say(invitedOr(loaded.process, "task.mine")) }] : [];
  }
  const led = await leadersPath(house, loaded, task);
  if (led !== undefined) return [{ href: led, label: ui.say("led.page") }];
  if (!digested.has(task.role ?? "") || !(await staffOf(house, request.cookies))) return [];
  const [href, label] = isCall(task.pk)
    ? ([paths.consoleCall(idOf(task.pk)), "task.wholeCall"] as const)
    : ([paths.consoleCase(idOf(task.pk)), "task.wholeCase"] as const);
  return [
    { href, label: ui.say(label) },
    { href: paths.console(), label: ui.say("console.inbox") },
  ];
}
