import { expect, it } from "vitest";
import { sampled } from "../../../workflows/assessment-campaign/sample.ts";

/** Of 40 schools 20 are in a town, 12 in villages, 8 in another municipality. */
const schools = Array.from({ length: 40 }, (_, index) => ({
  code: `S${index + 1}`,
  municipality: index < 32 ? "Utenos r." : "Molėtų r.",
  settlement: index < 20 ? "Utena" : index < 32 ? "kaimas" : "Molėtai",
}));
const codesOf = (seed: string, count: number, all = schools) =>
  sampled(all, { seed, schools: count }).map(({ code }) => code);

it("a sample has of each municipality and settlement its share, and is as large as was asked", () => {
  const drawn = sampled(schools, { seed: "2027", schools: 10 });
  const of = (name: string) => drawn.filter(({ settlement }) => settlement === name).length;
  expect([of("Utena"), of("kaimas"), of("Molėtai")]).toEqual([5, 3, 2]);
  for (const count of [1, 7, 13, 39]) expect(codesOf("2027", count)).toHaveLength(count);
  expect(codesOf("2027", 100)).toHaveLength(40);
});

it("anybody draws the same from the list and the seed, in whatever order the list is; another seed draws others", () => {
  const reversed = codesOf("2027", 10, schools.toReversed());
  expect(reversed.toSorted()).toEqual(codesOf("2027", 10).toSorted());
  expect(codesOf("2028", 10)).not.toEqual(codesOf("2027", 10));
});

it("every school has about the same chance", () => {
  const times = new Map<string, number>();
  for (let seed = 0; seed < 400; seed += 1)
    for (const code of codesOf(String(seed), 10)) times.set(code, (times.get(code) ?? 0) + 1);
  // A quarter of 400 draws; five standard deviations are 43.
  for (const { code } of schools) expect(Math.abs((times.get(code) ?? 0) - 100)).toBeLessThan(44);
});
