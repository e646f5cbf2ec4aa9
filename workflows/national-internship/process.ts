import { admissionStates } from "../blocks/admission.ts";
import { guest, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { certification } from "../blocks/certificate.ts";
import { ending } from "../blocks/ending.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { plainReport, reportReview } from "../blocks/report.ts";
import { host, principal } from "../blocks/roles.ts";
import { publishesShared } from "../blocks/sharing.ts";
import { silence } from "../blocks/silence.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { ask, awaiting, end, step, until } from "../kernel/states.ts";
import {
  application,
  hostAcceptance,
  hostEvaluation,
  hostFollowUp,
  hostingPlan,
  hostingPlanReview,
  placeLost,
  plan,
} from "./forms.ts";
import { internsBrief, placesOffered } from "./place.ts";
import {
  enterMatching,
  givePlace,
  issueCertificate,
  loosePlace,
  materialsOf,
  people,
  says,
  weighExperience,
} from "./rules.ts";
import { calendar, diary, lookAtDiary, nextMorning, reportCloses, sessionDay, stayBegins } from "./stay.ts";

/** Somebody has not answered: the coordinator asks again, or lets it be. */
const silent = <const Self extends string, const Again extends string, const Released extends string>(
  self: Self,
  again: Again,
  released: Released,
) => ask("coordinator", silence, { ...staff, on: { askAgain: again, released, expired: self } });

/** Nobody comes: the school that expects the intern, where there is one, is told too. */
const released = (status: string) =>
  end(status, [
    { role: "applicant", template: status },
    { role: "host", template: "hostReleased" },
  ]);

const beforeThePlace = [
  "endorsement",
  "endorsementInPlace",
  "screening",
  "supplement",
  "lastScreening",
  "awaitingMatch",
  "onWaitingList",
] as const;
const withAPlace = [
  "hostAcceptance",
  "hostFollowUp",
  "plan",
  "silentPlan",
  "planAgreement",
  "awaitingStay",
] as const;

/** Internship in Lithuania, from the application to the place that the intern's own school offers next [programme, section 2]. */
export const nationalInternship = defineProcess({
  id: "national-internship",
  family: "travel",
  roles: { principal, host },
  applicant: person(),
  application,
  call: {
    process: "national-internship-matching",
    isKind: true,
    offers: placesOffered,
    brief: internsBrief,
    tells: ["matched"],
  },
  start: "experience",
  states: {
    experience: step(weighExperience, { enough: "endorsement", tooFew: "inexperienced" }),
    ...admissionStates({ eligible: "entering", ineligible: "ineligible" }),
    entering: step(enterMatching, { entered: "awaitingMatch" }),
    awaitingMatch: awaiting({ matched: "hostAcceptance", waiting: "onWaitingList", closed: "unmatched" }),
    onWaitingList: awaiting(
      { matched: "hostAcceptance", closed: "unmatched" },
      { tell: [{ role: "applicant", template: "onWaitingList" }] },
    ),

    hostAcceptance: ask("host", hostAcceptance, {
      ...guest,
      on: { accepted: "plan", otherDays: "hostFollowUp", declined: "loosing", expired: "hostFollowUp" },
    }),
    hostFollowUp: ask("coordinator", hostFollowUp, {
      ...staff,
      on: {
        accepted: "plan",
        otherDays: "plan",
        askAgain: "hostAcceptance",
        declined: "loosing",
        expired: "hostFollowUp",
      },
    }),
    loosing: step(loosePlace, { loose: "awaitingMatch" }, { tells: ["placeLost", "hostReleased"] }),
    plan: ask("applicant", plan, { ...guest, on: { submitted: "planAgreement", expired: "silentPlan" } }),
    silentPlan: silent("silentPlan", "plan", "lapsed"),
    planAgreement: ask("host", planAgreement, {
      ...guest,
      on: { agreed: "awaitingStay", changes: "plan", expired: "planAgreement" },
    }),
    awaitingStay: until(stayBegins, "diary"),
    diary: step(
      lookAtDiary,
      { going: "staying", over: "evaluation" },
      { tells: ["diaryOpens", "diaryMissing"] },
    ),
    staying: awaiting({ expired: "diary" }, { instant: nextMorning }),

    evaluation: ask("host", hostEvaluation, {
      ...guest,
      on: {
        evaluated: "hostingPlan",
        sessionLater: "awaitingSession",
        absent: "absent",
        expired: "evaluationFollowUp",
      },
    }),
    awaitingSession: until(sessionDay, "evaluation"),
    evaluationFollowUp: ask("coordinator", hostEvaluation, {
      ...staff,
      on: {
        evaluated: "hostingPlan",
        sessionLater: "awaitingSession",
        absent: "absent",
        expired: "evaluationFollowUp",
      },
    }),
    hostingPlan: ask("applicant", hostingPlan, {
      within: days(30),
      remind: [days(10), days(20), days(28)],
      escalate: "coordinator",
      on: { submitted: "hostingPlanReview", expired: "silentHostingPlan" },
    }),
    silentHostingPlan: silent("silentHostingPlan", "hostingPlan", "attended"),
    hostingPlanReview: ask("coordinator", hostingPlanReview, {
      ...staff,
      on: { accepted: "givingPlace", returned: "hostingPlan", expired: "hostingPlanReview" },
    }),
    givingPlace: step(givePlace, { given: "report" }),
    report: ask("applicant", plainReport, {
      within: reportCloses,
      remind: [days(5), days(14), days(25)],
      escalate: "coordinator",
      on: { submitted: "reportReview", expired: "silentReport" },
    }),
    silentReport: silent("silentReport", "report", "attended"),
    reportReview: ask("coordinator", reportReview, {
      ...staff,
      on: { accepted: "certifying", returned: "report", expired: "reportReview" },
    }),
    certifying: step(issueCertificate, { issued: "completed", noSession: "attended" }),

    completed: ending("completed"),
    attended: ending("attended"),
    absent: ending("absent"),
    unmatched: ending("unmatched"),
    inexperienced: ending("inexperienced"),
    refused: ending("refused"),
    ineligible: ending("ineligible"),
    incomplete: ending("incomplete"),
    lapsed: released("lapsed"),
    withdrawn: released("withdrawn"),
    cancelled: released("cancelled"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawn",
      during: [...beforeThePlace, ...withAPlace],
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancelled",
      during: [...beforeThePlace, ...withAPlace],
    },
    placeLost: { by: "coordinator", form: placeLost, to: "loosing", during: withAPlace },
  },
  people,
  says,
  publishes: { materials: publishesShared(materialsOf) },
  certificate: certification,
  develops: () => ({ competences: ["subjectTeaching", "cooperation"] }),
  calendar,
  diary,
  finished: { by: ["completed", "attended"] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
