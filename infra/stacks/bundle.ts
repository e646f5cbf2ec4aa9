import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildResult, buildSync } from "esbuild";
import type { FunctionEntry } from "../../functions/catalogue.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Bundles one entry point as it is deployed: ES modules with the SDK inside, and a file of its own for whatever is
 * imported lazily, so that it is read only when it is called for (docs/decisions/0006-stacks.md has the figures).
 * The same sources give the same files. Throws when something cannot be resolved.
 */
export function bundle(entry: string, outdir: string): BuildResult<{ metafile: true }> {
  return buildSync({
    absWorkingDir: top,
    entryPoints: { index: entry },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    outExtension: { ".js": ".mjs" },
    chunkNames: "part-[hash]",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "silent",
    alias: {
      "@aws-sdk/credential-provider-node": join(top, "infra/stacks/function-credentials.ts"),
      "supports-color": join(top, "infra/stacks/no-colours.ts"),
    },
    // The few CommonJS packages below the SDK call `require`, which ES modules do not have.
    banner: {
      js: 'import{createRequire as keliasRequire}from"node:module";const require=keliasRequire(import.meta.url);',
    },
  });
}

/** Where a function's code comes from; tests that look at templates only pass another. */
export type CodeOf = (entry: Pick<FunctionEntry, "entry">) => Code;

export const bundledCode: CodeOf = ({ entry }) => {
  const folder = mkdtempSync(join(tmpdir(), "kelias-function-"));
  bundle(entry, folder);
  return Code.fromAsset(folder);
};
