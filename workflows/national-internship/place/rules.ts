import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { applicantIn } from "../../blocks/people.ts";
import { staffOf } from "../../blocks/staffed.ts";
import type { CaseDecision } from "../../kernel/case-decision.ts";
import { type CaseFile, type Language, latestInterruption, type Person } from "../../kernel/case-file.ts";
import { endOfDay } from "../../kernel/facts/calendar.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { printDay } from "../../kernel/facts/print.ts";
import type { Role } from "../../kernel/roles.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import type { HostPlace } from "../place.ts";
import { offeredIn } from "./forms.ts";

const applied = z.object({
  school: z.string(),
  municipality: z.string(),
  town: z.string(),
  fullName: z.string(),
  email: z.string(),
});
/** The place as its school described it last. */
function placeOf(file: CaseFile): HostPlace {
  const { fullName, email, ...school } = applied.parse(file.application);
  const contact = { name: fullName, email, language: file.language };
  return { id: file.ref, ...school, ...offeredIn(file), contact };
}

/** Into the register, where a call for interns can take it up. */
export const publishPlace = (file: CaseFile): StepResult<"published"> => ({
  outcome: "published",
  bid: placeOf(file),
  tell: [{ role: "applicant", template: "published" }],
});

/** Nobody can be invited any more to a stay that has begun. */
export const stayBegins: Due = (file) =>
  iso(endOfDay(Temporal.PlainDate.from(placeOf(file).starts).subtract({ days: 1 })));

/** Which call for interns has taken the place up. */
const takenUp = z.object({ call: z.string() });
const said = z.object({ reason: z.string() });

/** The place falls away; the call that has taken it up hears of it, and those who would have come. */
export const takeBack =
  (why: "withdrawn" | "cancelled") =>
  (file: CaseFile): StepResult<"takenBack"> => {
    const { reason } = said.parse(latestInterruption(file, why)?.values);
    const call = takenUp.safeParse(file.entry?.decision).data?.call;
    const values = { place: file.ref, reason };
    const decisions: readonly CaseDecision[] =
      call === undefined ? [] : [{ ref: `call#${call}`, interrupt: { name: "placeFallen", values } }];
    return { outcome: "takenBack", decisions };
  };

/** The school's contact, and those whom the register has. */
export function people(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

/** Before anything is said of it. */
const noPlace = { school: "–", town: "–", method: "–", from: "–", to: "–" };

export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  if (!applied.safeParse(file.application).success) return noPlace;
  const { school, town, method, starts, ends } = placeOf(file);
  return { school, town, method, from: printDay(starts, language), to: printDay(ends, language) };
}
