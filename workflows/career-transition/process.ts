import { appeal } from "../blocks/appeal.ts";
import { guest, signs, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { ending, tellApplicant } from "../blocks/ending.ts";
import { paying } from "../blocks/payment.ts";
import { conflict, reviewing, reviews } from "../blocks/review/states.ts";
import { principal, reviewer } from "../blocks/roles.ts";
import { saysOfDuty } from "../blocks/series/duty.ts";
import { duties } from "../blocks/series/series.ts";
import { signing } from "../blocks/signing.ts";
import { silence } from "../blocks/silence.ts";
import { callCloses } from "../blocks/standing.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { anewSince } from "../kernel/given.ts";
import { registers } from "../kernel/open.ts";
import { ask, awaiting, each, part, step, until } from "../kernel/states.ts";
import { booking, call, slots } from "./call.ts";
import {
  accreditation,
  application,
  assignment,
  conversation,
  copyCheck,
  correction,
  feedback,
  improvement,
  lastTrial,
  load,
  mostClients,
  portfolio,
  renewal,
  renewalReview,
  revocation,
  revocationAppeal,
  stopping,
  training,
  trainingReview,
  trial,
} from "./forms.ts";
import { certification, certify, countSignatures, papers, says, shows, signature } from "./papers.ts";
import { client, people, revocationAppealCloses } from "./people.ts";
import { selection, weighForSelection, weighProof, weighTraining, weighYears } from "./rules.ts";
import {
  accreditedUntil,
  askClients,
  beginTime,
  countMarks,
  decideRenewal,
  registeredAs,
  renewalCloses,
  renewalOpens,
  resume,
  takeBack,
  tellingsOfRenewal,
  timeBegan,
  timeEnds,
} from "./standing.ts";
import { money, sheets, supportMonths, workOutSupport } from "./support.ts";

/** From the application until somebody is accredited. */
const onTheWay = [
  "received",
  "booking",
  "bookedWaiting",
  "conversation",
  "portfolio",
  "copyCheck",
  "appointment",
  "review",
  "awaitingSelection",
  "load",
  "silentSchool",
  "agreement",
  "silentParty",
  "supportWaiting",
  "supportPay",
  "supportPayAccount",
  "training",
  "trainingReview",
  "assignment",
  "trial",
  "improvement",
  "lastTrial",
  "accreditation",
] as const;

/** As long as somebody is accredited. */
const accredited = ["running", "renewal", "feedback", "renewalReview", "runningOut"] as const;

/** Teachers who step back from teaching come to another role [processes.md, 13]: agreed, supported, tried, accredited, renewed. */
export const careerTransition = defineProcess({
  id: "career-transition",
  family: "growth",
  roles: {
    // Asked how much somebody goes on working: why they would like another role, and what they are proud of, is between them and the agency.
    principal: {
      ...principal,
      sees: { ...principal.sees, application: "nothing", answersOf: ["principal"] },
    },
    reviewer,
    client,
  },
  applicant: person(),
  application,
  call,
  start: "received",
  states: {
    received: until(callCloses, "eligibility"),
    eligibility: step(weighYears, {
      books: "booking",
      eligible: "conversation",
      ineligible: "ineligible",
    }),
    ...booking.states({ next: "conversation", none: "conversation" }),
    conversation: ask("coordinator", conversation, {
      ...staff,
      on: { agreed: "portfolio", noShow: "noShow", expired: "conversation" },
    }),
    portfolio: ask("applicant", portfolio, {
      ...guest,
      on: { submitted: "weighingProof", expired: "incomplete" },
    }),
    weighingProof: step(weighProof, { shown: "copyCheck", none: "panel" }),
    copyCheck: ask("coordinator", copyCheck, {
      ...staff,
      about: [portfolio],
      on: { covered: "panel", returned: "portfolio", expired: "copyCheck" },
    }),
    ...reviewing(weighForSelection, "awaitingSelection", [portfolio]),
    awaitingSelection: awaiting({ offered: "placed", reserve: "notSelected", rejected: "rejected" }),
    placed: step(
      () => ({ outcome: "told", tell: [{ role: "applicant", template: "placed" }] }) as const,
      { told: "load" },
      { tells: ["placed"] },
    ),

    load: ask("principal", load, {
      ...guest,
      on: { agreed: "workingOut", refused: "refused", expired: "silentSchool" },
    }),
    silentSchool: ask("coordinator", silence, {
      ...staff,
      on: { askAgain: "load", released: "cancelled", expired: "silentSchool" },
    }),
    workingOut: step(workOutSupport, { workedOut: "agreement" }),
    ...signing(
      {
        applicant: part("applicant", signature, signs),
        school: part("principal", signature, signs),
        agency: part("agency", signature, signs),
      },
      countSignatures,
      { signed: "support", released: "cancelled" },
    ),
    ...duties("support", { of: supportMonths, each: "supportPay", next: "training" }),
    ...paying("supportPay", "applicant", "support"),

    training: ask("applicant", training, {
      within: days(365),
      remind: [days(90), days(180), days(300), days(350)],
      escalate: "coordinator",
      on: { submitted: "trainingReview", expired: "trainingReview" },
    }),
    trainingReview: ask("coordinator", trainingReview, {
      ...staff,
      on: { confirmed: "weighingTraining", returned: "training", expired: "trainingReview" },
    }),
    weighingTraining: step(weighTraining, { trained: "assignment", untrained: "untrained" }),
    assignment: ask("coordinator", assignment, {
      ...staff,
      on: { assigned: "trial", expired: "assignment" },
    }),
    trial: ask("client", trial, {
      ...guest,
      about: [assignment],
      on: {
        passed: "accreditation",
        returned: "improvement",
        failed: "notAccredited",
        expired: "assignment",
      },
    }),
    improvement: ask("applicant", improvement, {
      ...guest,
      about: [trial],
      on: { improved: "lastTrial", expired: "lastTrial" },
    }),
    lastTrial: ask("client", lastTrial, {
      ...guest,
      about: [assignment, trial, improvement],
      on: { passed: "accreditation", failed: "notAccredited", expired: "lastTrial" },
    }),
    accreditation: ask("agency", accreditation, {
      ...staff,
      on: { accredited: "certifying", refused: "notAccredited", expired: "accreditation" },
    }),
    certifying: step(certify, { issued: "beginning" }),

    beginning: step(beginTime, { begun: "running", stopped: "stopped", lapsed: "lapsed" }),
    running: awaiting({ expired: "renewal" }, { instant: renewalOpens }),
    renewal: ask("applicant", renewal, {
      within: renewalCloses,
      isFixed: true,
      remind: [days(14), days(30), days(45), days(55)],
      about: [],
      on: { submitted: "asking", leave: "deciding", stop: "deciding", expired: "deciding" },
    }),
    asking: step(askClients, { asked: "feedback", nobody: "renewalReview" }),
    feedback: each("client", anewSince(feedback, timeBegan), {
      ...guest,
      most: mostClients,
      next: "counting",
    }),
    counting: step(countMarks, { counted: "renewalReview" }),
    renewalReview: ask("coordinator", renewalReview, {
      ...staff,
      about: [renewal],
      on: { confirmed: "deciding", returned: "renewal", expired: "renewalReview" },
    }),
    deciding: step(decideRenewal, { decided: "runningOut" }, { tells: tellingsOfRenewal }),
    runningOut: awaiting({ expired: "beginning" }, { instant: timeEnds }),
    resuming: step(resume, { open: "running", decided: "runningOut" }),
    revocationTold: awaiting(
      { expired: "takingBack" },
      { instant: revocationAppealCloses, tell: tellApplicant("revocationTold") },
    ),
    revoking: step(() => ({ outcome: "told" }) as const, { told: "revocationTold" }),
    appealing: step(() => ({ outcome: "received" }) as const, { received: "revocationAppeal" }),
    revocationAppeal: ask("appeals", revocationAppeal, {
      ...guest,
      on: { upheld: "reinstating", dismissed: "takingBack", expired: "revocationAppeal" },
    }),
    takingBack: step(takeBack, { takenBack: "revoked" }),
    reinstating: step(
      () => ({ outcome: "told", tell: [{ role: "applicant", template: "reinstated" }] }) as const,
      { told: "resuming" },
      { tells: ["reinstated"] },
    ),

    ineligible: ending("ineligible"),
    noShow: ending("noShow"),
    incomplete: ending("incomplete"),
    rejected: ending("rejected"),
    notSelected: ending("notSelected"),
    refused: ending("refused"),
    untrained: ending("untrained"),
    notAccredited: ending("notAccredited"),
    stopped: ending("stopped"),
    lapsed: ending("lapsed"),
    revoked: ending("revoked"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: leaving, takesBack: "reason", to: "withdrawn", during: onTheWay },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "cancelled",
      during: [...onTheWay, ...accredited],
    },
    moved: booking.word,
    stopped: { by: "applicant", form: stopping, to: "stopped", during: accredited },
    corrected: { by: "applicant", form: correction, to: "resuming", during: ["running", "runningOut"] },
    revoked: { by: "agency", form: revocation, to: "revoking", during: accredited },
    appealed: {
      by: "applicant",
      form: appeal,
      to: "appealing",
      during: ["revocationTold"],
      until: revocationAppealCloses,
      untilCalled: "appeal",
    },
  },
  people,
  conflict,
  says: (file) => ({ ...says(file), ...saysOfDuty(file, "support", supportMonths) }),
  money,
  papers,
  sheets,
  shows,
  registers: {
    transition: registers({
      states: ["active", "conditional"],
      facts: ["role", "municipality"],
      lists: { role: "roles" },
      rows: registeredAs,
    }),
  },
  links: { gives: ["delivering"], holds: (file, day) => day <= (accreditedUntil(file) ?? "") },
  certificate: certification,
  develops: () => ({ competences: ["leadership"] }),
  reviews,
  selects: selection,
  slots,
  calendar: booking.calendar,
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: ["stopped", "lapsed"] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
