import type { Person } from "../../workflows/kernel/case-file.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { Inbox } from "../cases/tasks/inbox.ts";
import type { Config } from "../config.ts";
import { taskPath } from "../links.ts";
import type { Task } from "../store/items.ts";
import { footerFor } from "./footer.ts";
import type { Stranding } from "./hold.ts";
import { html } from "./html.tsx";
import { type Letter, type LetterTask, plainText } from "./letter.ts";
import { mailWordsIn } from "./mail-words.ts";
import { taskTitle } from "./task-title.ts";
import { wayIn } from "./way-in.ts";

/**
 * The morning's mail to one of the staff: what waits, overdue first, one link to each task and one into the console.
 * `stranded`: the cases of which mail is held; `now`: ISO, UTC.
 */
export async function renderDigest(
  config: Pick<Config, "portalUrl" | "linkSecret" | "oidc">,
  to: Person,
  { inbox, stranded }: { readonly inbox: Inbox; readonly stranded: Stranding },
  now: string,
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const { language } = to;
  const frame = await mailWordsIn(language);
  const { tasks, count, overdue, isMore } = inbox;
  const isLate = ({ dueAt }: Task): boolean => dueAt !== undefined && isOver(dueAt, now);
  const listed: LetterTask[] = [];
  for (const task of tasks) {
    listed.push({
      title: await taskTitle(task, language),
      when:
        task.dueAt === undefined ? "" : frame.say("digest.due", { time: printTime(task.dueAt, language) }),
      href: `${config.portalUrl}${taskPath(config.linkSecret, task)}`,
      open: frame.say("digest.open"),
      ...(isLate(task) ? { late: frame.say("digest.overdue") } : {}),
    });
  }
  const subject = frame.say(isMore ? "digest.subject.more" : "digest.subject", { count });
  const allLate = isMore && overdue === count;
  const letter: Letter = {
    language,
    subject,
    heading: tasks.length === 0 ? frame.say("digest.none") : subject,
    paragraphs: [
      ...(overdue > 0
        ? [frame.say(allLate ? "digest.overdue.more" : "digest.overdue.intro", { count: overdue })]
        : []),
      ...(stranded.lines.length > 0
        ? [
            frame.say(stranded.isMore ? "digest.stranded.more" : "digest.stranded", {
              count: stranded.lines.length,
            }),
          ]
        : []),
      ...(count > tasks.length ? [frame.say("digest.most", { count: tasks.length })] : []),
    ],
    facts: [],
    tasks: listed,
    ...wayIn(config, to.email, now, frame),
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("staff", frame),
  };
  return { subject, html: html(letter), text: plainText(letter) };
}
