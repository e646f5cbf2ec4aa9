import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { argv } from "node:process";
import { inRepository } from "../machine-file.ts";
import { installed } from "../tools/installed.ts";
import { factFiles, recordOf, recordPath } from "./facts/made.ts";

/**
 * `npm run facts`: makes the data files of workflows/kernel/facts and the fonts anew from the pinned packages they come from,
 * which it fetches, and says which have changed. With `--check` it writes nothing and fails where one would change.
 */
const isCheck = argv.includes("--check");
const files = factFiles(installed("facts"));
const record = `${JSON.stringify(recordOf(files), null, 2)}\n`;
const kept = (path: string): string | undefined =>
  existsSync(inRepository(path)) ? readFileSync(inRepository(path), "utf8") : undefined;
const changed = [...files, [recordPath, record] as const].filter(([path, text]) => kept(path) !== text);
for (const [path, text] of isCheck ? [] : changed) {
  mkdirSync(dirname(inRepository(path)), { recursive: true });
  writeFileSync(inRepository(path), text);
}
for (const [path] of changed) console.log(`${isCheck ? "would change" : "changed"}: ${path}`);
console.log(
  `${files.size} files, ${changed.length === 0 ? "all as the packages say" : `${changed.length} not as before`}`,
);
if (isCheck && changed.length > 0) process.exitCode = 1;
