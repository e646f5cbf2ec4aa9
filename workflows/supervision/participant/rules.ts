import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Certified, certificate } from "../../blocks/certificate.ts";
import { membershipOf } from "../../blocks/joining.ts";
import { endOfDay, localDay } from "../../facts/calendar.ts";
import { answersTo, type CaseFile, latestAnswer } from "../../kernel/case-file.ts";
import { iso } from "../../kernel/clock.ts";
import type { Due, StepResult } from "../../kernel/process.ts";
import { groupOf } from "../terms.ts";
import { implementation, presence, solution } from "./forms.ts";

const applied = z.object({ fullName: z.string(), school: z.string() });

/** Tells the group who has come. */
export function arrive(file: CaseFile): StepResult<"arrived"> {
  const { fullName, school } = applied.parse(file.application);
  return { outcome: "arrived", bid: { name: fullName, school } };
}

/** Who was missed at a meeting is told; it can be made up with the leader. */
export const noteMissed = (): StepResult<"noted"> => ({
  outcome: "noted",
  tell: [{ role: "applicant", template: "missedMeeting" }],
});

/** The meetings at which the leader saw the participant, less those that the participant has denied. */
function attendedBy(file: CaseFile): number {
  const denied = answersTo(file, presence).filter(({ outcome }) => outcome === "notThere").length;
  return Math.max(0, (membershipOf(file)?.attended.length ?? 0) - denied);
}

const wasAtAll = (file: CaseFile): boolean => {
  const meetings = membershipOf(file)?.meetings.length ?? 0;
  return meetings > 0 && attendedBy(file) >= meetings;
};

/** Whoever was at no meeting has nothing to carry out. */
export const weighAttendance = (file: CaseFile): StepResult<"took" | "absent"> => ({
  outcome: attendedBy(file) > 0 ? "took" : "absent",
});

/** The end of the day so many weeks after the solution was chosen, or after it was asked about first. */
export const checkDue: Due = (file, now) => {
  const { checkWeeks } = groupOf(file);
  return iso(endOfDay(localDay(Temporal.Instant.from(now)).add({ weeks: checkWeeks })));
};

/** What is not carried out yet is asked about once more; the supervisor, who knows what it is, hears who needs company. */
export function weighImplementation(file: CaseFile): StepResult<"enough" | "again"> {
  const said = answersTo(file, implementation);
  const latest = said.at(-1)?.outcome;
  return {
    outcome: latest === "notYet" && said.length === 1 ? "again" : "enough",
    ...(latest === "notYet" ? { tell: [{ role: "supervisor", template: "needsCompany" }] } : {}),
    ...(latest === undefined ? {} : { bid: { ...Object(file.entry?.bid), implementation: latest } }),
  };
}

/** A certificate is for whoever was at all meetings, made up ones with them [stage I, 2011]. */
export function certify(file: CaseFile): StepResult<"issued" | "notAll"> {
  if (!wasAtAll(file)) return { outcome: "notAll" };
  const { hours } = groupOf(file);
  const meetings = membershipOf(file)?.meetings ?? [];
  const days = meetings.map(({ day }) => day).toSorted();
  const { fullName, school } = applied.parse(file.application);
  const says: Certified = {
    holder: fullName,
    institution: school,
    starts: days[0] ?? "",
    ends: days.at(-1) ?? "",
    hours: meetings.length * hours,
  };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}

/** The labels of the participant's own problem and solution. */
export const labelsOf = (file: CaseFile) => latestAnswer(file, solution)?.values;
