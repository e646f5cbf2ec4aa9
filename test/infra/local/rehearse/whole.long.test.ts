import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selecting } from "../../../../workflows/foreign-internship/rehearsal.ts";
import { itBalances } from "./balance.ts";
import { shippedText } from "./plain-files.ts";
import { casesOf, foretoldFor, layOut, type RehearsalFolder, runRehearsal } from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the shipped call with its two hundred people", () => {
  let files: RehearsalFolder;
  beforeAll(async () => {
    files = layOut(join(folder, "shipped"), {
      callText: shippedText("call.json"),
      peopleText: shippedText("people.csv"),
    });
    await runRehearsal(files);
  });

  it("brings everyone to the end that the rules foretell, by every way there is", async () => {
    const cases = casesOf(files);
    expect(cases).toHaveLength(200);
    expect(cases).toEqual(await foretoldFor(files));
    expect(new Set(cases.map(({ status }) => status))).toEqual(
      new Set(selecting.endings.map(({ status }) => status)),
    );
  });

  itBalances(() => files);
});
