import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { bytesOf, runRehearsal } from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-same-"));
afterAll(() => rmSync(folder, { recursive: true }));

const data = fileURLToPath(new URL("../../../data/rehearsal", import.meta.url));
const withPeople = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(data, entry.name)).includes("people.csv"))
  .map(({ name }) => name);

it.each(withPeople)("the shipped files of %s give the same bytes each time", async (process) => {
  const files = { call: join(data, process, "call.json"), people: join(data, process, "people.csv") };
  const [first, second] = ["first", "second"].map((name) => ({ ...files, out: join(folder, process, name) }));
  if (!first || !second) throw new Error("two folders");
  await runRehearsal(first);
  await runRehearsal(second);
  const made = readdirSync(first.out).filter(
    (name) => /\.(csv|xml|html)$/.test(name) || name === "summary.json",
  );
  expect(made).toContain("cases.csv");
  for (const name of made) expect(bytesOf(second, name), name).toBe(bytesOf(first, name));
});
