import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { playAll } from "../../../../infra/local/rehearse/play-all.ts";
import type { OpenedWorld } from "../../../../infra/local/rehearse/world.ts";
import { openTable } from "../../../../infra/local/table/table.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import { readExample } from "../../../examples.ts";

/** Everything is stored when a rehearsal is killed last of all: what it meets then, it has met before. */

const rehearsed = (await everyProcess()).filter(({ rehearsal }) => rehearsal);

it.each(rehearsed)(
  "of a call of $id, killed when its last road had ended, nothing is done again",
  async ({ rehearsal }) => {
    const example = await (await rehearsal?.())?.example();
    if (!example) throw new Error("no example");
    const read = await readExample(example);
    const folder = mkdtempSync(join(tmpdir(), "kelias-begun-again-"));
    const seen: unknown[] = [];
    const look = async ({ local }: OpenedWorld) => {
      seen.push([openTable(local.database).all(), local.answers.all()]);
    };
    try {
      await playAll(folder, [read], look);
      await playAll(folder, [read], look);
      expect(seen[1]).toEqual(seen[0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
