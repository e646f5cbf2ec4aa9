import Holidays from "date-holidays";

const years = { from: 2020, to: 2045 };

/**
 * The public holidays of Lithuania by year, `MM-DD`, as date-holidays has them. The library weighs megabytes and
 * knows every country; a function needs the 13 or so days of each year.
 */
export function holidayFile(): string {
  const lithuania = new Holidays("LT");
  const days: Record<string, string> = {};
  for (let year = years.from; year <= years.to; year += 1) {
    days[year] = lithuania
      .getHolidays(year)
      .filter((holiday) => holiday.type === "public")
      .map((holiday) => holiday.date.slice("YYYY-".length, "YYYY-MM-DD".length))
      .toSorted()
      .join(" ");
  }
  return `${JSON.stringify({ ...years, days }, undefined, 2)}\n`;
}
