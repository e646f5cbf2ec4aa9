import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textsOf } from "../../../../infra/local/rehearse/example-files.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import { mailsOf } from "./killing.ts";
import { bytesOf, casesAndMailsOf, endOf, launch, layOut } from "./run-rehearsal.ts";
import { seeded } from "./seeded.ts";

/** `FIRST_SEED` and `SEEDS` say at which writes: each seed cuts every example off at others. */
const first = Number(process.env.FIRST_SEED ?? 11);
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 1) }, (_, index) => first + index);
const cuts = 8;

const folder = mkdtempSync(join(tmpdir(), "kelias-cut-off-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rehearsed = (await everyProcess()).filter(({ rehearsal }) => rehearsal);
const oneLife = "test/infra/local/rehearse/one-life.ts";

/** Lets a rehearsal live until it ends or has written so often; whether it ended. */
async function live(lived: string, writes?: number): Promise<boolean> {
  const asked = [launch, oneLife, lived, ...(writes === undefined ? [] : [String(writes)])];
  return (await endOf(spawn(process.execPath, asked, { stdio: ["ignore", "ignore", "pipe"] }))) === 0;
}

describe.each(rehearsed)("the example of $id, cut off at any write and begun again", ({ id, rehearsal }) => {
  it("comes to the same for everyone, pays each once and sends each mail once", async () => {
    const example = await (await rehearsal?.())?.example();
    if (!example) throw new Error("no example");
    const texts = textsOf(example);
    const whole = layOut(join(folder, id, "whole"), texts);
    expect(await live(join(folder, id, "whole"))).toBe(true);
    const writes = Number(bytesOf(whole, "writes"));
    for (const seed of seeds) {
      const chance = seeded(seed);
      const lived = join(folder, id, String(seed));
      const files = layOut(lived, texts);
      const lives = Array.from({ length: cuts }, () => chance.whole(1, Math.ceil((2 * writes) / cuts)));
      const ends: boolean[] = [];
      for (const life of [...lives, undefined]) if (!ends.includes(true)) ends.push(await live(lived, life));
      expect(ends.length).toBeGreaterThan(2);
      const told = `seed ${seed}, cut off after ${lives.join(", ")} writes`;
      expect(casesAndMailsOf(files), told).toEqual(casesAndMailsOf(whole));
      expect(mailsOf(files), told).toEqual(mailsOf(whole));
      expect(bytesOf(files, "ledger.csv"), told).toBe(bytesOf(whole, "ledger.csv"));
    }
  });
});
