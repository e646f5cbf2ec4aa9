import * as z from "zod";
import { offerRoad } from "../blocks/offer.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { bidOf } from "../kernel/selection/bid.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import { byName, earliest, having, highest } from "../kernel/selection/keys.ts";
import { places, selects } from "../kernel/selection/selection.ts";
import { foreignInternshipCall } from "./call.ts";

/** What an application brings to the ranking. */
const bid = bidOf({
  score: z.number().int(),
  applicant: z.string(),
  travelledBefore: z.boolean(),
  rural: z.boolean(),
  submittedAt: z.string(),
  /** Countries, the most wanted first. */
  preferences: z.array(z.string()),
  /**
   * Where the call has a budget: what a place costs at most in each country named, and in the one of the place once its
   * grant is worked out. EUR cents.
   */
  cents: z.record(z.string(), z.number().int().nonnegative()).optional(),
});
export type Bid = z.infer<typeof bid>;

const terms = foreignInternshipCall.pick({
  closesAt: true,
  places: true,
  minimumScore: true,
  scoreGap: true,
  offerDays: true,
  lastOfferDate: true,
  lastStart: true,
  budgetCents: true,
});

/** Places by country go by score; who has not travelled with the programme, and rural schools, come first among equals. */
export const selection = selects<Bid>({
  bid,
  order: [
    highest("score", "score", ({ score }) => score),
    having("notTravelledBefore", ({ travelledBefore }) => !travelledBefore),
    having("rural", ({ rural }) => rural),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: places({
    named: "country",
    list: "countries",
    wants: ({ preferences }) => preferences,
    cents: ({ cents }) => cents,
  }),
  terms: (call) => {
    const { lastStart, ...said } = terms.parse(call);
    return { ...said, lastDay: lastStart };
  },
  weighing: "weighing",
  offers: {
    ...offerRoad,
    appealing: ["rejectionTold", "rankingAppeal", "awaitingReranking"],
    givenBack: [...offerRoad.givenBack, "withdrawn"],
  },
  handsOn: "atOnce",
  publishes: ["score", "travelledBefore", "rural", "submittedAt", "preferences"],
});

/** What the call has decided about a case. */
export const decisionOn = ({ entry }: Pick<CaseFile, "entry">): Decision | undefined =>
  selection.decisionIn(entry?.decision);

/** The country of the place that the case was offered. */
export const countryOf = (file: Pick<CaseFile, "entry">): string | undefined => decisionOn(file)?.share;
