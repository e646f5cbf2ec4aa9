import { spawnSync } from "node:child_process";
import * as z from "zod";

const years = { from: 2020, to: 2045 };

const told = z.record(z.string().regex(/^\d{4}$/), z.array(z.object({ date: z.string(), type: z.string() })));

/** Run where date-holidays is installed; prints its holidays of Lithuania by year. */
const program = `
import Holidays from "date-holidays";
const lithuania = new Holidays("LT");
const years = {};
for (let year = ${years.from}; year <= ${years.to}; year += 1) years[year] = lithuania.getHolidays(year);
console.log(JSON.stringify(years));
`;

/**
 * The public holidays of Lithuania by year, `MM-DD`, as date-holidays in `packages` (a folder) has them, as the text
 * of a JSON file. The library weighs megabytes and knows every country; a function needs the 13 or so days of each year.
 */
export function holidayFile(packages: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: packages,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`date-holidays could not be asked: ${stderr}`);
  const days = Object.entries(told.parse(JSON.parse(stdout))).map(([year, holidays]) => [
    year,
    holidays
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice("YYYY-".length, "YYYY-MM-DD".length))
      .toSorted()
      .join(" "),
  ]);
  return `${JSON.stringify({ ...years, days: Object.fromEntries(days) }, undefined, 2)}\n`;
}
