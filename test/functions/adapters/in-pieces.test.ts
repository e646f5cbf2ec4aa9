import { beforeEach, describe, expect, it } from "vitest";
import { inPieces } from "../../../functions/adapters/in-pieces.ts";
import type { Item, Table } from "../../../functions/adapters/table.ts";
import type { LocalTable } from "../../../infra/local/table/table.ts";
import { memoryTable } from "../memory-table.ts";
import { tableContract } from "./table-contract.ts";

tableContract(
  "with long attributes in pieces",
  async () => ({ table: inPieces(memoryTable()), close: async () => undefined }),
  { hasLimits: false },
);

let stored: LocalTable;
let table: Table;
beforeEach(() => {
  stored = memoryTable();
  table = inPieces(stored);
});

const key = { pk: "call#K1", sk: "record#000001#asking" };
/** Wishes of so many people, hardly two alike, as identifiers make them. */
const wishes = (people: number): readonly string[] =>
  Array.from({ length: people }, (_, number) => `case#${String(Math.sin(number)).slice(3)} ${number}`);
const bytesOf = (item: Item): number => Buffer.byteLength(JSON.stringify(item));
const largest = (): number => Math.max(...stored.all().map(bytesOf));

describe("an item that tells of thousands", () => {
  it.each([1_000, 4_000, 40_000])("of %i too, is made of items below 100 KB", async (people) => {
    await table.put({ ...key, data: { wishes: wishes(people) }, at: "2027-01-01" });
    expect(largest()).toBeLessThan(100_000);
  });

  it("is whole for whoever reads it, by whatever way", async () => {
    const item = { ...key, data: { wishes: wishes(4_000) }, pending: "pending#1", pendingAt: "2027-01-01" };
    await table.put(item);
    expect(await table.get(key)).toEqual(item);
    expect(await table.getMany([key])).toEqual([item]);
    expect(await table.query(key.pk)).toEqual([item]);
    expect((await table.page(key.pk, { limit: 10 })).items).toEqual([item]);
    expect(await table.index("pending", "pending#1")).toEqual([item]);
    expect((await table.indexPage("pending", "pending#1", { limit: 10 })).items).toEqual([item]);
  });

  it("is seen whole by whoever changes it, also where the change is what made it long", async () => {
    await table.put({ ...key, at: "2027-01-01" });
    const data = wishes(4_000);
    const grown = await table.change(key, { set: { data } });
    expect(grown).toEqual({ outcome: "changed", item: { ...key, at: "2027-01-01", data } });
    const noted = await table.change(key, { set: { at: "2027-02-01" } });
    expect(noted).toEqual({ outcome: "changed", item: { ...key, at: "2027-02-01", data } });
    expect(largest()).toBeLessThan(100_000);
  });

  it("written once more is the same items, not more of them", async () => {
    const item = { ...key, data: wishes(4_000) };
    await table.put(item);
    const before = stored.all().length;
    await table.put(item);
    expect(stored.all()).toHaveLength(before);
  });

  it("keeps what was first where two put it first", async () => {
    await table.put({ ...key, data: wishes(4_000) }, { ifAbsent: true });
    expect(await table.put({ ...key, data: wishes(3_000) }, { ifAbsent: true })).toBe("exists");
    expect(await table.get(key)).toEqual({ ...key, data: wishes(4_000) });
  });
});

it("an item as it was written before there were pieces is read as it is", async () => {
  await stored.put({ ...key, data: wishes(4_000) });
  expect(await table.get(key)).toEqual({ ...key, data: wishes(4_000) });
});

it("an item of usual size is one item", async () => {
  await table.put({ ...key, data: wishes(100) });
  expect(stored.all()).toEqual([{ ...key, data: wishes(100) }]);
});
