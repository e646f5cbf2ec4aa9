import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A process with one question, as somebody might write it. Only its ways and its start differ. */
const asking = (ways: string, { start = '"asked"', role = '"mentor"' } = {}) => `
import { principal } from "../../workflows/blocks/roles.ts";
import { days } from "../../workflows/kernel/duration.ts";
import { defineForm } from "../../workflows/kernel/form.ts";
import { defineProcess } from "../../workflows/kernel/define-process.ts";
import { ask, end } from "../../workflows/kernel/states.ts";

const question = defineForm({ id: "question", outcomes: ["yes", "no"], fields: {} });

export const process = defineProcess({
  id: "example",
  roles: { mentor: principal },
  start: ${start},
  states: {
    asked: ask(${role}, question, {
      within: days(7),
      on: ${ways},
    }),
    done: end("done"),
  },
  interruptions: {},
  people: () => undefined,
  words: { lt: async () => ({ default: {} }), en: async () => ({ default: {} }) },
});
`;

const slips = {
  sound: asking('{ yes: "done", no: "done", expired: "asked" }'),
  wrongState: asking('{ yes: "done", no: "dnoe", expired: "asked" }'),
  unhandledOutcome: asking('{ yes: "done", expired: "asked" }'),
  nobodyAnswers: asking('{ yes: "done", no: "done" }'),
  foreignOutcome: asking('{ yes: "done", no: "done", expired: "asked", maybe: "done" }'),
  wrongStart: asking('{ yes: "done", no: "done", expired: "asked" }', { start: '"begin"' }),
  wrongRole: asking('{ yes: "done", no: "done", expired: "asked" }', { role: '"metnor"' }),
};

let folder = "";
let said = "";

beforeAll(() => {
  mkdirSync("build", { recursive: true });
  folder = mkdtempSync(join("build", "types-"));
  for (const [name, text] of Object.entries(slips)) writeFileSync(join(folder, `${name}.ts`), text);
  writeFileSync(join(folder, "tsconfig.json"), '{ "extends": "../../tsconfig.json", "include": ["*.ts"] }');
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  said = stdout + stderr;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says about one file, `line: message` with all that stands under it. */
const saidOf = (name: keyof typeof slips): string[] =>
  said
    .split(/\n(?=\S)/)
    .map((text) => text.trim())
    .flatMap((text) => {
      const [, file, line, message = ""] = /([^/]+)\.ts\((\d+),\d+\): error (.*)/s.exec(text) ?? [];
      return file === name ? [`${line}: ${message}`] : [];
    });

const lineOf = (name: keyof typeof slips, text: string): number =>
  slips[name].split("\n").findIndex((line) => line.includes(text)) + 1;

it("a process that is sound compiles", () => {
  expect(saidOf("sound")).toEqual([]);
});

it("a state that does not exist is an error at the state that leads there, and named", () => {
  const [error, ...more] = saidOf("wrongState");
  expect(more).toEqual([]);
  expect(error).toMatch(new RegExp(`^${lineOf("wrongState", "asked: ask")}: TS2(322|375):`));
  expect(error).toContain("dnoe");
});

it("an outcome of the form that leads nowhere is an error on its line, and named", () => {
  const missing = saidOf("unhandledOutcome").filter((error) => error.includes("Property 'no' is missing"));
  expect(missing).toEqual([expect.stringMatching(new RegExp(`^${lineOf("unhandledOutcome", "on: {")}: TS`))]);
});

it("a question that may stay open must say where silence leads", () => {
  const missing = saidOf("nobodyAnswers").filter((error) => error.includes("Property 'expired' is missing"));
  expect(missing).toEqual([expect.stringMatching(new RegExp(`^${lineOf("nobodyAnswers", "on: {")}: TS`))]);
});

it("an outcome that the form does not have is an error on its line", () => {
  const [error, ...more] = saidOf("foreignOutcome");
  expect(more).toEqual([]);
  expect(error).toMatch(new RegExp(`^${lineOf("foreignOutcome", "maybe")}: TS2322`));
  expect(error).toContain("never");
});

it("a start that is no state is an error on its line, and named", () => {
  const [error, ...more] = saidOf("wrongStart");
  expect(more).toEqual([]);
  expect(error).toMatch(new RegExp(`^${lineOf("wrongStart", "start:")}: TS2322: Type '"begin"'`));
});

it("a role that neither the house nor the process has is an error on its line, and named", () => {
  const [error, ...more] = saidOf("wrongRole");
  expect(more).toEqual([]);
  expect(error).toMatch(new RegExp(`^${lineOf("wrongRole", "asked:")}: `));
  expect(error).toContain("metnor");
});
