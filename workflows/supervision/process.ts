import { staff } from "../blocks/asking.ts";
import { cancellation, withdrawal } from "../blocks/breaking-off.ts";
import { delivererOf, mayBeAccredited } from "../blocks/deliverer.ts";
import { ending } from "../blocks/ending.ts";
import { feeOf } from "../blocks/fee.ts";
import { closingStates, findingStates } from "../blocks/group/delivery.ts";
import { openedBy } from "../blocks/group/opened.ts";
import { leading } from "../blocks/roles.ts";
import { organisation } from "../kernel/applicant.ts";
import { callOf } from "../kernel/case-file.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { ask, awaiting, step } from "../kernel/states.ts";
import { brief, readCall, supervisionCall } from "./call.ts";
import { application, approval } from "./forms.ts";
import { people } from "./people.ts";
import { openGroup, weighFee } from "./rules.ts";
import { says } from "./says.ts";

const asking = ["approval", "appointment", "invitation", "running"] as const;

/** A school asks for a supervision: approved, led by a supervisor who is near, free and impartial; then its group opens [programme, section 3]. */
export const supervision = defineProcess({
  id: "supervision",
  family: "together",
  roles: { supervisor: leading("supervisor", { confidences: true }) },
  applicant: organisation(),
  application,
  call: {
    process: "standing-call",
    read: readCall,
    brief,
    form: async () => (await import("./call-form.ts")).callForm,
  },
  start: "approval",
  states: {
    approval: ask("coordinator", approval, {
      ...staff,
      on: { approved: "matching", refused: "refused", expired: "approval" },
    }),
    ...findingStates("supervisor", {
      known: (file) => callOf(file, supervisionCall).supervisors,
      accepted: "opening",
      nobody: "noSupervisor",
    }),
    opening: step(openGroup, { opened: "running" }, { tells: ["groupOpened"] }),
    running: awaiting({ finished: "weighingFee", calledOff: "calledOff" }),

    ...closingStates("supervisor", weighFee),
    noSupervisor: ending("noSupervisor"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: withdrawal, takesBack: "reason", to: "withdrawal", during: asking },
    cancelled: { by: "coordinator", form: cancellation, to: "cancellation", during: asking },
  },
  people,
  opens: openedBy,
  links: mayBeAccredited,
  says,
  ...feeOf("supervisor", delivererOf),
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: [] },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
