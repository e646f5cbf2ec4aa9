import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../infra/local/database/database.ts";
import { databaseErrorOf } from "../../../../infra/local/database/errors.ts";
import { version } from "../../../../infra/local/database/schema.ts";
import { openTable } from "../../../../infra/local/table/table.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-database-"));
  file = join(folder, "kelias.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (path = file): Database => new Database(path, { survives: "powerCut" });

/** What is said when this file is opened. */
function refusal(path = file): unknown {
  try {
    open(path).close();
  } catch (error) {
    return error;
  }
  return "it was opened";
}

const trouble = (of: string, saying: string) => ({
  name: "DatabaseError",
  trouble: of,
  message: expect.stringContaining(saying),
});

async function filled(items: number): Promise<void> {
  const database = open();
  const table = openTable(database);
  const ids = Array.from({ length: items }, (_, id) => id);
  await Promise.all(ids.map((id) => table.put({ pk: `case#${id}`, sk: "head", words: "ą".repeat(2000) })));
  database.close();
}

describe("a database that cannot be used is refused with what to do, and left as it is:", () => {
  const ofVersion = (other: number): void => {
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${other}`);
    database.close();
  };

  test.each([
    [version + 1, trouble("newer", "Update the program")],
    [version - 1, trouble("older", "go on with the earlier version")],
  ])("one of version %i", async (other, said) => {
    await filled(1);
    ofVersion(other);
    const before = readFileSync(file);
    expect(refusal()).toMatchObject(said);
    expect(readFileSync(file)).toEqual(before);
  });

  test("one that another process holds, until that one is closed", () => {
    const holder = open();
    expect(refusal()).toMatchObject(trouble("inUse", "Stop that one first"));
    holder.close();
    expect(refusal()).toBe("it was opened");
  });

  test("one in a folder that is not there", () => {
    const said = trouble("notWritable", "Check that its folder exists");
    expect(refusal(join(folder, "none", "kelias.sqlite"))).toMatchObject(said);
  });

  test("a folder in its place", () => {
    mkdirSync(file);
    expect(refusal()).toMatchObject(trouble("notWritable", "may be written to"));
  });

  test("one that SQLite may not lock, because it may only be read", () => {
    const said = Object.assign(new Error("disk I/O error"), { errcode: 3850 });
    expect(databaseErrorOf(file, said)).toMatchObject({ trouble: "notWritable", cause: said });
  });

  // Whoever may write everywhere cannot see this.
  test.skipIf(process.getuid?.() === 0)("one that may only be read", async () => {
    await filled(1);
    chmodSync(file, 0o444);
    expect(refusal()).toMatchObject(trouble("notWritable", "may be written to"));
  });

  test("a file that is something else", () => {
    const letter = "Gerbiamieji, ".repeat(1000);
    writeFileSync(file, letter);
    expect(refusal()).toMatchObject(trouble("damaged", "Put a copy of the data folder in its place"));
    expect(readFileSync(file, "utf8")).toBe(letter);
  });

  test("one that lost its end", async () => {
    await filled(100);
    truncateSync(file, readFileSync(file).length / 2);
    expect(refusal()).toMatchObject(trouble("damaged", "is damaged"));
  });

  test("one that was not closed, with other bytes in its middle", async () => {
    await filled(100);
    const holder = open();
    const beside = join(folder, "copy.sqlite");
    copyFileSync(file, beside);
    copyFileSync(`${file}-wal`, `${beside}-wal`);
    holder.close();
    spoilMiddle(beside);
    expect(refusal(beside)).toMatchObject(trouble("damaged", "is damaged"));
  });

  test("one that was copied beside a running process, without its log and with other bytes in its middle", async () => {
    await filled(100);
    const holder = open();
    holder.rows("PRAGMA wal_checkpoint(TRUNCATE)");
    const beside = join(folder, "copy.sqlite");
    copyFileSync(file, beside);
    holder.close();
    spoilMiddle(beside);
    expect(refusal(beside)).toMatchObject(trouble("damaged", "is damaged"));
  });

  test("one that was closed, with the log of another one beside it and other bytes in its middle", async () => {
    await filled(100);
    spoilMiddle(file);
    writeFileSync(`${file}-wal`, "x");
    expect(refusal()).toMatchObject(trouble("damaged", "is damaged"));
  });
});

const spoilMiddle = (path: string): void => {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill("x", bytes.length / 2, bytes.length / 2 + 10_000));
};

describe("what was damaged since the database was closed", () => {
  test("is found where it is read, told once, and found at every opening from then on", async () => {
    await filled(100);
    spoilMiddle(file);
    const database = open();
    const table = openTable(database);
    const heard: unknown[] = [];
    database.onDamage((damage) => heard.push(damage));
    const keys = Array.from({ length: 100 }, (_, id) => ({ pk: `case#${id}`, sk: "head" }));
    const read = await Promise.allSettled(keys.map((key) => table.get(key)));
    const refused = read.filter(({ status }) => status === "rejected");
    expect(refused.length).toBeGreaterThan(1);
    expect(refused.length).toBeLessThan(100);
    for (const each of refused) expect(each).toMatchObject({ reason: trouble("damaged", "is damaged") });
    expect(heard).toHaveLength(1);
    database.close();
    for (let time = 0; time < 2; time++)
      expect(refusal()).toMatchObject(trouble("damaged", "Put a copy of the data folder in its place"));
  });

  test("is found when all of it is read", async () => {
    await filled(100);
    spoilMiddle(file);
    const database = open();
    expect(() => openTable(database).all()).toThrow("is damaged");
    database.close();
  });
});

describe("when the disk is full in the middle of a write", () => {
  const key = { pk: "case#1", sk: "head" };
  const words = "ą".repeat(100_000);
  const room = (database: Database, pages: number) => database.rows(`PRAGMA max_page_count = ${pages}`);

  test("everybody whose write or answer hangs on it is told, what was stored is safe, and with room it goes on", async () => {
    const database = open();
    const table = openTable(database);
    const heard: string[] = [];
    table.onWrite(({ pk }) => heard.push(pk));
    await table.put({ ...key, school: "Šiaulių gimnazija" });
    room(database, 1);
    const together = await Promise.allSettled([
      table.change(key, { set: { school: "kita" } }),
      table.put(key, { ifAbsent: true }),
      table.get(key),
      table.put({ pk: "case#2", sk: "head", words }),
    ]);
    for (const each of together) {
      const reason = trouble("full", "Make room; what was stored before is safe");
      expect(each).toMatchObject({ status: "rejected", reason });
    }
    expect(await table.get(key)).toEqual({ ...key, school: "Šiaulių gimnazija" });
    expect((await table.changedRefs(10)).map(({ ref }) => ref)).toEqual([key.pk]);
    room(database, 1_000_000);
    await table.put({ pk: "case#2", sk: "head", words });
    expect(heard).toEqual(["case#1", "case#2"]);
    database.close();
    const after = open();
    expect(openTable(after).all()).toHaveLength(2);
    after.close();
  });
});

test("a group is committed once for all who wait, by the turn's end or by whoever asks for it at once", async () => {
  const database = open();
  const table = openTable(database);
  const told: number[] = [];
  const put = (id: number) => table.put({ pk: `case#${id}`, sk: "head" }).then(() => told.push(id));
  const first = [put(1), put(2)];
  expect(database.isChanging).toBe(true);
  await Promise.resolve();
  expect(told).toEqual([]);
  database.commit();
  expect(database.isChanging).toBe(false);
  await Promise.all(first);
  await put(3);
  expect(told).toEqual([1, 2, 3]);
  database.close();
});

describe("what is begun anew when it was cut off survives nothing:", () => {
  const began = (): Database => new Database(file, { survives: "nothing" });

  test("nobody waits for the disk, and all of it is there once it was closed", async () => {
    const database = began();
    const table = openTable(database);
    await table.put({ pk: "case#1", sk: "head" });
    expect(database.isChanging).toBe(false);
    await table.put({ pk: "case#2", sk: "head" });
    database.close();
    const after = open();
    expect(openTable(after).all()).toHaveLength(2);
    after.close();
  });

  test("a copy of the files in the middle, as a kill leaves them, has nothing of it, and opens", async () => {
    const database = began();
    await openTable(database).put({ pk: "case#1", sk: "head" });
    const left = join(folder, "left.sqlite");
    for (const end of ["", "-wal"]) copyFileSync(`${file}${end}`, `${left}${end}`);
    const found = open(left);
    expect(openTable(found).all()).toEqual([]);
    found.close();
    database.close();
  });

  test("wiping and marking it whole goes between two transactions, and what comes later is committed, too", async () => {
    const database = began();
    const table = openTable(database);
    await table.put({ pk: "case#1", sk: "head" });
    database.wipe();
    await table.put({ pk: "case#2", sk: "head" });
    database.markWhole();
    await table.put({ pk: "case#3", sk: "head" });
    database.close();
    const after = open();
    expect([after.isWhole, openTable(after).all().length]).toEqual([true, 3]);
    after.close();
  });

  test("it is held by one process", () => {
    const holder = began();
    expect(refusal()).toMatchObject(trouble("inUse", "Stop that one first"));
    holder.close();
  });
});
