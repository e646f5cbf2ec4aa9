import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceCents, grantCents, settle } from "../../../workflows/blocks/grant/grant.ts";

/** A week in Dublin: 5 days of programme, 2 of travel, 1 848 km from Kaunas. */
const week = {
  km: 1848,
  green: false,
  dailyCents: 120_00,
  programmeDays: 5,
  travelDays: 2,
  on: "2027-06-01",
};

describe("a grant", () => {
  it("is the travel band and the daily rate for programme and travel days, line by line", () => {
    expect(grantCents(week)).toEqual({
      grantCents: 309_00 + 840_00,
      travelCents: 309_00,
      dailyPartCents: 840_00,
      days: 7,
      lines: [
        {
          label: "travel",
          count: 1,
          unitCents: 309_00,
          sumCents: 309_00,
          source: "Erasmus+ Programme Guide, unit costs for travel, calls of 2024 and 2025",
        },
        { label: "daily", count: 7, unitCents: 120_00, sumCents: 840_00, source: "call" },
      ],
    });
  });

  it("pays the green band for green travel", () => {
    const green = grantCents({ ...week, green: true });
    expect(green.travelCents).toBe(417_00);
    expect(green.lines[0]).toMatchObject({ label: "travelGreen" });
  });

  it("pays no travel under 10 km", () => {
    expect(grantCents({ ...week, km: 9 }).lines.map(({ label }) => label)).toEqual(["daily"]);
  });

  it("pays no travel where the agency buys the tickets, green or not, and says so in a line of nothing", () => {
    for (const green of [true, false]) {
      const bought = grantCents({ ...week, green, tickets: "agency" });
      expect(bought).toMatchObject({ travelCents: 0, grantCents: bought.dailyPartCents });
      expect(bought.lines[0]).toMatchObject({ label: "travelByAgency", sumCents: 0, source: "group" });
    }
  });

  it.each([
    [14, 14, 0],
    [15, 14, 1],
    [30, 14, 16],
  ])("for %d days pays %d in full and %d at 70 %%", (days, full, reduced) => {
    const { dailyPartCents } = grantCents({ ...week, programmeDays: days - 2 });
    expect(dailyPartCents).toBe(full * 120_00 + reduced * 84_00);
  });

  it("rounds 70 % of the rate half up to a cent, then counts the days", () => {
    const fifteenth = (dailyCents: number) =>
      grantCents({ ...week, dailyCents, programmeDays: 15, travelDays: 2 }).lines.at(-1);
    expect(fifteenth(115_05)).toMatchObject({
      label: "dailyReduced",
      count: 3,
      unitCents: 80_54,
      sumCents: 241_62,
    });
    expect(fifteenth(115_01)).toMatchObject({ unitCents: 80_51 });
  });

  it.each([
    { dailyCents: 120.5 },
    { programmeDays: -1 },
    { travelDays: 1.5 },
    { km: 12.3 },
    { dailyCents: Number.NaN },
  ])("is not worked out from %j", (wrong) => {
    expect(() => grantCents({ ...week, ...wrong })).toThrow(RangeError);
  });
});

describe("an advance", () => {
  it.each([
    [1149_00, 80, 919_20],
    [1149_01, 80, 919_20],
    [99, 33, 32],
    [1149_00, 100, 1149_00],
    [1149_00, 0, 0],
  ])("of %d cents at %d %% is %d, rounded down", (grant, percent, advance) => {
    expect(advanceCents(grant, percent)).toBe(advance);
  });

  it.each([101, -1, 80.5])("of %d %% does not exist", (percent) => {
    expect(() => advanceCents(1149_00, percent)).toThrow(RangeError);
  });
});

describe("a settlement", () => {
  const journey = {
    travelCents: 309_00,
    dailyCents: 120_00,
    days: 7,
    advanceCents: 919_20,
    attendance: "full",
    reported: true,
  } as const;

  it("pays the balance to who was there all the time", () => {
    expect(settle(journey)).toEqual({
      outcome: "completed",
      dueCents: 1149_00,
      balanceCents: 229_80,
      recoveredCents: 0,
      lines: [
        { label: "travel", count: 1, unitCents: 309_00, sumCents: 309_00, source: "agreement" },
        { label: "daily", count: 7, unitCents: 120_00, sumCents: 840_00, source: "call" },
        { label: "advance", count: 1, unitCents: -919_20, sumCents: -919_20, source: "agreement" },
      ],
    });
  });

  it.each([
    { daysMissed: 0, due: 1149_00, balance: 229_80, recovered: 0 },
    { daysMissed: 1, due: 1029_00, balance: 109_80, recovered: 0 },
    { daysMissed: 2, due: 909_00, balance: 0, recovered: 10_20 },
    { daysMissed: 7, due: 309_00, balance: 0, recovered: 610_20 },
    { daysMissed: 9, due: 309_00, balance: 0, recovered: 610_20 },
  ])("counts the daily part less $daysMissed days missed and keeps the travel", (row) => {
    expect(settle({ ...journey, attendance: { daysMissed: row.daysMissed } })).toMatchObject({
      outcome: "completed",
      dueCents: row.due,
      balanceCents: row.balance,
      recoveredCents: row.recovered,
    });
  });

  it("takes missed days of a long stay from its cheaper end", () => {
    const long = settle({ ...journey, days: 16, attendance: { daysMissed: 1 } });
    expect(long).toMatchObject({ dueCents: 309_00 + 14 * 120_00 + 84_00 });
  });

  it.each([
    { why: "did not come", attendance: "absent", reported: true },
    { why: "never reported", attendance: "full", reported: false },
    { why: "came in part and never reported", attendance: { daysMissed: 1 }, reported: false },
  ] as const)("recovers the whole advance from who $why", ({ attendance, reported }) => {
    expect(settle({ ...journey, attendance, reported })).toEqual({
      outcome: "recovered",
      recoveredCents: 919_20,
      lines: [{ label: "advance", count: 1, unitCents: -919_20, sumCents: -919_20, source: "agreement" }],
    });
  });

  it.each([{ days: 6.5 }, { advanceCents: -1 }, { travelCents: 0.1 }, { attendance: { daysMissed: 1.5 } }])(
    "is not worked out from %j",
    (wrong) => {
      expect(() => settle({ ...journey, ...wrong })).toThrow(RangeError);
    },
  );
});

describe("for every journey", () => {
  const journeys = fc.record({
    km: fc.nat(9000),
    green: fc.boolean(),
    dailyCents: fc.nat(300_00),
    programmeDays: fc.integer({ min: 1, max: 60 }),
    travelDays: fc.nat(6),
    on: fc.constant("2027-06-01"),
  });

  it("each line is its count times its unit, and the lines add up to the grant", () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const grant = grantCents(journey);
        for (const { count, unitCents, sumCents } of grant.lines) expect(count * unitCents).toBe(sumCents);
        expect(grant.lines.reduce((sum, { sumCents }) => sum + sumCents, 0)).toBe(grant.grantCents);
      }),
    );
  });

  it("advance and settlement together pay what is due, to the cent", () => {
    fc.assert(
      fc.property(journeys, fc.nat(100), fc.nat(80), (journey, percent, daysMissed) => {
        const grant = grantCents(journey);
        const advance = advanceCents(grant.grantCents, percent);
        const settled = settle({
          travelCents: grant.travelCents,
          dailyCents: journey.dailyCents,
          days: grant.days,
          advanceCents: advance,
          attendance: { daysMissed },
          reported: true,
        });
        if (settled.outcome !== "completed") throw new Error("who was there and reported is settled");
        expect(advance + settled.balanceCents - settled.recoveredCents).toBe(settled.dueCents);
        expect(Math.min(settled.balanceCents, settled.recoveredCents)).toBe(0);
        expect(settled.dueCents).toBeLessThanOrEqual(grant.grantCents);
        expect(settled.dueCents).toBeGreaterThanOrEqual(grant.travelCents);
        const paidNow = settled.lines.reduce((sum, { sumCents }) => sum + sumCents, 0);
        expect(paidNow).toBe(settled.balanceCents - settled.recoveredCents);
      }),
    );
  });
});
