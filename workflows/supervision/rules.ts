import * as z from "zod";
import { delivererOf } from "../blocks/deliverer.ts";
import { workOutFee } from "../blocks/fee.ts";
import { openGroup as open } from "../blocks/group/opening.ts";
import { type CaseFile, callOf } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { supervisionCall } from "./call.ts";

const applied = z.object({
  school: z.string(),
  themes: z.array(z.string()),
  size: z.number().int(),
  open: z.boolean(),
});

/** Opens the school's group for teachers to join; others find it among the calls only if the school lets them in. */
export function openGroup(file: CaseFile, now: string): StepResult<"opened"> {
  const { capacity, minimum, hours, joinDays, checkWeeks, staff } = callOf(file, supervisionCall);
  const { school, themes, size, open: isOpen } = applied.parse(file.application);
  return open(file, now, {
    joinWith: "supervision-participant",
    title: { lt: `Supervizija: ${school}`, en: `Supervision: ${school}` },
    school,
    isOpen,
    joinDays,
    capacity: Math.min(capacity, size),
    minimum: Math.min(minimum, size),
    hours,
    staff: { ...staff, supervisor: delivererOf(file) },
    more: { themes, checkWeeks },
  });
}

const finished = z.object({ meetings: z.number().int() });

/** The supervisor's fee, by the meetings that the group held. */
export function weighFee(file: CaseFile): StepResult<"due" | "none"> {
  const { meetings } = finished.parse(file.entry?.decision);
  return workOutFee(file, meetings * callOf(file, supervisionCall).hours);
}
