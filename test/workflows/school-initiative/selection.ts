import * as z from "zod";
import { offerRoad } from "../../../workflows/blocks/offer.ts";
import { bidOf } from "../../../workflows/kernel/selection/bid.ts";
import { byName, earliest, having, highest, lowest } from "../../../workflows/kernel/selection/keys.ts";
import { budget, selects } from "../../../workflows/kernel/selection/selection.ts";

const bid = bidOf({
  score: z.number().int(),
  bonus: z.number().int(),
  applicant: z.string(),
  rural: z.boolean(),
  submittedAt: z.string(),
  requestedCents: z.number().int().positive(),
});
export type Bid = z.infer<typeof bid>;

const call = z.object({
  closesAt: z.string(),
  offerDays: z.number().int(),
  budgetCents: z.number().int(),
  partialFloorPercent: z.number().int(),
  minimumScore: z.number(),
  scoreGap: z.number(),
});

/** Money for school initiatives (processes.md 6.3 to 6.6): by score with a bonus for rural schools, the smaller request first among equals. */
export const selection = selects<Bid>({
  bid,
  order: [
    highest("total", "score", ({ score, bonus }) => score + bonus),
    having("rural", ({ rural }) => rural),
    lowest("requested", "cents", ({ requestedCents }) => requestedCents),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: budget({ asks: ({ requestedCents }) => requestedCents }),
  terms: (said) => ({ places: {}, ...call.parse(said) }),
  weighing: "weighing",
  offers: offerRoad,
  handsOn: "mornings",
  publishes: ["score", "bonus", "rural", "submittedAt", "requestedCents"],
});
