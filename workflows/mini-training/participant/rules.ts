import * as z from "zod";
import { membershipOf } from "../../blocks/group/joining.ts";
import { attendedBy, daysOf, participantIn, saysOfGroup } from "../../blocks/group/participant.ts";
import { groupOf } from "../../blocks/group/terms.ts";
import { latestAnswer } from "../../kernel/answers.ts";
import { type CaseFile, callOf, type Language } from "../../kernel/case-file.ts";
import { type Certified, certificate } from "../../kernel/certificate.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { taskReview } from "./forms.ts";

const rules = z.object({ presencePercent: z.number(), task: z.string() });

/** Certified are the hours that one was at, for whoever was at enough of them and whose task was accepted. */
export function certify(file: CaseFile): StepResult<"issued" | "notEnough"> {
  const { presencePercent } = callOf(file, rules);
  const meetings = membershipOf(file)?.meetings.length ?? 0;
  const attended = attendedBy(file);
  const isEnough = meetings > 0 && attended * 100 >= meetings * presencePercent;
  const isTried = latestAnswer(file, taskReview)?.outcome === "accepted";
  if (!isEnough || !isTried) return { outcome: "notEnough" };
  const { fullName, school } = participantIn(file);
  const hours = attended * groupOf(file).hours;
  const says: Certified = { holder: fullName, institution: school, ...daysOf(file), hours };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}

/** What the words of a participant's road may name, the practical task among them. */
export const says = (file: CaseFile, language: Language): Readonly<Record<string, string | number>> => ({
  ...saysOfGroup(file, language, "trainer"),
  task: rules.safeParse(file.call).data?.task ?? "–",
});
