import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { Database } from "../../../../infra/local/database/database.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-copy-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a database is copied each time, however often somebody writes while a copy begins", async () => {
  const database = new Database(join(folder, "kelias.sqlite"), { survives: "process" });
  const note = database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('written', ?)");
  const writtenIn = (path: string): number => {
    const copy = new Database(path, { survives: "process" });
    const [row] = copy.rows("SELECT value FROM setting WHERE name = 'written'");
    copy.close();
    return Number(row?.value ?? 0);
  };
  let written = 0;
  let isCopying = true;
  const behind: number[] = [];
  const copying = (async () => {
    for (let number = 0; number < 30; number++) {
      const path = join(folder, `copy-${number}.sqlite`);
      const before = written;
      await database.copyTo(path, () => undefined);
      if (writtenIn(path) < before) behind.push(number);
    }
  })().finally(() => {
    isCopying = false;
  });
  while (isCopying) {
    for (let more = 0; more < 20; more++) {
      written += 1;
      database.change(() => note.run(String(written)));
    }
    database.commit();
    await setImmediate();
  }
  await copying;
  database.close();
  expect(behind).toEqual([]);
});
