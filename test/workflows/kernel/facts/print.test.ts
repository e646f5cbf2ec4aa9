import { describe, expect, it } from "vitest";
import {
  printAmount,
  printAppointment,
  printDay,
  printTime,
} from "../../../../workflows/kernel/facts/print.ts";

describe("days and times for people", () => {
  it.each([
    ["2026-12-03", "2026 m. gruodžio 3 d.", "3 December 2026"],
    ["2027-01-31", "2027 m. sausio 31 d.", "31 January 2027"],
    ["2027-06-01", "2027 m. birželio 1 d.", "1 June 2027"],
  ])("%s", (day, lt, en) => {
    expect(printDay(day, "lt")).toBe(lt);
    expect(printDay(day, "en")).toBe(en);
  });

  it.each([
    ["2026-12-03T21:59:59Z", "2026 m. gruodžio 3 d. 23.59 val.", "3 December 2026, 23:59 Vilnius time"],
    ["2027-06-30T21:05:00Z", "2027 m. liepos 1 d. 0.05 val.", "1 July 2027, 00:05 Vilnius time"],
  ])("%s is shown in Vilnius time", (instant, lt, en) => {
    expect(printTime(instant, "lt")).toBe(lt);
    expect(printTime(instant, "en")).toBe(en);
  });

  it.each([
    [
      "2027-01-14T08:00:00Z",
      "2027 m. sausio 14 d., ketvirtadienis, 10.00 val.",
      "Thursday 14 January 2027, 10:00 Vilnius time",
    ],
    // Late on Saturday in UTC, Sunday in Vilnius.
    [
      "2027-07-03T21:05:00Z",
      "2027 m. liepos 4 d., sekmadienis, 0.05 val.",
      "Sunday 4 July 2027, 00:05 Vilnius time",
    ],
  ])("%s, when somebody is awaited, has its weekday in Vilnius", (instant, lt, en) => {
    expect(printAppointment(instant, "lt")).toBe(lt);
    expect(printAppointment(instant, "en")).toBe(en);
  });
});

describe("amounts for people", () => {
  it.each([
    [123_456, "1\u00a0234,56\u00a0Eur", "€1,234.56"],
    [123_456_789, "1\u00a0234\u00a0567,89\u00a0Eur", "€1,234,567.89"],
    [5, "0,05\u00a0Eur", "€0.05"],
    [0, "0,00\u00a0Eur", "€0.00"],
    [-120_000, "−1\u00a0200,00\u00a0Eur", "−€1,200.00"],
  ])("%d cents", (cents, lt, en) => {
    expect(printAmount(cents, "lt")).toBe(lt);
    expect(printAmount(cents, "en")).toBe(en);
  });

  it("half a cent is refused", () => {
    expect(() => printAmount(0.5, "lt")).toThrow("not a whole number of cents");
  });
});
