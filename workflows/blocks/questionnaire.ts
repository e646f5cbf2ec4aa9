import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { number, yesNo } from "../kernel/field-kinds.ts";
import type { Questionnaire } from "../kernel/questionnaire.ts";

/** Each competence is rated from 1 (not at all) to 5 (could teach it to others). */
const scale = number({ min: 1, max: 5 });

/** Asked before the journey. */
export const entryQuestions = {
  entryMethods: scale,
  entryLanguage: scale,
  entryCooperation: scale,
  entryConfidence: scale,
} as const;

/** Asked with the report. */
export const exitQuestions = {
  exitMethods: scale,
  exitLanguage: scale,
  exitCooperation: scale,
  exitConfidence: scale,
  satisfaction: scale,
  recommends: yesNo({}),
} as const;

const rated = z.number().int().min(1).max(5);
const entry = z.object({
  entryMethods: rated,
  entryLanguage: rated,
  entryCooperation: rated,
  entryConfidence: rated,
});
const exit = z.object({
  exitMethods: rated,
  exitLanguage: rated,
  exitCooperation: rated,
  exitConfidence: rated,
  satisfaction: rated,
  recommends: z.boolean(),
});

/** What participants rate before and after the journey. */
export const competences: Questionnaire = {
  rated: ["methods", "language", "cooperation", "confidence"],
  said: saidIn,
};

function saidIn({ answers }: Pick<CaseFile, "answers">): ReturnType<Questionnaire["said"]> {
  const after = answers.flatMap(({ values }) => exit.safeParse(values).data ?? []).at(-1);
  const before = answers.flatMap(({ values }) => entry.safeParse(values).data ?? []).at(-1);
  if (!after) return undefined;
  const { recommends } = after;
  if (!before) return { recommends };
  return {
    recommends,
    changes: {
      methods: after.exitMethods - before.entryMethods,
      language: after.exitLanguage - before.entryLanguage,
      cooperation: after.exitCooperation - before.entryCooperation,
      confidence: after.exitConfidence - before.entryConfidence,
    },
  };
}
