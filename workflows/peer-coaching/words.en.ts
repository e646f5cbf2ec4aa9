import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.en.ts";
import { optionsUnder, wordsUnder } from "../blocks/word-parts.ts";
import { en as blocks } from "../blocks/words.en.ts";
import type { Words } from "../kernel/case-file.ts";
import { instrumentWords } from "./instruments.ts";
import { shared } from "./shared-words.ts";

/** The words of a peer coach's road in English. ICU messages. */
export const en: Words = {
  "step.certifying": "It was checked whether a certificate is due",
  "step.opening": "The group was announced",
  "step.weighingFee": "The fee was worked out",
  "step.withdrawal": "The withdrawal was taken in",
  "step.cancellation": "The cancellation was taken in",
  ...wordsUnder(schoolWords, ...shared),
  ...feeWords.en,
  ...wordsUnder(
    blocks,
    "payment.",
    "account.",
    "endorsement.",
    "endorsementInPlace.",
    "revocation.",
    "mail.certificateRevoked.",
  ),
  ...optionsUnder(instrumentWords.en, "application.instrument"),
  "application.title": "Application to become a peer coach",
  "application.submit": "Send the application",
  "application.page.person": "About you",
  "application.page.coaching": "Peer coaching",
  "application.principalName.label": "Name of your principal",
  "application.principalEmail.label": "E-mail of your principal",
  "application.experienceYears.label": "How many years have you been teaching?",
  "application.motivation.label": "Why do you want to advise colleagues?",
  "application.subject.label": "Lessons of which subject or field will you plan together?",
  "application.instrument.label": "How will you measure pupils’ achievement before and after?",
  "application.instrument.hint": "All colleagues of your group will measure in the same way.",
  "state.submitted": "We have your application. Now we ask your principal.",
  "mail.received.subject": "Application to become a peer coach received",
  "mail.received.body": "Thank you, we have your application. Now we ask your principal to endorse it.",
  "state.endorsement": "We wait for the principal.",
  "task.endorsement.title": "Endorse a colleague as a peer coach",
  "task.endorsement.why":
    "A teacher of your school ({applicant}) wants to advise colleagues on planning lessons. That takes a training, and time to observe their lessons.",
  "state.endorsementInPlace": "The principal did not answer in time, so the programme’s coordinator decides.",
  "task.endorsementInPlace.title": "Decide in the principal’s place",
  "task.endorsementInPlace.why": "The principal did not answer in time. Ask, and record the decision.",
  "state.awaitingTraining": "We wait for the end of the coaches’ training.",
  "stage.awaitingTraining": "Training",
  "state.training": "The training is over. The coordinator notes who was there.",
  "task.training.title": "Say whether the candidate was at the training",
  "task.training.why":
    "Those who were at the training become peer coaches and can gather a group of colleagues.",
  "training.title": "Training of peer coaches",
  "training.submit": "Record",
  "training.outcome.label": "Was the candidate there?",
  "training.outcome.attended": "Yes, at all of it",
  "training.outcome.missed": "No",
  "training.reason.label": "What was missing?",
  "training.reason.hint": "The candidate will read this.",
  "mail.groupOpened.subject": "You are a peer coach, and your group is open",
  "mail.groupOpened.body":
    "Congratulations, you are a peer coach. On the page of your case there is a link by which colleagues join your group: send it on. A group needs at least three of them.",
  "withdrawal.title": "Give up peer coaching",
  "interruption.withdrawn.said": "The peer coaching was given up.",
  "cancellation.title": "End the peer coaching",
  "interruption.cancelled.said": "The peer coaching was ended.",
  "certificate.title": "Certificate of a peer coach",
  "certificate.text":
    "coached a group of colleagues for {hours, plural, one {# academic hour} other {# academic hours}}.",
  "status.completed": "The peer coaching is over",
  "status.completed.text":
    "Cycles: {meetings}. Colleagues: {took}. The certificate is here, among the documents.",
  "mail.completed.subject": "Your certificate of a peer coach",
  "mail.completed.body":
    "Thank you for coaching a group of colleagues. Cycles: {meetings}. Colleagues: {took}. The certificate is on the page of your case.",
  "mail.refused.subject": "Your application was not endorsed",
  "mail.refused.body": "Your principal did not endorse your application. Reason: {reason}",
  "status.notAccredited": "The training was not completed",
  "status.notAccredited.text": "Reason: {reason}",
  "mail.notAccredited.subject": "The training was not completed",
  "mail.notAccredited.body": "You could not become a peer coach this time. Reason: {reason}",
  "status.withdrawn.text": "The peer coaching was given up.",
  "mail.withdrawn.subject": "Peer coaching given up",
  "mail.withdrawn.body":
    "We confirm that the peer coaching was given up. We have told anybody who had joined.",
  "mail.cancelled.subject": "The peer coaching was ended",
  "mail.cancelled.body": "The peer coaching was ended. Reason: {reason}",
};
