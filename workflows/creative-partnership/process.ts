import { guest, soon, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { ending } from "../blocks/ending.ts";
import { paying, recovering } from "../blocks/payment.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { duties } from "../blocks/series/series.ts";
import { toldToReturn } from "../blocks/settlement.ts";
import { publishesShared } from "../blocks/sharing.ts";
import { signing } from "../blocks/signing.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { all, ask, awaiting, part, step, until } from "../kernel/states.ts";
import { call, words } from "./call.ts";
import * as forms from "./forms.ts";
import * as money from "./money.ts";
import * as rules from "./rules.ts";

const inThePool = ["assessment", "approval", "amendment", "inPool", "asked", "unsettled"] as const;
const agreed = ["plan", "planConsent", "venue", "agreement", "silentParty"] as const;
const accepting = { within: rules.acceptDue, remind: [days(1)], isFixed: true } as const;
const sharing = { within: rules.resultDue, remind: [days(5), days(10)], escalate: "coordinator" } as const;

/** Creators and schools find each other and work together with pupils [processes, section 7]. */
export const creativePartnership = defineProcess({
  id: "creative-partnership",
  family: "making",
  roles: rules.roles,
  applicant: person(),
  application: forms.application,
  call,
  start: "received",
  states: {
    received: step(rules.tellKind, { creates: "assessment", wishes: "approval" }),
    assessment: all(
      { first: part("assessor", forms.assessment, soon), second: part("assessor", forms.assessment, soon) },
      "assessed",
    ),
    assessed: step(rules.goOnToApproval, { assessed: "approval" }),
    approval: ask("coordinator", forms.approval, {
      ...staff,
      about: [forms.assessment, forms.amendment],
      on: { approved: "entering", amendment: "amendment", refused: "refused", expired: "approval" },
    }),
    amendment: ask("applicant", forms.amendment, {
      ...guest,
      about: [forms.approval],
      on: { amended: "approval", expired: "approval" },
    }),
    entering: step(rules.enterPool, { pool: "inPool", waits: "inPool" }),
    inPool: awaiting({ told: "turning" }),
    turning: step(rules.turn, {
      waiting: "inPool",
      asked: "asked",
      declined: "declined",
      lapsed: "lapsed",
      unfunded: "unfunded",
      unmatched: "unmatched",
      out: "declined",
      unchosen: "unchosen",
      delivered: "delivered",
    }),
    asked: all(
      {
        school: part("applicant", forms.consent, accepting),
        creator: part("creator", forms.consent, accepting),
      },
      "consenting",
    ),
    consenting: step(rules.weighConsent, { agreed: "plan", unsettled: "unsettled" }),
    unsettled: awaiting({ told: "turning" }),

    plan: ask("applicant", forms.plan, { ...guest, on: { submitted: "planConsent", expired: "plan" } }),
    planConsent: ask("creator", forms.planConsent, {
      ...guest,
      about: [forms.plan],
      on: { agreed: "placing", changes: "plan", expired: "planConsent" },
    }),
    placing: step(rules.weighVenue, { venue: "venue", none: "promising" }),
    venue: ask("venue", planAgreement, {
      ...guest,
      about: [forms.plan],
      on: { agreed: "promising", changes: "plan", expired: "venue" },
    }),
    promising: step(money.promise, { promised: "agreement" }),
    ...signing(
      {
        school: part("applicant", money.signature, guest),
        creator: part("creator", money.signature, guest),
        agency: part("agency", money.signature, guest),
      },
      money.countSignatures,
      { signed: "weighingMaterials", released: "cancelled" },
    ),
    weighingMaterials: step(money.weighMaterials, { due: "materials", none: "session" }),
    ...paying("materials", "applicant", "session"),

    ...duties("session", { of: rules.sessionsOf, each: "diary", next: "surveying" }),
    diary: ask("creator", forms.sessionDiary, {
      ...soon,
      on: { held: "confirmation", missed: "confirmation", expired: "confirmation" },
    }),
    confirmation: ask("teacher", forms.sessionConfirmation, {
      ...soon,
      about: [forms.sessionDiary],
      on: { held: "session", missed: "session", expired: "session" },
    }),
    surveying: step(rules.beginSurvey, { begun: "feedback" }),
    feedback: ask("applicant", forms.handingOut, {
      within: rules.surveyEnds,
      remind: [days(2), days(5)],
      on: { handedOut: "answering", expired: "answering" },
    }),
    answering: until(rules.surveyOver, "untying"),
    untying: step(rules.closeSurvey, { untied: "hearing" }),
    hearing: step(rules.countFeedback, { missed: "spending", held: "result" }, { sees: "heard" }),
    spending: ask("applicant", forms.spending, { ...guest, on: { submitted: "result", expired: "result" } }),
    result: all(
      { school: part("applicant", forms.result, sharing), creator: part("creator", forms.result, sharing) },
      "settlement",
    ),
    settlement: step(money.settle, { owed: "fee", even: "weighingRecovery" }),
    ...paying("fee", "creator", "weighingRecovery"),
    weighingRecovery: step(money.weighRecovery, { overpaid: "recovery", even: "closing" }, toldToReturn),
    ...recovering("recovery", "closing", [forms.spending]),
    closing: step(rules.leadTo, { completed: "certifying", unshared: "unshared", stopped: "stopped" }),
    certifying: step(money.certify, { issued: "completed" }),
    stopping: step(() => ({ outcome: "told" }) as const, { told: "surveying" }),

    refused: ending("refused"),
    declined: ending("declined"),
    lapsed: ending("lapsed"),
    unfunded: ending("unfunded"),
    unmatched: ending("unmatched"),
    unchosen: ending("unchosen"),
    delivered: ending("delivered"),
    completed: ending("completed"),
    unshared: ending("unshared"),
    stopped: ending("stopped"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: inThePool },
    cancelled: { by: "coordinator", form: cancellation, to: "cancelled", during: [...inThePool, ...agreed] },
    turned: {
      by: "coordinator",
      form: forms.turning,
      hasOwnPage: true,
      to: "turning",
      during: ["asked", "unsettled"],
    },
    stopped: {
      by: "coordinator",
      form: forms.stopping,
      to: "stopping",
      during: ["sessionWaiting", "diary", "confirmation"],
    },
  },
  people: rules.people,
  says: rules.says,
  shows: money.shows,
  money: money.money,
  papers: money.papers,
  sheets: money.sheets,
  certificate: money.certification,
  publishes: { results: publishesShared(rules.publicationOf) },
  registers: rules.pools,
  anonymous: rules.anonymous,
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: ["completed", "unshared", "delivered"] },
  words,
});
