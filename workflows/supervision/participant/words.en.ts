import { participantWords } from "../../blocks/group/words.en.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { en as blocks } from "../../blocks/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a participant of a supervision in English. ICU messages. */
export const en: Words = {
  "step.arrival": "A place in the group was asked for",
  "step.missed": "A missed meeting was noted",
  "step.weighing": "The meetings attended were counted",
  "step.certifying": "It was checked whether a certificate is due",
  "step.implemented": "What was put into practice was looked at",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.allMeetings.label": "I know that I get a certificate only if I am at all seven meetings",
  "state.confidentiality": "You have a place in the group. We wait for you to agree to its rules.",
  "task.confidentiality.title": "Agree on confidentiality",
  "task.confidentiality.why":
    "You have a place in the group “{call}”. It has rules: what is said at meetings stays with those who take part and is written down nowhere; everybody is at all meetings; everybody speaks of themselves alone.",
  "confidentiality.title": "Rules of the group",
  "confidentiality.submit": "Answer",
  "confidentiality.outcome.label": "Do you agree?",
  "confidentiality.outcome.agreed": "I agree",
  "confidentiality.outcome.declined": "No, I will not take part",
  "calendar.meeting.title": "Supervision, meeting {number}",
  "mail.missedMeeting.body":
    "We missed you at the meeting of the group “{call}”. Certificates go to those who were at all of them, so agree with the supervisor how to make it up.",
  "task.presence.why":
    "The supervisor says that you were at the last meeting of the group “{call}”. If you do not answer, we take it that you were.",
  "state.solution": "The meetings are over. We wait for you to name your solution.",
  "task.solution.title": "Name your solution",
  "task.solution.why":
    "What you decided in the group is known to you and the supervisor. So that we can ask in some weeks how it goes, think of neutral names, such as “the blue question” and “first step”. You and the supervisor alone will see them.",
  "solution.title": "Name of the solution",
  "solution.submit": "Record",
  "solution.outcome.label": "Have you chosen what to carry out?",
  "solution.outcome.chosen": "Yes",
  "solution.outcome.none": "No",
  "solution.problem.label": "What shall we call the question?",
  "solution.problem.hint": "Write no names and nothing that tells what it is about.",
  "solution.solution.label": "What shall we call the solution?",
  "solution.solution.hint": "A word or two will do.",
  "state.carryingOut": "You are carrying out your solution. In some weeks we will ask how it goes.",
  "stage.carryingOut": "Carries out a solution",
  "state.implementation": "We wait for you to say how your solution goes.",
  "task.implementation.title": "Say whether you carried out the solution",
  "task.implementation.why": "Your question: “{problem}”. Your solution: “{solution}”. How does it go?",
  "implementation.title": "Carrying out the solution",
  "implementation.submit": "Answer",
  "implementation.outcome.label": "Have you carried it out?",
  "implementation.outcome.done": "Yes",
  "implementation.outcome.partly": "Partly",
  "implementation.outcome.notYet": "Not yet",
  "mail.needsCompany.subject": "Somebody of your group could do with company",
  "mail.needsCompany.body":
    "Somebody of the group “{call}” ({applicant}) has not carried out the solution “{solution}” yet. Please get in touch if you can: a supervisor goes along not only to a solution, but to its being carried out.",
  "state.evaluation": "We wait for your view of the supervision.",
  "task.evaluation.title": "Rate the supervision",
  "task.evaluation.why":
    "The group “{call}” has done its work. Two answers are enough to make other groups better.",
  "evaluation.title": "Rating of the supervision",
  "evaluation.submit": "Rate",
  "evaluation.useful.label": "How useful was the supervision to you?",
  "evaluation.useful.hint": "From 1 (not at all) to 5 (very).",
  "evaluation.recommends.label": "Would you recommend it to colleagues?",
  "certificate.title": "Certificate of supervision",
  "certificate.text":
    "took part in a supervision group of {hours, plural, one {# academic hour} other {# academic hours}}.",
  "status.completed": "The supervision is over, the certificate issued",
  "status.completed.text": "You were at all meetings. The certificate is here, among the documents.",
  "mail.completed.subject": "Your certificate",
  "mail.completed.body":
    "You were at all meetings of the group “{call}”. The certificate is on the page of your case.",
  "status.attended": "The supervision is over",
  "status.attended.text": "You were not at all meetings, so there is no certificate.",
  "mail.attended.subject": "The supervision is over",
  "mail.attended.body":
    "Thank you for taking part in the group “{call}”. You were not at all meetings, so we cannot issue a certificate.",
  "status.left": "The rules were not agreed to",
  "status.left.text": "You did not agree to the group’s rules, or not in time, so the place went to others.",
  "mail.left.subject": "Your place went to others",
  "mail.left.body":
    "You did not agree to the rules of the group “{call}”, or not in time, so the place went to others.",
};
