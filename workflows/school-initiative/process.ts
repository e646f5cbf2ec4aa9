import { endorsementStates, screeningStates } from "../blocks/admission.ts";
import { guest, signs, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { linesChanging } from "../blocks/budget/change.ts";
import { negotiating } from "../blocks/budget/negotiation.ts";
import { returning } from "../blocks/changing.ts";
import { control } from "../blocks/control.ts";
import { ending } from "../blocks/ending.ts";
import { byFounder } from "../blocks/endorsement/endorser.ts";
import { offering } from "../blocks/offer.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { conflict, reviewing, reviews } from "../blocks/review/states.ts";
import { founder, reviewer } from "../blocks/roles.ts";
import { series, suspends } from "../blocks/series/series.ts";
import { toldToReturn } from "../blocks/settlement.ts";
import { publishesShared } from "../blocks/sharing.ts";
import { signing } from "../blocks/signing.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { ask, awaiting, part, step } from "../kernel/states.ts";
import { call, callOf, lists, milestonesOf, selection, words } from "./call.ts";
import {
  application,
  appliedIn,
  baseline,
  costsReview,
  followUp,
  progress,
  result,
  saidIn,
} from "./forms.ts";
import { money, settle, settleEarly, weighAdvance, weighMilestone } from "./ledger.ts";
import { papers, says, sheets, shows, signature, things } from "./papers.ts";
import {
  achievement,
  applicant,
  byContent,
  chooseChecklist,
  countSignatures,
  followUpOpens,
  people,
  publicationOf,
  terminationDue,
  weigh,
} from "./rules.ts";

const beforeTheAgreement = [
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
  "negotiation",
  "negotiationReview",
  "agreement",
  "silentParty",
] as const;

/** What is asked and waited for while an initiative is carried out, but for payments. */
const underway = ["baseline", "milestoneWaiting", "milestoneReport"] as const;
const whileItRuns = [...underway, "milestoneReview", "milestoneCosts", "milestoneSuspended"] as const;

const parties = {
  school: part("applicant", signature, signs),
  agency: part("agency", signature, signs),
};

const change = linesChanging("change", {
  rules: (file) => ({ ceilings: callOf(file).ceilings, freePercent: callOf(file).changeFreePercent }),
  during: underway,
  signing: { parts: parties, count: countSignatures },
});

const reviewed = { ...staff, about: [progress] } as const;

/** A school's own initiative, from the application to what is still used a year later [processes, section 6]. */
export const schoolInitiative = defineProcess({
  id: "school-initiative",
  family: "making",
  roles: { founder, reviewer },
  applicant,
  application,
  call,
  start: "endorsement",
  states: {
    ...endorsementStates("screening", byFounder),
    ...screeningStates({ eligible: "panel", ineligible: "ineligible" }),
    ...reviewing(weigh, "awaitingRanking"),
    ...offering({ selection, accepted: "award", rejected: "rejected" }),
    ...negotiating({
      selection,
      requested: (file) => appliedIn(file).lines,
      ceilings: (file) => callOf(file).ceilings,
      next: "agreement",
    }),
    ...signing(parties, countSignatures, { signed: "baseline", released: "lapsed" }),
    baseline: ask("applicant", baseline, {
      ...guest,
      about: [],
      on: { submitted: "advancing", expired: "baseline" },
    }),
    advancing: step(weighAdvance, { due: "advance", none: "milestone" }),
    ...paying("advance", "applicant", "milestone"),

    ...series("milestone", {
      of: milestonesOf,
      report: { by: "applicant", form: progress },
      review: byContent,
      pay: { payee: "applicant", weigh: weighMilestone },
      suspended: { until: terminationDue, ended: "termination" },
      next: "settlement",
    }),
    milestoneReview: ask("coordinator", byContent, {
      ...reviewed,
      on: { accepted: "milestoneChecklist", returned: "milestoneReport", expired: "milestoneReview" },
    }),
    milestoneChecklist: step(chooseChecklist, { long: "milestoneCosts", short: "milestoneWeighing" }),
    milestoneCosts: ask("finance", costsReview, {
      ...reviewed,
      on: { accepted: "milestoneWeighing", returned: "milestoneReport", expired: "milestoneCosts" },
    }),
    ...change.states,
    controlled: returning("controlled", underway),

    settlement: step(settle, { owed: "balance", overpaid: "recovery", even: "result" }, toldToReturn),
    ...paying("balance", "applicant", "result"),
    ...recovering("recovery", "result", [progress]),
    result: ask("applicant", result, {
      within: days(60),
      remind: [days(14), days(30), days(50)],
      escalate: "coordinator",
      about: [],
      on: { submitted: "awaitingFollowUp", expired: "completed" },
    }),
    awaitingFollowUp: awaiting({ expired: "followUp" }, { instant: followUpOpens }),
    followUp: ask("applicant", followUp, {
      ...guest,
      about: [],
      on: { submitted: "completed", expired: "completed" },
    }),

    termination: step(settleEarly, { overpaid: "terminatedRecovery", even: "terminated" }, toldToReturn),
    ...recovering("terminatedRecovery", "terminated", [progress]),
    withdrawal: step(settleEarly, { overpaid: "withdrawnRecovery", even: "withdrawn" }, toldToReturn),
    ...recovering("withdrawnRecovery", "withdrawn", [progress]),
    cancelling: step(settleEarly, { overpaid: "cancelledRecovery", even: "cancelled" }, toldToReturn),
    ...recovering("cancelledRecovery", "cancelled", [progress]),

    completed: ending("completed"),
    terminated: ending("terminated"),
    lapsed: ending("lapsed"),
    refused: ending("refused"),
    ineligible: ending("ineligible"),
    incomplete: ending("incomplete"),
    rejected: ending("rejected"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawal",
      during: [...beforeTheAgreement, ...whileItRuns],
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancelling",
      during: [...beforeTheAgreement, ...whileItRuns],
    },
    change: change.word,
    suspended: suspends("milestone"),
    controlled: { by: "auditor", form: control, to: "controlled", during: underway },
  },
  people,
  conflict,
  reviews,
  selects: selection,
  money,
  papers,
  sheets,
  shows,
  says,
  lists,
  achievement,
  usedLater: { asked: "followUp", isUsed: ({ isUsed }) => isUsed !== "no" },
  publishes: { result: publishesShared(publicationOf) },
  registers: { things },
  links: { takes: ["improving"], school: (application) => saidIn(application).schoolCode },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  words,
});
