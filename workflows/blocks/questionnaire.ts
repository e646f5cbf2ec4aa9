import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { number, yesNo } from "../kernel/field-kinds.ts";
import { withoutSmall } from "./small-counts.ts";

/** What participants rate before and after, each from 1 (not at all) to 5 (could teach it to others). */
export const competences = ["methods", "language", "cooperation", "confidence"] as const;
export type Competence = (typeof competences)[number];

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

/** How many rated a competence higher, the same or lower after than before; `undefined` for what is too few to show. */
export interface Compared {
  readonly competence: Competence;
  readonly higher: number | undefined;
  readonly same: number | undefined;
  readonly lower: number | undefined;
}

export interface Questioned {
  /** How many answered both; `undefined` under five. */
  readonly both: number | undefined;
  readonly compared: readonly Compared[];
  /** How many would recommend it and how many would not, of all who were asked after. */
  readonly recommends: readonly [yes: number | undefined, no: number | undefined];
}

/** Compares before and after over many cases, as counts only. */
export function compareQuestionnaires(files: readonly Pick<CaseFile, "answers">[]): Questioned {
  const asked = files.flatMap(({ answers }) => {
    const after = answers.flatMap(({ values }) => exit.safeParse(values).data ?? []).at(-1);
    const before = answers.flatMap(({ values }) => entry.safeParse(values).data ?? []).at(-1);
    return after ? [{ after, before }] : [];
  });
  const pairs = asked.flatMap(({ after, before }) => (before ? [{ after, before }] : []));
  const changes: Readonly<Record<Competence, readonly number[]>> = {
    methods: pairs.map(({ after, before }) => after.exitMethods - before.entryMethods),
    language: pairs.map(({ after, before }) => after.exitLanguage - before.entryLanguage),
    cooperation: pairs.map(({ after, before }) => after.exitCooperation - before.entryCooperation),
    confidence: pairs.map(({ after, before }) => after.exitConfidence - before.entryConfidence),
  };
  const yes = asked.filter(({ after }) => after.recommends).length;
  const [would, wouldNot] = withoutSmall([yes, asked.length - yes]);
  return {
    both: withoutSmall([pairs.length])[0],
    compared: competences.map((competence) => {
      const count = (is: (change: number) => boolean) => changes[competence].filter(is).length;
      const [higher, same, lower] = withoutSmall([
        count((change) => change > 0),
        count((change) => change === 0),
        count((change) => change < 0),
      ]);
      return { competence, higher, same, lower };
    }),
    recommends: [would, wouldNot],
  };
}
