import type { Words } from "../../kernel/case-file.ts";

/** What is asked of a place, wherever it is described, in English. */
export const placeWords = (form: string): Words => ({
  [`${form}.method.label`]: "Which method can be learned?",
  [`${form}.method.hint`]: "In a few words, such as “Inquiry-based teaching”.",
  [`${form}.offers.label`]: "What will an intern do at your school?",
  [`${form}.offers.hint`]:
    "An intern works with your colleagues, learns, and shares his or her own experience.",
  [`${form}.starts.label`]: "First day of the internship",
  [`${form}.ends.label`]: "Last day of the internship",
  [`${form}.capacity.label`]: "How many interns will you take at one time?",
  [`${form}.capacity.hint`]: "From 1 to 6.",
});

/** The words of a host place in English. ICU messages. */
export const en: Words = {
  "step.publishing": "The place was announced",
  "step.withdrawal": "The place was taken back",
  "step.cancellation": "The place was cancelled",
  ...placeWords("application"),
  ...placeWords("amendment"),
  "application.title": "A place for interns",
  "application.submit": "Offer the place",
  "application.page.school": "School",
  "application.page.contact": "Who will look after the interns",
  "application.page.place": "Place",
  "application.school.label": "School",
  "application.municipality.label": "Municipality",
  "application.municipality.hint": "For example, Molėtų rajono savivaldybė.",
  "application.town.label": "City, town or village",
  "application.fullName.label": "Full name",
  "application.email.label": "E-mail",
  "application.email.hint": "We will send to this address whatever matters about the interns.",
  "application.phone.label": "Telephone",
  "state.submitted": "We have your offer. The coordinator of the programme will look at it.",
  "stage.submitted": "Submitted",
  "mail.received.subject": "Your offer of a place for interns was received",
  "mail.received.body":
    "Thank you for offering to take interns in. The coordinator of the programme will look at it; then the place is published.",
  "state.approval": "The coordinator of the programme looks at the offer.",
  "task.approval.title": "Decide whether to publish a place for interns",
  "task.approval.why":
    "A school offers a place for interns. Once you approve, it is published in the register and can be taken up by a call.",
  "approval.title": "Decision on the place",
  "approval.submit": "Record the decision",
  "approval.outcome.label": "Shall the place be published?",
  "approval.outcome.approved": "Yes",
  "approval.outcome.returned": "Return it to be amended",
  "approval.outcome.refused": "No",
  "approval.reason.label": "Why?",
  "approval.reason.hint": "The school will read this.",
  "state.amendment": "We wait for you to amend your offer.",
  "task.amendment.title": "Amend the place for interns",
  "task.amendment.why":
    "The coordinator of the programme has looked at your offer and asks you to amend it. The request: {reason}",
  "amendment.title": "The place, amended",
  "amendment.submit": "Send",
  "mail.published.subject": "Your place for interns is published",
  "mail.published.body":
    "The place “{method}” is published: {school}, {town}, from {from} to {to}. We will write when a call for interns takes it up.",
  "state.published": "The place is published. We will write when a call for interns takes it up.",
  "stage.published": "Published",
  "mail.takenUp.subject": "A call for interns has taken your place up",
  "mail.takenUp.body":
    "Interns can now choose the place “{method}” from {from} to {to}. Once the applications are in, we will ask which of those who want to come you would most like to have.",
  "state.hosting": "A call for interns has taken the place up. We write about each step by e-mail.",
  "stage.hosting": "Interns are invited",
  "withdrawal.title": "Take no interns",
  "withdrawal.submit": "Take the place back",
  "withdrawal.reason.label": "Why?",
  "withdrawal.reason.hint": "Interns who already have a place with you will read this.",
  "interruption.withdrawn.text":
    "The place is taken out of the register. We will look for another one for interns who already have it. This cannot be undone.",
  "interruption.withdrawn.said": "The school takes no interns any more.",
  "cancellation.title": "Take the place out of the register",
  "cancellation.submit": "Take out",
  "cancellation.reason.label": "Why?",
  "cancellation.reason.hint": "The school and the interns who already have a place there will read this.",
  "interruption.cancelled.text":
    "The place is taken out of the register. We will look for another one for interns who already have it. This cannot be undone.",
  "interruption.cancelled.said": "The place was taken out of the register.",
  "status.completed": "The internships are over",
  "status.completed.text": "The call that took your place up is over. Thank you for taking colleagues in.",
  "mail.completed.subject": "The internships at your school are over",
  "mail.completed.body":
    "The call that took the place “{method}” up is over. Thank you for taking colleagues in and sharing what you know.",
  "status.unused": "The place was not used",
  "status.unused.text": "The days of the internship came, and no call had taken the place up.",
  "mail.unused.subject": "Your place was not used",
  "mail.unused.body":
    "No call for interns took up the place “{method}” from {from} to {to}. You are welcome to offer other dates.",
  "status.refused": "The place was not published",
  "status.refused.text": "Reason: {reason}",
  "mail.refused.subject": "We will not publish your place",
  "mail.refused.body":
    "Thank you for your offer, but we will not publish the place this time. Reason: {reason}",
  "status.lapsed": "The place was not amended",
  "status.lapsed.text": "The amendment did not come in time, so the place was not published.",
  "mail.lapsed.subject": "The place was not amended",
  "mail.lapsed.body":
    "The amendment that we asked for did not come in time, so the place was not published. You can offer it anew.",
  "status.withdrawn": "The place was taken back",
  "status.withdrawn.text": "The school takes no interns any more.",
  "mail.withdrawn.subject": "The place was taken out of the register",
  "mail.withdrawn.body":
    "The place “{method}” was taken out. To whoever had it already we have written, and we look for another one.",
  "status.cancelled": "The place was taken out",
  "status.cancelled.text": "Reason: {reason}",
  "mail.cancelled.subject": "The place was taken out of the register",
  "mail.cancelled.body": "The place “{method}” was taken out of the register. Reason: {reason}",
};
