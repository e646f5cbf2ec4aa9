import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, expect, it, vi } from "vitest";
import { catalogueWide } from "./catalogue-wide.ts";

vi.setConfig({ testTimeout: 1_800_000 });

const copied = ["workflows", "functions", "infra", "test", "docs", "package.json", "tsconfig.json"];
const settings = ["vitest.config.ts", "vitest.long.config.ts", "biome.json", "cdk.json", "README.md"];
/** As `npm run new` leaves them, beside those of the tutorials. */
const untouched = { "poetry-evening": "", "school-gardens": " --selecting" };

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

/** The repository as a reader has it, in a folder of its own. */
const scratch = mkdtempSync(join(tmpdir(), "kelias-tutorial-"));
for (const name of [...copied, ...settings]) cpSync(name, join(scratch, name), { recursive: true });
symlinkSync(join(process.cwd(), "node_modules"), join(scratch, "node_modules"));
afterAll(() => rmSync(scratch, { recursive: true }));

it.each([
  { tutorial: "docs/first-process.md", commands: 6, changes: 21 },
  { tutorial: "docs/selecting-process.md", commands: 5, changes: 9 },
])("$tutorial makes a process that is rehearsed, by what stands in it and nothing else", (expected) => {
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

it("makes processes that pass whatever goes over the catalogue, as they are made and as the tutorials leave them", () => {
  for (const [name, selecting] of Object.entries(untouched))
    run(`npm run -s new -- ${name}${selecting}`, scratch);
  run("npx tsc --noEmit", scratch);
  const wide = catalogueWide(scratch);
  expect(wide).toEqual(
    expect.arrayContaining([
      "test/conformance/forms.test.ts",
      "test/functions/portal/school-of-each.test.ts",
      "test/workflows/words.test.ts",
    ]),
  );
  const isLong = (file: string) => file.includes(".long.");
  const made = [...Object.keys(untouched), "reading-club", "small-grants"];
  const short = wide.filter((file) => !isLong(file)).join(" ");
  run(`npx vitest run ${short}`, scratch);
  // What is long by nature tries the other processes elsewhere.
  const named = `-t "${made.join("|")}"`;
  const long = wide.filter(isLong).join(" ");
  const said = run(`npx vitest run --config vitest.long.config.ts ${named} ${long}`, scratch);
  expect(stripVTControlCharacters(said)).toMatch(/Tests\s+[1-9]\d* passed/);
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
