import { describe, expect, it } from "vitest";
import { countFigures } from "../../../functions/lines/figures.ts";
import { entriesOf, lineKey, making } from "../../../functions/lines/keys.ts";
import { reservePositionNow } from "../../../functions/lines/reserve.ts";
import type { Line } from "../../../functions/store/line-item.ts";
import { demoHouse } from "../demo-house.ts";
import { one } from "./a-line.ts";

const nameOf = (position: number): string => `${String(position).padStart(4, "0")}`;

/** Three were offered a place; those after them wait, and everybody at a position in `left` is over. */
async function houseWith(count: number, left: readonly number[] = []) {
  const house = demoHouse();
  for (let position = 1; position <= count; position++) {
    const line: Line = one(nameOf(position), {
      ranked: { position, kind: position <= 3 ? "offered" : "reserve", keys: {} },
      ended: left.includes(position),
    });
    await house.table.put({ ...lineKey("demo", line.ref), line, making, version: 1 });
    for (const entry of entriesOf(line)) await house.table.put({ ...entry });
  }
  return house;
}

describe("the place on the reserve list", () => {
  it("counts those who wait above, not those who left or were offered a place", async () => {
    const house = await houseWith(12, [5, 6]);
    const at = (position: number) => reservePositionNow(house, "demo", `case#${nameOf(position)}`, position);
    const before = await Promise.all([4, 7, 12].map(at));
    await countFigures(house, "demo");
    expect(before).toEqual([1, 2, 7]);
    expect(await Promise.all([4, 7, 12].map(at))).toEqual([1, 2, 7]);
  });

  it("is exact in a long list and reads no more of it", async () => {
    const house = await houseWith(700, [350]);
    await countFigures(house, "demo");
    let read = 0;
    const table: typeof house.table = {
      ...house.table,
      page: async (pk, options) => {
        const page = await house.table.page(pk, options);
        read += page.items.length;
        return page;
      },
    };
    const at = (position: number) =>
      reservePositionNow({ ...house, table }, "demo", `case#${nameOf(position)}`, position);
    expect(await at(4)).toBe(1);
    expect(await at(103)).toBe(100);
    expect(await at(104)).toBe(101);
    expect(await at(349)).toBe(346);
    expect(await at(351)).toBe(347);
    expect(await at(700)).toBe(696);
    expect(read).toBeLessThanOrEqual(6 * 200);
  });

  it("is not told before the list has it, nor of somebody who does not wait", async () => {
    const house = await houseWith(8, [6]);
    expect(await reservePositionNow(house, "demo", "case#0009", 9)).toBeUndefined();
    expect(await reservePositionNow(house, "demo", "case#0006", 6)).toBeUndefined();
    expect(await reservePositionNow(house, "demo", "case#0002", 2)).toBeUndefined();
  });
});
