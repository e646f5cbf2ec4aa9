import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { pinsOf, trades } from "../../../infra/tools/installed.ts";

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), dependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

describe.each(trades.map((trade) => [trade, pinsOf(trade)]))("the packages of %s", (_, folder) => {
  const { dependencies } = manifest.parse(read(folder, "package.json"));
  const { "": top, ...locked } = lock.parse(read(folder, "package-lock.json")).packages;

  it("are pinned to one version each, and locked so", () => {
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(top?.dependencies).toEqual(dependencies);
  });

  it("are fetched with a checksum, and so is all that they need", () => {
    expect(Object.keys(locked).filter((path) => !locked[path]?.integrity)).toEqual([]);
  });
});
