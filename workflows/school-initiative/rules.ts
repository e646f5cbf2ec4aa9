import { Temporal } from "temporal-polyfill";
import { centsIn } from "../blocks/budget/part.ts";
import { drawn } from "../blocks/lot.ts";
import { applicantIn } from "../blocks/people.ts";
import { panel, scored, weighReviews } from "../blocks/review/panel.ts";
import { dutyOf } from "../blocks/series/duty.ts";
import { sharedRows } from "../blocks/sharing.ts";
import { staffOf } from "../blocks/staffed.ts";
import { type Achievement, fewPupils } from "../kernel/achievement.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { organisation } from "../kernel/applicant.ts";
import { type CaseFile, latestRecord, type Person } from "../kernel/case-file.ts";
import { days } from "../kernel/duration.ts";
import { deadline } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Role } from "../kernel/roles.ts";
import { points } from "../kernel/score.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type Bid, callOf } from "./call.ts";
import { appliedIn, baseline, contentReview, result, saidIn } from "./forms.ts";
import { signature, versions } from "./papers.ts";

/** A school applies once for each strand, whoever writes for it (6.2). */
export const applicant = organisation({
  identity: (values) => {
    const { schoolCode, school = "", strand = "" } = saidIn(values);
    return `${schoolCode ?? school} ${strand}`.trim();
  },
});

/** Who stands behind each role of a case: the founder, or of an association the head of its school, is whoever was named. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  if (role === "reviewer") return latestRecord(file, panel)?.find((person) => person.part === part);
  if (role === "applicant") return applicantIn(file);
  if (role !== "founder") return staffOf(role, file);
  const { founderName, founderEmail } = saidIn(file.application);
  return founderName && founderEmail ? { name: founderName, email: founderEmail, language: "lt" } : undefined;
}

/** Once two reviews agree, the case brings to the ranking what it is ranked by (6.4). */
export function weigh(file: CaseFile): StepResult<"scored" | "more"> {
  const weighed = weighReviews(file);
  if (weighed.outcome === "more") return weighed;
  const { score, criteria } = scored.schema.parse(weighed.record?.data);
  const { fullName, rural, lines } = appliedIn(file);
  const brought: Bid = {
    score,
    bonus: rural ? points(callOf(file).ruralBonus) : 0,
    applicant: fullName,
    rural,
    submittedAt: file.submittedAt,
    requestedCents: centsIn(lines),
    ...(criteria ? { criteria } : {}),
  };
  return { ...weighed, bid: brought };
}

/** Have both signed the latest version? */
export function countSignatures(file: CaseFile): StepResult<"signed" | "missing"> {
  const version = versions(file).at(-1) ?? -1;
  const signed = file.answers.filter(({ form, visit }) => form === signature.id && visit > version);
  return { outcome: new Set(signed.map(({ part }) => part)).size < 2 ? "missing" : "signed" };
}

/** One milestone in ten, drawn by the call's seed, is checked at length, and each after somebody has marked a risk. */
export function isCheckedAtLength(file: CaseFile): boolean {
  const { number } = dutyOf(file, "milestone");
  const { seed = file.callId } = callOf(file);
  const isMarked = answersTo(file, byContent).some(({ values }) => values.risky === true);
  return isMarked || drawn(`${seed} ${file.ref} ${number}`) % 10 === 0;
}

/** What the coordinator is asked about a report. */
export const byContent = contentReview((file) => isCheckedAtLength(file));

export const chooseChecklist = (file: CaseFile): StepResult<"long" | "short"> => ({
  outcome: isCheckedAtLength(file) ? "long" : "short",
});

/** A suspended school has so many days to put things in order (6.12). */
export const terminationDue: Due = (file, now) =>
  iso(deadline(days(callOf(file).terminateDays), Temporal.Instant.from(now)));

/** A year after the result was told. */
export const followUpOpens: Due = (file, now) =>
  iso(deadline(days(365), Temporal.Instant.from(latestAnswer(file, result)?.at ?? now)));

/** The measure before and after, once both were taken. */
export function achievement(file: CaseFile): Achievement | undefined {
  const before = latestAnswer(file, baseline)?.values;
  const after = latestAnswer(file, result)?.values;
  if (!before || !after) return undefined;
  const pupils = Math.min(before.pupils, after.pupils);
  return { before: before.average, after: after.average, pupils, isSmall: pupils < fewPupils };
}

/** What the library shows: it is the school's, not that of whoever wrote it. */
export const publicationOf = (file: CaseFile) =>
  sharedRows(latestAnswer(file, result), appliedIn(file).school);
