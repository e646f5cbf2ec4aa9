import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { statuses } from "../../../../infra/local/rehearse/summary.ts";
import { mailsOf } from "./killing.ts";
import { shippedText } from "./plain-files.ts";
import { randomRehearsal } from "./random-rehearsal.ts";
import { bytesOf, casesOf, foretoldFor, layOut, rowsOf, runRehearsal } from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run rehearse", () => {
  it("brings everyone of the shipped file to the end that the rules foretell, by every way there is", async () => {
    const files = layOut(join(folder, "shipped"), {
      callText: shippedText("call.json"),
      peopleText: shippedText("people.csv"),
    });
    await runRehearsal(files);
    const cases = casesOf(files);
    expect(cases).toHaveLength(200);
    expect(cases).toEqual(await foretoldFor(files));
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(statuses));
  }, 240_000);

  it.each([
    [21, 16],
    [22, 16],
  ])(
    "comes to what the rules foretell for people and a call by chance (seed %i)",
    async (seed, size) => {
      const files = layOut(join(folder, `random-${seed}`), randomRehearsal(seed, size));
      await runRehearsal(files);
      expect(casesOf(files)).toEqual(await foretoldFor(files));
    },
    60_000,
  );

  it("gives byte for byte the same for the same input and seed", async () => {
    const texts = randomRehearsal(23, 14);
    const [first, second] = [layOut(join(folder, "first"), texts), layOut(join(folder, "second"), texts)];
    await runRehearsal(first);
    await runRehearsal(second);
    for (const name of ["cases.csv", "mails.csv", "summary.json", "report.html"]) {
      expect(bytesOf(second, name), name).toBe(bytesOf(first, name));
    }
  }, 60_000);
});

describe("mails.csv", () => {
  it("has as many mails of each case as cases.csv says, and each question was mailed to somebody once", async () => {
    const files = layOut(join(folder, "mails"), randomRehearsal(24, 14));
    await runRehearsal(files);
    const mails = rowsOf(files, "mails.csv");
    const total = rowsOf(files, "cases.csv").reduce((sum, row) => sum + Number(row.mails), 0);
    expect(mails.filter(({ applicant }) => applicant !== "")).toHaveLength(total);
    const moments = mailsOf(files).map((mail) => mail.replace(/, round \d+/, ""));
    expect(new Set(moments).size).toBe(moments.length);
  }, 60_000);
});
