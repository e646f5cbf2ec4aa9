import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../../infra/local/data-folder.ts";
import { roomForExample, unfinished } from "../../../../infra/local/example/unfinished.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-room-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the example is made where there is nothing, or no folder yet", () => {
  expect(roomForExample(folder)).toBe("empty");
  expect(roomForExample(join(folder, "data"))).toBe("empty");
});

test("what was stored is left alone, also by an earlier version", () => {
  openDatabase(folder, { survives: "process" }).close();
  expect(roomForExample(folder)).toBe("taken");
  expect(existsSync(join(folder, "kelias.sqlite"))).toBe(true);
  const earlier = join(folder, "earlier");
  mkdirSync(earlier);
  writeFileSync(join(earlier, "journal.sqlite"), "");
  expect(roomForExample(earlier)).toBe("taken");
});

test("an example that was cut off is thrown away, and nothing that was there before", () => {
  openDatabase(folder, { survives: "process" }).close();
  mkdirSync(unfinished(folder));
  for (const name of ["mail.jsonl", "clock.json", "secret", "notes.txt"])
    writeFileSync(join(folder, name), "");
  expect(roomForExample(folder)).toBe("cutOff");
  expect(readdirSync(folder).toSorted()).toEqual(["notes.txt", "secret"]);
  expect(roomForExample(folder)).toBe("empty");
});

test("an example that another process makes now is left to it", () => {
  const database = openDatabase(folder, { survives: "process" });
  mkdirSync(unfinished(folder));
  expect(() => roomForExample(folder)).toThrow(expect.objectContaining({ fault: "folderInUse" }));
  expect(existsSync(join(folder, "kelias.sqlite"))).toBe(true);
  database.close();
});
