import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { membershipOf } from "../../blocks/group/joining.ts";
import { attendedBy, daysOf, participantIn } from "../../blocks/group/participant.ts";
import { groupOf } from "../../blocks/group/terms.ts";
import { answersTo } from "../../kernel/answers.ts";
import { type CaseFile, callOf } from "../../kernel/case-file.ts";
import { type Certified, certificate } from "../../kernel/certificate.ts";
import { endOfDay, localDay } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { implementation } from "./forms.ts";

const checked = z.object({ checkWeeks: z.number().int() });

/** The end of the day so many weeks after the solution was chosen, or after it was asked about first. */
export const checkDue: Due = (file, now) => {
  const { checkWeeks } = callOf(file, checked);
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
  const meetings = membershipOf(file)?.meetings.length ?? 0;
  if (meetings === 0 || attendedBy(file) < meetings) return { outcome: "notAll" };
  const { fullName, school } = participantIn(file);
  const hours = meetings * groupOf(file).hours;
  const says: Certified = { holder: fullName, institution: school, ...daysOf(file), hours };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}
