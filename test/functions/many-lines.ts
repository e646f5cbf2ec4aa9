import { countFigures } from "../../functions/lines/figures.ts";
import { entriesOf, lineKey, making } from "../../functions/lines/keys.ts";
import type { Line } from "../../functions/store/line-item.ts";
import type { DemoHouse } from "./demo-house.ts";

const nothing = {
  granted: 0,
  advance: 0,
  balance: 0,
  fee: 0,
  toPay: 0,
  toRecover: 0,
  recovered: 0,
  committed: 0,
};

/** Lines of so many cases of the demonstration call, and its figures: what lists and files see of a large call. */
export async function keepManyLines(
  house: DemoHouse,
  count: number,
  more: (index: number) => Partial<Line> = () => ({}),
): Promise<readonly Line[]> {
  const lines = Array.from({ length: count }, (_, index): Line => {
    const submitted = new Date(Date.parse("2027-01-10T08:00:00.000Z") + index * 60_000).toISOString();
    return {
      ref: `case#${index.toString(16).padStart(8, "0")}`,
      callId: "demo",
      process: "foreign-internship",
      name: `Vardenis ${index}`,
      school: "Ąžuolo gimnazija",
      municipality: "Vilniaus m.",
      submittedAt: submitted,
      day: submitted.slice(0, 10),
      state: "screening",
      ended: false,
      stays: [],
      sums: nothing,
      asked: [],
      isFunded: false,
      ...more(index),
    };
  });
  for (const line of lines) {
    await house.table.put({ ...lineKey("demo", line.ref), line, making, version: 1 });
    for (const entry of entriesOf(line)) await house.table.put({ ...entry });
  }
  await countFigures(house, "demo");
  return lines;
}
