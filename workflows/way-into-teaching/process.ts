import { guest, soon, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { returning } from "../blocks/changing.ts";
import { ending } from "../blocks/ending.ts";
import { offering } from "../blocks/offer.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { duties } from "../blocks/series/series.ts";
import { toldToReturn } from "../blocks/settlement.ts";
import { silence } from "../blocks/silence.ts";
import { callCloses } from "../blocks/standing.ts";
import { cause, givingUp } from "../blocks/studies/forms.ts";
import { slow, studying } from "../blocks/studies/semesters.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { all, ask, awaiting, each, part, step, until } from "../kernel/states.ts";
import { call, slots } from "./call.ts";
import { askSchools, weighYear, years } from "./commitment.ts";
import {
  application,
  grading,
  interview,
  mostSchools,
  placement,
  postponement,
  postponing,
  practiceMove,
  relief,
  saidIn,
  schoolConfirmation,
  shortModule,
  work,
} from "./forms.ts";
import {
  appointment,
  interviewer,
  people,
  school,
  selection,
  university,
  weighDiploma,
  weighInterview,
} from "./rules.ts";
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
  supportMonths,
  weighGrade,
  workOutSupport,
} from "./studies.ts";

/** Until somebody studies. */
const onTheWay = [
  ...["received", "booking", "bookedWaiting", "interview", "silentInterviewer"],
  ...[
    "awaitingRanking",
    "onReserveList",
    "offer",
    "awaitingSchools",
    "placement",
    "agreement",
    "silentParty",
  ],
] as const;
const whileStudying = [
  ...["semesterWaiting", "enrolment", "leaveCause", "supportWaiting", "semesterEnd", "grading"],
] as const;
/** Where somebody practises can change as long as they study; the same is asked again. */
const practising = ["semesterWaiting", "supportWaiting", "enrolment", "semesterEnd", "shortModule"] as const;
const committed = ["commitmentWaiting", "work", "confirmation"] as const;

/** Whoever does not teach comes to it: by a diploma and a need, studies, and years of work [processes.md, 12]. */
export const wayIntoTeaching = defineProcess({
  id: "way-into-teaching",
  family: "study",
  roles: { interviewer, university, school },
  applicant: person(),
  application,
  call,
  start: "received",
  states: {
    received: until(callCloses, "eligibility"),
    eligibility: step(weighDiploma, { eligible: "booking", ineligible: "ineligible", noNeed: "noNeed" }),
    ...appointment.states({ next: "interview", none: "noSlot" }),
    interview: all(
      { first: part("interviewer", interview, soon), second: part("interviewer", interview, soon) },
      "weighing",
    ),
    weighing: step(weighInterview, {
      scored: "awaitingRanking",
      noShow: "noShow",
      missing: "silentInterviewer",
    }),
    silentInterviewer: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "interview", released: "cancelled", expired: "silentInterviewer" },
    }),
    ...offering({ selection, accepted: "awaitingSchools", rejected: "rejected" }),
    awaitingSchools: awaiting({ dealt: "placement" }),
    placement: ask("coordinator", placement, {
      ...staff,
      on: { placed: "workingOut", expired: "placement" },
    }),
    workingOut: step(workOutSupport, { workedOut: "agreement" }),
    agreement: all(
      {
        applicant: part("applicant", signature, guest),
        university: part("university", signature, guest),
        agency: part("agency", signature, guest),
      },
      "signatures",
    ),
    signatures: step(countSignatures, { full: "semester", short: "shortModule", missing: "silentParty" }),
    silentParty: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "agreement", released: "cancelled", expired: "silentParty" },
    }),

    ...studying({ of: semesters, begins: "support", left: "leaving", next: "grading" }),
    ...duties("support", { of: supportMonths, each: "supportPay", next: "semesterEnd" }),
    ...paying("supportPay", "applicant", "support"),
    leaving: step(() => ({ outcome: "told" }) as const, { told: "ending" }),
    grading: ask("university", grading, { ...slow, on: { graded: "weighingGrade", expired: "grading" } }),
    weighingGrade: step(weighGrade, { passed: "certifying", failed: "ending" }),
    ending: ask("coordinator", cause, {
      ...staff,
      on: { accepted: "settlement", refused: "settlement", expired: "ending" },
    }),
    shortModule: ask("university", shortModule, {
      within: days(120),
      remind: [days(70), days(90), days(110)],
      escalate: "coordinator",
      on: { completed: "certifying", left: "dropped", expired: "shortModule" },
    }),
    certifying: step(certify, { full: "commitment", short: "certified" }),

    practiceMoved: returning("practiceMoved", practising, [
      { role: "applicant", template: "practiceMoved" },
      { role: "university", template: "practiceMoved" },
    ]),

    ...duties("commitment", { of: years, each: "work", next: "settlement" }),
    work: ask("applicant", work, { ...slow, on: { submitted: "asking", expired: "counting" } }),
    asking: step(askSchools, { asked: "confirmation", nobody: "counting" }),
    confirmation: each("school", schoolConfirmation, { ...guest, most: mostSchools, next: "counting" }),
    counting: step(weighYear, { fulfilled: "settlement", going: "commitment" }),
    postponing: step(() => ({ outcome: "told" }) as const, { told: "postponement" }),
    postponement: ask("coordinator", postponement, {
      ...staff,
      on: { granted: "commitmentWaiting", refused: "commitmentWaiting", expired: "postponement" },
    }),
    relieving: step(() => ({ outcome: "told" }) as const, { told: "settlement" }),

    settlement: step(settle, { overpaid: "recovery", even: "closing" }, toldToReturn),
    ...recovering("recovery", "closing"),
    closing: step(leadTo, {
      completed: "completed",
      dropped: "dropped",
      failed: "failed",
      broken: "broken",
      relieved: "relieved",
    }),
    ineligible: ending("ineligible"),
    noNeed: ending("noNeed"),
    noSlot: ending("noSlot"),
    noShow: ending("noShow"),
    rejected: ending("rejected"),
    certified: ending("certified"),
    dropped: ending("dropped"),
    failed: ending("failed"),
    completed: ending("completed"),
    broken: ending("broken"),
    relieved: ending("relieved"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: onTheWay },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: onTheWay },
    moved: appointment.word,
    practiceMoved: { by: "coordinator", form: practiceMove, to: "practiceMoved", during: practising },
    quit: { by: "applicant", form: givingUp, to: "leaving", during: whileStudying },
    postponed: { by: "applicant", form: postponing, to: "postponing", during: committed },
    relieved: { by: "agency", form: relief, to: "relieving", during: committed },
  },
  people,
  says,
  slots,
  calendar: appointment.calendar,
  money,
  papers,
  sheets,
  shows,
  certificate: certification,
  develops: (file) => ({ competences: ["subjectTeaching"], subjects: [saidIn(file).subject ?? ""] }),
  selects: selection,
  links: { gives: ["qualified"], takes: ["followed"] },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: ["completed", "certified", "relieved", "broken"] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
