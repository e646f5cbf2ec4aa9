import * as z from "zod";
import { type Brief, briefFrom, factsOf } from "../../kernel/call-brief.ts";
import type { Told } from "../../kernel/told.ts";
import type { Award, Extra } from "./selecting/terms.ts";

/** Sentences in which calls tell counts. */
const counted = ["days", "months", "hours", "percent", "points", "atMost", "atLeastYears"] as const;

/** A count in one of them: `told("days", 5)` reads “5 days”. */
export const told = (sentence: (typeof counted)[number], count: number): Told => ({
  word: `brief.${sentence}`,
  with: { count },
});

/** A fact that is true of every call of a process, told in the sentence of its name. */
export const always = (sentence: string) => (): Told => ({ word: `brief.${sentence}` });

/** What a process says of its calls, with what the blocks say of them. */
export const briefOf = (...briefs: readonly Brief[]): Brief => briefFrom({ sentences: counted }, ...briefs);

/** Each call may have a budget. */
const budgeted: Brief = {
  pays: factsOf(z.object({ budgetCents: z.number() }), {
    budget: ({ budgetCents }) => ({ cents: budgetCents }),
  }),
};

const advance: Brief = {
  pays: factsOf(z.object({ advancePercent: z.number().positive() }), {
    advance: ({ advancePercent }) => told("percent", advancePercent),
  }),
};

const reviews: Brief = {
  criteria: factsOf(z.object({ scoreGap: z.number() }), {
    reviews: ({ scoreGap }) => ({ word: "brief.twoReviews", with: { gap: scoreGap } }),
  }),
  sentences: ["twoReviews"],
};

const scored: Brief = {
  criteria: factsOf(z.object({ minimumScore: z.number().positive() }), {
    minimumScore: ({ minimumScore }) => told("points", minimumScore),
  }),
};

const appeals: Brief = {
  timetable: factsOf(z.object({ appealDays: z.number() }), {
    appealDays: ({ appealDays }) => ({ word: "brief.workingDays", with: { count: appealDays } }),
  }),
  sentences: ["workingDays"],
};

const offers: Brief = {
  timetable: {
    ...factsOf(z.object({ offerDays: z.number() }), {
      offerDays: ({ offerDays }) => told("days", offerDays),
    }),
    ...factsOf(z.object({ lastOfferDate: z.string() }), {
      lastOfferDate: ({ lastOfferDate }) => ({ day: lastOfferDate }),
    }),
  },
};

const ofAward: Readonly<Record<Award, Brief>> = {
  money: {
    conditions: factsOf(z.object({ partialFloorPercent: z.number() }), {
      partial: ({ partialFloorPercent: percent }) => ({ word: "brief.partialFrom", with: { percent } }),
    }),
    sentences: ["partialFrom"],
  },
  places: {
    conditions: factsOf(z.object({ places: z.number() }), { places: ({ places }) => places }),
  },
  shares: {},
};

/** What every call says that selects by rank: the commission approves what was ranked. */
export function selectingBrief(award: Award, has: readonly Extra[]): Brief {
  const having = new Set(has);
  return briefOf(
    budgeted,
    ...(having.has("advance") ? [advance] : []),
    ofAward[award],
    { criteria: { approves: always("commission") }, sentences: ["commission"] },
    ...(having.has("reviews") ? [reviews] : []),
    ...(having.has("unscored") ? [] : [scored]),
    ...(having.has("once") ? [] : [offers]),
    ...(having.has("appeals") ? [appeals] : []),
  );
}

/** What a call says that selects nobody. */
export const plainBrief = (...own: readonly Brief[]): Brief => briefOf(budgeted, ...own);

const size = z.object({ capacity: z.number(), minimum: z.number(), hours: z.number() });
const group: Brief = {
  conditions: factsOf(size, {
    groupSize: ({ minimum, capacity }) => ({ word: "brief.people", with: { minimum, capacity } }),
    meetingHours: ({ hours }) => told("hours", hours),
  }),
  sentences: ["people"],
};

/** What a call says that leads to groups: an hour of whoever delivers is paid. */
export const groupsBrief = (...own: readonly Brief[]): Brief =>
  briefOf(
    {
      pays: factsOf(z.object({ hourCents: z.number() }), {
        hourFee: ({ hourCents }) => ({ cents: hourCents }),
      }),
    },
    budgeted,
    group,
    { criteria: { approves: always("coordinator") }, sentences: ["coordinator"] },
    {
      timetable: factsOf(z.object({ joinDays: z.number() }), {
        joinDays: ({ joinDays }) => told("days", joinDays),
      }),
    },
    ...own,
  );

/** What the call of one group says to those who may join it: whoever is first has a place. */
export const membersBrief = (...own: readonly Brief[]): Brief =>
  briefOf(group, { criteria: { approves: always("firstCome") }, sentences: ["firstCome"] }, ...own);
