import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { Database } from "../../../infra/local/database/database.ts";
import { openTable } from "../../../infra/local/table/table.ts";
import { memoryTable } from "../memory-table.ts";
import { tableOnDynalite } from "./dynalite.ts";
import { tableContract } from "./table-contract.ts";

tableContract("on SQLite in memory", async () => ({ table: memoryTable(), close: async () => undefined }));

tableContract("on SQLite on the disk", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kelias-table-"));
  const database = new Database(join(folder, "kelias.sqlite"), { survives: "powerCut" });
  const close = async () => {
    database.close();
    rmSync(folder, { recursive: true });
  };
  return { table: openTable(database), close };
});

tableContract("on DynamoDB", tableOnDynalite);

describe("the table on SQLite refuses also what the emulator overlooks, but the service does not", () => {
  const key = { pk: "case#1", sk: "head" };
  const nested = (levels: number): unknown => (levels === 0 ? [] : [nested(levels - 1)]);

  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  test.each<[string, (table: Table) => Promise<unknown>]>([
    ["an empty key of an index", (table) => table.put({ ...key, pending: "", pendingAt: "2027-01-01" })],
    ["an empty sort attribute of an index", (table) => table.put({ ...key, pending: "p", pendingAt: "" })],
    ["a change that empties the key of an index", (table) => table.change(key, { set: { inbox: "" } })],
    ["a partition key of more than 2048 bytes", (table) => table.put({ ...key, pk: "ą".repeat(1025) })],
    ["a sort key of more than 1024 bytes", (table) => table.put({ ...key, sk: "ą".repeat(513) })],
    ["an item of more than 400 KB in bytes", (table) => table.put({ ...key, words: "ą".repeat(201 * 1024) })],
    ["more than 32 levels", (table) => table.put({ ...key, value: nested(33) })],
    ["to read a partition without a key", (table) => table.query("")],
    ["to read an index without a key", (table) => table.index("pending", "")],
  ])("%s", async (_, refused) => {
    const table = memoryTable();
    await expect(refused(table)).rejects.toMatchObject({ name: "ValidationException" });
    expect(table.all()).toEqual([]);
  });

  test("and what it could not give back as it was: a date, a set, a function", async () => {
    for (const value of [new Date(0), new Set(["a"]), () => 1, 1n])
      await expect(memoryTable().put({ ...key, value })).rejects.toThrow(
        "value is of a kind that cannot be stored",
      );
  });

  test("nothing that the service takes", async () => {
    expect(await memoryTable().put({ ...key, value: nested(31) })).toBe("stored");
  });
});
