import * as z from "zod";
import { signatureUnder } from "../blocks/agreement.ts";
import { latestRecord } from "../kernel/case-file.ts";
import { answerTo, facts, paper, signatures, texts, versionsBy } from "../kernel/paper.ts";
import { defineRecord } from "../kernel/record.ts";
import { knownRules } from "./call.ts";
import { inductionPlan, registeredAs } from "./forms.ts";

/** With whom and at which school the agreement was drawn up. */
export const drawn = defineRecord(
  "agreement",
  z.object({
    mentor: z.object({ ref: z.string(), name: z.string(), email: z.string() }),
    school: z.string(),
  }),
);

/** Each other mentor or school is another version. */
export const agreementVersions = versionsBy(drawn);
export const signature = signatureUnder(agreementVersions);

export const papers = {
  agreement: paper({
    to: ["applicant", "mentor", "principal", "coordinator", "agency"],
    versions: agreementVersions,
    says: (file) => {
      const { days = "–", checkInDays = "–" } = knownRules(file);
      return { days, checkInDays };
    },
    parts: {
      parties: facts({
        applicant: (file) => registeredAs(file).fullName,
        mentor: (file) => latestRecord(file, drawn)?.mentor.name,
        school: (file) => latestRecord(file, drawn)?.school,
      }),
      plan: answerTo(inductionPlan),
      ...texts("subject", "novice", "mentorsPart", "schoolsPart", "breaking", "data"),
      signatures: signatures(signature),
    },
  }),
};
