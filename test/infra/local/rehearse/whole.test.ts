import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itBalances } from "./balance.ts";
import { randomRehearsal } from "./random-rehearsal.ts";
import {
  bytesOf,
  casesOf,
  foretoldFor,
  layOut,
  type RehearsalFolder,
  runRehearsal,
} from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a call and people by chance", () => {
  const texts = randomRehearsal(23, 16);
  let first: RehearsalFolder;
  beforeAll(async () => {
    first = layOut(join(folder, "first"), texts);
    await runRehearsal(first);
  });

  it("come to what the rules foretell", async () => {
    expect(casesOf(first)).toEqual(await foretoldFor(first));
  });

  itBalances(() => first);

  it("come byte for byte to the same a second time", async () => {
    const second = layOut(join(folder, "second"), texts);
    await runRehearsal(second);
    for (const name of ["cases.csv", "mails.csv", "payments.xml", "summary.json", "report.html"]) {
      expect(bytesOf(second, name), name).toBe(bytesOf(first, name));
    }
  });
});
