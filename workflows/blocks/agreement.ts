import { choice, confirmation, date, file as fileOf } from "../kernel/field-kinds.ts";
import { defineForm, signingMethods } from "../kernel/form.ts";
import type { Versions } from "../kernel/paper.ts";
import { blockWords } from "./words.ts";

/** A signature on paper, or a qualified electronic one: the coordinator brings the signed agreement. */
const signedElsewhere = defineForm({
  id: "signedElsewhere",
  words: blockWords,
  outcomes: ["signed"],
  fields: {
    method: choice({ options: signingMethods }),
    signedOn: date({ past: true }),
    document: fileOf({ types: ["pdf", "adoc", "jpeg", "png"], maxBytes: 4_000_000 }),
  },
});

/** One party's signature under the latest version of an agreement, by a code mailed to that party. */
export const signatureUnder = (versions: Versions) =>
  defineForm({
    id: "signature",
    words: blockWords,
    outcomes: ["signed"],
    fields: { agreed: confirmation({}) },
    signs: { versions, elsewhere: signedElsewhere },
  });
