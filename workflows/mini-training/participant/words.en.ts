import { participantWords } from "../../blocks/group/words.en.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { en as blocks } from "../../blocks/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a participant of a training in English. ICU messages. */
export const en: Words = {
  "step.arrival": "A place in the group was asked for",
  "step.missed": "A missed meeting was noted",
  "step.weighing": "The meetings attended were counted",
  "step.certifying": "It was checked whether a certificate is due",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.tasks.label": "I know that a certificate asks for a practical task tried in my own lesson",
  "calendar.meeting.title": "Mini-training, session {number}",
  "task.presence.why":
    "The trainer says that you were at the last session of the training “{call}”. If you do not answer, we take it that you were.",
  "mail.missedMeeting.body":
    "We missed you at a session of the training “{call}”. A certificate counts only the hours that you were there.",
  "state.practicalTask": "The sessions are over. We wait for you to try the practical task in your lesson.",
  "task.practicalTask.title": "Try the practical task in your own lesson",
  "task.practicalTask.why": "The task: {task}",
  "practicalTask.title": "Practical task",
  "practicalTask.submit": "Hand it in",
  "practicalTask.tried.label": "What did you try?",
  "practicalTask.pupils.label": "How did pupils take it?",
  "practicalTask.pupils.hint": "Write no pupil’s name.",
  "practicalTask.material.label": "Material or a picture",
  "practicalTask.material.hint": "No pupil must be recognisable in it.",
  "state.taskReview": "The trainer looks at the task.",
  "task.taskReview.title": "Look at a practical task",
  "task.taskReview.why":
    "A participant of the training “{call}” has tried the task in a lesson. Accept it, or return it.",
  "taskReview.title": "Review of the task",
  "taskReview.submit": "Record",
  "taskReview.outcome.label": "Is the task done?",
  "taskReview.outcome.accepted": "It is done",
  "taskReview.outcome.returned": "Return it for more",
  "taskReview.reasons.label": "What is missing?",
  "state.feedback": "We wait for your view of the training.",
  "task.feedback.title": "Rate the mini-training",
  "task.feedback.why": "The training “{call}” is over. Your view will help others.",
  "feedback.title": "Rating of the training",
  "feedback.submit": "Rate",
  "feedback.useful.label": "How useful was the training to you?",
  "feedback.useful.hint": "From 1 (not at all) to 5 (very).",
  "feedback.recommends.label": "Would you recommend it to colleagues?",
  "feedback.advice.label": "What should be done differently?",
  "certificate.title": "Certificate of a mini-training",
  "certificate.text":
    "took part in a mini-training of {hours, plural, one {# academic hour} other {# academic hours}} and tried what was learned in a lesson.",
  "status.completed": "The training is over, the certificate issued",
  "status.completed.text": "The certificate is here, among the documents.",
  "mail.completed.subject": "Your certificate",
  "mail.completed.body":
    "Thank you for taking part in the training “{call}”. The certificate is on the page of your case.",
  "status.attended": "The training is over",
  "status.attended.text":
    "You were at too few sessions, or the task was not accepted, so there is no certificate.",
  "mail.attended.subject": "The training is over",
  "mail.attended.body":
    "Thank you for taking part in the training “{call}”. You were at too few sessions, or the task was not accepted, so we cannot issue a certificate.",
};
