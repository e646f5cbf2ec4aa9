import type { mails as lt } from "./mails.lt.ts";

/** The mails besides those of tasks, in English. ICU messages. */
export const mails: Readonly<Record<keyof typeof lt, string>> = {
  "mail.lapsed.body":
    "We asked for your answer more than once and did not hear from you, so the place went to somebody else.\n\nThe reason: {reason}\n\nThere is nothing more to do. You can apply to another call.",
  "mail.appealReceived.subject": "We have your appeal",
  "mail.appealReceived.body":
    "We have your appeal. It is decided by somebody who has not decided about this application before. We will write to you once it is decided.",
  "mail.appealUpheld.subject": "Your appeal is upheld",
  "mail.appealUpheld.body":
    "Your appeal was decided and upheld.\n\nThe reason: {reason}\n\nWe will write to you shortly what it changes.",
  "mail.appealDismissed.subject": "Your appeal is dismissed",
  "mail.appealDismissed.body":
    "Your appeal was decided and dismissed, so the earlier decision stands.\n\nThe reason: {reason}",
  "mail.reserveMoved.subject": "Your place on the reserve list",
  "mail.reserveMoved.body":
    "You have come up on the reserve list of the call “{call}”: your place there is now {reserve}.\n\nIf a place falls free and it is your turn, we write at once and say by when to answer. There is nothing to do now.",
  "mail.positionChanged.subject": "Your place in the ranking has changed",
  "mail.positionChanged.body":
    "An appeal was upheld, so the ranking was worked out anew. Your place in it is now {position}. You are on the reserve list.\n\nIf a place becomes free and it is your turn, we will write at once.",
  "mail.plansChanged.subject": "The plans of the internship have changed",
  "mail.plansChanged.body":
    "The plans of the internship have changed. It takes place from {from} to {to} at {institution}.\n\nThe reason: {reason}\n\nIf there is an agreement already, the participant, the school and the agency will get a new version of it.",
  "mail.hostReleased.subject": "The intern will not come to you",
  "mail.hostReleased.body":
    "{applicant} will not be an intern at your institution. There is nothing more for you to do. Thank you for having agreed.",
  "mail.replaced.subject": "Somebody else takes part in the internship",
  "mail.replaced.body":
    "Somebody else takes part in the internship instead of you.\n\nThe reason: {reason}\n\nIf an advance was paid to you, the agency’s accountant will be in touch: what is left of it after your costs must be paid back.",
  "mail.takesPart.subject": "You are going to take part in an internship",
  "mail.takesPart.body":
    "You are going to take part in the internship: from {from} to {to} at {institution}.\n\nShortly you will get an agreement or another task. The page of your application always shows what happens next.",
  "mail.otherPerson.subject": "Another person takes part in the internship",
  "mail.otherPerson.body":
    "Another person takes part in the internship from {from} to {to}: {applicant}.\n\nThe reason: {reason}",
  "mail.journeyCutShort.subject": "Your internship ended early",
  "mail.journeyCutShort.body":
    "We have recorded that the internship ended early.\n\nThe reason: {reason}\n\nWe ask the host institution which days you attended. Then we will ask for the report and settle by the days attended and the costs.",
  "mail.received.body":
    "We have received your application.\n\nNext we ask the principal to endorse your taking part. Then the coordinator checks whether it meets the rules of the call, and reviewers score it. We will tell you about each step by e-mail.",
  "mail.onReserveList.subject": "You are on the reserve list",
  "mail.onReserveList.body":
    "Your application has been reviewed; its score is {score}. All places in the countries that you named are taken at present, so you are on the reserve list. Your place in the ranking is {position}.\n\nIf a place falls free and it is your turn, we write at once. There is nothing to do now.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.completed.subject": "Your internship is complete",
  "mail.completed.body":
    "Everything is done: the report is accepted, the money is settled, the internship is complete.\n\nThank you for taking part and for sharing with your colleagues.",
  "mail.recovered.subject": "The money is paid back and the internship has ended",
  "mail.recovered.body":
    "The internship did not take place or the report did not come in time, so the money has been recovered. The case has ended; there is nothing more to do.",
  "mail.refused.body":
    "Your taking part in an internship was not endorsed, so the application goes no further.\n\nThe reason: {reason}\n\nYou can apply to another call.",
  "mail.ineligible.body":
    "The coordinator has checked your application: it does not meet the rules of the call, so it goes no further.\n\nThe reason: {reason}\n\nYou can apply to another call.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.incomplete.body":
    "The addition that we asked for did not come in time, so the application goes no further.\n\nYou can apply to another call.",
  "mail.rejected.subject": "Your application was not selected",
  "mail.rejected.body":
    "Reviewers have scored your application. Its score is {score}, which is below the minimum score of the call, so we cannot offer you a place.\n\nThank you for your work. We hope to see you in another call.{appeal, select, no {} other {\n\nIf you disagree, you can appeal until {appeal}.}}",
  "mail.reserve.subject": "No place fell free for the reserve list",
  "mail.reserve.body":
    "You were on the reserve list, but no place fell free in the countries that you named, and the call is over.\n\nThank you for your patience. We hope to see you in another call.",
  "mail.declined.subject": "We have your answer to the offer",
  "mail.declined.body": "You have declined the place. It goes to somebody else. There is nothing more to do.",
  "mail.expired.subject": "The offer of a place has expired",
  "mail.expired.body":
    "You did not answer the offer in time, so the place went to the next on the reserve list.\n\nWe hope to see you in another call.",
  "mail.cancelled.body":
    "We are sorry: your internship is cancelled.\n\nThe reason: {reason}\n\nThe money is settled; there is nothing more to do. You can apply to another call.",
  "mail.withdrawn.body": "Your application is withdrawn and goes no further. There is nothing more to do.",
};
