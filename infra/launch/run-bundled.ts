import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleOf } from "./bundle-of.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs the command whose file in the tree is this process's first argument, in this process; the command finds its own
 * arguments where it would find them without a bundle.
 */
export async function runBundled(): Promise<void> {
  const [, , entry = "", ...given] = process.argv;
  const file = bundleOf(entry, { top, cache: join(top, "build/launch") });
  process.argv.splice(1, Number.POSITIVE_INFINITY, join(top, entry), ...given);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}
