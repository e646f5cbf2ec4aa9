import * as z from "zod";
import { always, groupsBrief, told } from "../blocks/call-form/brief.ts";
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

/** What the programme sets for all groups of a call [stage I, 2011: 12 teachers, seven meetings of five hours]. */
const rules = {
  ...callTexts,
  capacity: z.number().int().min(2).max(12).default(12),
  minimum: z.number().int().min(2).max(12).default(6),
  hours: z.number().int().min(1).max(10).default(5),
  /** So many days others can join a group after it was opened. */
  joinDays: z.number().int().min(1).max(60).default(14),
  /** So many weeks after the last meeting each participant is asked whether the solution was carried out. */
  checkWeeks: z.number().int().min(1).max(26).default(4),
  staff: payingStaff,
  ...feeRules,
} as const;

const callFile = z.strictObject({
  id: callIdOf(60),
  process: z.literal("supervision"),
  ...callTimes,
  supervisors: z.array(deliverer).min(1),
  schools: schoolsOfCall.optional(),
  ...rules,
});

/** A call of supervisions as it is stored: instants in UTC, supervisors with their place on the map. */
export const supervisionCall = z.object({
  opensAt: z.string(),
  closesAt: z.string(),
  supervisors: z.array(placedDeliverer),
  schools: storedSchools.optional(),
  ...rules,
});
export type SupervisionCall = z.infer<typeof supervisionCall>;

/**
 * Reads a call's file. Throws a ZodError that names each wrong field, a RangeError for a malformed local time, and an
 * Error for a town that the gazetteer does not know.
 */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: SupervisionCall }> {
  const { opens, closes, process: _process, id, supervisors, ...rest } = callFile.parse(given);
  const data = {
    ...rest,
    opensAt: iso(vilniusInstant(opens)),
    closesAt: iso(lastSecond(closes)),
    supervisors: placedOnMap("supervisors", supervisors),
  };
  return { id, data: supervisionCall.parse(data) };
}

export const brief = groupsBrief({
  conditions: { presence: always("allMeetings") },
  criteria: { matching: always("deliverer") },
  timetable: factsOf(z.object({ checkWeeks: z.number() }), {
    checkWeeks: ({ checkWeeks }) => told("days", checkWeeks * 7),
  }),
  sentences: ["allMeetings", "deliverer"],
});
