import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Composed } from "../../../functions/documents/composed.ts";
import { drawPdf } from "../../../functions/documents/pdf.ts";
import { bundle } from "../../../infra/stacks/bundle.ts";
import { letters } from "./signed-case.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

const paper: Omit<Composed, "pageOf"> = {
  language: "lt",
  title: "Pažyma",
  caption: "Bandymas",
  asOf: "2027-03-01T08:00:00.000Z",
  foot: "Apačia",
  blocks: [
    { kind: "heading", text: "Raidės" },
    { kind: "text", text: letters },
    { kind: "facts", rows: [{ label: "Raidės", value: letters }] },
  ],
};

describe("the code that is deployed", () => {
  it("carries fonts and all, and draws the same document without a package or a file beside it", async () => {
    bundle("functions/documents/pdf.ts", folder);
    const script = `
      const { drawPdf } = await import(${JSON.stringify(join(folder, "index.mjs"))});
      const paper = { ...${JSON.stringify(paper)}, pageOf: (page, pages) => page + " / " + pages };
      process.stdout.write(await drawPdf(paper));`;
    const drawn = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      env: {},
    });
    const here = await drawPdf({ ...paper, pageOf: (page, pages) => `${page} / ${pages}` });
    expect(drawn.subarray(0, 5).toString()).toBe("%PDF-");
    expect(drawn.equals(Buffer.from(here))).toBe(true);
  });
});
