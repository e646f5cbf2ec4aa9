import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { added, nameOf, paidInAll, post, sumsOf } from "../../../workflows/kernel/ledger.ts";
import type { MoneyEvent } from "../../../workflows/kernel/money.ts";

const at = "2027-04-01T09:00:00.000Z";
const granted = (cents: number): MoneyEvent => ({ kind: "granted", cents, at });
const advance = (cents: number): MoneyEvent => ({ kind: "paid", payment: "advance", cents, at });
const balance = (cents: number): MoneyEvent => ({ kind: "paid", payment: "balance", cents, at });
const settled = (cents: number): MoneyEvent => ({ kind: "settled", cents, at });
const recovered = (cents: number): MoneyEvent => ({ kind: "recovered", cents, at });

const nothing = {
  granted: 0,
  paid: {},
  recovered: 0,
  toPay: 0,
  toRecover: 0,
  committed: 0,
};

describe("the ledger of a case", () => {
  it.each([
    ["nothing happened", [], nothing],
    ["granted: all of it waits", [granted(1000)], { granted: 1000, toPay: 1000, committed: 1000 }],
    [
      "the advance is paid: the rest waits",
      [granted(1000), advance(800)],
      { granted: 1000, paid: { advance: 800 }, toPay: 200, committed: 1000 },
    ],
    [
      "a whole stay: advance and balance make the grant",
      [granted(1000), advance(800), settled(1000), balance(200)],
      { granted: 1000, paid: { advance: 800, balance: 200 }, committed: 1000 },
    ],
    [
      "a shorter stay: the budget gets back what is not due",
      [granted(1000), advance(800), settled(900)],
      { granted: 1000, paid: { advance: 800 }, toPay: 100, committed: 900 },
    ],
    [
      "less is due than was paid: the difference must come back",
      [granted(1000), advance(800), settled(700)],
      { granted: 1000, paid: { advance: 800 }, toRecover: 100, committed: 800 },
    ],
    [
      "and has come back: the budget bears what was due",
      [granted(1000), advance(800), settled(700), recovered(100)],
      { granted: 1000, paid: { advance: 800 }, recovered: 100, committed: 700 },
    ],
    [
      "nobody came: everything comes back",
      [granted(1000), advance(800), settled(0), recovered(800)],
      { granted: 1000, paid: { advance: 800 }, recovered: 800 },
    ],
    ["given up before any payment: nothing is left", [granted(1000), settled(0)], { granted: 1000 }],
    [
      "granted anew: the later agreement counts",
      [granted(1000), advance(800), granted(900)],
      { granted: 1000, paid: { advance: 800 }, toPay: 100, committed: 900 },
    ],
  ] as const)("%s", (_, events, sums) => {
    expect(sumsOf(post(events))).toEqual({ ...nothing, ...sums });
  });
});

const cents = fc.integer({ min: 0, max: 500_000 });
/** Anything may have happened, in any order, also what should not. */
const anything = fc.array(
  fc.oneof(
    cents.map(granted),
    cents.map(advance),
    cents.map(balance),
    cents.map(settled),
    cents.map(recovered),
  ),
  { maxLength: 12 },
);
/** A road by the rules: the grant, an advance of it, what is due by the days, and what follows from that. */
const roads = fc
  .record({ grant: cents, percent: fc.nat({ max: 100 }), days: fc.nat({ max: 100 }), ends: fc.boolean() })
  .map(({ grant, percent, days, ends }) => {
    const paid = Math.floor((grant * percent) / 100);
    const due = Math.floor((grant * days) / 100);
    const closing = due >= paid ? balance(due - paid) : recovered(paid - due);
    return { due, ends, events: [granted(grant), advance(paid), settled(due), ...(ends ? [closing] : [])] };
  });

describe("whatever happened", () => {
  it("the budget bears what waits, what must come back, and what the participant keeps", () => {
    fc.assert(
      fc.property(anything, (events) => {
        const sums = sumsOf(post(events));
        expect(sums.committed).toBe(sums.toPay + paidInAll(sums) - sums.recovered);
      }),
    );
  });

  it("never less than nothing waits to be paid or to come back", () => {
    fc.assert(
      fc.property(anything, (events) => {
        const postings = post(events);
        for (let count = 0; count <= postings.length; count++) {
          const { toPay, toRecover } = sumsOf(postings.slice(0, count));
          expect(Math.min(toPay, toRecover)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("what was paid and what came back is told as it was, cent by cent", () => {
    fc.assert(
      fc.property(anything, (events) => {
        const said = (kind: "advance" | "balance" | "recovered") =>
          events.reduce(
            (sum, event) =>
              sum +
              ("cents" in event && (event.kind === "paid" ? event.payment : event.kind) === kind
                ? event.cents
                : 0),
            0,
          );
        const { paid, recovered: r } = sumsOf(post(events));
        expect([paid.advance ?? 0, paid.balance ?? 0, r]).toEqual([
          said("advance"),
          said("balance"),
          said("recovered"),
        ]);
      }),
    );
  });

  it("a call's sums are those of its cases together", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), (cases) => {
        const posted = cases.map(post);
        expect(posted.map(sumsOf).reduce(added, sumsOf([]))).toEqual(sumsOf(posted.flat()));
      }),
    );
  });

  it("a road by the rules ends with what is due, nothing to pay and nothing to recover", () => {
    fc.assert(
      fc.property(roads, ({ due, ends, events }) => {
        const { committed, toPay, toRecover, paid } = sumsOf(post(events));
        const a = paid.advance ?? 0;
        if (ends) expect([committed, toPay, toRecover]).toEqual([due, 0, 0]);
        else expect([toPay, toRecover]).toEqual([Math.max(0, due - a), Math.max(0, a - due)]);
      }),
    );
  });
});

describe("several who are paid from one case", () => {
  const school = { purse: "school" };
  const mentor = { purse: "mentor" };

  it("each have their own promise: what one must give back is not what the other still gets", () => {
    const events: MoneyEvent[] = [
      { ...granted(1000), ...school },
      { kind: "paid", payment: "advance", cents: 800, at, ...school },
      { ...granted(300), ...mentor },
      { ...settled(700), ...school },
    ];
    expect(sumsOf(post(events))).toMatchObject({ toPay: 300, toRecover: 100, committed: 1100 });
    const later: MoneyEvent[] = [
      ...events,
      { kind: "paid", payment: "term-2027-autumn", cents: 300, at, ...mentor },
      { ...recovered(100), ...school },
    ];
    expect(sumsOf(post(later))).toEqual({
      granted: 1300,
      paid: { advance: 800, term: 300 },
      recovered: 100,
      toPay: 0,
      toRecover: 0,
      committed: 1000,
    });
  });

  it("all get no more once the road has ended", () => {
    const events: MoneyEvent[] = [
      { ...granted(1000), ...school },
      { ...granted(300), ...mentor },
      { kind: "closed", at },
    ];
    expect(sumsOf(post(events))).toMatchObject({ granted: 1300, toPay: 0, committed: 0 });
  });
});

it("a posting is called by its payment in files, and sums by the kind of it", () => {
  const payments = ["milestone-1", "milestone-2"].map(
    (payment): MoneyEvent => ({ kind: "paid", payment, cents: 100, at }),
  );
  const postings = post([granted(200), ...payments]);
  expect(postings.map(nameOf)).toEqual(["granted", "milestone-1", "milestone-2"]);
  expect(sumsOf(postings).paid).toEqual({ milestone: 200 });
});
