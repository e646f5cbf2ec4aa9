// By its default alone: a Node that is too old has no such name, and would end before it is told so.
import module from "node:module";
import { fileURLToPath } from "node:url";
import "./closed-pipe.js";

/**
 * `node infra/launch/launch.js infra/local/start.ts ...`: runs a command from its bundle. Plain JavaScript, so that a
 * Node which does not read TypeScript can say that it is too old.
 */
const oldest = 24;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  console.error(
    `Kelias needs Node ${oldest} or newer, and this is ${process.versions.node}. ` +
      "`npm ci` fetches one, which npm's own commands then use: npm ci && npm start",
  );
  process.exitCode = 1;
} else {
  // Without it every start loads the compiler that strips types: 60 ms and 15 MB.
  module.enableCompileCache(fileURLToPath(new URL("../../build/launch/code", import.meta.url)));
  const { runBundled } = await import("./run-bundled.ts");
  await runBundled();
}
