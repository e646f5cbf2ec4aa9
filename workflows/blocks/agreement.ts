import type { CaseFile } from "../kernel/case-file.ts";
import { choice, confirmation, date, file as fileOf } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { blockWords } from "./words.ts";

/** Each time that the grant is worked out, the agreement has another version; the visits at which it was. */
export const versionsOf = (file: Pick<CaseFile, "records">): readonly number[] =>
  file.records.filter(({ step }) => step === "grant").map(({ visit }) => visit);

/** A signature on paper, or a qualified electronic one: the coordinator brings the signed agreement. */
const signedElsewhere = defineForm({
  id: "signedElsewhere",
  words: blockWords,
  outcomes: ["signed"],
  fields: {
    method: choice({ options: ["paper", "qualified"] }),
    signedOn: date({ past: true }),
    document: fileOf({ types: ["pdf", "adoc", "jpeg", "png"], maxBytes: 4_000_000 }),
  },
});

/** One party's signature under the latest version of the agreement, by a code mailed to that party. */
export const signature = defineForm({
  id: "signature",
  words: blockWords,
  outcomes: ["signed"],
  fields: { agreed: confirmation({}) },
  signs: { version: (file) => versionsOf(file).length, elsewhere: signedElsewhere },
});
