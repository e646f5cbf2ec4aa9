import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cursorOf } from "../../../functions/adapters/cursor.ts";
import { dynamoTable } from "../../../functions/adapters/dynamo-table.ts";
import { BadCursor } from "../../../functions/adapters/table.ts";
import { type LocalTable, openTable, tableName } from "../../../infra/local/table.ts";
import type { Write } from "../../../infra/local/writes.ts";

let folder: string;
let local: LocalTable;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-table-"));
  local = await openTable(folder);
});
afterEach(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});
const table = () => dynamoTable(local.client, tableName);
const key = { pk: "case#1", sk: "head" };
const pending = { pending: "pending#1", pendingAt: "2027-01-01T00:00:00.000Z" };

describe("the adapter of DynamoDB works on the embedded table", () => {
  test("an item is put once where it must be the first", async () => {
    expect(await table().put({ ...key, school: "Šiaulių gimnazija" }, { ifAbsent: true })).toBe("stored");
    expect(await table().put({ ...key, school: "kita" }, { ifAbsent: true })).toBe("exists");
    expect(await table().get(key)).toEqual({ ...key, school: "Šiaulių gimnazija" });
  });

  test("a change is refused when the item is not as it must be", async () => {
    await table().put({ ...key, status: "open", round: 1 });
    const answer = () =>
      table().change(key, {
        set: { status: "answered" },
        add: { round: 1 },
        when: { status: { is: "open" } },
      });
    expect(await answer()).toEqual({
      outcome: "changed",
      item: { ...key, status: "answered", round: 2 },
    });
    expect(await answer()).toEqual({ outcome: "refused" });
  });

  test("a partition is read in the order of its sort keys, however long it is", async () => {
    const words = "ą".repeat(4000);
    await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        table().put({ pk: "call#1", sk: `entry#${String(number).padStart(3, "0")}`, words }),
      ),
    );
    await table().put({ pk: "call#1", sk: "head" });
    await table().put({ pk: "call#10", sk: "entry#000" });
    const entries = await table().query("call#1", "entry#");
    expect(entries.map(({ sk }) => sk)).toEqual(
      Array.from({ length: 300 }, (_, number) => `entry#${String(number).padStart(3, "0")}`),
    );
  });

  test("a list is read page by page, in either direction, to its end", async () => {
    for (const sk of ["entry#1", "entry#2", "entry#3", "head"]) await table().put({ pk: "call#1", sk });
    const pages = async (isReversed: boolean): Promise<unknown[][]> => {
      const read: unknown[][] = [];
      let after: string | undefined;
      do {
        const page = await table().page("call#1", { prefix: "entry#", limit: 2, after, isReversed });
        read.push(page.items.map(({ sk }) => sk));
        after = page.next;
      } while (after !== undefined);
      return read.filter((items) => items.length > 0);
    };
    expect(await pages(false)).toEqual([["entry#1", "entry#2"], ["entry#3"]]);
    expect(await pages(true)).toEqual([["entry#3", "entry#2"], ["entry#1"]]);
    const elsewhere = cursorOf({ pk: "call#2", sk: "entry#1" });
    const read = async (after: string) => table().page("call#1", { limit: 2, after });
    await expect(read(elsewhere)).rejects.toThrow(BadCursor);
    await expect(read("no cursor")).rejects.toThrow(BadCursor);
  });

  test("a page of an index goes on where two items have the same instant", async () => {
    for (const id of ["1", "2", "3"]) await table().put({ pk: `case#${id}`, sk: "head", ...pending });
    const first = await table().indexPage("pending", "pending#1", { limit: 2 });
    const second = await table().indexPage("pending", "pending#1", { limit: 2, after: first.next });
    const found = [...first.items, ...second.items].map(({ pk }) => pk).toSorted();
    expect(found).toEqual(["case#1", "case#2", "case#3"]);
  });

  test("many keys are read at once, and what is missing is said", async () => {
    const keys = Array.from({ length: 120 }, (_, number) => ({ pk: `case#${number}`, sk: "head" }));
    await Promise.all(keys.slice(1).map((each) => table().put({ ...each, number: each.pk })));
    const found = await table().getMany(keys);
    expect(found.map((item) => item?.number)).toEqual([undefined, ...keys.slice(1).map(({ pk }) => pk)]);
  });

  test("an index holds an item from when it has the index's attributes until it has not", async () => {
    const due = () => table().index("pending", "pending#1", { upTo: "2027-06-01T00:00:00.000Z" });
    await table().put({ ...key, ...pending });
    await table().put({ pk: "case#2", sk: "head", ...pending, pendingAt: "2026-01-01T00:00:00.000Z" });
    await table().put({ pk: "case#3", sk: "head", ...pending, pendingAt: "2028-01-01T00:00:00.000Z" });
    expect((await due()).map(({ pk }) => pk)).toEqual(["case#2", "case#1"]);
    await table().change(key, { set: { pendingAt: "2025-01-01T00:00:00.000Z" } });
    expect((await due()).map(({ pk }) => pk)).toEqual(["case#1", "case#2"]);
    await table().change(key, { remove: ["pending", "pendingAt"] });
    await table().delete({ pk: "case#2", sk: "head" });
    expect(await due()).toEqual([]);
  });
});

describe("whoever listens hears of every write", () => {
  test("and since when the item is pending", async () => {
    const heard: Write[] = [];
    local.onWrite((write) => heard.push(write));
    await table().put({ ...key, ...pending });
    await table().change(key, { remove: ["pending", "pendingAt"] });
    expect(heard).toEqual([{ ...key, pendingAt: pending.pendingAt }, key]);
  });

  test("but not of reads and refused writes", async () => {
    await table().put(key);
    const listener = vi.fn();
    local.onWrite(listener);
    await table().get(key);
    await table().put(key, { ifAbsent: true });
    await table().change(key, { set: { status: "open" }, when: { status: "present" } });
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("the table's folder", () => {
  test("is of one process at a time", async () => {
    await expect(openTable(folder)).rejects.toMatchObject({ fault: "folderInUse" });
  });

  test("holds after kill -9 what was answered, each item with its index entry", async () => {
    const other = mkdtempSync(join(tmpdir(), "kelias-table-"));
    const writer = spawn(process.execPath, ["--import", "tsx", "-e", writing(other)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = once(writer, "close");
    let answered = 0;
    for await (const chunk of writer.stdout) {
      answered += String(chunk).length;
      if (answered > 200) writer.kill("SIGKILL");
    }
    await closed;
    const after = await openTable(other);
    const items = await dynamoTable(after.client, tableName).query("case#1");
    const indexed = await dynamoTable(after.client, tableName).index("pending", "pending#1");
    await after.close();
    rmSync(other, { recursive: true });
    expect(items.length).toBeGreaterThanOrEqual(answered);
    const inOrder = (found: typeof items) => found.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
    expect(inOrder(indexed)).toEqual(inOrder(items));
  });
});

/** Puts items as fast as it can, moves each in its index, and says a dot for each that was answered. */
const writing = (to: string): string => `
  import { openTable, tableName } from "${join(process.cwd(), "infra/local/table.ts")}";
  import { dynamoTable } from "${join(process.cwd(), "functions/adapters/dynamo-table.ts")}";
  const local = await openTable(${JSON.stringify(to)});
  const table = dynamoTable(local.client, tableName);
  const write = async (lane) => {
    for (let number = 0; ; number++) {
      const key = { pk: "case#1", sk: "task#" + lane + "#" + number };
      await table.put({ ...key, pending: "pending#1", pendingAt: "2027-01-01" });
      await table.change(key, { set: { pendingAt: "2027-01-02" } });
      process.stdout.write(".");
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(write));
`;
