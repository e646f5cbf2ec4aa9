import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.en.ts";
import { optionsUnder, wordsUnder } from "../blocks/word-parts.ts";
import { en as blocks } from "../blocks/words.en.ts";
import type { Words } from "../kernel/case-file.ts";
import { themeWords } from "./themes.ts";

/** The words of a school's supervision in English. ICU messages. */
export const en: Words = {
  "step.matching": "Somebody to lead the group was looked for",
  "step.appointed": "Somebody was appointed to lead the group",
  "step.opening": "The group was announced",
  "step.weighingFee": "The fee was worked out",
  "step.withdrawal": "The withdrawal was taken in",
  "step.cancellation": "The cancellation was taken in",
  ...schoolWords,
  ...wordsUnder(blocks, "payment.", "account."),
  ...feeWords.en,
  ...optionsUnder(themeWords.en, "application.themes"),
  "application.title": "Request for a supervision",
  "application.submit": "Send the request",
  "application.page.group": "Group",
  "application.town.hint": "We look for the nearest supervisor from here.",
  "application.themes.label": "Which themes matter most to the school?",
  "application.themes.hint": "Write nothing about people: that is spoken of in the group alone.",
  "application.size.label": "How many teachers will take part?",
  "application.size.hint": "From 4 to 12.",
  "application.open.label": "May teachers of other schools join?",
  "application.remarks.label": "What else should we know about time and place?",
  "state.submitted": "We have your request. The programme’s coordinator will look at it.",
  "mail.received.subject": "Request for a supervision received",
  "mail.received.body":
    "Thank you, we have your request for a supervision. The programme’s coordinator will look at it; then we look for a supervisor.",
  "state.approval": "The programme’s coordinator looks at the request.",
  "task.approval.title": "Decide on a supervision",
  "task.approval.why":
    "A school asks for a supervision. If you approve, the nearest supervisor who is free and has no conflict of interest is chosen.",
  "approval.title": "Decision on the request",
  "approval.submit": "Record the decision",
  "approval.outcome.label": "Is there to be a supervision?",
  "approval.outcome.approved": "Yes",
  "approval.outcome.refused": "No",
  "approval.reason.label": "Why?",
  "approval.reason.hint": "The school will read this.",
  "state.appointment": "No supervisor is free. The coordinator looks for somebody to lead the group.",
  "task.appointment.title": "Appoint a supervisor",
  "task.appointment.why":
    "No supervisor can lead the group or was willing. Appoint one yourself, or decide that there is no supervision.",
  "state.invitation": "We are asking a supervisor. When they agree, the group opens.",
  "task.invitation.title": "Say whether you will lead a supervision group",
  "task.invitation.why":
    "You were chosen because you are the nearest and can lead one more group. If you have a conflict of interest with this school, say so: we will ask somebody else.",
  "mail.groupOpened.subject": "The supervision group is open",
  "mail.groupOpened.body":
    "{supervisor} will lead the group. On the page of your case there is a link to join: send it on to the teachers. Who joins first has a place first; the others go on a waiting list.",
  "withdrawal.title": "Give up the supervision",
  "interruption.withdrawn.said": "The school gave the supervision up.",
  "cancellation.title": "Cancel the supervision",
  "interruption.cancelled.said": "The supervision was cancelled.",
  "status.completed": "The supervision is over",
  "status.completed.text":
    "The group has done its work. Meetings: {meetings}. Took part: {took}. Carried out a solution: {done}; partly: {partly}; not yet: {notYet}. Counts under five are not shown.",
  "mail.completed.subject": "The supervision is over",
  "mail.completed.body":
    "Your school’s supervision group has done its work. Meetings: {meetings}. Took part: {took}. Carried out a solution: {done}; partly: {partly}; not yet: {notYet}. Counts under five are not shown, and what the group spoke of stays with the group.",
  "mail.refused.subject": "Your request for a supervision was refused",
  "mail.refused.body": "There will be no supervision this time. Reason: {reason}",
  "status.noSupervisor": "No supervisor was found",
  "status.noSupervisor.text": "Reason: {reason}",
  "mail.noSupervisor.subject": "We found no supervisor",
  "mail.noSupervisor.body": "We are sorry: nobody can lead the group. Reason: {reason}",
  "status.withdrawn.text": "The school gave the supervision up.",
  "mail.withdrawn.subject": "Supervision given up",
  "mail.withdrawn.body": "We confirm that the supervision was given up. We have told anybody who had joined.",
  "mail.cancelled.subject": "The supervision was cancelled",
  "mail.cancelled.body": "The supervision was cancelled. Reason: {reason}",
};
