import { points } from "../../../workflows/kernel/score.ts";
import { type Chance, seeded } from "../../infra/local/rehearse/seeded.ts";
import type { Application, Quotas } from "../../workflows/foreign-internship/ranking.ts";

const countries = ["IE", "SI", "ES", "NO", "FI"] as const;
const shares = { IE: 0.09, SI: 0.07, ES: 0.09, NO: 0.05, FI: 0.08 };

/** Places for about two applications in five. */
export const quotasFor = (count: number): Quotas =>
  Object.fromEntries(Object.entries(shares).map(([country, share]) => [country, Math.round(share * count)]));

/** Applications of one call, the same at every run: scores from 40 to 100 by hundredths, sent within four weeks. */
export function applicationsOf(count: number): Application[] {
  const chance = seeded(2027);
  const opened = Date.parse("2027-02-01T06:00:00Z");
  return Array.from({ length: count }, (_, index) => ({
    id: `case-${index}`,
    applicant: `Mokytoja ${chance.whole(1, count)} Žemaitė`,
    score: points(chance.whole(4000, 10_000) / 100),
    travelledBefore: chance.percent(20),
    rural: chance.percent(40),
    submittedAt: new Date(opened + chance.whole(0, 28 * 86_400 - 1) * 1000).toISOString(),
    preferences: preferencesOf(chance),
  }));
}

/** One country, or two that differ. */
function preferencesOf(chance: Chance): string[] {
  const [first, second] = [chance.pick(countries), chance.pick(countries)];
  return first === second || chance.percent(40) ? [first] : [first, second];
}
