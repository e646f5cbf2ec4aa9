import * as z from "zod";
import { type CaseFile, type Funded, latestRecord } from "../kernel/case-file.ts";
import { defineForm } from "../kernel/form.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Shows } from "../kernel/told.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/** What other cases fund for the same person on some of the same days, as it was found before money left. */
export const doubleFunding = defineRecord(
  "doubleFunding",
  z.object({
    found: z.array(z.object({ ref: z.string(), from: z.iso.date(), to: z.iso.date() })),
  }),
);

/** Days count whole, both ends with them: who comes back on the day on which the next journey begins is funded twice. */
export function fundedTwice(
  { funded = [] }: Pick<CaseFile, "funded">,
  { from, to }: Pick<Funded, "from" | "to">,
): readonly Funded[] {
  return funded.filter((other) => other.from <= to && from <= other.to);
}

/** The coordinator looks at both cases: they are of different people, or pay for different things; or one of them ends. */
export const doubleFundingDecision = defineForm({
  id: "doubleFunding",
  words: blockWords,
  outcomes: ["separate", "same"],
  fields: { reason: why({ max: 2000 }) },
});

/** What was found, the last time that it was looked for: for those who pay or decide on it. */
export const funded: Shows = {
  words: blockWords,
  to: ["coordinator", "agency", "finance"],
  rows: (file) =>
    (latestRecord(file, doubleFunding)?.found ?? []).map(({ ref, from, to }) => ({
      label: { from, to },
      value: { ref },
    })),
};
