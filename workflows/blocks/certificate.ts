import type { Certification, Certified } from "../kernel/certificate.ts";
import { choice } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** The coordinator takes a certificate back. The category is public, the reason is told to its holder alone. */
const revocation = defineForm({
  id: "revocation",
  words: blockWords,
  outcomes: ["revoked"],
  fields: {
    category: choice({ options: ["mistake", "attendance", "misuse"] }),
    reason: why({ max: 2000 }),
  },
});

/** A certificate that names the institution and the days. */
export const certification = {
  revocation,
  rows: {
    institution: ({ institution }: Certified) => institution,
    time: ({ starts, ends }: Certified) => ({ from: starts, to: ends }),
  },
} satisfies Certification;
