import * as z from "zod";

/** What a case brings to the ranking of its call. Scores are counted in the unit of kernel/score. */
export const bid = z.object({
  score: z.number().int(),
  applicant: z.string(),
  travelledBefore: z.boolean(),
  rural: z.boolean(),
  submittedAt: z.string(),
  preferences: z.array(z.string()),
  /**
   * Where the call has a budget: what a place costs at most in each country named, and in the one of the place once its
   * grant is worked out. EUR cents.
   */
  cents: z.record(z.string(), z.number().int().nonnegative()).optional(),
  /** Set when an accepted or offered place was given back before the case itself is over. */
  freedAt: z.string().optional(),
  /** By a rubric, what each review gave for each criterion. */
  criteria: z.array(z.record(z.string(), z.number())).optional(),
  /** The score that the reviews gave, where the coordinator has adopted other rules or another score since. */
  reviewed: z.number().int().optional(),
  /** When an appeal gave the case another score. */
  rescoredAt: z.string().optional(),
});
export type Bid = z.infer<typeof bid>;

/** The reasons of a decision, as they were when it was made known. Scores in the unit of kernel/score. */
const explanation = z.object({
  score: z.number().int(),
  /** In points. */
  minimumScore: z.number(),
  /** How many reached the minimum, and how many were ranked in all. */
  inOrder: z.number().int(),
  applied: z.number().int(),
  /** The last place filled in each country that the applicant named, where any was. */
  lastFilled: z.record(z.string(), z.object({ position: z.number().int(), score: z.number().int() })),
  reservePosition: z.number().int().optional(),
});
export type Explained = z.infer<typeof explanation>;

/** What the ranking, its approval and the reserve list have decided about a case. */
export const decision = z.object({
  /** Place in the order of those who reached the minimum score, from 1. */
  position: z.number().int().optional(),
  kind: z.enum(["offered", "reserve", "rejected"]),
  country: z.string().optional(),
  /** The key that decided against the neighbour above: why this place and not a better one. */
  decidedBy: z.string().optional(),
  madeAt: z.string().optional(),
  expiresAt: z.string().optional(),
  /** The case whose freed place this is. */
  promotedFrom: z.string().optional(),
  /** When the place in the ranking was made known. */
  toldAt: z.string().optional(),
  /** The rescored bid that this decision answers to. */
  rescoredAt: z.string().optional(),
  why: explanation.optional(),
  /** The place on the reserve list that was last told, after the first. */
  reserveTold: z.number().int().optional(),
  /** A place above the quota that an appeal has won. */
  added: z.boolean().optional(),
});
export type Decision = z.infer<typeof decision>;

/** What a call with a ranking must say. Amounts in EUR cents, instants in UTC, days as local Vilnius days. */
export const selectionRules = z.object({
  closesAt: z.string(),
  places: z.record(z.string(), z.number().int().nonnegative()),
  minimumScore: z.number().nonnegative(),
  scoreGap: z.number().nonnegative(),
  offerDays: z.number().int().positive(),
  lastOfferDate: z.iso.date().optional(),
  /** What the call may spend; without it nothing is held back for want of money. */
  budgetCents: z.number().int().nonnegative().optional(),
  /** The last day on which a journey of this call begins; nobody is promoted to a journey that has begun. */
  lastStart: z.iso.date(),
  /** Countries that fell away after the call was published: their places go to nobody. */
  closedCountries: z.array(z.string()).optional(),
});
export type SelectionRules = z.infer<typeof selectionRules>;

/** The places that there still are, by country. */
export const openPlaces = ({
  places,
  closedCountries = [],
}: SelectionRules): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(places).map(([country, count]) => [
      country,
      closedCountries.includes(country) ? 0 : count,
    ]),
  );
