import { admissionStates } from "../blocks/admission.ts";
import {
  appeal,
  appealable,
  appealsClose,
  dismissAppeal,
  rankingAppeal,
  receiveAppeal,
  screeningAppeal,
  upholdAppeal,
} from "../blocks/appeal.ts";
import { guest, staff } from "../blocks/asking.ts";
import { doubleFundingDecision } from "../blocks/double-funding.ts";
import { ending, tellApplicant } from "../blocks/ending.ts";
import { offering } from "../blocks/offer.ts";
import { successorOf } from "../blocks/participant.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { competences } from "../blocks/questionnaire.ts";
import { report, reportReview } from "../blocks/report.ts";
import { conflict, reviewing, reviews } from "../blocks/review/states.ts";
import { host, principal, reviewer } from "../blocks/roles.ts";
import { settling } from "../blocks/settlement.ts";
import { publishesShared } from "../blocks/sharing.ts";
import { silence } from "../blocks/silence.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { knowing } from "../kernel/given.ts";
import { all, ask, awaiting, end, part, step, until } from "../kernel/states.ts";
import { brief, readCall, tables } from "./call.ts";
import {
  agreeOnDays,
  amendJourney,
  breakOffJourney,
  countSignatures,
  receiveCancellation,
  receiveWithdrawal,
  replaceParticipant,
  resume,
  settleEarly,
  settleWithNothingDue,
} from "./changes.ts";
import {
  application,
  attendance,
  borneCosts,
  cancellation,
  change,
  cutShort,
  departure,
  dissemination,
  hostConfirmation,
  hostFollowUp,
  overBudget,
  plan,
  replacement,
  withdrawal,
} from "./forms.ts";
import { groups } from "./group.ts";
import {
  calendar,
  daysOfJourney,
  departureCloses,
  disseminationCloses,
  journeyBegins,
  journeyEnds,
  reportCloses,
} from "./journey.ts";
import { money, sheets } from "./ledger.ts";
import { calculateGrant, settleGrant } from "./money.ts";
import { certification, papers, says, shows, signature } from "./papers.ts";
import { issueCertificate, people, publicationOf, weighForRanking } from "./rules.ts";
import { selection } from "./selection.ts";

/** What is looked at before money is asked back. */
const about = [borneCosts];

/** Until a place is offered. */
const beforeTheOffer = [
  "endorsement",
  "endorsementInPlace",
  "screening",
  "supplement",
  "lastScreening",
  "appointment",
  "review",
  "awaitingRanking",
  "onReserveList",
  "awaitingReranking",
  "offer",
] as const;

/** From the acceptance of a place until the journey begins. */
const beforeTheJourney = [
  "hostConfirmation",
  "hostFollowUp",
  "plan",
  "silentPlan",
  "planAgreement",
  "agreement",
  "silentParty",
  "doubleFunding",
  "overBudget",
  "advance",
  "advanceAccount",
  "departure",
  "awaitingDeparture",
] as const;

/** Internship abroad, from the application to the sharing of what was learned [programme, section 1]. */
export const foreignInternship = defineProcess({
  id: "foreign-internship",
  family: "travel",
  roles: { principal, reviewer, host },
  applicant: person(),
  application,
  call: {
    process: "selection-call",
    read: readCall,
    form: async () => (await import("./call-form.ts")).callForm,
    brief,
    tables,
  },
  start: "endorsement",
  states: {
    ...admissionStates({ eligible: "panel", ineligible: "ineligibleTold" }),
    ineligibleTold: awaiting(
      { expired: "ineligible" },
      { instant: appealsClose, tell: tellApplicant("ineligible") },
    ),

    ...reviewing(weighForRanking, "awaitingRanking"),
    ...offering({ selection, accepted: "hostConfirmation", rejected: "rejectionTold" }),
    rejectionTold: awaiting(
      { expired: "rejected" },
      { instant: appealsClose, tell: tellApplicant("rejected") },
    ),
    hostConfirmation: ask("host", hostConfirmation, {
      ...guest,
      on: { confirmed: "plan", declined: "hostFollowUp", expired: "hostFollowUp" },
    }),
    hostFollowUp: ask("coordinator", hostFollowUp, {
      ...staff,
      on: {
        confirmed: "agreeingOnDays",
        askAgain: "hostConfirmation",
        givenUp: "cancellation",
        expired: "hostFollowUp",
      },
    }),
    agreeingOnDays: step(
      agreeOnDays,
      { agreed: "plan", unaffordable: "hostFollowUp" },
      { sees: "call", tells: ["daysAgreed"] },
    ),
    plan: ask("applicant", plan, { ...guest, on: { submitted: "planAgreement", expired: "silentPlan" } }),
    silentPlan: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "plan", released: "lapse", expired: "silentPlan" },
    }),
    planAgreement: ask("host", planAgreement, {
      ...guest,
      on: { agreed: "grant", changes: "plan", expired: "planAgreement" },
    }),
    grant: step(calculateGrant, { calculated: "agreement" }),
    agreement: all(
      {
        applicant: part("applicant", signature, guest),
        school: part("principal", signature, guest),
        agency: part("agency", signature, guest),
      },
      "signatures",
    ),
    signatures: step(
      countSignatures,
      { signed: "advance", twice: "doubleFunding", paid: "departure", missing: "silentParty" },
      { sees: "person" },
    ),
    doubleFunding: ask("coordinator", doubleFundingDecision, {
      ...staff,
      on: { separate: "signatures", same: "cancellation", expired: "doubleFunding" },
    }),
    silentParty: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "agreement", released: "lapse", expired: "silentParty" },
    }),
    ...paying("advance", "applicant", "departure"),
    departure: ask("applicant", departure, {
      within: departureCloses,
      isFixed: true,
      remind: [days(7)],
      ahead: { of: journeyBegins, days: [14, 7, 2] },
      escalate: "coordinator",
      on: { ready: "awaitingDeparture", expired: "awaitingDeparture" },
    }),
    awaitingDeparture: until(journeyBegins, "travelling"),
    travelling: until(journeyEnds, "attendance"),

    attendance: ask("host", attendance, {
      ...guest,
      on: { full: "report", partial: "report", absent: "recovery", expired: "attendanceFollowUp" },
    }),
    attendanceFollowUp: ask("coordinator", attendance, {
      ...staff,
      on: { full: "report", partial: "report", absent: "recovery", expired: "attendanceFollowUp" },
    }),
    report: ask("applicant", report, {
      within: reportCloses,
      remind: [days(14), days(25), days(29), days(45)],
      escalate: "coordinator",
      on: { submitted: "reportReview", expired: "recovery" },
    }),
    reportReview: ask("coordinator", reportReview, {
      ...staff,
      on: { accepted: "settlement", returned: "report", expired: "reportReview" },
    }),
    settlement: step(settleGrant, { owed: "balance", overpaid: "partialRecovery", even: "certificate" }),
    ...paying("balance", "applicant", "certificate"),
    ...recovering("partialRecovery", "certificate", about),
    certificate: step(issueCertificate, { issued: "dissemination", owing: "replacementRecovery" }),
    ...recovering("replacementRecovery", "dissemination", about),
    dissemination: ask("applicant", dissemination, {
      within: disseminationCloses,
      remind: [days(14), days(25)],
      escalate: "coordinator",
      on: { shared: "completed", expired: "completed" },
    }),

    withdrawal: step(receiveWithdrawal, { settled: "withdrawalSettlement", costs: "withdrawalCosts" }),
    withdrawalCosts: ask("coordinator", borneCosts, {
      ...staff,
      on: { decided: "withdrawalSettlement", expired: "withdrawalCosts" },
    }),
    ...settling("withdrawalSettlement", {
      settle: settleEarly("withdrawn"),
      payee: "applicant",
      about,
      called: "withdrawn",
      next: "withdrawn",
    }),

    cancellation: step(receiveCancellation, {
      settled: "cancellationSettlement",
      costs: "cancellationCosts",
    }),
    cancellationCosts: ask("coordinator", borneCosts, {
      ...staff,
      on: { decided: "cancellationSettlement", expired: "cancellationCosts" },
    }),
    ...settling("cancellationSettlement", {
      settle: settleEarly("cancelled"),
      payee: "applicant",
      about,
      called: "cancellation",
      next: "cancelled",
    }),

    lapse: step(settleWithNothingDue("lapsed"), { overpaid: "lapsedRecovery", even: "lapsed" }),
    ...recovering("lapsedRecovery", "lapsed", about),
    recovery: step(settleWithNothingDue("recovered"), { overpaid: "fullRecovery", even: "recovered" }),
    ...recovering("fullRecovery", "recovered", about),

    amendment: step(
      amendJourney,
      { amended: "resumption", unaffordable: "overBudget" },
      { sees: "call", tells: ["hostReleased"] },
    ),
    overBudget: ask("coordinator", overBudget, {
      ...staff,
      on: { otherDays: "amendment", givenUp: "cancellation", expired: "overBudget" },
    }),
    replacement: step(replaceParticipant, { handedOver: "resumption" }, { tells: ["replaced"] }),
    resumption: step(
      resume,
      { agreed: "grant", confirmed: "plan", open: "hostConfirmation" },
      { tells: ["plansChanged", "takesPart", "otherPerson"] },
    ),
    cutShort: step(breakOffJourney, { over: "attendance" }, { tells: ["journeyCutShort"] }),

    appeal: step(
      receiveAppeal,
      { screening: "screeningAppeal", ranking: "rankingAppeal" },
      { tells: ["appealReceived"] },
    ),
    screeningAppeal: ask("appeals", screeningAppeal, {
      ...guest,
      on: { upheld: "appealUpheld", dismissed: "appealDismissed", expired: "screeningAppeal" },
    }),
    rankingAppeal: ask("appeals", rankingAppeal, {
      ...guest,
      on: { upheld: "appealUpheld", dismissed: "appealDismissed", expired: "rankingAppeal" },
    }),
    appealUpheld: step(
      upholdAppeal,
      { review: "panel", ranking: "awaitingReranking" },
      { tells: ["appealUpheld"] },
    ),
    appealDismissed: step(
      dismissAppeal,
      {
        ineligible: "ineligible",
        rejected: "rejected",
        reserve: "onReserveList",
      },
      { tells: ["appealDismissed"] },
    ),
    awaitingReranking: awaiting({ offered: "offer", reserve: "onReserveList", rejected: "rejected" }),

    completed: ending("completed"),
    recovered: ending("recovered"),
    refused: ending("refused"),
    ineligible: end("ineligible"),
    incomplete: ending("incomplete"),
    rejected: end("rejected"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
    lapsed: ending("lapsed"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: withdrawal,
      takesBack: "reason",
      to: "withdrawal",
      during: [...beforeTheOffer, ...beforeTheJourney],
    },
    appealed: {
      by: "applicant",
      form: appeal,
      to: "appeal",
      during: appealable,
      until: appealsClose,
      untilCalled: "appeal",
      once: true,
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancellation",
      during: [...beforeTheOffer, ...beforeTheJourney],
    },
    changed: {
      by: "coordinator",
      form: knowing(change, daysOfJourney),
      to: "amendment",
      during: beforeTheJourney,
    },
    replaced: { by: "coordinator", form: replacement, to: "replacement", during: beforeTheJourney },
    cutShort: { by: "coordinator", form: cutShort, to: "cutShort", during: ["travelling"] },
  },
  people,
  conflict,
  successor: successorOf,
  questionnaire: competences,
  reviews,
  publishes: { publication: publishesShared(publicationOf) },
  papers,
  sheets,
  shows,
  says,
  certificate: certification,
  develops: () => ({ competences: ["subjectTeaching", "cooperation"] }),
  calendar,
  money,
  selects: selection,
  groups,
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
