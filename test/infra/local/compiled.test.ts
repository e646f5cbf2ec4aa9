import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, it } from "vitest";
import { madeFiles } from "../../../infra/local/compiled.ts";

const made = (await madeFiles()).map((file) => ({ ...file, name: relative(process.cwd(), file.path) }));

it.each(made)("$name is what its process makes today (npm run compile)", ({ path, text }) => {
  expect(existsSync(path) ? readFileSync(path, "utf8") : "no file").toBe(text);
});
