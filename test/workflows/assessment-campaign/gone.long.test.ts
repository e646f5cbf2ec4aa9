import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { byChance } from "./campaigns.ts";
import { readFiles } from "./rehearsed.ts";

/** Everything of a data folder, file by file, as it lies on the disk. */
const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => ({ name: one.name, bytes: readFileSync(join(one.parentPath, one.name)) }));

const [folder, beside] = ["data", "beside"].map((name) => mkdtempSync(join(tmpdir(), `kelias-${name}-`)));
const sheets: string[] = [];
const keys: string[] = [];
/** The first campaign by chance with some sheets and some answers. */
const { call, lines } = (() => {
  for (let seed = 1; ; seed += 1) {
    const made = byChance(seed, 12);
    const invited = made.call.schools.flatMap((school) => Object.values(school.invited));
    if (made.lines.length > 20 && invited.reduce((sum, codes) => sum + codes, 0) > 40) return made;
  }
})();
let answers = 0;
const pseudonyms: string[] = [];

beforeAll(async () => {
  if (!folder || !beside) throw new Error("no folder");
  // A study asks all of them here, and each types a pseudonym.
  const sample = { seed: "2027", schools: 3000 };
  const part = await readFiles({ ...call, reminders: ["2027-03-30"], sample }, lines);
  const ledger = openLedger(join(beside, "applications.jsonl"));
  const { note } = ledger.slips;
  const watched = {
    ...ledger,
    slips: {
      ...ledger.slips,
      note: (...said: Parameters<typeof note>) => {
        sheets.push(...said[2]);
        note(...said);
      },
    },
  };
  const world = await openWorld(folder, openingOf(part.call), watched);
  await publishCall(world.house, part.cast.given);
  const looking = {
    ...world,
    advanceTo: async (instant: string) => {
      for (const { sk, key } of world.local.answers.all())
        if (sk === "key" && !keys.includes(String(key))) keys.push(String(key));
      await world.advanceTo(instant);
    },
  };
  await play(looking, { parts: [part], ledger: watched, onProgress: () => undefined });
  const left = world.local.answers.all().filter(({ pk }) => String(pk).startsWith("answers#"));
  answers = left.length;
  pseudonyms.push(...left.map(({ pseudonym }) => String(pseudonym)));
  expect(world.local.answers.all().every(({ pk }) => String(pk).startsWith("answers#"))).toBe(true);
  await world.close();
});

afterAll(() => {
  for (const one of [folder, beside]) if (one) rmSync(one, { recursive: true });
});

it("after the close no code of the sheets is found in the data folder, nor what stood for one, nor the key", () => {
  const files = bytesIn(folder ?? "");
  expect(files.map(({ name }) => name)).toContain("answers.sqlite");
  expect(sheets.length).toBeGreaterThan(30);
  expect(answers).toBeGreaterThan(10);
  expect(keys).toHaveLength(1);
  for (const { name, bytes } of files) {
    const found = [...sheets, ...keys].filter((secret) => bytes.includes(secret));
    expect([name, found]).toEqual([name, []]);
    expect([name, bytes.includes("slips#")]).toEqual([name, false]);
    expect([name, bytes.includes("campaign#")]).toEqual([name, false]);
  }
});

it("beside the answers stands no address of a school, no time and no order of writing", () => {
  const [file] = bytesIn(folder ?? "").filter(({ name }) => name === "answers.sqlite");
  const text = file?.bytes.toString("latin1") ?? "";
  expect(text.match(/@\w+\.example|2027-0\d-\d\d/g)).toBeNull();
});

it("a pseudonym of a study stands in its answer alone, where nothing else leads from or to a person", () => {
  expect(new Set(pseudonyms).size).toBe(answers);
  for (const { name, bytes } of bytesIn(folder ?? "")) {
    const found = pseudonyms.filter((one) => bytes.includes(one));
    expect([name, found.length]).toEqual([name, name === "answers.sqlite" ? answers : 0]);
  }
});
