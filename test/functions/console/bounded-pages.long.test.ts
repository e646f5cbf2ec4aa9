import { beforeAll, describe, expect, it } from "vitest";
import { differencesIn } from "../../../functions/lines/rebuild.ts";
import { seededHouse } from "../../bench/pages/house.ts";
import { countingReads, type Reads } from "../../bench/pages/reads.ts";
import { momentNames, playRoads, type Roads } from "../../bench/pages/roads.ts";
import { walk } from "../../bench/pages/walk.ts";

/**
 * No page reads more of the table because its call has more cases, once what it shows at a time is full. Counted, not timed: every
 * page is asked for in a call of so many cases, and in one of twice as many.
 */
const [some, many] = [350, 700];
/** A list that was not full yet may grow by what it shows or looks at, never by a piece of each case. */
const more = { items: 200, bytes: 250_000 };

let roads: Roads;
beforeAll(async () => {
  roads = await playRoads();
});

describe("a page", () => {
  it("reads no more of a call with twice as many cases", async () => {
    const [before, after] = [await readsAt(some), await readsAt(many)];
    expect(before.size).toBeGreaterThan(50);
    const grown = [...before].flatMap(([kind, { items, bytes }]) => {
      const then = after.get(kind) ?? { items: 0, bytes: 0 };
      const isGrown = then.items > items + more.items || then.bytes > bytes + more.bytes;
      return isGrown
        ? [`${kind}: ${items} items, ${bytes} bytes; then ${then.items} items, ${then.bytes} bytes`]
        : [];
    });
    expect(grown).toEqual([]);
  });

  it("is measured on copies whose lines say what their cases do", async () => {
    const { house, callOf, close } = await seededHouse(roads, 50, 0);
    for (const name of momentNames)
      for await (const difference of differencesIn(house, callOf(name))) expect(difference).toBeUndefined();
    close();
  });
});

/** The most that a page of each kind read with so many cases in its call. */
async function readsAt(size: number): Promise<ReadonlyMap<string, Reads>> {
  const seeded = await seededHouse(roads, size, 0);
  const { table, take } = countingReads(seeded.house.table);
  const counted = { ...seeded, house: { ...seeded.house, table } };
  const reads = new Map<string, Reads>();
  for (const name of momentNames) {
    for await (const { kind } of walk(counted, roads, name, take)) {
      const { items, bytes } = take();
      const known = reads.get(kind);
      reads.set(kind, {
        items: Math.max(items, known?.items ?? 0),
        bytes: Math.max(bytes, known?.bytes ?? 0),
      });
    }
  }
  seeded.close();
  return reads;
}
