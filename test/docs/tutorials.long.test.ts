import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 600_000 });

const copied = ["workflows", "functions", "infra", "test", "docs", "package.json", "tsconfig.json"];
const settings = ["vitest.config.ts", "biome.json"];

/** What a reader of the tutorial does: in order, runs a command, sees what it prints, and changes a file. */
type Deed =
  | { readonly does: "run"; readonly command: string }
  | { readonly does: "see"; readonly text: string }
  | { readonly does: "change"; readonly file: string; readonly from: string; readonly to: string };

function deedsIn(markdown: string): readonly Deed[] {
  const deeds: Deed[] = [];
  let file = "";
  for (const [, named, language, body = ""] of markdown.matchAll(
    /^(?:`(workflows\/[^`]+)`|```(\w+)\n(.*?)^```)$/gms,
  )) {
    if (named !== undefined) file = named;
    else if (language === "sh")
      deeds.push(
        ...body
          .trim()
          .split("\n")
          .map((command): Deed => ({ does: "run", command })),
      );
    else if (language === "text") deeds.push({ does: "see", text: body });
    else if (language === "diff") deeds.push({ does: "change", file, ...sidesOf(body) });
  }
  return deeds;
}

function sidesOf(diff: string) {
  const lines = diff.trimEnd().split("\n");
  const side = (sign: string) =>
    lines
      .flatMap((line) => (line.startsWith(sign) || line.startsWith(" ") ? [line.slice(1)] : []))
      .join("\n");
  return { from: side("-"), to: side("+") };
}

const scratches: string[] = [];
afterAll(() => {
  for (const scratch of scratches) rmSync(scratch, { recursive: true });
});

/** The repository as a reader has it, in a folder of its own. */
function cloned(): string {
  const scratch = mkdtempSync(join(tmpdir(), "kelias-tutorial-"));
  scratches.push(scratch);
  for (const name of [...copied, ...settings]) cpSync(name, join(scratch, name), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(scratch, "node_modules"));
  return scratch;
}

it.each([
  { tutorial: "docs/first-process.md", commands: 6, changes: 21 },
  { tutorial: "docs/selecting-process.md", commands: 5, changes: 9 },
])("$tutorial makes a process that is rehearsed, by what stands in it and nothing else", (expected) => {
  const scratch = cloned();
  const deeds = deedsIn(readFileSync(expected.tutorial, "utf8"));
  expect(deeds.filter(({ does }) => does === "run").length).toBeGreaterThanOrEqual(expected.commands);
  expect(deeds.filter(({ does }) => does === "change").length).toBeGreaterThanOrEqual(expected.changes);
  let printed = "";
  for (const deed of deeds) {
    switch (deed.does) {
      case "run":
        printed = run(deed.command, scratch);
        break;
      case "see":
        for (const line of deed.text.trimEnd().split("\n")) expect(printed).toContain(line);
        break;
      case "change": {
        const path = join(scratch, deed.file);
        const text = readFileSync(path, "utf8");
        expect([deed.file, deed.from, text.split(`${deed.from}\n`).length - 1]).toEqual([
          deed.file,
          deed.from,
          1,
        ]);
        writeFileSync(
          path,
          text.replace(`${deed.from}\n`, () => `${deed.to}\n`),
        );
      }
    }
  }
  // The last command tries the new process, and not nothing.
  expect(stripVTControlCharacters(printed)).toMatch(/Tests\s+[1-9]\d* passed/);
});

function run(command: string, cwd: string): string {
  try {
    return execFileSync("bash", ["-c", command], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: "0", NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const said = Object(error);
    throw new Error(`${command}\n${String(said.stdout).slice(-4000)}\n${String(said.stderr).slice(-4000)}`);
  }
}
