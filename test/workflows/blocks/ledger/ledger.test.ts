import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { post, sumsOf } from "../../../../workflows/blocks/ledger/ledger.ts";
import type { MoneyEvent } from "../../../../workflows/kernel/money.ts";

const at = "2027-04-01T09:00:00.000Z";
const granted = (cents: number): MoneyEvent => ({ kind: "granted", cents, at });
const advance = (cents: number): MoneyEvent => ({ kind: "paid", payment: "advance", cents, at });
const balance = (cents: number): MoneyEvent => ({ kind: "paid", payment: "balance", cents, at });
const settled = (cents: number): MoneyEvent => ({ kind: "settled", cents, at });
const recovered = (cents: number): MoneyEvent => ({ kind: "recovered", cents, at });

const nothing = {
  granted: 0,
  advance: 0,
  balance: 0,
  fee: 0,
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
      { granted: 1000, advance: 800, toPay: 200, committed: 1000 },
    ],
    [
      "a whole stay: advance and balance make the grant",
      [granted(1000), advance(800), settled(1000), balance(200)],
      { granted: 1000, advance: 800, balance: 200, committed: 1000 },
    ],
    [
      "a shorter stay: the budget gets back what is not due",
      [granted(1000), advance(800), settled(900)],
      { granted: 1000, advance: 800, toPay: 100, committed: 900 },
    ],
    [
      "less is due than was paid: the difference must come back",
      [granted(1000), advance(800), settled(700)],
      { granted: 1000, advance: 800, toRecover: 100, committed: 800 },
    ],
    [
      "and has come back: the budget bears what was due",
      [granted(1000), advance(800), settled(700), recovered(100)],
      { granted: 1000, advance: 800, recovered: 100, committed: 700 },
    ],
    [
      "nobody came: everything comes back",
      [granted(1000), advance(800), settled(0), recovered(800)],
      { granted: 1000, advance: 800, recovered: 800 },
    ],
    ["given up before any payment: nothing is left", [granted(1000), settled(0)], { granted: 1000 }],
    [
      "granted anew: the later agreement counts",
      [granted(1000), advance(800), granted(900)],
      { granted: 1000, advance: 800, toPay: 100, committed: 900 },
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
        const { advance: a, balance: b, recovered: r, toPay, committed } = sumsOf(post(events));
        expect(committed).toBe(toPay + a + b - r);
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
              sum + ((event.kind === "paid" ? event.payment : event.kind) === kind ? event.cents : 0),
            0,
          );
        const { advance: a, balance: b, recovered: r } = sumsOf(post(events));
        expect([a, b, r]).toEqual([said("advance"), said("balance"), said("recovered")]);
      }),
    );
  });

  it("a call's sums are those of its cases together", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), (cases) => {
        const posted = cases.map(post);
        const each = posted.map(sumsOf);
        const all = sumsOf(posted.flat());
        for (const name of Object.keys(nothing)) {
          const of = (sums: Readonly<Record<string, number>>) => sums[name] ?? 0;
          expect(of({ ...all })).toBe(each.reduce((sum, sums) => sum + of({ ...sums }), 0));
        }
      }),
    );
  });

  it("a road by the rules ends with what is due, nothing to pay and nothing to recover", () => {
    fc.assert(
      fc.property(roads, ({ due, ends, events }) => {
        const { committed, toPay, toRecover, advance: a } = sumsOf(post(events));
        if (ends) expect([committed, toPay, toRecover]).toEqual([due, 0, 0]);
        else expect([toPay, toRecover]).toEqual([Math.max(0, due - a), Math.max(0, a - due)]);
      }),
    );
  });
});
