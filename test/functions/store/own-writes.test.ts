import { beforeEach, describe, expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { knowingOwnWrites } from "../../../functions/store/own-writes.ts";
import { memoryTable } from "../memory-table.ts";

const key = { pk: "case#1", sk: "head" };
let table: Table;
beforeEach(() => {
  table = memoryTable();
});

/** A client whose first answer is lost: it repeats the write, and tells what came of the second. */
const repeating = (): Table =>
  knowingOwnWrites({
    ...table,
    put: async (...said) => {
      await table.put(...said);
      return table.put(...said);
    },
    change: async (...said) => {
      await table.change(...said);
      return table.change(...said);
    },
  });

describe("a conditional write that the client repeats because its answer was lost", () => {
  it("is told as done: it is its own item that is there", async () => {
    expect(await repeating().put({ ...key, word: "first" }, { ifAbsent: true })).toBe("stored");
  });

  it("is told as done: it is its own change that stands in the way", async () => {
    await table.put({ ...key, status: "open" });
    const said = { set: { status: "answered" }, when: { status: { is: "open" } } } as const;
    expect(await repeating().change(key, said)).toMatchObject({
      outcome: "changed",
      item: { status: "answered" },
    });
  });

  it("is refused where somebody else was faster, and leaves theirs", async () => {
    await knowingOwnWrites(table).put({ ...key, status: "answered" }, { ifAbsent: true });
    expect(await repeating().put({ ...key, status: "mine" }, { ifAbsent: true })).toBe("exists");
    const said = { set: { status: "mine" }, when: { status: { is: "open" } } } as const;
    expect(await repeating().change(key, said)).toEqual({ outcome: "refused" });
    expect(await table.get(key)).toMatchObject({ status: "answered" });
  });
});
