import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.en.ts";
import { wordsUnder } from "../blocks/word-parts.ts";
import { en as blocks } from "../blocks/words.en.ts";
import type { Words } from "../kernel/process.ts";

/** The words of a school's mini-training in English. ICU messages. */
export const en: Words = {
  ...schoolWords,
  ...feeWords.en,
  ...wordsUnder(blocks, "payment.", "account.", "reportReview."),
  "application.title": "Request for a mini-training",
  "application.submit": "Send the request",
  "application.page.need": "What the school needs",
  "application.town.hint": "We look for the nearest trainer from here.",
  "application.need.label": "What does your school’s community need to learn?",
  "application.need.hint": "For example, to plan lessons together, to have pupils work together.",
  "application.size.label": "How many people will take part?",
  "application.remarks.label": "What else should we know about time and place?",
  "state.submitted": "We have your request. A topic will be agreed with you.",
  "mail.received.subject": "Request for a mini-training received",
  "mail.received.body":
    "Thank you, we have your request for a mini-training. The programme’s coordinator will agree a topic; then we look for a trainer.",
  "state.topic": "The topic is being agreed.",
  "task.topic.title": "Agree the topic of a mini-training",
  "task.topic.why":
    "A school has written what its community needs. Talk it over, and write the topic so that trainers understand it.",
  "topicAgreement.title": "Topic of the training",
  "topicAgreement.submit": "Record",
  "topicAgreement.outcome.label": "Is there to be a training?",
  "topicAgreement.outcome.agreed": "Yes, the topic is agreed",
  "topicAgreement.outcome.refused": "No",
  "topicAgreement.topic.label": "Topic",
  "topicAgreement.reason.label": "Why?",
  "topicAgreement.reason.hint": "The school will read this.",
  "state.appointment": "No trainer is free. The coordinator looks for somebody.",
  "task.appointment.title": "Appoint a trainer",
  "task.appointment.why":
    "No trainer can lead it or was willing. Appoint one yourself, or decide that there is no training.",
  "state.invitation": "The topic is agreed: “{topic}”. We are asking a trainer.",
  "task.invitation.title": "Say whether you will lead a mini-training",
  "task.invitation.why":
    "A school needs a training on “{topic}”. You were chosen because you are the nearest and can lead one more. If you have a conflict of interest with this school, say so: we will ask somebody else.",
  "state.programme": "The programme is being written. {trainer} will lead the training.",
  "task.programme.title": "Write the programme of the training",
  "task.programme.why":
    "The topic: “{topic}”. Write what will be done at each session, and which practical task participants try in their own lessons. The school will look at it.",
  "programme.title": "Programme of the training",
  "programme.submit": "Send it to the school",
  "programme.content.label": "What happens at the sessions?",
  "programme.task.label": "Practical task for one’s own lesson",
  "programme.task.hint": "Every participant will read it.",
  "state.programmeAgreement": "The programme is written. We wait for the school to agree to it.",
  "task.programmeAgreement.title": "Look at the programme of the training",
  "task.programmeAgreement.why":
    "{trainer} will lead the training. If anything does not suit you, say so: it will be changed.",
  "programmeAgreement.title": "Agreement on the programme",
  "programmeAgreement.submit": "Answer",
  "programmeAgreement.outcome.label": "Does the programme suit you?",
  "programmeAgreement.outcome.agreed": "It does",
  "programmeAgreement.outcome.changes": "It needs changes",
  "programmeAgreement.reasons.label": "What should change?",
  "mail.groupOpened.subject": "The mini-training can be joined",
  "mail.groupOpened.body":
    "The programme is agreed, and {trainer} will lead the training. On the page of your case there is a link to join: send it on to your colleagues. Who joins first has a place first.",
  "state.trainerReport": "The sessions were held. The trainer writes a report.",
  "task.trainerReport.title": "Write the report on a mini-training",
  "task.trainerReport.why":
    "The sessions on “{topic}” were held. Say in short what was done and what you advise the school to do next.",
  "trainerReport.title": "Trainer’s report",
  "trainerReport.submit": "Hand in the report",
  "trainerReport.done.label": "What was done?",
  "trainerReport.advice.label": "What do you advise the school?",
  "state.reportReview": "The report is handed in. The coordinator looks at it.",
  "task.reportReview.title": "Look at the trainer’s report",
  "task.reportReview.why": "When it is accepted, the fee is worked out by the hours that were held.",
  "withdrawal.title": "Give up the mini-training",
  "interruption.withdrawn.said": "The school gave the mini-training up.",
  "cancellation.title": "Cancel the mini-training",
  "interruption.cancelled.said": "The mini-training was cancelled.",
  "status.completed": "The mini-training is over",
  "status.completed.text": "Sessions: {meetings}. Took part: {took}.",
  "mail.completed.subject": "The mini-training is over",
  "mail.completed.body":
    "The training on “{topic}” is over. Sessions: {meetings}. Took part: {took}. The trainer’s report and advice are on the page of your case.",
  "mail.refused.subject": "Your request for a mini-training was refused",
  "mail.refused.body": "There will be no training this time. Reason: {reason}",
  "status.noTrainer": "No trainer was found",
  "status.noTrainer.text": "Reason: {reason}",
  "mail.noTrainer.subject": "We found no trainer",
  "mail.noTrainer.body": "We are sorry: nobody can lead the training. Reason: {reason}",
  "status.withdrawn.text": "The school gave the mini-training up.",
  "mail.withdrawn.subject": "Mini-training given up",
  "mail.withdrawn.body":
    "We confirm that you gave the mini-training up. We have told anybody who had joined.",
  "mail.cancelled.subject": "The mini-training was cancelled",
  "mail.cancelled.body": "The mini-training was cancelled. Reason: {reason}",
};
