import { internshipWords } from "../blocks/internship-words.en.ts";
import { wordsUnder } from "../blocks/word-parts.ts";
import { en as blocks } from "../blocks/words.en.ts";
import type { Words } from "../kernel/case-file.ts";
import { placeWords } from "./place/words.en.ts";

/** The words of the internship in Lithuania, in English. ICU messages. */
export const en: Words = {
  "step.experience": "The years of experience were checked",
  "step.entering": "The application entered the matching",
  "step.loosing": "The place was lost and another is looked for",
  "step.diary": "The diary was looked at",
  "step.givingPlace": "The school became a new place",
  "step.certifying": "It was checked whether a certificate is due",
  ...wordsUnder(
    blocks,
    "endorsement.",
    "endorsementInPlace.",
    "screening.",
    "lastScreening.",
    "supplement.",
    "silence.",
    "report.title",
    "report.submit",
    "report.learned.",
    "report.use.",
    "report.attachment",
    "reportReview.",
    "revocation.",
    "mail.certificateRevoked.",
  ),
  ...internshipWords,
  ...placeWords("hostingPlan"),
  "silence.outcome.released": "Wait no longer",
  "application.title": "Application for an internship in Lithuania",
  "application.page.motivation": "What you want to learn and to share",
  "application.page.places": "Where you want to go",
  "application.experienceYears.hint":
    "These internships are for experienced teachers. The call says how many years it takes.",
  "application.shares.label": "What can you teach your colleagues at the host school?",
  "application.shares.hint": "One sentence. The schools that you choose will read it.",
  "application.earlierCertificate.label": "Number of a certificate of the programme",
  "application.earlierCertificate.hint":
    "If you have been an intern before, or completed another of the programme’s activities: it shows that you have something to share.",
  "application.places.label": "Where would you like to go?",
  "application.places.hint": "You can choose one place or two. Name first the one that you want most.",

  "mail.received.body":
    "We have your application.\n\nNow we ask the principal to endorse you. Then the coordinator sees whether it meets the rules of the call, and the schools that you chose say whom they would most like to have.",
  "task.endorsement.title": "Endorse a teacher’s application for an internship at another school",
  "task.endorsement.why":
    "{applicant} has applied for an internship at another school in Lithuania and named you as the principal. Without your endorsement the application goes no further.",
  "state.screening": "The coordinator sees whether the application meets the rules of the call.",
  "task.screening.why":
    "The principal has endorsed the application. Please see whether it meets the rules of the call. If it does, the schools that the intern chose will read it.",
  "state.awaitingMatch":
    "The application meets the terms. Once the host schools have said whom they would most like to have, we will write whether you have a place.",
  "stage.awaitingMatch": "Waits for a place",
  "state.onWaitingList":
    "There is no place for now. If one of those that you named comes free and it is your turn, we will write.\n\n{wishes}",
  "stage.onWaitingList": "Waits for a place to come free",
  "mail.onWaitingList.subject": "There is no place for now",
  "mail.onWaitingList.body":
    "There were fewer places than people who wanted them.\n\n{wishes}\n\nIf one of these places comes free and it is your turn, we will write at once. There is nothing to do now.",
  "mail.matched.subject": "You have a place",
  "mail.matched.body":
    "Your place: {host}, {town}, “{method}”, from {from} to {to}.\n\nWhy this place:\n{wishes}\n\nNow we ask the school to confirm that it will take you. Then we will ask you for a plan.",
  "mail.placeLost.subject": "The place that you had is no more",
  "mail.placeLost.body":
    "We are sorry: the place that you had is no more.\n\nReason: {reason}\n\nWe will look for another of the places that you named, and write.",
  "mail.hostReleased.subject": "The intern will not come to you",
  "mail.hostReleased.body":
    "{applicant} will not be an intern at your school. There is nothing more for you to do. Thank you for having been ready to take somebody in.",
  "state.hostAcceptance":
    "You have a place: {host}. We wait for the school to confirm that it will take you; then we will ask for your plan.\n\n{wishes}",
  "task.hostAcceptance.title": "Confirm that you will take an intern",
  "task.hostAcceptance.why":
    "From {from} to {to} {applicant} wants to be an intern at your school: “{method}”. The place was given by your order and that of the interns. Please confirm that you will take this intern.",
  "hostAcceptance.title": "Taking an intern in",
  "hostAcceptance.submit": "Answer",
  "hostAcceptance.outcome.label": "Will you take this intern?",
  "hostAcceptance.outcome.accepted": "Yes",
  "hostAcceptance.outcome.declined": "No, we cannot",
  "hostAcceptance.contactPerson.label": "Who will meet the intern?",
  "hostAcceptance.reason.label": "Why can you not?",
  "hostAcceptance.reason.hint": "The intern will read this.",
  "state.hostFollowUp": "The coordinator gets in touch with the host school.",
  "task.hostFollowUp.title": "Get in touch with the host school",
  "task.hostFollowUp.why":
    "The host school has not said in time whether it will take the intern. Please call it and record what you agreed.",
  "hostFollowUp.title": "What the host school said",
  "hostFollowUp.outcome.label": "What did the school say?",
  "hostFollowUp.outcome.accepted": "It will take the intern",
  "hostFollowUp.outcome.declined": "It will not",
  "hostFollowUp.reason.label": "What did you agree, and with whom?",
  "hostFollowUp.reason.hint": "The intern will read this.",
  "state.plan": "We wait for your plan. The host school still has to agree to it.",
  "task.plan.why":
    "The school “{host}” will take you from {from} to {to}. Write what you will learn and do, and what the session that you hold for its teachers will be about. The school agrees to the plan.",
  "plan.sessionTopic.label": "What will the session for your colleagues at the host school be about?",
  "plan.sessionOn.label": "On which day will you hold it?",
  "task.silentPlan.title": "Decide what to do about a silent intern",
  "task.silentPlan.why":
    "{applicant} has not sent a plan in time. Please get in touch and decide whether to ask once more, or to wait no longer and pass the place on.",
  "state.planAgreement": "The host school looks at your plan.",
  "task.planAgreement.why":
    "{applicant} has written a plan of the internship at your school. Please agree to it, or write what to change.",
  "state.awaitingStay":
    "All is ready. Your internship: {host}, from {from} to {to}. On the first day we will send you the address of your diary.",
  "stage.awaitingStay": "Waits for the internship",
  "mail.diaryOpens.subject": "The diary of your internship",
  "mail.diaryOpens.body":
    "Your internship begins. On each of its days write a few sentences: what you did, and what you learned. The diary is on the page of your application, and easy to write by phone.",
  "mail.diaryMissing.subject": "You wrote nothing in your diary yesterday",
  "mail.diaryMissing.body":
    "While you remember it, write a few sentences about yesterday. The diary is on the page of your application.",
  "state.staying": "The internship is under way. Write a few sentences in your diary each day.",
  "stage.staying": "At the host school",
  "stage.silentPlan": "Decision about an internship plan that did not come",
  "stage.silentHostingPlan": "Decision about a hosting plan that did not come",
  "stage.silentReport": "Decision about a report that did not come",
  "stage.evaluation": "Evaluation of the internship",
  "stage.evaluationFollowUp": "The evaluation is being cleared up",
  "diary.title": "A page of the diary",
  "diary.submit": "Save",
  "diary.done.label": "What did you do today?",
  "diary.learned.label": "What did you learn or understand?",
  "state.evaluation":
    "The internship is over. We wait for the host school to confirm the days and your session.",
  "task.evaluation.title": "Confirm the internship and say how the intern did",
  "task.evaluation.why":
    "{applicant} was an intern at your school from {from} to {to}. Please confirm the days, say whether the session for your teachers was held, and write how it went. The certificate depends on it.",
  "hostEvaluation.title": "How the internship went",
  "hostEvaluation.submit": "Send",
  "hostEvaluation.outcome.label": "How was it?",
  "hostEvaluation.outcome.evaluated": "The internship is over, and I can say how it went",
  "hostEvaluation.outcome.sessionLater":
    "The internship is over, but the session for our teachers is still to come",
  "hostEvaluation.outcome.absent": "The intern did not come",
  "hostEvaluation.daysMissed.label": "How many days did the intern miss?",
  "hostEvaluation.daysMissed.hint": "If none, write 0.",
  "hostEvaluation.sessionHeld.label": "Did the intern hold a session for your teachers?",
  "hostEvaluation.colleagues.label": "How many of them came?",
  "hostEvaluation.evaluation.label": "How did the intern work, and what would you advise?",
  "hostEvaluation.evaluation.hint": "The intern will read this.",
  "hostEvaluation.sessionOn.label": "On which day will the session be held?",
  "state.awaitingSession":
    "The internship is over but for the session for your colleagues at the host school.",
  "stage.awaitingSession": "Waits for the session",
  "state.evaluationFollowUp": "The coordinator finds out how the internship went.",
  "task.evaluationFollowUp.title": "Find out how the internship went",
  "task.evaluationFollowUp.why":
    "The host school has not said in time how the internship went. Please get in touch with it and record how it really was.",
  "state.hostingPlan":
    "We wait for the plan of how your own school will take interns in. Once accepted, it becomes a published place.",
  "task.hostingPlan.title": "Write how your own school will take interns in",
  "task.hostingPlan.why":
    "At the host school you also learned how internships are organised. Write how you will take colleagues in at your own school. Once the coordinator accepts the plan, it becomes a published place for interns, with you as its contact.",
  "hostingPlan.title": "Plan for taking interns in",
  "hostingPlan.submit": "Send the plan",
  "hostingPlan.organises.label": "How will your school organise internships?",
  "hostingPlan.organises.hint": "Who looks after interns, who works with them, what you will ask of them.",
  "state.silentHostingPlan":
    "Your plan for taking interns in did not come in time. The coordinator will be in touch with you.",
  "task.silentHostingPlan.title": "Decide about a plan that did not come",
  "task.silentHostingPlan.why":
    "{applicant} has not sent a plan for taking interns in. Please get in touch and decide whether to ask once more. Without the plan there is no certificate.",
  "state.hostingPlanReview": "The coordinator reads your plan for taking interns in.",
  "task.hostingPlanReview.title": "Decide on a plan for taking interns in",
  "task.hostingPlanReview.why":
    "{applicant} has written how his or her school will take interns in. Once accepted, the plan is published as a place in the register.",
  "hostingPlanReview.title": "Decision on the plan",
  "hostingPlanReview.submit": "Record the decision",
  "hostingPlanReview.outcome.label": "Is the plan right?",
  "hostingPlanReview.outcome.accepted": "Yes, publish the place",
  "hostingPlanReview.outcome.returned": "Return it to be changed",
  "hostingPlanReview.reasons.label": "What has to change?",
  "hostingPlanReview.reasons.hint": "The author of the plan will read this.",
  "state.report": "We wait for your report until {due} Once it is accepted, the certificate is issued.",
  "task.report.why":
    "Please write what you learned and how you will use it. Once the report is accepted, we issue the certificate.",
  "state.silentReport": "Your report did not come in time. The coordinator will be in touch with you.",
  "task.silentReport.title": "Decide about a report that did not come",
  "task.silentReport.why":
    "{applicant} has not sent a report in time. Please get in touch and decide whether to ask once more. Without the report there is no certificate.",
  "state.reportReview": "The coordinator reads your report. Once it is accepted, the certificate is issued.",
  "task.reportReview.why":
    "{applicant} has sent the report of the internship. Please accept it, or return it and say why.",
  "certificate.title": "Certificate of an internship in Lithuania",
  "certificate.text":
    "was an intern for {hours, plural, one {# academic hour} other {# academic hours}}, held a session for the teachers of the host school, and wrote a plan for taking interns in.",
  "calendar.stay.title": "Internship in Lithuania",

  "status.completed": "The internship is over, the certificate issued",
  "status.completed.text":
    "All is done. The certificate is here, among the documents. The place of your school is in the register.",
  "mail.completed.subject": "The internship is over, the certificate issued",
  "mail.completed.body":
    "All is done: the report is accepted, the certificate issued. You will find it on the page of your application.\n\nThe place that your school offers is in the register. Thank you for sharing what you know.",
  "status.attended": "The internship is over without a certificate",
  "status.attended.text":
    "A certificate takes a session for the teachers of the host school, a plan for taking interns in, and a report. Something of it was missing.",
  "mail.attended.subject": "The internship is over",
  "mail.attended.body":
    "The internship is over. A certificate takes a session for the teachers of the host school, a plan for taking interns in, and a report. Something of it was missing, so we cannot issue one.",
  "status.absent": "Did not come",
  "status.absent.text": "The host school says that you did not come.",
  "mail.absent.subject": "The internship did not take place",
  "mail.absent.body":
    "The host school says that you did not come, so the case is closed. If this is a mistake, write to the coordinator.",
  "status.unmatched": "No place came free",
  "status.unmatched.text": "It did not work out with the places that you named:\n{wishes}",
  "mail.unmatched.subject": "No place came free",
  "mail.unmatched.body":
    "We are sorry: no place came free, and the internships of the call have begun.\n\n{wishes}\n\nYou are welcome to apply to another call.",
  "status.inexperienced": "Too few years of experience",
  "status.inexperienced.text":
    "The internships of this call take at least {minimumYears, plural, one {# year} other {# years}} of experience.",
  "mail.inexperienced.subject": "Your application does not meet the terms of the call",
  "mail.inexperienced.body":
    "The internships of this call take at least {minimumYears, plural, one {# year} other {# years}} of experience, so the application goes no further. You are welcome in the programme’s other activities.",
  "mail.refused.body": "You were not endorsed, so the application goes no further.\n\nReason: {reason}",
  "mail.ineligible.body":
    "The coordinator has looked at your application: it does not meet the terms of the call, so it goes no further.\n\nReason: {reason}",
  "mail.incomplete.body":
    "The supplement that we asked for did not come in time, so the application goes no further.",
  "status.lapsed.text": "Your plan did not come, so the place went to somebody else.",
  "mail.lapsed.body":
    "We asked for your plan more than once, but it did not come, so the place went to somebody else.\n\nReason: {reason}",
  "mail.withdrawn.body": "Your application was withdrawn. If you had a place, it goes to somebody else.",
  "mail.cancelled.body": "We are sorry: your internship was called off.\n\nReason: {reason}",
  "interruption.withdrawn.text": "If you have a place, it goes to somebody else. This cannot be undone.",
  "cancellation.reason.hint": "The intern will read this.",
  "interruption.cancelled.text":
    "The internship is called off at once, and the place goes to somebody else. This cannot be undone. The intern is told by e-mail.",
  "placeLost.title": "The host school does not take the intern any more",
  "placeLost.submit": "Look for another place",
  "placeLost.reason.label": "Why?",
  "placeLost.reason.hint": "The intern will read this.",
  "interruption.placeLost.text":
    "The intern loses this place. We will look for another one that he or she named, or the intern waits until one comes free. This cannot be undone.",
  "interruption.placeLost.said": "The host school does not take the intern any more.",
};
