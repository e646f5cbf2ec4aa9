import { describe, expect, it } from "vitest";
import { endOfMinute, isOver, lastSecond } from "../../../../workflows/kernel/facts/ends.ts";

describe("what is named as the last counts to its end, in Lithuania", () => {
  it.each([
    ["a day", "2027-01-31", "2027-01-31T21:59:59.999Z", "2027-01-31T22:00:00.000Z"],
    ["a day in summer", "2027-07-31", "2027-07-31T20:59:59.999Z", "2027-07-31T21:00:00.000Z"],
    [
      "the day on which clocks go forward",
      "2027-03-28",
      "2027-03-28T20:59:59.999Z",
      "2027-03-28T21:00:00.000Z",
    ],
    ["a minute", "2027-01-31T17:00", "2027-01-31T15:00:59.999Z", "2027-01-31T15:01:00.000Z"],
    ["a second", "2027-01-31T23:59:59", "2027-01-31T21:59:59.500Z", "2027-01-31T22:00:00.000Z"],
  ])("%s", (_what, named, inTime, late) => {
    const end = lastSecond(named).toString({ smallestUnit: "millisecond" });
    expect([isOver(end, inTime), isOver(end, late)]).toEqual([false, true]);
  });

  it.each(["2027-02-30", "2027-01-31T24:00", "soon"])("refuses %s", (named) => {
    expect(() => lastSecond(named)).toThrow(RangeError);
  });

  it("a minute that a mail names", () => {
    expect(endOfMinute("2027-01-31T15:00:20.100Z")).toBe("2027-01-31T15:00:59.000Z");
  });
});
