import type { Person } from "../../workflows/kernel/case-file.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import type { Inbox, InboxTask } from "../cases/tasks/inbox.ts";
import type { Config } from "../config.ts";
import { taskPath } from "../links.ts";
import type { Task } from "../store/items.ts";
import { footerFor } from "./footer.ts";
import type { Stranding } from "./hold.ts";
import { html } from "./html.tsx";
import { type Letter, type LetterTask, plainText } from "./letter.ts";
import { mailWordsIn } from "./mail-words.ts";
import { withoutLinks } from "./quoted.ts";
import { taskTitle } from "./task-title.ts";
import { wayIn } from "./way-in.ts";

/** So many lines a digest has at most; what is left waits in the console. */
export const mostLines = 20;

/** What a line says of whose case a task is of, and under which call it stands. */
export interface DigestLine {
  readonly task: InboxTask;
  /** Who applied, with the code of the case; of a call's own task nobody. */
  readonly about?: string;
  readonly callId: string;
  readonly callTitle: string;
}

interface Digested {
  readonly inbox: Inbox;
  /** The most urgent of them. */
  readonly lines: readonly DigestLine[];
  readonly stranded: Stranding;
  /** How many applicants' questions wait. */
  readonly questions?: number;
  /** Leads what is left to the console; whoever has none signs in to a page of their own. */
  readonly hasConsole: boolean;
}

/**
 * The morning's mail to one of the staff: what waits, overdue first, by call, each line with its case and a link, and one into
 * the console. `stranded`: the cases of which mail is held; `now`: ISO, UTC.
 */
export async function renderDigest(
  config: Pick<Config, "portalUrl" | "linkSecret" | "oidc">,
  to: Person,
  { inbox, lines, stranded, questions = 0, hasConsole }: Digested,
  now: string,
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const { language } = to;
  const frame = await mailWordsIn(language);
  const { count, overdue, isMore } = inbox;
  const isLate = ({ dueAt }: Task): boolean => dueAt !== undefined && isOver(dueAt, now);
  const shown = lines.slice(0, mostLines);
  const lineOf = async ({ task, about }: DigestLine): Promise<LetterTask> => ({
    title: await taskTitle(task, language),
    when: [
      ...(about === undefined ? [] : [withoutLinks(about)]),
      ...(task.dueAt === undefined
        ? []
        : [frame.say("digest.due", { time: printTime(task.dueAt, language) })]),
    ].join(", "),
    href: `${config.portalUrl}${taskPath(config.linkSecret, task)}`,
    open: frame.say("digest.open"),
    ...(isLate(task) ? { late: frame.say("digest.overdue") } : {}),
  });
  const calls = [...Map.groupBy(shown, ({ callId }) => callId).values()];
  const subject = frame.say(isMore ? "digest.subject.more" : "digest.subject", { count });
  const allLate = isMore && overdue === count;
  const letter: Letter = {
    language,
    subject,
    heading: shown.length === 0 ? frame.say("digest.none") : subject,
    paragraphs: [
      ...(overdue > 0
        ? [frame.say(allLate ? "digest.overdue.more" : "digest.overdue.intro", { count: overdue })]
        : []),
      ...(questions > 0 ? [frame.say("digest.questions", { count: questions })] : []),
      ...(stranded.lines.length > 0
        ? [
            frame.say(stranded.isMore ? "digest.stranded.more" : "digest.stranded", {
              count: stranded.lines.length,
            }),
          ]
        : []),
      ...(count > shown.length
        ? [frame.say(hasConsole ? "digest.most" : "digest.most.guest", { count: shown.length })]
        : []),
    ],
    facts: [],
    tasks: await Promise.all(
      calls.map(async (ofCall) => ({
        heading: withoutLinks(ofCall[0]?.callTitle ?? ""),
        tasks: await Promise.all(ofCall.map(lineOf)),
      })),
    ),
    ...(hasConsole
      ? wayIn(config, to.email, now, frame)
      : {
          button: { label: frame.say("button.signIn"), href: `${config.portalUrl}${paths.signIn()}` },
          notes: [],
        }),
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor("staff", frame),
  };
  return { subject, html: html(letter), text: plainText(letter) };
}
