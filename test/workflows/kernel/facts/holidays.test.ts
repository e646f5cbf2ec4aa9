import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import holidays from "../../../../workflows/kernel/facts/holidays.lt.json" with { type: "json" };

/** Easter Sunday of the Gregorian calendar: Meeus, Astronomical Algorithms, 2nd edition (1998), chapter 8. */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** The days of article 123 of the Labour Code; Mother's and Father's Day are always Sundays. */
function holidaysByLaw(year: number): string[] {
  const fixed = "01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26".split(" ");
  const moving = [easter(year), easter(year).add({ days: 1 })].map((day) =>
    day.toString().slice("YYYY-".length),
  );
  return [...fixed, ...moving].toSorted();
}

describe("the holidays of Lithuania", () => {
  it.each([
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2035, "2035-03-25"],
    [2038, "2038-04-25"],
  ])("Easter of %d is %s, as the churches' tables have it", (year, day) => {
    expect(easter(year).toString()).toBe(day);
  });

  const isSunday = (year: string, day: string): boolean =>
    Temporal.PlainDate.from(`${year}-${day}`).dayOfWeek === 7;

  it.each(Object.entries(holidays.days))("of %s are those of the Labour Code", (year, days) => {
    const law = holidaysByLaw(Number(year));
    const others = days.split(" ").filter((day) => !law.includes(day));
    expect(law.filter((day) => !days.split(" ").includes(day))).toEqual([]);
    expect(others.filter((day) => !isSunday(year, day))).toEqual([]);
  });

  it("are there for every year that the file says it knows", () => {
    const years = Array.from({ length: holidays.to - holidays.from + 1 }, (_, n) =>
      String(holidays.from + n),
    );
    expect(Object.keys(holidays.days)).toEqual(years);
  });
});
