import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { workOutFee } from "../blocks/fee.ts";
import { opened, openedId } from "../blocks/group/opened.ts";
import { endOfDay, localDay } from "../facts/calendar.ts";
import { type CaseFile, callOf, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { iso } from "../kernel/clock.ts";
import type { StepResult } from "../kernel/process.ts";
import { supervisionCall } from "./call.ts";
import { matched } from "./matching.ts";

const applied = z.object({
  school: z.string(),
  themes: z.array(z.string()),
  size: z.number().int(),
  open: z.boolean(),
});

/** Opens the school's group for teachers to join; others find it among the calls only if the school lets them in. */
export function openGroup(file: CaseFile, now: string): StepResult<"opened"> {
  const { capacity, minimum, hours, joinDays, checkWeeks, staff } = callOf(file, supervisionCall);
  const { school, themes, size, open } = applied.parse(file.application);
  const id = openedId(file);
  const last = localDay(Temporal.Instant.from(now)).add({ days: joinDays });
  return {
    outcome: "opened",
    record: { id: opened.id, data: { id } },
    tell: [{ role: "applicant", template: "groupOpened" }],
    opens: {
      id,
      applicationProcess: "supervision-participant",
      data: {
        title: { lt: `Supervizija: ${school}`, en: `Supervision: ${school}` },
        opensAt: now,
        closesAt: iso(endOfDay(last)),
        unlisted: !open,
        parent: { ref: file.ref, callId: file.callId },
        school,
        themes,
        capacity: Math.min(capacity, size),
        minimum: Math.min(minimum, size),
        hours,
        checkWeeks,
        staff: { ...staff, supervisor: latestRecord(file, matched)?.supervisor },
      },
    },
  };
}

const finished = z.object({ meetings: z.number().int() });

/** The supervisor's fee, by the meetings that the group held. */
export function weighFee(file: CaseFile): StepResult<"due" | "none"> {
  const { meetings } = finished.parse(file.entry?.decision);
  return workOutFee(file, meetings * callOf(file, supervisionCall).hours);
}

const said = z.object({ reason: z.string() });

/** The school's case ends, and the group that it opened with it; those who joined are told why. */
export const endEarly =
  (why: "withdrawn" | "cancelled") =>
  (file: CaseFile): StepResult<"ended"> => {
    const { reason } = said.parse(latestInterruption(file, why)?.values);
    const group = latestRecord(file, opened)?.id;
    return {
      outcome: "ended",
      decisions:
        group === undefined
          ? []
          : [{ ref: `call#${group}`, interrupt: { name: "calledOff", values: { reason } } }],
    };
  };
