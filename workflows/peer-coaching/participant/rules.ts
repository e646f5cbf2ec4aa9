import * as z from "zod";
import { membershipOf } from "../../blocks/group/joining.ts";
import { attendedBy, daysOf, participantIn, saysOfGroup } from "../../blocks/group/participant.ts";
import { groupOf, groupTerms } from "../../blocks/group/terms.ts";
import { type Achievement, fewPupils } from "../../kernel/achievement.ts";
import { latestAnswer } from "../../kernel/answers.ts";
import type { CaseFile, Language } from "../../kernel/case-file.ts";
import { type Certified, certificate } from "../../kernel/certificate.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { after, before } from "./forms.ts";

/** A colleague is certified who took part in every cycle. */
export function certify(file: CaseFile): StepResult<"issued" | "notAll"> {
  const cycles = membershipOf(file)?.meetings.length ?? 0;
  if (cycles === 0 || attendedBy(file) < cycles) return { outcome: "notAll" };
  const { fullName, school } = participantIn(file);
  const hours = cycles * groupOf(file).hours;
  const says: Certified = { holder: fullName, institution: school, ...daysOf(file), hours };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}

/** Pupils' achievement before and after the cycles, once both were measured. Per cent. */
export function achievement(file: CaseFile): Achievement | undefined {
  const first = latestAnswer(file, before)?.values;
  const last = latestAnswer(file, after)?.values;
  if (!first || !last) return undefined;
  const pupils = Math.min(first.pupils, last.pupils);
  return { before: first.average, after: last.average, pupils, isSmall: pupils < fewPupils };
}

const measuredBy = z.object({ instrument: z.string() });

/** What the words of a colleague's road may name. */
export const says = (file: CaseFile, language: Language): Readonly<Record<string, string | number>> => ({
  ...saysOfGroup(file, language, "coach"),
  coach: groupTerms.safeParse(file.call).data?.staff.coach?.name ?? "–",
  instrument: measuredBy.safeParse(file.call).data?.instrument ?? "–",
});
