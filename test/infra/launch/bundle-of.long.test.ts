import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleOf, keptBundle } from "../../../infra/launch/bundle-of.ts";

let folder: string;
let top: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-launch-"));
  top = join(folder, "tree");
  cache = join(top, "build/launch");
  write("command.ts", `import { word } from "./word.ts"; console.log(word satisfies string);`);
  write("word.ts", `export const word = "kelias";`);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(top, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const bundle = (entry = "command.ts"): string => bundleOf(entry, { top, cache });

const play = (file: string) =>
  spawnSync(process.execPath, ["--enable-source-maps", file], { encoding: "utf8" });

const saidBy = (file: string): string => play(file).stdout.trim();

describe("a bundle", () => {
  it("does what its sources say, and is kept", () => {
    const file = bundle();
    expect(saidBy(file)).toBe("kelias");
    const made = statSync(file).ino;
    expect(statSync(bundle()).ino).toBe(made);
  });

  it("is made to its end where whoever asked for it was stopped meanwhile, and nothing is said of it", () => {
    const maker = join(import.meta.dirname, "../../../infra/launch/keep-bundle.ts");
    const asked = `"${process.execPath}" "${maker}" command.ts "${top}" "${cache}" | true`;
    const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${asked}`], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(readdirSync(cache)).toContain("command.mjs");
  });

  it.each([
    ["a command's own file", "command.ts"],
    ["one that it imports", "word.ts"],
  ])("is made anew when %s was changed", (_, name) => {
    bundle();
    write(name, `export const word = "takas"; console.log(word);`);
    expect(saidBy(bundle())).toMatch(/^takas/);
  });

  it("is made anew when a source was put back with its size and date of before", () => {
    const path = join(top, "word.ts");
    const { atime, mtime } = statSync(path);
    bundle();
    write("word.ts", `export const word = "vieška";`.replace("š", "s"));
    utimesSync(path, atime, mtime);
    expect(statSync(path).mtimeMs).toBe(mtime.getTime());
    expect(saidBy(bundle())).toBe("vieska");
  });

  it("is made anew when a source is gone, and then cannot be made", () => {
    bundle();
    rmSync(join(top, "word.ts"));
    expect(() => bundle()).toThrow("command.ts could not be bundled");
  });

  it("is made anew when packages were installed", () => {
    const say = (version: number) => {
      write("node_modules/word/package.json", `{ "name": "word", "main": "${version}.js" }`);
      write(`node_modules/word/${version}.js`, `exports.word = "${version}";`);
      write("node_modules/.package-lock.json", `{ "version": ${version} }`);
    };
    write("command.ts", `import { word } from "word"; console.log(word);`);
    say(1);
    expect(saidBy(bundle())).toBe("1");
    say(2);
    expect(saidBy(bundle())).toBe("2");
  });

  it("of a tree that was moved looks for its files where the tree is now", () => {
    write("beside.txt", "here");
    write(
      "command.ts",
      `import { readFileSync } from "node:fs"; console.log(readFileSync(new URL("beside.txt", import.meta.url), "utf8"), import.meta.dirname, import.meta.filename);`,
    );
    expect(saidBy(bundle())).toBe(`here ${top} ${join(top, "command.ts")}`);
    const moved = join(folder, "moved");
    renameSync(top, moved);
    const file = bundleOf("command.ts", { top: moved, cache: join(moved, "build/launch") });
    expect(saidBy(file)).toBe(`here ${moved} ${join(moved, "command.ts")}`);
  });

  it("runs what is imported lazily only when it is asked for", () => {
    write("lazy.ts", `console.log("lazy"); export {};`);
    write("command.ts", `console.log("first"); await import("./lazy.ts");`);
    expect(saidBy(bundle())).toBe("first\nlazy");
  });

  it("names the line of a source where something went wrong, and the file of a package", () => {
    write("node_modules/word/index.js", `exports.word = (told) => told();`);
    write("command.ts", `import { word } from "word";\n\nword(() => {\n  throw new Error("lost");\n});`);
    const { stderr } = play(bundle());
    expect(stderr).toContain(`${join(top, "command.ts")}:4:`);
    expect(stderr).toContain(join(top, "node_modules/word/index.js"));
  });

  it("is made for one run and not kept where nothing can be written", () => {
    cache = write("file", "");
    const file = bundle();
    expect(saidBy(file)).toBe("kelias");
    expect(file.startsWith(top)).toBe(false);
    rmSync(dirname(file), { recursive: true });
  });
});

describe("what disturbs the making of a bundle does no harm", () => {
  const maker = fileURLToPath(new URL("../../../infra/launch/keep-bundle.ts", import.meta.url));
  const start = () => spawn(process.execPath, [maker, "command.ts", top, cache], { stdio: "ignore" });

  it("two commands at once", async () => {
    const ends = await Promise.all([start(), start(), start()].map((child) => once(child, "close")));
    expect(ends.map(([code]) => code)).toEqual([0, 0, 0]);
    expect(saidBy(bundle())).toBe("kelias");
  });

  it("a kill at any moment", async () => {
    for (const millis of [50, 100, 150, 200, 250, 300]) {
      write("word.ts", `export const word = "${millis}";`);
      const child = start();
      setTimeout(() => child.kill("SIGKILL"), millis);
      await once(child, "close");
      expect(saidBy(bundle())).toBe(String(millis));
    }
  });

  it("what a killed one left is removed after an hour", () => {
    const left = join(cache, ".making-left");
    const young = join(cache, ".making-young");
    for (const path of [left, young]) mkdirSync(path, { recursive: true });
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    utimesSync(left, twoHoursAgo, twoHoursAgo);
    bundle();
    expect(readdirSync(cache).filter((name) => name.startsWith("."))).toEqual([".making-young"]);
  });

  it("a bundle whose first line is none of ours", () => {
    const kept = keptBundle("command.ts", cache);
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, "console.log('another')");
    expect(saidBy(bundle())).toBe("kelias");
    writeFileSync(kept, "");
    expect(saidBy(bundle())).toBe("kelias");
    expect(existsSync(kept)).toBe(true);
  });
});

it("of the start is there once the packages are installed, and the first start takes it as it is", () => {
  const tree = fileURLToPath(new URL("../../..", import.meta.url));
  const { scripts } = JSON.parse(readFileSync(join(tree, "package.json"), "utf8"));
  const { status } = spawnSync("npm", ["run", "-s", "postinstall"], { cwd: tree });
  const places = { top: tree, cache: join(tree, "build/launch") };
  const kept = keptBundle("infra/local/start.ts", places.cache);
  const made = statSync(kept).mtimeMs;
  expect([status, scripts.start]).toEqual([0, expect.stringContaining("infra/local/start.ts")]);
  expect(bundleOf("infra/local/start.ts", places)).toBe(kept);
  expect(statSync(kept).mtimeMs).toBe(made);
});
