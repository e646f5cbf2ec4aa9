import type { CaseFile } from "../kernel/case-file.ts";
import { confirmation } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";
import type { StepResult } from "../kernel/process.ts";

/** One party's signature under the agreement; the one-time link stands for the person until codes arrive. */
export const signature = defineForm({
  id: "signature",
  outcomes: ["signed"],
  fields: { agreed: confirmation({}) },
});

/** Have all parties signed the round that has just ended? Who let it pass is asked again. */
export const countSignatures =
  (parties: number) =>
  (file: CaseFile): StepResult<"signed" | "missing"> => {
    const latest = file.answers.filter((answer) => answer.form === signature.id).map((answer) => answer.part);
    return { outcome: new Set(latest).size >= parties ? "signed" : "missing" };
  };
