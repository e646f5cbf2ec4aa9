import { guest, staff } from "../../blocks/asking.ts";
import { cancellation, withdrawal } from "../../blocks/breaking-off.ts";
import { ending } from "../../blocks/ending.ts";
import { organisation } from "../../kernel/applicant.ts";
import { defineProcess } from "../../kernel/define-process.ts";
import { ask, awaiting, step } from "../../kernel/states.ts";
import { brief, readCall } from "./call.ts";
import { amendment, application, approval } from "./forms.ts";
import { people, publishPlace, says, stayBegins, takeBack } from "./rules.ts";

const standing = ["approval", "amendment", "published", "hosting"] as const;

/** A school's place for interns: offered, approved, published, taken up by a call, and over with it [programme, section 2]. */
export const nationalInternshipPlace = defineProcess({
  id: "national-internship-place",
  family: "travel",
  applicant: organisation(),
  application,
  call: {
    process: "national-internship-register",
    read: readCall,
    form: async () => (await import("./call-form.ts")).callForm,
    isRepeatable: true,
    brief,
  },
  start: "approval",
  givenStart: "publishing",
  states: {
    approval: ask("coordinator", approval, {
      ...staff,
      on: { approved: "publishing", returned: "amendment", refused: "refused", expired: "approval" },
    }),
    amendment: ask("applicant", amendment, {
      ...guest,
      on: { amended: "approval", expired: "lapsed" },
    }),
    publishing: step(publishPlace, { published: "published" }, { tells: ["published"] }),
    published: awaiting({ taken: "hosting", expired: "unused" }, { instant: stayBegins }),
    hosting: awaiting(
      { finished: "completed", released: "published" },
      { tell: [{ role: "applicant", template: "takenUp" }] },
    ),
    withdrawal: step(takeBack("withdrawn"), { takenBack: "withdrawn" }),
    cancellation: step(takeBack("cancelled"), { takenBack: "cancelled" }),

    completed: ending("completed"),
    unused: ending("unused"),
    refused: ending("refused"),
    lapsed: ending("lapsed"),
    withdrawn: ending("withdrawn"),
    cancelled: ending("cancelled"),
  },
  interruptions: {
    withdrawn: { by: "applicant", form: withdrawal, takesBack: "reason", to: "withdrawal", during: standing },
    cancelled: { by: "coordinator", form: cancellation, to: "cancellation", during: standing },
  },
  people,
  says,
  rehearsal: async () => (await import("../rehearsal.ts")).rehearsal,
  finished: { by: [], as: "national-internship" },
  words: {
    lt: () => import("./words/lt.json", { with: { type: "json" } }),
    en: () => import("./words/en.json", { with: { type: "json" } }),
  },
});
