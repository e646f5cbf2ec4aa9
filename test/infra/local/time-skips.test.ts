import { describe, expect, test } from "vitest";
import { nextOf, readSchedule } from "../../../infra/local/schedule.ts";
import { morningOf, type Skip, targetOf } from "../../../infra/local/time-skips.ts";

describe("a skip leads by the calendar of Vilnius", () => {
  const friday = "2027-03-26T20:30:00.000Z";
  const next = "2027-04-01T20:59:59.000Z";
  test.each<[Skip, string]>([
    ["event", next],
    ["hour", "2027-03-26T21:30:00.000Z"],
    ["morning", "2027-03-27T05:05:00.000Z"],
    ["day", "2027-03-27T20:30:00.000Z"],
    // The clocks go forward on Sunday: the same time of day comes an hour sooner.
    ["week", "2027-04-02T19:30:00.000Z"],
    ["month", "2027-04-26T19:30:00.000Z"],
  ])("%s", (skip, target) => {
    expect(targetOf(skip, friday, next)).toBe(target);
  });

  test("the next morning is today's while it has not come, and tomorrow's at five past seven itself", () => {
    expect(targetOf("morning", "2027-01-11T05:04:59.000Z", undefined)).toBe("2027-01-11T05:05:00.000Z");
    expect(targetOf("morning", "2027-01-11T05:05:00.000Z", undefined)).toBe("2027-01-12T05:05:00.000Z");
  });

  test("the 31st leads to the last day of a shorter month", () => {
    expect(targetOf("month", "2027-01-31T10:00:00.000Z", undefined)).toBe("2027-02-28T10:00:00.000Z");
  });

  test("without a next event there is nowhere to go", () => {
    expect(targetOf("event", friday, undefined)).toBe(friday);
  });
});

describe("a day to stop at", () => {
  const now = "2027-03-26T20:30:00.000Z";
  test.each([
    ["2027-03-27", "2027-03-27T05:05:00.000Z"],
    ["2027-07-01", "2027-07-01T04:05:00.000Z"],
    ["2027-03-26", undefined],
    ["2020-01-01", undefined],
    ["2027-02-30", undefined],
    ["2033-01-01", undefined],
    ["rytoj", undefined],
    ["", undefined],
  ])("%s: %s", (day, target) => {
    expect(morningOf(day, now)).toBe(target);
  });
});

describe("the schedule of the catalogue", () => {
  const digest = readSchedule("cron(0 7 ? * MON-FRI *)");
  test.each([
    ["from Friday to Monday", "2026-11-27T05:00:00.000Z", "2026-11-30T05:00:00.000Z"],
    ["before seven to seven", "2026-11-27T04:59:59.000Z", "2026-11-27T05:00:00.000Z"],
    ["at seven by the clock of summer", "2027-03-29T00:00:00.000Z", "2027-03-29T04:00:00.000Z"],
  ])("leads %s", (_, after, next) => {
    expect(nextOf(digest, after)).toBe(next);
  });

  test("may come once a month", () => {
    expect(nextOf(readSchedule("cron(30 7 1 * ? *)"), "2027-03-29T00:00:00.000Z")).toBe(
      "2027-04-01T04:30:00.000Z",
    );
  });

  test.each(["cron(0 7 ? * 2-6 *)", "rate(1 minute)", "0 7 * * MON"])(
    "is refused as %s, which EventBridge takes otherwise",
    (expression) => {
      expect(() => readSchedule(expression)).toThrow(`no schedule ${expression}`);
    },
  );
});
