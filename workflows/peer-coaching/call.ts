import * as z from "zod";
import { always, groupsBrief } from "../blocks/call-form/brief.ts";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import { feeRules } from "../blocks/fee.ts";
import { payingStaff } from "../blocks/staffed.ts";
import { factsOf } from "../kernel/call-brief.ts";
import { callTexts } from "../kernel/call-texts.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../kernel/facts/schools.ts";

/** What the programme sets for all coaches of a call. */
const rules = {
  ...callTexts,
  /** The last day of the coaches' own training, after which their attendance is noted. */
  trainingEnds: z.iso.date(),
  capacity: z.number().int().min(3).max(20).default(8),
  minimum: z.number().int().min(3).max(20).default(3),
  /** Academic hours of one cycle: planning, observing and talking a lesson over. */
  hours: z.number().int().min(1).max(10).default(3),
  joinDays: z.number().int().min(1).max(60).default(21),
  staff: payingStaff,
  ...feeRules,
} as const;

const callFile = z.strictObject({
  id: callIdOf(60),
  process: z.literal("peer-coaching"),
  ...callTimes,
  schools: schoolsOfCall.optional(),
  ...rules,
});

/** A call of peer coaching as it is stored: instants in UTC. */
export const peerCoachingCall = z.object({
  opensAt: z.string(),
  closesAt: z.string(),
  schools: storedSchools.optional(),
  ...rules,
});
type PeerCoachingCall = z.infer<typeof peerCoachingCall>;

/** Reads a call's file. Throws a ZodError that names each wrong field, and a RangeError for a malformed local time. */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: PeerCoachingCall }> {
  const { opens, closes, process: _process, id, ...rest } = callFile.parse(given);
  const data = { ...rest, opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
  return { id, data: peerCoachingCall.parse(data) };
}

export const brief = groupsBrief({
  conditions: { endorsement: always("ofPrincipal") },
  timetable: factsOf(z.object({ trainingEnds: z.string() }), {
    trainingEnds: ({ trainingEnds }) => ({ day: trainingEnds }),
  }),
  sentences: ["ofPrincipal"],
});
