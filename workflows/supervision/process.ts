import { appointment, delivererOf, delivererOptions, invitation } from "../blocks/deliverer.ts";
import { feeClaim, feeMoney } from "../blocks/fee.ts";
import { endWithGroup } from "../blocks/group/opening.ts";
import { account, payment } from "../blocks/payment.ts";
import { workingDays } from "../kernel/duration.ts";
import { ask, awaiting, defineProcess, end, step } from "../kernel/process.ts";
import { readCall, supervisionCall } from "./call.ts";
import { application, approval, cancellation, withdrawal } from "./forms.ts";
import { people } from "./people.ts";
import { appointSupervisor, matchSupervisor, openGroup, weighFee } from "./rules.ts";
import { says } from "./says.ts";

const staff = { within: workingDays(5), remind: [workingDays(3)], escalate: "agency" } as const;
const guest = {
  within: workingDays(5),
  remind: [workingDays(2), workingDays(4)],
  escalate: "coordinator",
} as const;

const ending = (status: string) => end(status, [{ role: "applicant", template: status }]);
const asking = ["approval", "appointment", "invitation", "running"] as const;

/** A school asks for a supervision: approved, led by a supervisor who is near, free and impartial; then its group opens [programme, section 3]. */
export const supervision = defineProcess({
  id: "supervision",
  application,
  call: { process: "standing-call", read: readCall },
  start: "approval",
  states: {
    approval: ask("coordinator", approval, {
      ...staff,
      on: { approved: "matching", refused: "refused", expired: "approval" },
    }),
    matching: step(matchSupervisor, { matched: "invitation", nobody: "appointment" }, { sees: "call" }),
    appointment: ask("coordinator", appointment, {
      ...staff,
      on: { appointed: "appointed", nobody: "noSupervisor", expired: "appointment" },
    }),
    appointed: step(appointSupervisor, { matched: "invitation" }),
    invitation: ask("supervisor", invitation, {
      ...guest,
      on: { accepted: "opening", declined: "matching", conflict: "matching", expired: "matching" },
    }),
    opening: step(openGroup, { opened: "running" }, { tells: ["groupOpened"] }),
    running: awaiting({ finished: "weighingFee", calledOff: "calledOff" }),

    weighingFee: step(weighFee, { due: "feeClaim", none: "completed" }),
    feeClaim: ask("supervisor", feeClaim, { ...guest, on: { claimed: "fee", expired: "feeClaim" } }),
    fee: ask("finance", payment, {
      ...staff,
      on: { paid: "completed", returned: "feeAccount", expired: "fee" },
    }),
    feeAccount: ask("supervisor", account, { ...guest, on: { given: "fee", expired: "feeAccount" } }),

    withdrawal: step(endWithGroup("withdrawn"), { ended: "withdrawn" }),
    cancellation: step(endWithGroup("cancelled"), { ended: "cancelled" }),

    completed: ending("completed"),
    refused: ending("refused"),
    noSupervisor: ending("noSupervisor"),
    calledOff: ending("calledOff"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: withdrawal, to: "withdrawal", during: asking },
    cancelled: { by: "coordinator", form: cancellation, to: "cancellation", during: asking },
  },
  people,
  says,
  lists: ({ call }) => ({ deliverers: delivererOptions(supervisionCall.parse(call).supervisors) }),
  money: feeMoney(delivererOf),
  words: {
    lt: async () => (await import("./words.lt.ts")).lt,
    en: async () => (await import("./words.en.ts")).en,
  },
});
