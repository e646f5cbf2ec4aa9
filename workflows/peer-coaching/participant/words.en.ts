import { participantWords } from "../../blocks/group/words.en.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { en as blocks } from "../../blocks/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a colleague in peer coaching in English. ICU messages. */
export const en: Words = {
  "step.arrival": "A place in the group was asked for",
  "step.missed": "A missed meeting was noted",
  "step.weighing": "The meetings attended were counted",
  "step.certifying": "It was checked whether a certificate is due",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.openLessons.label": "I agree that colleagues observe my lessons, and will observe theirs",
  "calendar.meeting.title": "Peer coaching, cycle {number}",
  "task.presence.why":
    "The coach says that you took part in the last cycle of the group “{call}”. If you do not answer, we take it that you did.",
  "mail.missedMeeting.body":
    "We missed you in a cycle of the group “{call}”. Certificates go to those who took part in all of them, so talk to your coach.",
  "state.before": "You have a place in the group. We wait for you to measure pupils’ achievement.",
  "task.before.title": "Measure pupils’ achievement before you begin",
  "task.before.why":
    "Your group measures by {instrument, select, test {a test} rubric {a rubric} portfolio {a portfolio} other {engagement}}. Give numbers only, and no pupil’s name.",
  "before.title": "Achievement before",
  "before.submit": "Record",
  "before.pupils.label": "How many pupils did you assess?",
  "before.average.label": "Average in per cent",
  "state.after": "The cycles are over. We wait for you to measure pupils’ achievement again.",
  "task.after.title": "Measure pupils’ achievement again",
  "task.after.why":
    "Your group measures by {instrument, select, test {a test} rubric {a rubric} portfolio {a portfolio} other {engagement}}. Measure as you did the first time.",
  "after.title": "Achievement after",
  "after.submit": "Record",
  "after.pupils.label": "How many pupils did you assess?",
  "after.average.label": "Average in per cent",
  "state.reflection": "We wait for your reflection.",
  "task.reflection.title": "Think about what has changed",
  "task.reflection.why":
    "The group “{call}” has done its cycles with {coach}. What is different in your lessons now?",
  "reflection.title": "Joint reflection",
  "reflection.submit": "Hand in",
  "reflection.changed.label": "What has changed?",
  "reflection.changed.hint": "Write no pupil’s name.",
  "reflection.useful.label": "How useful was it to you?",
  "reflection.useful.hint": "From 1 (not at all) to 5 (very).",
  "reflection.recommends.label": "Would you recommend it to colleagues?",
  "certificate.title": "Certificate of peer coaching",
  "certificate.text":
    "took part in peer coaching of {hours, plural, one {# academic hour} other {# academic hours}}.",
  "status.completed": "The cycles are over, the certificate issued",
  "status.completed.text": "You took part in all cycles. The certificate is here, among the documents.",
  "mail.completed.subject": "Your certificate",
  "mail.completed.body":
    "You took part in all cycles of the group “{call}”. The certificate is on the page of your case.",
  "status.attended": "The cycles are over",
  "status.attended.text": "You did not take part in all cycles, so there is no certificate.",
  "mail.attended.subject": "The cycles are over",
  "mail.attended.body":
    "Thank you for taking part in the group “{call}”. You did not take part in all cycles, so we cannot issue a certificate.",
};
