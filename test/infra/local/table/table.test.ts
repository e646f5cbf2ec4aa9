import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Database } from "../../../../infra/local/database/database.ts";
import { type LocalTable, openTable, type Write } from "../../../../infra/local/table/table.ts";

let folder: string;
let database: Database;
let table: LocalTable;
const open = (): void => {
  database = new Database(join(folder, "kelias.sqlite"), { survives: "powerCut" });
  table = openTable(database);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-table-"));
  open();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});
const reopen = (): void => {
  database.close();
  open();
};
const key = { pk: "case#1", sk: "head" };
const pending = { pending: "pending#1", pendingAt: "2027-01-01T00:00:00.000Z" };

describe("whoever listens hears of every write", () => {
  test("and since when the item is pending", async () => {
    const heard: Write[] = [];
    table.onWrite((write) => heard.push(write));
    await table.put({ ...key, ...pending });
    await table.change(key, { remove: ["pending", "pendingAt"] });
    await table.delete(key);
    expect(heard).toEqual([{ ...key, pending: pending.pending, pendingAt: pending.pendingAt }, key, key]);
  });

  test("but not of reads and refused writes", async () => {
    await table.put(key);
    const listener = vi.fn();
    table.onWrite(listener);
    await table.get(key);
    await table.put(key, { ifAbsent: true });
    await table.change(key, { set: { status: "open" }, when: { status: "present" } });
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("what was changed is known until it is forgotten", () => {
  const changedRefs = async () => (await table.changedRefs(10)).map(({ ref }) => ref);

  test("by the case or the call that a write belongs to, the longest unchanged first", async () => {
    await table.put({ pk: "case#1", sk: "head" });
    await table.put({ pk: "call#1", sk: "head" });
    await table.put({ pk: "call#1", sk: "entry#2" });
    await table.change({ pk: "case#1", sk: "task#000001#asked" }, { set: { status: "open" } });
    await table.delete({ pk: "case#3", sk: "note#1" });
    expect(await changedRefs()).toEqual(["call#1", "case#2", "case#1", "case#3"]);
    expect((await table.changedRefs(1)).map(({ ref }) => ref)).toEqual(["call#1"]);
  });

  test("but not of what belongs to no case, and not by a write that was refused", async () => {
    for (const pk of ["call#1", "lines#1", "figures#1", "find#1", "address#1", "calls"])
      await table.put({ pk, sk: "load#1" });
    await table.change(key, { set: { status: "open" }, when: { status: "present" } });
    expect(await changedRefs()).toEqual([]);
  });

  test("also after a restart, and is not forgotten when it was changed again meanwhile", async () => {
    await table.put(key);
    const [first] = await table.changedRefs(10);
    if (first === undefined) throw new Error("nothing was changed");
    reopen();
    await table.put(key);
    await table.forget(first);
    expect(await changedRefs()).toEqual([key.pk]);
    const [second] = await table.changedRefs(10);
    if (second === undefined) throw new Error("nothing was changed");
    await table.forget(second);
    expect(await changedRefs()).toEqual([]);
    await table.forget(second);
  });
});

describe("the table on the disk", () => {
  test("holds what was put when it is opened again", async () => {
    await table.put({ ...key, ...pending, school: "Šiaulių gimnazija" });
    reopen();
    expect(await table.index("pending", "pending#1")).toEqual([
      { ...key, ...pending, school: "Šiaulių gimnazija" },
    ]);
    expect(table.all()).toHaveLength(1);
  });

  test("holds after kill -9 what was answered, each item with its index entry and its change", async () => {
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
    const after = new Database(join(other, "kelias.sqlite"), { survives: "powerCut" });
    const left = openTable(after);
    const inOrder = (refs: readonly unknown[]) => refs.map(String).toSorted();
    const all = inOrder(left.all().map(({ pk }) => pk));
    const indexed = inOrder((await left.index("pending", "pending#1")).map(({ pk }) => pk));
    const noted = inOrder((await left.changedRefs(1_000_000)).map(({ ref }) => ref));
    after.close();
    rmSync(other, { recursive: true });
    expect(all.length).toBeGreaterThanOrEqual(answered);
    expect(indexed).toEqual(all);
    expect(noted).toEqual(all);
  });
});

/** Puts items as fast as it can, moves each in its index, and says a dot for each that was answered. */
const writing = (to: string): string => `
  import { Database } from "${join(process.cwd(), "infra/local/database/database.ts")}";
  import { openTable } from "${join(process.cwd(), "infra/local/table/table.ts")}";
  const table = openTable(new Database(${JSON.stringify(join(to, "kelias.sqlite"))}, { survives: "powerCut" }));
  const write = async (lane) => {
    for (let number = 0; ; number++) {
      const key = { pk: "case#" + lane + "-" + number, sk: "head" };
      await table.put({ ...key, pending: "pending#1", pendingAt: "2027-01-01" });
      await table.change(key, { set: { pendingAt: "2027-01-02" } });
      process.stdout.write(".");
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(write));
`;
