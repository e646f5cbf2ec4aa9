import { processOf } from "../../workflows/catalogue.ts";
import { isByAddress } from "../../workflows/kernel/applicant.ts";
import { timesOfRound } from "../../workflows/kernel/comparing.ts";
import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { houseRoles, isBlind, roleIn, signsIn } from "../../workflows/kernel/roles.ts";
import type { Message } from "../adapters/mailer.ts";
import { paths } from "../addresses/paths.ts";
import { contestDays } from "../cases/applications/contest.ts";
import type { LoadedCase } from "../cases/load.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { ownRoles, staffIn } from "../cases/people/standing-in.ts";
import { certificatePath } from "../certificates/number.ts";
import { campaignOfRound, placeFor } from "../compared/campaign.ts";
import type { Config } from "../config.ts";
import {
  codeUntil,
  comparedCodeOf,
  confirmPath,
  registrationPath,
  signingCodeOf,
  taskPath,
} from "../links.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { invitedOr } from "../reading/invited.ts";
import type { Messages } from "../reading/messages.ts";
import { askedAs } from "../store/compared-items.ts";
import type { Task } from "../store/items.ts";
import { idOf, isCall } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";
import { answersTo } from "./answers-to.ts";
import { inWordsOf, type OwnWords } from "./call-texts.ts";
import { footerFor, readerOf } from "./footer.ts";
import { html } from "./html.tsx";
import { type Letter, plainText } from "./letter.ts";
import { type MailWords, mailWordsIn } from "./mail-words.ts";
import { quoted, quotedIn, withoutLinks } from "./quoted.ts";
import type { Rendered } from "./rendered.ts";
import { mailSubject } from "./subject.ts";
import { taskTitle } from "./task-title.ts";
import { readTemplate } from "./template.ts";
import type { OtherTask } from "./together.ts";
import { wayIn } from "./way-in.ts";

export { mostLines, renderDigest } from "./digest.ts";

type Links = Pick<Config, "portalUrl" | "linkSecret" | "oidc" | "mailFrom">;

/**
 * Writes a kept mail in the language of its reader. Throws when its template has no words or its task is gone: such a
 * mail must not go out half empty.
 */
export async function renderMail(
  config: Links,
  mail: Mail,
  loaded: LoadedCase,
  { others = [], own }: { readonly others?: readonly OtherTask[]; readonly own?: OwnWords | undefined } = {},
): Promise<Rendered> {
  const letter = await withOthers(config, await letterOf(config, mail, loaded, own), others);
  const calendar = await calendarOf(config, mail, loaded);
  return {
    subject: letter.subject,
    html: html(letter),
    text: plainText(letter),
    ...(calendar ? { calendar } : {}),
    ...answersTo(mail, loaded),
  };
}

/** The other tasks that wait for the same reader, each with a link of its own. */
async function withOthers(config: Links, letter: Letter, others: readonly OtherTask[]): Promise<Letter> {
  if (others.length === 0) return letter;
  const { language } = letter;
  const frame = await mailWordsIn(language);
  const tasks = await Promise.all(
    others.map(async ({ task, about }) => ({
      title: await taskTitle(task, language),
      when: [
        withoutLinks(about),
        ...(task.dueAt === undefined
          ? []
          : [frame.say("digest.due", { time: printTime(task.dueAt, language) })]),
      ].join(", "),
      href: `${config.portalUrl}${taskPath(config.linkSecret, task)}`,
      open: frame.say("digest.open"),
    })),
  );
  return { ...letter, others: { heading: frame.say("others", { count: tasks.length }), tasks } };
}

/** The file that a mail with dates carries, in its reader's language. */
async function calendarOf(config: Links, mail: Mail, loaded: LoadedCase): Promise<Message["calendar"]> {
  const calendar = mail.calendar ?? calendarOfSeat(mail, loaded);
  if (!calendar) return undefined;
  const { calendarFile } = await import("./calendar-file.ts");
  const file = {
    ...calendar,
    caseId: idOf(loaded.head.pk),
    at: mail.queuedAt,
    host: new URL(config.portalUrl).hostname,
    organizer: config.mailFrom.replace(/^.*<|>$/g, ""),
    attendee: mail.to,
  };
  const content = calendarFile(file, await caseWords(loaded, mail.to.language));
  return { method: calendar.method, content };
}

/** The time of a seat. What is said of it later has the higher number, also where somebody cancels and comes anew. */
function calendarOfSeat({ seat, queuedAt }: Mail, { process: { seats }, file }: LoadedCase) {
  if (!seat || !seats) return undefined;
  const sequence = Math.floor(Date.parse(queuedAt) / 60_000);
  const said = { title: seats.title(file), place: seats.place(file), sequence };
  const events = seats.meetings(file).map((when, index) => ({
    name: index === 0 ? "event" : `event-${index + 1}`,
    when,
    ...said,
  }));
  return { method: seat, events };
}

/** To whom one may write, as the call says. */
export const staffOf = ({ file }: Pick<LoadedCase, "file">): ReadonlySet<string> =>
  new Set([...staffIn({ data: file.call }).values()].map(({ email }) => email));

async function letterOf(
  config: Links,
  mail: Mail,
  loaded: LoadedCase,
  own: OwnWords | undefined,
): Promise<Letter> {
  const { language } = mail.to;
  const [standard, frame, subject] = await Promise.all([
    caseWords(loaded, language),
    mailWordsIn(language),
    mailSubject(mail, loaded, language, own),
  ]);
  const words = inWordsOf(own, standard);
  const aboutCall = {
    label: frame.say(
      (await isOfGroup(loaded.process)) ? "about.group" : invitedOr(loaded.process, "about.call"),
    ),
    value: callTitle(loaded, language),
  };
  const template = readTemplate(mail.template);
  const framed = {
    language,
    subject,
    tasks: [],
    greeting: frame.say("greeting"),
    plainLink: frame.say("link.plain"),
    footer: footerFor(readerOf(mail.role, loaded.process), frame, { role: words.maybe(`role.${mail.role}`) }),
  };
  if (mail.asks)
    return {
      ...framed,
      heading: subject,
      facts: [aboutCall],
      ...wayToQuestions(config, mail, loaded, { frame, asks: mail.asks }),
    };
  if (mail.message) {
    return {
      ...framed,
      heading: subject,
      paragraphs: [
        ...(mail.message.question === undefined
          ? []
          : [frame.say("answer.asked"), quoted(mail.message.question), frame.say("answer.told")]),
        ...mail.message.text.split(/\n{2,}/),
        frame.say("message.from", { name: mail.by?.name ?? frame.say("message.programme") }),
      ],
      facts: [{ label: frame.say("about.code"), value: codeOf(loaded.head.pk) }],
      ...wayToCase(config, mail, loaded, frame),
    };
  }
  if (template.kind === "tell") {
    const text = words.say(
      `mail.${mail.template}.body`,
      quotedIn(parametersOf(loaded, words), staffOf(loaded)),
    );
    return {
      ...framed,
      heading: subject,
      paragraphs: text.split(/\n{2,}/),
      facts: [aboutCall, ...aboutCertificate(config, mail, loaded, frame)],
      ...wayToCase(config, mail, loaded, frame),
      ...whichCounts(config, mail, loaded, frame),
    };
  }
  const task = taskOf(mail, loaded);
  const parameters = quotedIn(parametersOf(loaded, words, task), staffOf(loaded));
  const isOverdue = template.kind === "overdue";
  const opening =
    template.kind === "reminder"
      ? [frame.say("reminder.intro")]
      : isOverdue
        ? [frame.say("overdue.intro", { who: withoutLinks(task.assignee?.name ?? "–") })]
        : template.kind === "extended"
          ? [frame.say("extended.intro")]
          : [];
  return {
    ...framed,
    // Whoever is told that somebody else is late is not told to do it.
    heading: isOverdue ? subject : words.say(`task.${template.state}.title`, parameters),
    paragraphs: [...opening, ...(isOverdue ? [] : [words.say(`task.${template.state}.why`, parameters)])],
    facts: [aboutCall, ...aboutTask(mail, task, loaded, { words, frame })],
    ...(template.kind === "code" ? codeOfTask(config, task, frame) : {}),
    ...(isOverdue ? wayToConsole(config, mail, frame) : wayToTask(config, task, loaded, frame)),
  };
}

/** To the three questions on a form, by a link that names nobody and leads to its answer as long as its round lasts. */
function wayToQuestions(
  { portalUrl, linkSecret }: Links,
  mail: Mail,
  { head, process, file }: LoadedCase,
  { frame, asks }: { readonly frame: MailWords; readonly asks: NonNullable<Mail["asks"]> },
): Pick<Letter, "paragraphs" | "button" | "notes"> {
  const { moment, round } = asks;
  const { school, group } = placeFor(head.callId, moment);
  const code = comparedCodeOf(linkSecret, askedAs(mail), moment);
  const until = timesOfRound(round)?.closesAt;
  if (until === undefined) throw new Error(`${mail.pk}: questions of no quarter, ${round}`);
  return {
    paragraphs: [
      mail.registration === undefined
        ? frame.say(`compared.${moment}.text`)
        : frame.say(`compared.${moment}.comer`, { event: withoutLinks(process.seats?.title(file) ?? "–") }),
      frame.say("compared.kept"),
    ],
    button: {
      label: frame.say("button.compared"),
      href: `${portalUrl}${paths.answer(campaignOfRound(round), school, group, code)}`,
    },
    notes: [frame.say("compared.until", { day: printDay(dayAt(until), frame.language) })],
  };
}

/** Where everybody can see that the certificate is valid: told to its holder when the road is at its end. */
const aboutCertificate = (
  { portalUrl }: Links,
  mail: Mail,
  { certificate, process }: LoadedCase,
  frame: MailWords,
): Letter["facts"] =>
  mail.role === "applicant" && isOfEnd(process, mail) && certificate && !certificate.revoked
    ? [{ label: frame.say("about.certificate"), value: `${portalUrl}${certificatePath(certificate.number)}` }]
    : [];

const isOfEnd = ({ states }: LoadedCase["process"], { template }: Mail): boolean =>
  Object.values(states).some(
    (state) => state.kind === "end" && state.tell.some((told) => told.template === template),
  );

/** Told with the receipt of an application, of which its address may have one in the call. */
function whichCounts(
  { portalUrl, linkSecret }: Links,
  { role, template, to }: Mail,
  { process, head, entry }: LoadedCase,
  frame: MailWords,
): Pick<Letter, "confirm"> {
  const isReceipt = role === "applicant" && template === "received" && !process.call?.isRepeatable;
  if (!isReceipt || !isByAddress(process)) return {};
  const until = new Date(Date.parse(head.submittedAt) + contestDays * 86_400_000).toISOString();
  return {
    confirm: {
      text: entry?.contested
        ? frame.say("confirm.contested", { time: printTime(until, frame.language) })
        : frame.say("confirm.alone"),
      label: frame.say("confirm.link"),
      href: `${portalUrl}${confirmPath(linkSecret, head.pk, to.email)}`,
    },
  };
}

/** The code to sign with, in the text alone: a subject is read by others. */
function codeOfTask(config: Links, task: Task, frame: MailWords): Pick<Letter, "paragraphs"> {
  const sentAt = task.code?.sentAt;
  if (sentAt === undefined) throw new Error(`${task.pk}: a mail with a code that was not asked for`);
  const code = signingCodeOf(config.linkSecret, task, task.assignee?.email ?? "", sentAt);
  const until = codeUntil(sentAt);
  const time = printTime(until, frame.language);
  return { paragraphs: [frame.say("code.text", { code }), frame.say("code.until", { time })] };
}

/** Is what people take part in a group that somebody leads? It is called so, and not a call. */
const isOfGroup = async ({ leads, call }: Process): Promise<boolean> =>
  (leads ?? (call && (await processOf(call.process)).leads)) !== undefined;

/** Who is asked about whom, and by when. A reviewer gets a code in place of a name. */
function aboutTask(
  mail: Mail,
  task: Task,
  loaded: LoadedCase,
  { words, frame }: { readonly words: Messages; readonly frame: MailWords },
): Letter["facts"] {
  const applicant = loaded.process.people("applicant", loaded.file)?.name;
  const isUnnamed = isBlind(loaded.process, task.role);
  const overdue = readTemplate(mail.template).kind === "overdue";
  return [
    ...(isCall(task.pk) || mail.role === "applicant" || applicant === undefined
      ? []
      : isUnnamed
        ? [{ label: frame.say("about.code"), value: codeOf(task.pk) }]
        : [{ label: words.say("role.applicant"), value: withoutLinks(applicant) }]),
    ...(task.dueAt === undefined
      ? []
      : [
          {
            label: frame.say(overdue ? "about.wasDue" : "about.due"),
            value: printTime(task.dueAt, frame.language),
          },
        ]),
  ];
}

function taskOf(mail: Mail, loaded: LoadedCase): Task {
  const task = loaded.tasks.find(({ sk }) => sk === mail.task);
  if (!task) throw new Error(`${mail.pk}: a mail about a task that is not there`);
  return task;
}

type Way = Pick<Letter, "button" | "before" | "notes">;

/** To the task, whose page tells guests what they need to know; an applicant's own page tells the rest. */
function wayToTask(config: Links, task: Task, loaded: LoadedCase, frame: MailWords): Way {
  if (comesBySigningIn(loaded, task.role)) return wayToSignIn(config, frame);
  const own = task.role === "applicant" ? ownPage(config, task.assignee?.email, loaded) : undefined;
  return {
    button: {
      label: frame.say("button.answer"),
      href: `${config.portalUrl}${taskPath(config.linkSecret, task)}`,
    },
    ...(own === undefined ? {} : { before: { label: frame.say("before.case"), href: own } }),
    notes: [frame.say("link.yours")],
  };
}

/** Of whoever applied, or goes in their place; nobody else is led there. */
function ownPage(
  { portalUrl, linkSecret }: Links,
  reader: string | undefined,
  loaded: LoadedCase,
): string | undefined {
  if (loaded.process.people("applicant", loaded.file)?.email !== reader) return undefined;
  return `${portalUrl}${ownPathOf(linkSecret, loaded)}`;
}

/**
 * An applicant is led to the own page of the case, and staff to the console. Guests have no page but those of their tasks,
 * and neither has somebody in whose place another person goes now.
 */
function wayToCase(config: Links, mail: Mail, loaded: LoadedCase, frame: MailWords): Way {
  if (mail.registration !== undefined) {
    const own = registrationPath(config.linkSecret, mail.pk, mail.registration);
    return {
      button: { label: frame.say("button.registration"), href: `${config.portalUrl}${own}` },
      notes: [frame.say("link.yours")],
    };
  }
  if (!signsIn(loaded.process, mail.role)) return { notes: [] };
  if (mail.role !== "applicant")
    return worksHere(loaded, mail) ? wayToConsole(config, mail, frame) : wayToSignIn(config, frame);
  const own = ownPage(config, mail.to.email, loaded);
  if (own === undefined) return { notes: [] };
  return {
    button: { label: frame.say(invitedOr(loaded.process, "button.case")), href: own },
    notes: [frame.say("link.yours")],
  };
}

/** Such a role has no link of its own: whoever reads somebody else's mail does not come in by it. */
const comesBySigningIn = ({ process }: LoadedCase, role: string | undefined): boolean =>
  role !== undefined && !houseRoles.includes(role) && roleIn(process, role)?.comes === "signsIn";

const wayToSignIn = ({ portalUrl }: Links, frame: MailWords): Way => ({
  button: { label: frame.say("button.signIn"), href: `${portalUrl}${paths.signIn()}` },
  notes: [],
});

/** Staff of the house, or whoever works for this call by a role that its process says. */
const worksHere = ({ file }: LoadedCase, { role, to }: Mail): boolean =>
  houseRoles.includes(role) || ownRoles({ data: file.call }, to.email).size > 0;

/** The task's own link is for the person who was asked, so whoever steps in comes by the console. */
const wayToConsole = (config: Links, mail: Mail, frame: MailWords): Way =>
  wayIn(config, mail.to.email, mail.queuedAt, frame);
