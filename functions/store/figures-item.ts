import * as z from "zod";
import { instant, keyed, pendable } from "./item-parts.ts";
import { sums } from "./line-item.ts";

const count = z.number().int().nonnegative();
const counts = z.array(z.object({ key: z.string(), count }));

const directions = z.object({ higher: count, same: count, lower: count });

/** Questionnaires of many, counted: how many answered both, would recommend it or not, and rated each thing how. */
const questionedCounts = z.object({
  both: count,
  yes: count,
  no: count,
  changes: z.record(z.string(), directions),
});
export type QuestionedCounts = z.infer<typeof questionedCounts>;
export const nobodyQuestioned: QuestionedCounts = { both: 0, yes: 0, no: 0, changes: {} };

const moved = { promised: z.number().int(), paid: z.number().int(), recovered: z.number().int() };
const movedOfMany = z.array(z.object({ key: z.string(), cases: count, ...moved })).default([]);

/** A call in numbers, as of an instant. Money in EUR cents, waits in days, fractions included. */
export const figures = z.object({
  /** To which stays that are still open are counted. */
  at: instant,
  cases: count,
  /** Where they are, the most first; the key as an address has it. */
  stages: z.array(
    z.object({
      key: z.string(),
      state: z.string(),
      ended: z.boolean(),
      count,
      /** Of how many a deadline had gone by. */
      late: count.default(0),
      /** How many are of a rural school, and of how many that is known. */
      rural: count.default(0),
      placed: count.default(0),
    }),
  ),
  /** Local days on which somebody applied, from the first to the last. */
  days: counts,
  /** In the order of the Lithuanian alphabet; where there are very many, those with the most cases. */
  municipalities: counts,
  /** How many municipalities were left out. */
  otherMunicipalities: count,
  /** As what applicants work, the most first; empty where the process does not ask. */
  posts: counts.default([]),
  /** Of each state in which somebody was waited for, the longest first: how many stood there and stand there now. */
  waits: z.array(
    z.object({ state: z.string(), count, waiting: count, median: z.number(), longest: z.number() }),
  ),
  sums,
  /** What was promised, paid and recovered, by local day, by year and by municipality, each in its order; of how many cases, where several count. */
  moved: z.array(z.object({ key: z.string(), ...moved })).default([]),
  years: movedOfMany,
  spent: movedOfMany,
  /** Pupils' achievement: of how many cases and pupils, averages times pupils, and in how many cases it rose. */
  achieved: z
    .object({ cases: count, pupils: count, before: z.number(), after: z.number(), rose: count })
    .default({ cases: 0, pupils: 0, before: 0, after: 0, rose: 0 }),
  /** Of how many it was asked a year later whether what came of it is used, and of how many it is. */
  later: z.object({ asked: count, used: count }).default({ asked: 0, used: 0 }),
  /** How many entries everybody can see in the library. */
  published: count.default(0),
  /** What participants said before and after; whoever shows it leaves out what is of too few. */
  questionnaires: questionedCounts.default(nobodyQuestioned),
  /** How many cases finance is asked to pay for now, how many can have money, how many have a place in the order. */
  asked: count,
  funded: count,
  ranked: count,
  /** How many have something to be answered by a deadline, and how many of these deadlines had gone by. */
  due: count.default(0),
  late: count.default(0),
  /** How many travel in no group, by country, and how many with each group, by its number. */
  alone: counts.default([]),
  groups: counts.default([]),
  /** How many grants do not fit their tickets. */
  outdated: count.default(0),
  /** The position in the order of the first who waits on the reserve list, and of each hundredth after. */
  reserve: z.array(count).default([]),
});
export type Figures = z.infer<typeof figures>;

/** The figures of a call, and whether they have to be counted again. */
export const figuresItem = z.object({
  ...keyed,
  ...pendable,
  figures: figures.optional(),
  /** Freed places that nobody gets because the budget does not bear them, and what is missing for each. EUR cents. */
  /** What was counted before shares had this name is counted again with the next change. */
  heldBack: z
    .array(z.object({ share: z.string(), missingCents: z.number() }))
    .default([])
    .catch([]),
  /** How often lines of the call changed, and how often they had when it was counted last. */
  changes: z.number().default(0),
  counted: z.number().default(0),
  /** What counting them took, in milliseconds: the more, the less often it is done. */
  took: z.number().default(0),
});
