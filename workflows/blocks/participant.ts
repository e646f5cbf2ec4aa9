import * as z from "zod";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { defineRecord } from "../kernel/record.ts";

const person = z.object({
  fullName: z.string(),
  email: z.string(),
  iban: z.string(),
  town: z.string(),
  municipality: z.string(),
});

/**
 * Who goes instead of the person before. What that person was paid and may keep, for costs in vain, and what must come
 * back: EUR cents.
 */
export const participant = defineRecord(
  "participant",
  person.extend({ keptCents: z.number().int(), owedCents: z.number().int() }),
);

/** Who takes part: whoever went instead of another last, or else whoever applied. */
export const participantOf = (file: CaseFile): z.infer<typeof person> =>
  latestRecord(file, participant) ?? person.parse(file.application);

/** The e-mail address of whoever goes instead of the person who applied; `undefined` while nobody does. */
export const successorOf = (file: CaseFile): string | undefined => latestRecord(file, participant)?.email;
