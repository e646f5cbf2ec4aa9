import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../../workflows/blocks/ranking/order.ts";
import { byName, earliest, highest, lowest } from "../../../workflows/kernel/selection/keys.ts";

interface Bid {
  readonly score: number;
  readonly cents: number;
  readonly at: string;
  readonly name: string;
}

const score = highest<Bid>("score", "score", (bid) => bid.score);
const cents = lowest<Bid>("cents", "cents", (bid) => bid.cents);
const at = earliest<Bid>("at", (bid) => bid.at);
const name = byName<Bid>("name", (bid) => bid.name);

const instants = [
  "1900-01-01T00:00:00Z",
  "2027-02-01T10:00:00Z",
  "2027-02-01T10:00:00.001Z",
  "9999-01-01T00:00:00Z",
];
const bids = fc.array(
  fc.record({
    score: fc.constantFrom(0, 59, 60, 6_000_000),
    cents: fc.constantFrom(0, 1, 100_000_000_000),
    at: fc.constantFrom(...instants),
    name: fc.constantFrom("Ona", "Ąžuolas", "𝒵"),
  }),
  { maxLength: 120 },
);

const codePoints = (text: string): string =>
  Array.from(text, (one) => String(one.codePointAt(0)).padStart(7, "0")).join("");

/** The plainest way to the same order: all that the keys look at in one text each, padded so that texts are in the order of numbers. */
const plainly: Readonly<Record<string, (bid: Bid) => string>> = {
  score: (bid) => String(6_000_000 - bid.score).padStart(12, "0"),
  cents: (bid) => String(bid.cents).padStart(12, "0"),
  at: (bid) => String(Date.parse(bid.at) + 1e14).padStart(20, "0"),
  name: (bid) => codePoints(bid.name),
};

describe("an order by numbers, instants and names", () => {
  it.each([
    [[score, at, name]],
    [[score, cents, at, name]],
    [[at, score, name]],
    [[name, score]],
    [[cents, score]],
  ])("is the one that the keys say, however many are equal and however large the numbers: %#", (keys) => {
    fc.assert(
      fc.property(bids, (given) => {
        const applications = given.map((bid, index) => ({ id: String(index).padStart(3, "0"), bid }));
        const of = ({ id, bid }: (typeof applications)[number]) =>
          [...keys.map((key) => plainly[key.name]?.(bid)), id].join("|");
        const expected = applications.toSorted((a, b) => (of(a) < of(b) ? -1 : 1)).map(({ id }) => id);
        const order = inOrder(applications, keys);
        expect([...order.indices].map((place) => order.ids[place])).toEqual(expected);
      }),
    );
  });
});
