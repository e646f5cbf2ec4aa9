import type { CaseFile } from "../kernel/case-file.ts";
import { confirmation } from "../kernel/field.ts";
import { defineForm } from "../kernel/form.ts";

/** Each time that the grant is worked out, the agreement has another version; the visits at which it was. */
export const versionsOf = (file: Pick<CaseFile, "records">): readonly number[] =>
  file.records.filter(({ step }) => step === "grant").map(({ visit }) => visit);

/** One party's signature under the latest version of the agreement, by a code mailed to that party. */
export const signature = defineForm({
  id: "signature",
  outcomes: ["signed"],
  fields: { agreed: confirmation({}) },
  signs: (file) => versionsOf(file).length,
});
