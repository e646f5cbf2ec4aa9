import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedBy } from "../../../functions/lines/moved.ts";
import { post } from "../../../workflows/kernel/ledger.ts";
import type { MoneyEvent } from "../../../workflows/kernel/money.ts";

/** What was promised by year. */
function promisedBy(events: readonly MoneyEvent[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { day, what, cents } of movedBy(post(events)))
    if (what === "promised") sums[day.slice(0, 4)] = (sums[day.slice(0, 4)] ?? 0) + cents;
  return sums;
}

const granted = (year: number, cents: number): MoneyEvent => ({ kind: "granted", cents, at: on(year) });
const paid = (year: number, cents: number): MoneyEvent => ({
  kind: "paid",
  payment: "fee",
  cents,
  at: on(year),
});
const settled = (year: number, cents: number): MoneyEvent => ({ kind: "settled", cents, at: on(year) });
const on = (year: number): string => `${year}-06-01T09:00:00.000Z`;

describe("what was promised in a year", () => {
  it.each<[string, readonly MoneyEvent[], Readonly<Record<string, number>>]>([
    ["is what was granted in it", [granted(2027, 500)], { 2027: 500 }],
    [
      "is less what of that was released, in whatever year",
      [granted(2027, 500), settled(2028, 300)],
      { 2027: 300 },
    ],
    ["is nothing where all was let go", [granted(2027, 500), { kind: "closed", at: on(2029) }], { 2027: 0 }],
    [
      "loses last what was promised first",
      [granted(2027, 500), granted(2028, 700), settled(2029, 600)],
      { 2027: 500, 2028: 100 },
    ],
    [
      "stays where what was to be given back may be kept after all",
      [granted(2027, 500), paid(2027, 500), settled(2028, 300), settled(2029, 400)],
      { 2027: 500 },
    ],
  ])("%s", (_, events, years) => {
    expect(promisedBy(events)).toEqual(years);
  });

  it("is a day of Vilnius, as what was paid and recovered is", () => {
    const events: readonly MoneyEvent[] = [
      { kind: "granted", cents: 500, at: "2027-12-31T22:30:00.000Z" },
      { kind: "paid", payment: "fee", cents: 500, at: "2028-01-31T22:30:00.000Z" },
    ];
    expect(movedBy(post(events))).toEqual([
      { day: "2028-01-01", what: "promised", cents: 500 },
      { day: "2028-02-01", what: "paid", cents: 500 },
    ]);
  });

  it("is never less than nothing, and all years come to what was granted less what was released", () => {
    const sum = fc.integer({ min: 0, max: 1000 });
    const purse = fc.constantFrom(undefined, "school", "creator");
    const said = fc.record({
      kind: fc.constantFrom("granted", "paid", "settled", "recovered", "handedOver"),
      cents: sum,
      purse,
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (drawn) => {
        const events = drawn.map(({ kind, cents, purse: of }, index): MoneyEvent => {
          const moved = { cents, at: on(2027 + index), ...(of === undefined ? {} : { purse: of }) };
          return kind === "paid" ? { kind, payment: "fee", ...moved } : { kind, ...moved };
        });
        const postings = post([...events, { kind: "closed", at: on(2050) }]);
        const promises = movedBy(postings).filter(({ what }) => what === "promised");
        const released = postings.filter(({ kind, from }) => kind === "released" && from === "committed");
        const total = (all: readonly { readonly cents: number }[]) =>
          all.reduce((whole, { cents }) => whole + cents, 0);
        expect(promises.every(({ cents }) => cents >= 0)).toBe(true);
        expect(total(promises)).toBe(
          total(postings.filter(({ kind }) => kind === "granted")) - total(released),
        );
      }),
    );
  });
});
