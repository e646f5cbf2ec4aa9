import * as z from "zod";
import { always, briefOf } from "../../blocks/call-form/brief.ts";
import { callIdOf } from "../../blocks/call-form/ids.ts";
import { callTimes } from "../../blocks/call-form/times.ts";
import { callTexts } from "../../kernel/call-texts.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../../kernel/facts/schools.ts";
import { programmeTerms, termsBrief } from "../terms.ts";

const rules = { ...callTexts, ...programmeTerms } as const;

const callFile = z.strictObject({
  id: callIdOf(40),
  process: z.literal("national-internship-place"),
  ...callTimes,
  schools: schoolsOfCall.optional(),
  ...rules,
});

/** A register of places as it is stored: instants in UTC. */
export const placesCall = z.object({
  opensAt: z.string(),
  closesAt: z.string(),
  schools: storedSchools.optional(),
  ...rules,
});

/** Reads a call's file. Throws a ZodError that names each wrong field, and a RangeError for a malformed local time. */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: z.infer<typeof placesCall> }> {
  const { opens, closes, process: _process, id, ...rest } = callFile.parse(given);
  const data = { ...rest, opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
  return { id, data: placesCall.parse(data) };
}

export const brief = briefOf(
  { criteria: { approves: always("coordinator") }, sentences: ["coordinator"] },
  termsBrief,
);
