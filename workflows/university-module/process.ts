import { endorsementStates } from "../blocks/admission.ts";
import { guest, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { ending } from "../blocks/ending.ts";
import { byPrincipal } from "../blocks/endorsement/endorser.ts";
import { offering } from "../blocks/offer.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { principal } from "../blocks/roles.ts";
import { toldToReturn } from "../blocks/settlement.ts";
import { signing } from "../blocks/signing.ts";
import { silence } from "../blocks/silence.ts";
import { causeAccepted, excusing } from "../blocks/studies/excuse.ts";
import { givingUp } from "../blocks/studies/forms.ts";
import { leaveAsked, midTerms, slow, studying, whileStudying } from "../blocks/studies/semesters.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { workingDays } from "../kernel/duration.ts";
import { ask, part, step, until } from "../kernel/states.ts";
import { call, callOf, moduleOf, selection, words } from "./call.ts";
import { admission, application, endorsement, endorsementInPlace, grading, recognition } from "./forms.ts";
import { people, schoolsAreAsked, university, weigh, weighQualification } from "./rules.ts";
import {
  certification,
  certify,
  countSignatures,
  leadTo,
  money,
  papers,
  says,
  semesters,
  settle,
  sheets,
  shows,
  signature,
  weighGrade,
  weighLeaving,
  weighTuition,
  workOutTuition,
} from "./studies.ts";

/** Until all four have signed. */
const onTheWay = [
  ...["received", "endorsement", "endorsementInPlace", "awaitingRanking", "onReserveList", "offer"],
  ...["admission", "silentUniversity", "agreement", "silentParty"],
] as const;

/** A semester or a module at a university that gives a teacher another subject [processes.md, 10]. */
export const universityModule = defineProcess({
  id: "university-module",
  family: "study",
  roles: { principal, university },
  applicant: person(),
  application,
  call,
  start: "received",
  states: {
    received: until(schoolsAreAsked, "eligibility"),
    eligibility: step(weighQualification, { eligible: "endorsement", ineligible: "ineligible" }),
    ...endorsementStates("weighing", { ...byPrincipal, form: endorsement, inPlace: endorsementInPlace }),
    weighing: step(weigh, { weighed: "awaitingRanking" }),
    ...offering({ selection, accepted: "admission", rejected: "reserve" }),
    admission: ask("university", admission, {
      within: workingDays(15),
      remind: [workingDays(5), workingDays(10), workingDays(13)],
      escalate: "coordinator",
      on: { admitted: "workingOut", refused: "notAdmitted", expired: "silentUniversity" },
    }),
    silentUniversity: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "admission", released: "cancelled", expired: "silentUniversity" },
    }),
    workingOut: step(workOutTuition, { workedOut: "agreement" }),
    ...signing(
      {
        applicant: part("applicant", signature, guest),
        school: part("principal", signature, guest),
        university: part("university", signature, guest),
        agency: part("agency", signature, guest),
      },
      countSignatures,
      { signed: "semester", released: "cancelled" },
    ),

    ...studying({ of: semesters, begins: "tuition", left: "leaving", next: "grading" }),
    tuition: step(weighTuition, { due: "tuitionPay", none: "midTermWaiting" }),
    ...paying("tuitionPay", "university", "midTermWaiting"),
    ...midTerms((file) => callOf(file).semesterMonths),
    grading: ask("university", grading, { ...slow, on: { graded: "weighingGrade", expired: "grading" } }),
    weighingGrade: step(weighGrade, { passed: "settlement", failed: "leaving" }),
    leaving: step(weighLeaving, { owes: "explanation", even: "settlement" }),
    ...excusing("settlement"),
    settlement: step(settle, { overpaid: "recovery", even: "closing" }, toldToReturn),
    ...recovering("recovery", "closing"),
    closing: step(leadTo, { completed: "recognition", dropped: "dropped", failed: "failed" }),
    recognition: ask("agency", recognition, {
      ...staff,
      on: { recognised: "certifying", expired: "recognition" },
    }),
    certifying: step(certify, { issued: "completed" }),

    ineligible: ending("ineligible"),
    refused: ending("refused"),
    notAdmitted: ending("notAdmitted"),
    dropped: ending("dropped"),
    failed: ending("failed"),
    completed: ending("completed"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: onTheWay },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: onTheWay },
    leaveAsked,
    quit: { by: "applicant", form: givingUp, to: "leaving", during: [...whileStudying, "grading"] },
    causeAccepted: causeAccepted("recovery", "settlement"),
  },
  people,
  says,
  develops: (file) => ({ competences: ["subjectTeaching"], subjects: [moduleOf(file)?.name ?? ""] }),
  money,
  papers,
  sheets,
  shows,
  certificate: certification,
  selects: selection,
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  words,
});
