import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { days, type Span, workingDays } from "../../../../workflows/kernel/duration.ts";
import {
  addWorkingDays,
  deadline,
  endOfDay,
  isWorkingDay,
  localDay,
  vilniusInstant,
} from "../../../../workflows/kernel/facts/calendar.ts";

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
const utc = (instant: Temporal.Instant): string => instant.toString();

describe("a local time in Lithuania", () => {
  it.each([
    ["2027-03-01T23:59:59", "2027-03-01T21:59:59Z", "winter, two hours ahead"],
    ["2027-07-01T23:59", "2027-07-01T20:59:00Z", "summer, three hours ahead"],
    ["2027-03-01", "2027-02-28T22:00:00Z", "a bare day is its start"],
    ["2027-03-28T03:30", "2027-03-28T01:30:00Z", "the hour skipped in March is read an hour later, 04:30"],
    ["2027-10-31T03:30", "2027-10-31T00:30:00Z", "the hour that comes twice in October is read as its first"],
  ])("%s is %s: %s", (local, instant) => {
    expect(utc(vilniusInstant(local))).toBe(instant);
  });

  it.each([
    "2027-02-29",
    "2027-13-01",
    "2027-03-01 12:00",
    "2027-03-01T24:00",
    "2027-03-01T12:00:60",
    "2027-03-01T12:00Z",
    "2027-03-01T12:00+02:00",
    "1 March 2027",
    "",
  ])("%j is refused", (local) => {
    expect(() => vilniusInstant(local)).toThrow(RangeError);
  });

  it("belongs to the local day, not to that of UTC", () => {
    expect(localDay(Temporal.Instant.from("2027-06-30T21:00:00Z")).toString()).toBe("2027-07-01");
    expect(localDay(Temporal.Instant.from("2027-06-30T20:59:59Z")).toString()).toBe("2027-06-30");
  });

  it("ends at 23:59:59 of its day, every day of the years at hand", () => {
    const anyDay = fc.integer({ min: 0, max: 9000 }).map((n) => day("2020-01-01").add({ days: n }));
    fc.assert(
      fc.property(anyDay, (date) => {
        const end = endOfDay(date);
        expect(localDay(end).toString()).toBe(date.toString());
        expect(localDay(end.add({ seconds: 1 })).toString()).toBe(date.add({ days: 1 }).toString());
      }),
    );
  });
});

describe("working days of Lithuania", () => {
  it.each([
    ["2027-01-01", "New Year"],
    ["2027-02-16", "Restoration of the State"],
    ["2027-03-11", "Restoration of Independence"],
    ["2027-03-29", "Easter Monday"],
    ["2028-05-01", "Labour Day"],
    ["2027-06-24", "Joninės"],
    ["2027-07-06", "Statehood Day"],
    ["2028-08-15", "Žolinė"],
    ["2027-11-01", "All Saints"],
    ["2027-11-02", "Vėlinės, a holiday since 2020"],
    ["2027-12-24", "Kūčios"],
    ["2028-12-25", "Christmas"],
    ["2028-12-26", "second day of Christmas"],
    ["2027-01-02", "a Saturday"],
    ["2027-05-02", "Mother's Day, a Sunday as ever"],
  ])("%s is none: %s", (date) => {
    expect(isWorkingDay(day(date))).toBe(false);
  });

  it.each([
    ["2027-03-26", "Good Friday"],
    ["2027-12-23", "the day before Kūčios"],
    ["2027-12-27", "a Monday: a holiday on a Sunday is not made up for"],
  ])("%s is one: %s", (date) => {
    expect(isWorkingDay(day(date))).toBe(true);
  });

  it("skip weekends and holidays when counted: five from Good Friday eve end after Easter", () => {
    expect(addWorkingDays(day("2027-03-25"), 5).toString()).toBe("2027-04-02");
    expect(addWorkingDays(day("2027-12-23"), 1).toString()).toBe("2027-12-27");
    expect(addWorkingDays(day("2027-12-24"), 0).toString()).toBe("2027-12-24");
  });

  it("one by one or all at once, the count ends on the same working day", () => {
    const anyDay = fc.integer({ min: 0, max: 8000 }).map((n) => day("2020-01-01").add({ days: n }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, a, b) => {
        const reached = addWorkingDays(from, a + b);
        expect(isWorkingDay(reached)).toBe(true);
        expect(addWorkingDays(addWorkingDays(from, a), b).toString()).toBe(reached.toString());
      }),
    );
  });

  it.each(["2019-12-31", "2046-01-02"])("%s lies beyond the data and is refused, not guessed", (date) => {
    expect(() => isWorkingDay(day(date))).toThrow("holidays are known from 2020 to 2045");
  });

  it.each([-1, 1.5, Number.NaN])("%d is no count of days", (count) => {
    expect(() => addWorkingDays(day("2027-01-04"), count)).toThrow("not a count of days");
  });
});

describe("a deadline", () => {
  it.each<[Span, string, string, string]>([
    [days(7), "2027-03-01T08:00:00Z", "2027-03-08T21:59:59Z", "seven days, to the end of the last"],
    [days(7), "2027-03-01T21:59:59Z", "2027-03-08T21:59:59Z", "sent a second before midnight"],
    [days(7), "2027-03-01T22:00:00Z", "2027-03-09T21:59:59Z", "sent at midnight, the next day's letter"],
    [days(7), "2027-03-25T08:00:00Z", "2027-04-01T20:59:59Z", "over the change to summer time"],
    [workingDays(5), "2027-03-25T08:00:00Z", "2027-04-02T20:59:59Z", "working days, over Easter"],
    [workingDays(1), "2027-12-23T08:00:00Z", "2027-12-27T21:59:59Z", "over Christmas"],
  ])("%j from %s is %s: %s", (span, from, end) => {
    expect(utc(deadline(span, Temporal.Instant.from(from)))).toBe(end);
  });
});
