import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checksum, madeRecord, pinned, recordPath } from "../../../../infra/local/facts/made.ts";
import { inRepository } from "../../../../infra/machine-file.ts";
import { fontNames } from "./true-type.ts";

const read = (path: string): string => readFileSync(inRepository(path), "utf8");
const record = madeRecord.parse(JSON.parse(read(recordPath)));
const dataIn = (folder: string): string[] =>
  readdirSync(inRepository(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") || name === "LICENSE")
    .map((name) => `${folder}/${name}`);

describe("the data files that are made from packages", () => {
  it("were made from the versions that are pinned: else run npm run facts", () => {
    expect(record.packages).toEqual(pinned());
  });

  it.each(Object.entries(record.sha256))("%s is as it was made", (path, sha256) => {
    expect(checksum(read(path))).toBe(sha256);
  });

  it("are all that lie in their folders, but for the schools, which are an example, and the plan, which says where each figure stands", () => {
    const there = [...dataIn("workflows/kernel/facts"), ...dataIn("functions/documents/fonts")];
    const ours = ["schools", "plan"].map((name) => `workflows/kernel/facts/${name}.json`);
    const made = there.filter((path) => !ours.includes(path));
    expect(made.toSorted()).toEqual(Object.keys(record.sha256).toSorted());
  });

  it.each([
    ["regular", "Noto Sans Regular"],
    ["bold", "Noto Sans Bold"],
  ])("the font %s is the TrueType font %s", (weight, name) => {
    expect(fontNames(read(`functions/documents/fonts/${weight}.json`))).toContain(name);
  });
});
