import { globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm ci` ends with this: the package `node` brings the headers for building add-ons in C++ (67 MB), which nothing
 * here builds.
 */
const cwd = fileURLToPath(new URL("../../node_modules/node/", import.meta.url));
for (const headers of globSync("node_modules/node-*/include", { cwd })) {
  rmSync(join(cwd, headers), { recursive: true });
}
