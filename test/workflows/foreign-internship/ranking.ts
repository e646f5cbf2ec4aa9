import { rank } from "../../../workflows/blocks/ranking/ranking.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { Brought } from "../../../workflows/kernel/selection/bid.ts";
import type { Terms } from "../../../workflows/kernel/selection/selection.ts";

/** What the ranking of internships abroad looks at. */
export interface Application extends Brought {
  readonly id: string;
  readonly applicant: string;
  readonly score: number;
  readonly travelledBefore: boolean;
  readonly rural: boolean;
  readonly submittedAt: string;
  readonly preferences: readonly string[];
}

/** Places by country. */
export type Quotas = Readonly<Record<string, number>>;

/** What a call with these places says. */
export const termsWith = (places: Quotas, minimumScore: number): Terms => ({
  closesAt: "2027-01-31T21:59:59.000Z",
  offerDays: 7,
  places,
  minimumScore,
});

/** Ranks as calls for internships abroad do; the minimum in points. */
export const rankAbroad = (applications: readonly Application[], quotas: Quotas, minimumScore: number) =>
  rank(
    applications.map(({ id, ...bid }) => ({ id, bid })),
    selection,
    termsWith(quotas, minimumScore),
  );
