import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * `npm run bench`: every benchmark, each in a process of its own and one after the other, so that none disturbs
 * another. Each prints its table; one that fails does not keep the next from running.
 */
const benchmarks = {
  "the submit function's bundle": "bundle.ts",
  "ranking with quotas and a reserve list": "ranking.bench.ts",
  "the embedded engine": "engine.bench.ts",
};

const failed: string[] = [];
for (const [what, file] of Object.entries(benchmarks)) {
  console.log(`\n${what}`);
  const script = fileURLToPath(new URL(file, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script], { stdio: "inherit" });
  if (status !== 0) failed.push(what);
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
