import type { tasks as lt } from "./tasks.lt.ts";

/** Tasks by link, and what people say of their own accord, in English. ICU messages. */
export const tasks: Readonly<Record<keyof typeof lt, string>> = {
  "task.call": "Call for applications",
  "task.applicant": "Applicant",
  "task.school": "School",
  "task.code": "Application code",
  "task.due": "Answer by",
  "task.why": "Why we ask you",
  "task.for": "This task is for",
  "task.facts": "What you need to know",
  "task.answer": "Your answer",
  "task.after": "What happens when you have answered",
  "task.after.text":
    "Your answer is stored and cannot be changed afterwards. We will tell you by e-mail what comes next.",
  "task.done.title": "Thank you, we have your answer",
  "task.done.text": "Stored on {time}. There is nothing more to do.",
  "task.done.applicant": "You can follow your application on its own page.",
  "task.done.other": "If anything more is needed, we will write to you.",
  "task.used.title": "This task has been answered already",
  "task.used.text": "The answer came on {time}. It can no longer be changed.",
  "task.yours": "This is what you answered",
  "task.outcome": "Answer",
  "task.expired.title": "The time to answer is over",
  "task.expired.text":
    "This task could be answered until {time}. If it still matters, write to the programme’s coordinator.",
  "task.handedOn.title": "This task has been given to somebody else",
  "task.handedOn.text":
    "You need not answer any more. If you think that this is a mistake, write to the programme coordinator.",
  "task.savedElsewhere":
    "While you were typing, this task was saved in another window. This is what it says. Your answer below is not saved yet: if you save again, it takes the other’s place.",
  "task.saved":
    "Saved, but not sent yet. Open the same link from the mail to go on; do not forget to send your answer when you are done.",
  "task.cancelled.title": "This task is no longer needed",
  "sign.elsewhere.link": "Signed on paper or with a qualified signature",
  "sign.elsewhere.text":
    "{name}: upload the agreement that was signed elsewhere. Check that it is version {version} and that the signature is theirs: once recorded, it cannot be changed.",
  "sign.get": "1. Get a code",
  "sign.get.text":
    "We send the code to {email}. It works for {minutes, plural, one {# minute} other {# minutes}}.",
  "sign.get.button": "Send me a code",
  "sign.enter": "2. Agree",
  "sign.sent": "We have sent the code to {email}. If you do not see the e-mail, look in the spam folder.",
  "sign.soon": "A code was sent just now. Wait a minute and look at your e-mail.",
  "sign.tooMany":
    "We cannot send any more codes for this task. Please turn to the coordinator: the agreement can be signed on paper too.",
  "sign.version": "You agree to version {version} of the agreement.",
  "task.cancelled.newer":
    "There is a new version of the agreement, so the old one can no longer be agreed to. A new link was sent to you.",
  "task.cancelled.open": "Open the new task",
  "task.cancelled.text": "There is nothing to answer: the application has changed or has ended.",
  "task.coordinator": "Programme coordinator: {name}, {email}",
  "task.mine": "My application: what has happened and what comes next",
  "task.wholeCase": "The whole case in the console",
  "task.wholeCall": "The call in the console",
  "task.conflict.title": "You cannot review this application",
  "task.conflict.text":
    "By the rules of the call there is a conflict of interest, so the application is not shown to you. Please hand it on to another reviewer; you need not explain.",
  "task.conflict.done":
    "By the rules of the call there is a conflict of interest, so your answer was not taken. The application goes to another reviewer. Thank you.",
  "task.unblinded":
    "You review without knowing whose application it is, so names and the school are not shown.",
  "disown.link": "This is not for me, or somebody else should answer",
  "disown.title": "Somebody else should answer",
  "disown.text":
    "Tell us, and the programme’s coordinator asks the right person. You need do nothing more, and we do not remind you again.",
  "disown.submit": "Tell the coordinator",
  "disown.outcome.label": "What is so?",
  "disown.outcome.someoneElse": "Somebody else should answer, and I know who",
  "disown.outcome.notMe": "I am not the one, and I do not know who is",
  "disown.name.label": "Name of who should be asked",
  "disown.email.label": "E-mail address of who should be asked",
  "disown.note.label": "Anything else that helps",
  "disown.thanks":
    "Thank you. The coordinator has been told that somebody else should answer. If you can answer after all, you still may.",
  "disown.said.someoneElse": "Whoever was asked says that somebody else should answer: {name}, {email}.",
  "disown.said.notMe": "Whoever was asked says that they are not the one.",
  "why.title": "Why it was decided so",
  "why.score":
    "The score of your application is {score}. To have a place in the order it had to be at least {least}.",
  "why.below":
    "Your application did not reach the least score, so it has no place in the order ({applied, plural, one {# application} other {# applications}} in all).",
  "why.position":
    "Your application is number {position} in the order of {inOrder, plural, one {# application} other {# applications}} that reached the least score.",
  "why.last": "{country}: the last place went to number {position} in the order, whose score is {score}.",
  "why.reserve": "Your place on the reserve list now is {position}.",
  "diary.title": "Diary",
  "diary.lead":
    "One short page for each day. It is saved at once. If the connection breaks, what you wrote stays on your device and is sent later.",
  "diary.count": "({written} of {begun} written)",
  "diary.saved": "Saved: {day}",
  "diary.today": "Today, {day}",
  "diary.status.written": "Written",
  "diary.status.now": "Write",
  "diary.status.missing": "Not written",
  "diary.status.coming": "Still to come",
  "diary.status.closed": "Not written",
  "diary.waiting":
    "There is no connection. What you wrote stays on this device, and we will try again. Keep this page open, or come back later.",
  "diary.kept": "This text was not saved yet: it stayed on this device since last time. Press “Save”.",
  "diary.refused": "This page cannot be written",
  "diary.refused.coming": "The day has not come yet.",
  "diary.refused.closed": "The diary is closed and cannot be changed any more.",
  "diary.refused.tooOften": "This page was changed too many times. The earlier text is kept.",
  "saying.keep": "Change nothing",
  "saying.late.title": "This can no longer be said",
  "saying.late.text":
    "The case has moved on or ended, or this was said already. Open it again to see where it is now.",
  "saying.soon": "What happens next will be shown here shortly.",
  "task.held.account":
    "No payment run takes this payment: euros cannot be transferred to the receiver’s account (it is in no country of SEPA, or its number is wrong). Send the payment back and say why: the receiver will be asked for another account. The other payments go as usual.",
  "task.held.mayBePaid":
    "This payment is held back: the data were set back, and it may already be paid. Decide on it on the page of payment runs.",
  "task.held.name":
    "No payment run takes this payment: a bank could not read the receiver’s name, because it has no letter that can be written in Latin ones. The coordinator can correct the name on the page of the case; the payment then waits for a run as others do. The other payments go as usual.",
  "task.inRun":
    "Payments are approved in runs, so that two people see each of them: a coordinator prepares the run, finance approves it and marks it as paid. This task is then done as well.",
};
