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

const change = z.number().int().min(-4).max(4);

/** What one participant said after, and by how much that differs from what they had said before, where they had. */
export const questioned = z.object({
  recommends: z.boolean(),
  changes: z
    .object({ methods: change, language: change, cooperation: change, confidence: change })
    .optional(),
});
type SaidByOne = z.infer<typeof questioned>;

/** The questionnaires of one case; `undefined` where nobody was asked after. */
export function questionedIn({ answers }: Pick<CaseFile, "answers">): SaidByOne | undefined {
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

const count = z.number().int().nonnegative();
const directions = z.object({ higher: count, same: count, lower: count });

/** Questionnaires of many, counted. */
export const questionedCounts = z.object({
  both: count,
  yes: count,
  no: count,
  changes: z.object({
    methods: directions,
    language: directions,
    cooperation: directions,
    confidence: directions,
  }),
});
export type QuestionedCounts = z.infer<typeof questionedCounts>;

const none = { higher: 0, same: 0, lower: 0 };
export const nobodyQuestioned: QuestionedCounts = {
  both: 0,
  yes: 0,
  no: 0,
  changes: { methods: none, language: none, cooperation: none, confidence: none },
};

/** The counts with one more case. */
export function withQuestioned(
  counts: QuestionedCounts,
  { recommends, changes }: SaidByOne,
): QuestionedCounts {
  const { both, yes, no } = counts;
  const more = (competence: Competence) => {
    const { higher, same, lower } = counts.changes[competence];
    const by = changes?.[competence];
    return {
      higher: higher + Number(by !== undefined && by > 0),
      same: same + Number(by === 0),
      lower: lower + Number(by !== undefined && by < 0),
    };
  };
  return {
    both: both + Number(changes !== undefined),
    yes: yes + Number(recommends),
    no: no + Number(!recommends),
    changes: {
      methods: more("methods"),
      language: more("language"),
      cooperation: more("cooperation"),
      confidence: more("confidence"),
    },
  };
}

/** Compares before and after over many cases, as counts only, and none of fewer than five. */
export function compareQuestionnaires({ both, yes, no, changes }: QuestionedCounts): Questioned {
  const [would, wouldNot] = withoutSmall([yes, no]);
  return {
    both: withoutSmall([both])[0],
    compared: competences.map((competence) => {
      const counted = changes[competence];
      const [higher, same, lower] = withoutSmall([counted.higher, counted.same, counted.lower]);
      return { competence, higher, same, lower };
    }),
    recommends: [would, wouldNot],
  };
}
