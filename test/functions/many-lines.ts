import { countFigures } from "../../functions/lines/figures.ts";
import { entriesOf, lineKey, making } from "../../functions/lines/keys.ts";
import type { Line } from "../../functions/store/line-item.ts";
import type { DemoHouse } from "./demo-house.ts";
import { one } from "./lines/a-line.ts";

/** Lines of so many cases of the demonstration call, and its figures: what lists and files see of a large call. */
export async function keepManyLines(
  house: DemoHouse,
  count: number,
  more: (index: number) => Partial<Line> = () => ({}),
): Promise<readonly Line[]> {
  const lines = Array.from({ length: count }, (_, index): Line => {
    const submitted = new Date(Date.parse("2027-01-10T08:00:00.000Z") + index * 60_000).toISOString();
    return one(index.toString(16).padStart(8, "0"), {
      name: `Vardenis ${index}`,
      school: "Ąžuolo gimnazija",
      submittedAt: submitted,
      day: submitted.slice(0, 10),
      state: "screening",
      ...more(index),
    });
  });
  for (const line of lines) {
    await house.table.put({ ...lineKey("demo", line.ref), line, making, version: 1 });
    for (const entry of entriesOf(line)) await house.table.put({ ...entry });
  }
  await countFigures(house, "demo");
  return lines;
}
