import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { layOut, rowsOf, runRehearsal } from "../../infra/local/rehearse/run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-group-rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../data/rehearsal/supervision/${name}`, import.meta.url)), "utf8");

/** The shipped call with one of its schools only. */
const files = layOut(join(folder, "once"), {
  callText: shipped("call.json"),
  peopleText: shipped("people.csv")
    .split("\n")
    .filter((line) => line.startsWith("kind,") || line.includes(",Molėtų 1,"))
    .join("\n"),
});

beforeAll(async () => {
  await runRehearsal(files);
});

const ends: Readonly<Record<string, readonly string[]>> = {
  done: ["completed", "35"],
  partly: ["completed", "35"],
  not_yet: ["completed", "35"],
  silent: ["left", ""],
  leaves: ["withdrawn", ""],
};

it("who was at every meeting completes, who missed one has a statement only, and who leaves or never answers has neither", () => {
  const people = new Map(
    shipped("people.csv")
      .trim()
      .split("\n")
      .map((line) => line.split(","))
      .map(([, , name, , , , , absent, answers]) => [name, { absent, answers }]),
  );
  const joined = rowsOf(files, "cases.csv").filter(({ kind }) => kind === "joins");
  expect(joined.length).toBeGreaterThan(5);
  for (const { name, status, hours } of joined) {
    const said = people.get(name);
    const expected = said?.absent ? ["attended", ""] : ends[said?.answers ?? ""];
    expect([name, status, hours]).toEqual([name, ...(expected ?? [])]);
  }
});

it("the supervisor is paid for the hours that were held: seven meetings of five hours at forty euros", () => {
  const paid = rowsOf(files, "ledger.csv").filter(({ kind }) => kind === "fee");
  expect(paid.map(({ amountEur }) => amountEur)).toEqual(["1400.00"]);
});
