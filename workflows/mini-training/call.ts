import * as z from "zod";
import { always, groupsBrief } from "../blocks/call-form/brief.ts";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import { deliverer, placedDeliverer, placedOnMap } from "../blocks/deliverer.ts";
import { feeRules } from "../blocks/fee.ts";
import { payingStaff } from "../blocks/staffed.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { callTexts } from "../kernel/call-texts.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../kernel/facts/schools.ts";

/** What the programme sets for all trainings of a call. */
const rules = {
  ...callTexts,
  capacity: z.number().int().min(2).max(60).default(25),
  minimum: z.number().int().min(2).max(60).default(8),
  /** Academic hours of one session. */
  hours: z.number().int().min(1).max(10).default(4),
  joinDays: z.number().int().min(1).max(60).default(14),
  /** Of the sessions, which share one must have been at for a certificate. Per cent. */
  presencePercent: z.number().int().min(1).max(100).default(80),
  staff: payingStaff,
  ...feeRules,
} as const;

const callFile = z.strictObject({
  id: callIdOf(60),
  process: z.literal("mini-training"),
  ...callTimes,
  trainers: z.array(deliverer).min(1),
  schools: schoolsOfCall.optional(),
  ...rules,
});

/** A call of mini-trainings as it is stored: instants in UTC, trainers with their place on the map. */
export const miniTrainingCall = z.object({
  opensAt: z.string(),
  closesAt: z.string(),
  trainers: z.array(placedDeliverer),
  schools: storedSchools.optional(),
  ...rules,
});
type MiniTrainingCall = z.infer<typeof miniTrainingCall>;

/**
 * Reads a call's file. Throws a ZodError that names each wrong field, a RangeError for a malformed local time, and an
 * Error for a town that the gazetteer does not know.
 */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: MiniTrainingCall }> {
  const { opens, closes, process: _process, id, trainers, ...rest } = callFile.parse(given);
  const data = {
    ...rest,
    opensAt: iso(vilniusInstant(opens)),
    closesAt: iso(lastSecond(closes)),
    trainers: placedOnMap("trainers", trainers),
  };
  return { id, data: miniTrainingCall.parse(data) };
}

export const brief = groupsBrief({
  conditions: factsOf(z.object({ presencePercent: z.number() }), {
    presence: ({ presencePercent }) => ({ word: "brief.presenceShare", with: { percent: presencePercent } }),
  }),
  criteria: { matching: always("deliverer") },
  sentences: ["presenceShare", "deliverer"],
});
