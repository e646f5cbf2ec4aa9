import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const top = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${top}package.json`, "utf8"),
).scripts;

/** Prints more than a pipe holds, and says at its end on the other stream that it came there. */
const talks =
  "for (let line = 0; line < 20000; line++) console.log('a line that nobody reads', line); console.error('done')";

describe("a command whose reader stops, as head does", () => {
  it("goes on to its end and says nothing of it", async () => {
    const { stdout, stderr } = await run(
      "bash",
      [
        "-c",
        `set -o pipefail; "${process.execPath}" --import ./infra/launch/closed-pipe.js -e "${talks}" | head -1`,
      ],
      { cwd: top },
    );
    expect([stdout.split("\n").length, stderr]).toEqual([2, "done\n"]);
  });

  it("is every command that the package has", () => {
    const own = Object.entries(scripts).filter(([, line]) => /^node .*\b(infra|test)\//.test(line));
    const deaf = own.filter(([, line]) => !/closed-pipe\.js|launch\/launch\.js/.test(line));
    expect(deaf.map(([name]) => name)).toEqual(["postinstall"]);
  });
});
