import type { lt } from "./words.lt.ts";

/** The words that frame every mail, in English. */
export const en: Readonly<Record<keyof typeof lt, string>> = {
  "signIn.subject": "Your code to sign in",
  "signIn.text": "Your code: {code}",
  others: "{count, plural, one {You have another task} other {You have # other tasks}}",
  greeting: "Hello,",
  "task.subject": "{title}",
  "reminder.subject": "Reminder: {title}",
  "overdue.subject": "Not answered in time: {title}",
  "extended.subject": "New deadline: {title}",
  "extended.intro": "You have more time to answer this task: we have moved its deadline.",
  "reminder.intro": "This is a reminder that we are still waiting for your answer.",
  "overdue.intro": "{who} did not answer this task in time. Please see to what happens next.",
  "code.subject": "Code: {title}",
  "code.text": "Your code is {code}. Enter it on the page of the task.",
  "code.until": "It works until {time}. If you did not ask for it, do nothing and tell it to nobody.",
  "about.certificate": "Certificate",
  "about.call": "Call for applications",
  "about.applicant": "Applicant",
  "about.code": "Application code",
  "about.due": "Please answer by",
  "about.wasDue": "The answer was due by",
  "notice.absence.subject": "Somebody stands in for a colleague who is away",
  "notice.absence.text":
    "{name} is away from {from} to {to}, and {substitute} stands in: in {calls}. {by} wrote this down.\n\nIf this is not right, say so on the page of absences at once: “Is back” ends it.",
  "notice.absence.button": "Look at the absences",
  "notice.absenceOver.subject": "A colleague is back",
  "notice.absenceOver.text": "{name} is back, and {substitute} no longer stands in. {by} wrote this down.",
  "notice.absenceOver.button": "Look at the absences",
  "notice.signInTried.subject": "Wrong codes to sign in with your address",
  "notice.signInTried.text":
    "Somebody asked for a code to sign in with your address and typed wrong ones until it no longer worked. Nobody came in, and your own codes go on working.\n\nIf it was you, ask for a new code. If not, there is nothing to do: tell nobody a code.",
  "notice.signInTried.button": "Sign in",
  "notice.draftKept.subject": "The draft of your application is kept",
  "notice.draftKept.text":
    "You have begun an application to the call “{call}”. What you wrote so far is kept, but not sent yet.\n\nYou can go on at any time while applications are taken: sign in with this e-mail address. If you have begun no application, you need not do anything.",
  "notice.draftKept.button": "Sign in and go on",
  "notice.gaveWay.subject": "One of your applications no longer counts",
  "notice.gaveWay.text":
    "Several applications to “{call}” came from your address. The one sent on {other} counts. Another one, sent on {sent}, was withdrawn.\n\nIf you sent no application, or the other one should count, write to the coordinator of the call.",
  "notice.gaveWay.button": "Look at your applications",
  "confirm.alone":
    "You need not confirm anything. Should another application to this call come from your address, the one that you confirm counts.",
  "confirm.contested":
    "Another application to this call came from your address, and only one can count. Please confirm which is yours. If you do not, the earlier one counts. You can confirm until {time}.",
  "confirm.link": "Say which application counts",
  "notice.newLink.subject": "A new link to your application",
  "notice.newLink.text":
    "You asked for a new link to your application. Earlier links to it and to its tasks no longer work.\n\nYou alone have this link: please do not forward it.",
  "notice.newLink.button": "Open my application",
  "button.answer": "Open the task",
  "button.case": "Open my application",
  "before.case": "What has happened before, and what comes next",
  "button.console": "Open the console",
  "link.yours": "This link is for you alone. Please do not forward it.",
  "link.plain": "If the button does not work, copy this address into your browser:",
  "link.until": "The link works until {time}.",
  "digest.subject": "{count, plural, one {# task is} other {# tasks are}} waiting for your answer",
  "digest.subject.more":
    "More than {count, plural, one {# task is} other {# tasks are}} waiting for your answer",
  "digest.most":
    "This mail lists the {count, plural, one {most urgent task} other {# most urgent tasks}}; the others are in the console.",
  "digest.none": "No tasks are left unanswered.",
  "digest.overdue": "Overdue",
  "digest.stranded":
    "{count, plural, one {In # case mail did not arrive} other {In # cases mail did not arrive}}: look at the console.",
  "digest.stranded.more":
    "In more than {count, plural, one {# case} other {# cases}} mail did not arrive: look at the console.",
  "digest.overdue.intro": "{count, plural, one {# task is} other {# tasks are}} overdue.",
  "digest.overdue.more": "More than {count, plural, one {# task is} other {# tasks are}} overdue.",
  "digest.due": "by {time}",
  "digest.open": "Open",
  footer:
    "Kelias is a programme for teachers’ professional development. You received this mail because you take part in it. There is no need to reply.",
};
