import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type CaseFile, latestInterruption, type Person } from "../../kernel/case-file.ts";
import { endOfDay, localDay } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { opened, openedBy, openedId } from "./opened.ts";

interface Opening {
  /** What teachers join with. */
  readonly joinWith: string;
  readonly title: { readonly lt: string; readonly en: string };
  readonly school: string;
  /** May teachers of other schools find it among the calls? */
  readonly isOpen: boolean;
  readonly capacity: number;
  readonly minimum: number;
  /** Academic hours of one meeting. */
  readonly hours: number;
  readonly joinDays: number;
  readonly staff: Readonly<Record<string, Person | undefined>>;
  /** What else the group's own processes read. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Opens a case's group for teachers to join, once, and tells the applicant. */
export function openGroup(
  file: CaseFile,
  now: string,
  { joinWith, joinDays, isOpen, more = {}, ...terms }: Opening,
): StepResult<"opened"> {
  const id = openedId(file);
  const last = localDay(Temporal.Instant.from(now)).add({ days: joinDays });
  return {
    outcome: "opened",
    record: { id: opened.id, data: { id } },
    tell: [{ role: "applicant", template: "groupOpened" }],
    opens: {
      id,
      applicationProcess: joinWith,
      data: {
        ...more,
        ...terms,
        opensAt: now,
        closesAt: iso(endOfDay(last)),
        unlisted: !isOpen,
        parent: { ref: file.ref, callId: file.callId },
      },
    },
  };
}

const said = z.object({ reason: z.string() });

/** The case ends, and the group that it opened with it; those who joined are told why. */
export const endWithGroup =
  (why: "withdrawn" | "cancelled") =>
  (file: CaseFile): StepResult<"ended"> => {
    const { reason } = said.parse(latestInterruption(file, why)?.values);
    const group = openedBy(file);
    return {
      outcome: "ended",
      decisions:
        group === undefined
          ? []
          : [{ ref: `call#${group}`, interrupt: { name: "calledOff", values: { reason } } }],
    };
  };
