import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { times } from "../../../thoroughness.ts";
import { killAndEnd, mailsOf } from "./killing.ts";
import { randomRehearsal } from "./random-rehearsal.ts";
import {
  bytesOf,
  casesAndMailsOf,
  casesOf,
  foretoldFor,
  layOut,
  type RehearsalFolder,
  runRehearsal,
} from "./run-rehearsal.ts";
import { seeded } from "./seeded.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-killed-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a rehearsal that is killed and begun again", () => {
  const files = randomRehearsal(16, times(24, 40));
  let undisturbed: RehearsalFolder;
  let killed: RehearsalFolder;

  beforeAll(async () => {
    undisturbed = layOut(join(folder, "undisturbed"), files);
    killed = layOut(join(folder, "killed"), files);
    const began = performance.now();
    await runRehearsal(undisturbed);
    // Half of a small run is its start. Lives that take a quarter of it together, on average, leave the last one its part.
    const kills = times(3, 20);
    const longest = Math.round((performance.now() - began) / kills / 2);
    const done = await killAndEnd(killed, { kills, chance: seeded(7), longest });
    expect(done.length).toBeGreaterThan(1);
  });

  it("comes to the same for everyone", async () => {
    expect(casesAndMailsOf(killed)).toEqual(casesAndMailsOf(undisturbed));
    expect(casesOf(killed)).toEqual(await foretoldFor(killed));
  });

  it("pays each once: its file for the bank is the same to the byte", () => {
    expect(bytesOf(killed, "payments.xml")).toBe(bytesOf(undisturbed, "payments.xml"));
  });

  it("sends each mail once: to the same people, at the same virtual time, as often as without a kill", () => {
    expect(mailsOf(killed)).toEqual(mailsOf(undisturbed));
  });
});
