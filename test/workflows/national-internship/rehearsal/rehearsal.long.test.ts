import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { layOut, rowsOf, runRehearsal } from "../../../infra/local/rehearse/run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-place-rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = (name: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../../data/rehearsal/national-internship/${name}`, import.meta.url)),
    "utf8",
  );
const files = layOut(join(folder, "once"), {
  callText: shipped("call.json"),
  peopleText: shipped("people.csv"),
});

beforeAll(async () => {
  await runRehearsal(files);
});

const ended = (kind: string) => {
  const rows = rowsOf(files, "cases.csv").filter((row) => row.kind === kind);
  const counted = Object.groupBy(rows, ({ status = "" }) => status);
  return Object.fromEntries(Object.entries(counted).map(([status, those]) => [status, those?.length]));
};

it("every intern's road ends, with a place or without one", () => {
  expect(ended("applies")).toEqual({
    completed: 18,
    attended: 2,
    unmatched: 8,
    inexperienced: 2,
    ineligible: 1,
    refused: 1,
    lapsed: 1,
    withdrawn: 1,
  });
});

it("every place's road ends: used, refused, or taken back by its school", () => {
  expect(ended("offers")).toEqual({ completed: 10, refused: 1, withdrawn: 1 });
});

it("whoever completes is certified five days of eight hours", () => {
  const completed = rowsOf(files, "cases.csv").filter(
    ({ status, kind }) => kind === "applies" && status === "completed",
  );
  expect(new Set(completed.map(({ hours }) => hours))).toEqual(new Set(["40"]));
});
