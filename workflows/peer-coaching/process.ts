import { revocation } from "../blocks/certificate.ts";
import { endorsement, endorsementInPlace } from "../blocks/endorsement.ts";
import { feeClaim, feeMoney } from "../blocks/fee.ts";
import { endWithGroup } from "../blocks/group/opening.ts";
import { account, payment } from "../blocks/payment.ts";
import { days, workingDays } from "../kernel/duration.ts";
import { ask, awaiting, defineProcess, end, step, until } from "../kernel/process.ts";
import { readCall } from "./call.ts";
import { application, cancellation, training, withdrawal } from "./forms.ts";
import { coachOf, people } from "./people.ts";
import { certifyCoach, openCoaching, says, trainingEnds, weighFee } from "./rules.ts";

const staff = { within: workingDays(5), remind: [workingDays(3)], escalate: "agency" } as const;
const guest = {
  within: workingDays(5),
  remind: [workingDays(2), workingDays(4)],
  escalate: "coordinator",
} as const;

const ending = (status: string) => end(status, [{ role: "applicant", template: status }]);
const untilItIsOver = [
  "endorsement",
  "endorsementInPlace",
  "awaitingTraining",
  "training",
  "running",
] as const;

/** A colleague becomes a coach: endorsed, trained, accredited; then leads a group through its cycles [programme, section 5]. */
export const peerCoaching = defineProcess({
  id: "peer-coaching",
  application,
  call: { process: "standing-call", read: readCall },
  start: "endorsement",
  states: {
    endorsement: ask("principal", endorsement, {
      within: days(7),
      remind: [days(3), days(6)],
      on: { endorsed: "awaitingTraining", refused: "refused", expired: "endorsementInPlace" },
    }),
    endorsementInPlace: ask("coordinator", endorsementInPlace, {
      ...staff,
      on: { endorsed: "awaitingTraining", refused: "refused", expired: "endorsementInPlace" },
    }),
    awaitingTraining: until(trainingEnds, "training"),
    training: ask("coordinator", training, {
      ...staff,
      on: { attended: "opening", missed: "notAccredited", expired: "training" },
    }),
    opening: step(openCoaching, { opened: "running" }, { tells: ["groupOpened"] }),
    running: awaiting({ finished: "certifying", calledOff: "calledOff" }),
    certifying: step(certifyCoach, { issued: "weighingFee" }),
    weighingFee: step(weighFee, { due: "feeClaim", none: "completed" }),
    feeClaim: ask("applicant", feeClaim, { ...guest, on: { claimed: "fee", expired: "feeClaim" } }),
    fee: ask("finance", payment, {
      ...staff,
      on: { paid: "completed", returned: "feeAccount", expired: "fee" },
    }),
    feeAccount: ask("applicant", account, { ...guest, on: { given: "fee", expired: "feeAccount" } }),

    withdrawal: step(endWithGroup("withdrawn"), { ended: "withdrawn" }),
    cancellation: step(endWithGroup("cancelled"), { ended: "cancelled" }),

    completed: ending("completed"),
    refused: ending("refused"),
    notAccredited: ending("notAccredited"),
    calledOff: ending("calledOff"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: withdrawal, to: "withdrawal", during: untilItIsOver },
    cancelled: { by: "coordinator", form: cancellation, to: "cancellation", during: untilItIsOver },
  },
  people,
  says,
  lists: () => ({}),
  certificate: { revocation },
  money: feeMoney(coachOf),
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
