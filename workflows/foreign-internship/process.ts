import { countSignatures, signature } from "../blocks/agreement.ts";
import { endorsement, endorsementInPlace } from "../blocks/endorsement.ts";
import { payment, recovery } from "../blocks/payment.ts";
import { report, reportReview } from "../blocks/report.ts";
import { appointment, assignReviewers, review } from "../blocks/review.ts";
import { countSupplements, lastScreening, screening, supplement } from "../blocks/screening.ts";
import { days, workingDays } from "../kernel/duration.ts";
import { all, ask, awaiting, defineProcess, each, end, part, step, until } from "../kernel/process.ts";
import { readCall } from "./call.ts";
import {
  application,
  attendance,
  cancellation,
  departure,
  dissemination,
  hostConfirmation,
  hostFollowUp,
  offer,
  plan,
  planAgreement,
  withdrawal,
} from "./forms.ts";
import {
  departureCloses,
  disseminationCloses,
  journeyBegins,
  journeyEnds,
  offerCloses,
  reportCloses,
} from "./journey.ts";
import { money } from "./ledger.ts";
import {
  calculateGrant,
  recoverEverything,
  settleGrant,
  weighCancellation,
  weighWithdrawal,
} from "./money.ts";
import { listsOf, people } from "./people.ts";
import { issueCertificate, weighForRanking } from "./rules.ts";

const staff = { within: workingDays(5), remind: [workingDays(3)], escalate: "agency" } as const;
const guest = {
  within: workingDays(10),
  remind: [workingDays(4), workingDays(8)],
  escalate: "coordinator",
} as const;

/** Every ending is told to the applicant. */
const ending = (status: string) => end(status, [{ role: "applicant", template: status }]);

/** From the acceptance of a place until the journey begins. */
const beforeTheJourney = [
  "hostConfirmation",
  "hostFollowUp",
  "plan",
  "planAgreement",
  "agreement",
  "advance",
  "departure",
  "awaitingDeparture",
] as const;

/** Internship abroad, from the application to the sharing of what was learned [programme, section 1]. */
export const foreignInternship = defineProcess({
  id: "foreign-internship",
  application,
  call: { process: "selection-call", read: readCall },
  start: "endorsement",
  states: {
    endorsement: ask("principal", endorsement, {
      within: days(7),
      remind: [days(3), days(6)],
      on: { endorsed: "screening", refused: "refused", expired: "endorsementInPlace" },
    }),
    endorsementInPlace: ask("coordinator", endorsementInPlace, {
      ...staff,
      on: { endorsed: "screening", refused: "refused", expired: "endorsementInPlace" },
    }),
    screening: ask("coordinator", screening, {
      ...staff,
      on: { eligible: "panel", supplement: "supplement", ineligible: "ineligible", expired: "screening" },
    }),
    supplement: ask("applicant", supplement, {
      within: workingDays(5),
      remind: [workingDays(2), workingDays(4)],
      on: { supplied: "supplements", expired: "incomplete" },
    }),
    supplements: step(countSupplements, { again: "screening", last: "lastScreening" }),
    lastScreening: ask("coordinator", lastScreening, {
      ...staff,
      on: { eligible: "panel", ineligible: "ineligible", expired: "lastScreening" },
    }),

    panel: step(assignReviewers, { assigned: "review", nobody: "appointment" }),
    appointment: ask("coordinator", appointment, {
      ...staff,
      on: { appointed: "panel", expired: "appointment" },
    }),
    review: each("reviewer", review, { ...guest, next: "weighing" }),
    weighing: step(weighForRanking, { scored: "awaitingRanking", more: "panel" }),
    awaitingRanking: awaiting({ offered: "offer", reserve: "onReserveList", rejected: "rejected" }),
    onReserveList: awaiting(
      { offered: "offer", closed: "reserve" },
      { tell: [{ role: "applicant", template: "onReserveList" }] },
    ),
    offer: ask("applicant", offer, {
      within: offerCloses,
      remind: [days(3), days(6)],
      on: { accepted: "hostConfirmation", declined: "declined", expired: "offerExpired" },
    }),

    hostConfirmation: ask("host", hostConfirmation, {
      ...guest,
      on: { confirmed: "plan", expired: "hostFollowUp" },
    }),
    hostFollowUp: ask("coordinator", hostFollowUp, {
      ...staff,
      on: { confirmed: "plan", askAgain: "hostConfirmation", expired: "hostFollowUp" },
    }),
    plan: ask("applicant", plan, { ...guest, on: { submitted: "planAgreement", expired: "plan" } }),
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
    signatures: step(countSignatures(3), { signed: "advance", missing: "agreement" }),
    advance: ask("finance", payment, { ...staff, on: { paid: "departure", expired: "advance" } }),
    departure: ask("applicant", departure, {
      within: departureCloses,
      remind: [days(3), days(7), days(14)],
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
    balance: ask("finance", payment, { ...staff, on: { paid: "certificate", expired: "balance" } }),
    partialRecovery: ask("finance", recovery, {
      within: days(30),
      remind: [days(14)],
      escalate: "agency",
      on: { recovered: "certificate", expired: "partialRecovery" },
    }),
    certificate: step(issueCertificate, { issued: "dissemination" }),
    dissemination: ask("applicant", dissemination, {
      within: disseminationCloses,
      remind: [days(14), days(25)],
      escalate: "coordinator",
      on: { shared: "completed", expired: "completed" },
    }),

    recovery: step(recoverEverything, { owing: "fullRecovery" }),
    fullRecovery: ask("finance", recovery, {
      within: days(30),
      remind: [days(14)],
      escalate: "agency",
      on: { recovered: "recovered", expired: "fullRecovery" },
    }),
    withdrawal: step(weighWithdrawal, { free: "withdrawn", owing: "withdrawnRecovery" }),
    withdrawnRecovery: ask("finance", recovery, {
      within: days(30),
      remind: [days(14)],
      escalate: "agency",
      on: { recovered: "withdrawn", expired: "withdrawnRecovery" },
    }),

    cancellation: step(weighCancellation, {
      free: "cancelled",
      owed: "cancellationBalance",
      overpaid: "cancellationRecovery",
      even: "cancelled",
    }),
    cancellationBalance: ask("finance", payment, {
      ...staff,
      on: { paid: "cancelled", expired: "cancellationBalance" },
    }),
    cancellationRecovery: ask("finance", recovery, {
      within: days(30),
      remind: [days(14)],
      escalate: "agency",
      on: { recovered: "cancelled", expired: "cancellationRecovery" },
    }),

    completed: ending("completed"),
    recovered: ending("recovered"),
    refused: ending("refused"),
    ineligible: ending("ineligible"),
    incomplete: ending("incomplete"),
    rejected: ending("rejected"),
    reserve: ending("reserve"),
    declined: ending("declined"),
    offerExpired: ending("expired"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: withdrawal,
      to: "withdrawal",
      during: [
        "endorsement",
        "endorsementInPlace",
        "screening",
        "supplement",
        "lastScreening",
        "appointment",
        "review",
        "awaitingRanking",
        "onReserveList",
        "offer",
        ...beforeTheJourney,
      ],
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancellation",
      during: [...beforeTheJourney],
    },
  },
  people,
  lists: listsOf,
  agreement: ["subject", "participant", "school", "agency", "settlement", "breaking", "versions", "data"],
  money,
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
