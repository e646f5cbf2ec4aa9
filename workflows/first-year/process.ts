import { guest, signs, soon, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { certification } from "../blocks/certificate.ts";
import { ending } from "../blocks/ending.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { leading, principal } from "../blocks/roles.ts";
import { duties } from "../blocks/series/series.ts";
import { silence } from "../blocks/silence.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { all, ask, awaiting, each, mostTogether, part, step, until } from "../kernel/states.ts";
import { call, words } from "./call.ts";
import * as forms from "./forms.ts";
import * as mentors from "./mentor.ts";
import * as novices from "./novice.ts";
import { papers, signature } from "./papers.ts";
import { competencesIn, people, says } from "./people.ts";
import { counts } from "./roads.ts";

/** A month stands for itself: what was signed, planned and said before is there for whoever looks for it. */
const monthly = { ...soon, about: [] } as const;

/** A novice's road from the first day on: wherever it stands, anything may change. */
const underWay = [
  "underWay",
  "signing",
  "unsigned",
  "plan",
  "planAgreement",
  "silentPlan",
  "checkIn",
  "appraisal",
  "evaluation",
  "lastEvaluation",
] as const;

/** A mentor's, between one term and the next. */
const mentoring = ["termWaiting", "afterTerms"] as const;

const road = <const F>(by: "coordinator" | "applicant", form: F) =>
  ({ by, form, to: "noting", during: underWay }) as const;

/** The first year of a teacher with a mentor: whoever begins and whoever goes along each have their own road [programme, section 11]. */
export const firstYear = defineProcess({
  id: "first-year",
  family: "growth",
  roles: {
    // What somebody who begins finds hard they tell their mentor, and not whoever employs them.
    principal: { ...principal, sees: { ...principal.sees, answersOf: ["principal"] } },
    mentor: leading("mentor"),
    leader: {
      ...leading("leader"),
      sees: { ...leading("leader").sees, answersOf: ["applicant", "mentor", "leader"] },
    },
    // Asked about the own days alone: of a mentor's other novices and of what they said nothing is theirs to know.
    novice: {
      ...leading("novice"),
      ...{ comes: "link", readBy: ["applicant", "finance"] },
      sees: { ...leading("novice").sees, application: "nothing", answersOf: [] },
    },
  },
  applicant: person(),
  application: forms.application,
  call,
  start: "registration",
  states: {
    registration: step(novices.tellKinds, { novice: "eligibility", mentor: "acceptance" }),

    eligibility: step(novices.weighEligibility, { eligible: "awaitingStart", ineligible: "ineligible" }),
    awaitingStart: until(novices.firstDay, "turning"),
    turning: step(novices.turn, {
      agreement: "drawing",
      signing: "signing",
      plan: "plan",
      checkIn: "checkIn",
      appraisal: "appraisal",
      evaluation: "evaluation",
      lastEvaluation: "lastEvaluation",
      waits: "underWay",
      over: "concluding",
    }),
    underWay: awaiting({ moved: "turning", expired: "turning" }, { instant: novices.nextDue }),
    noting: step(novices.noteWords, { noted: "turning" }, { tells: ["roadChanged"] }),

    drawing: step(novices.drawAgreement, { drawn: "signing" }, { tells: ["mentorAppointed"] }),
    signing: all(
      {
        applicant: part("applicant", signature, signs),
        mentor: part("mentor", signature, signs),
        principal: part("principal", signature, signs),
      },
      "signed",
    ),
    signed: step(novices.weighSignatures, { signed: "turning", missing: "unsigned" }),
    unsigned: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "signing", released: "turning", expired: "unsigned" },
    }),
    plan: ask("applicant", forms.inductionPlan, {
      ...guest,
      on: { submitted: "planAgreement", expired: "silentPlan" },
    }),
    planAgreement: ask("mentor", planAgreement, {
      ...guest,
      about: [forms.inductionPlan],
      on: { agreed: "turning", changes: "plan", expired: "silentPlan" },
    }),
    silentPlan: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "plan", released: "turning", expired: "silentPlan" },
    }),
    checkIn: all(
      { novice: part("applicant", forms.checkIn, monthly), mentor: part("mentor", forms.checkIn, monthly) },
      "checkedIn",
    ),
    checkedIn: step(novices.noteCheckIn, { noted: "turning" }),

    appraisal: ask("mentor", forms.appraisal, {
      ...soon,
      on: { given: "evaluation", expired: "evaluation" },
    }),
    evaluation: ask("leader", forms.evaluation, {
      ...guest,
      about: [forms.appraisal],
      on: { passed: "evaluated", extend: "evaluated", failed: "evaluated", expired: "evaluation" },
    }),
    lastEvaluation: ask("leader", forms.lastEvaluation, {
      ...guest,
      on: { passed: "evaluated", failed: "evaluated", expired: "lastEvaluation" },
    }),
    evaluated: step(novices.noteEvaluation, { noted: "turning" }),
    concluding: step(novices.conclude, {
      completed: "completed",
      uncertified: "uncertified",
      failed: "failed",
      lapsed: "lapsed",
      left: "left",
      endedBySchool: "endedBySchool",
      noMentor: "noMentor",
      unfinished: "unfinished",
    }),

    acceptance: ask("applicant", forms.acceptance, {
      ...guest,
      on: { accepted: "entering", declined: "declined", expired: "declined" },
    }),
    entering: step(mentors.enterMentor, { entered: "term" }),
    ...duties("term", { of: mentors.termDuties, each: "counting", next: "afterTerms" }),
    afterTerms: awaiting({ expired: "settling" }, { instant: mentors.callEnds }),
    counting: step(mentors.countTerm, { some: "declaration", none: "term" }, { sees: "call" }),
    declaration: ask("applicant", mentors.declaration, {
      within: mentors.declarationCloses,
      remind: [days(3), days(7)],
      escalate: "coordinator",
      on: { declared: "confirming", expired: "undeclared" },
    }),
    undeclared: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "declaration", released: "term", expired: "undeclared" },
    }),
    confirming: step(mentors.askNovices, { asked: "confirmation", nobody: "term" }),
    confirmation: each("novice", mentors.confirmation, {
      most: mostTogether,
      within: mentors.declarationCloses,
      remind: [days(3), days(7)],
      escalate: "coordinator",
      next: "weighing",
    }),
    weighing: step(mentors.weighConfirmations, { all: "pricing", some: "inPlace" }),
    inPlace: ask("coordinator", mentors.confirmationInPlace, {
      ...staff,
      on: { decided: "pricing", expired: "inPlace" },
    }),
    pricing: step(mentors.priceTerm, { due: "termPay", none: "term" }),
    ...paying("termPay", "applicant", "term"),
    voiding: step(
      mentors.voidDeclaration,
      { waiting: "termWaiting", over: "afterTerms" },
      { tells: ["declarationVoided"] },
    ),
    steppingDown: step(
      mentors.stepDown,
      { waiting: "termWaiting", over: "afterTerms" },
      { tells: ["mentorSteppedDown"] },
    ),
    settling: step(mentors.settleMentor, { owed: "recovery", even: "mentored", unneeded: "unneeded" }),
    ...recovering("recovery", "mentored"),

    completed: ending("completed"),
    uncertified: ending("uncertified"),
    failed: ending("failed"),
    lapsed: ending("lapsed"),
    left: ending("left"),
    endedBySchool: ending("endedBySchool"),
    noMentor: ending("noMentor"),
    unfinished: ending("unfinished"),
    ineligible: ending("ineligible"),
    declined: ending("declined"),
    mentored: ending("mentored"),
    unneeded: ending("unneeded"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawn",
      during: ["awaitingStart", "acceptance"],
    },
    left: { ...road("applicant", leaving) },
    mentorChanged: { ...road("coordinator", forms.mentorChange), sees: "call" },
    schoolChanged: { ...road("coordinator", forms.schoolChange), sees: "call" },
    paused: { ...road("coordinator", forms.pause), when: novices.mayPause },
    onLeave: { ...road("coordinator", forms.leave), when: novices.mayGoOnLeave },
    resumed: { ...road("coordinator", forms.resumption), when: novices.mayResume },
    endedBySchool: { ...road("coordinator", forms.endedBySchool) },
    voided: { by: "coordinator", form: mentors.voiding, to: "voiding", during: mentoring },
    steppedDown: {
      by: "applicant",
      form: forms.steppingDown,
      to: "steppingDown",
      during: mentoring,
      once: true,
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancelled",
      during: ["awaitingStart", "acceptance", ...mentoring, ...underWay],
    },
  },
  people,
  says,
  counts,
  papers,
  sheets: mentors.sheets,
  money: mentors.money,
  registers: { mentor: mentors.mentorRegister },
  certificate: certification,
  develops: (file) => ({ competences: competencesIn(file) }),
  links: { takes: ["qualified"] },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: ["completed", "uncertified", "mentored"] },
  words,
});
