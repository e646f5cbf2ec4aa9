import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileAsync } from "sass";

const assets = new URL("../../functions/web/assets/", import.meta.url);
const inAssets = (name: string): string => fileURLToPath(new URL(name, assets));

/** The portal's style sheet and script as they are served, and a short name for each version of them. */
export async function makeAssets(): Promise<
  Readonly<Record<"portal.css" | "portal.js" | "scan.js" | "versions", string>>
> {
  const { css } = await compileAsync(inAssets("portal.scss"), {
    loadPaths: [fileURLToPath(new URL("../../node_modules", import.meta.url))],
    style: "compressed",
    charset: false,
    quietDeps: true,
  });
  const [js, scan] = await Promise.all([bundled("enhance.js"), bundled("scan.js")]);
  return {
    "portal.css": asJson({ text: css }),
    "portal.js": asJson({ text: js }),
    "scan.js": asJson({ text: scan }),
    versions: asJson({ css: versionOf(css), js: versionOf(js), scan: versionOf(scan) }),
  };
}

/** A script with all that it imports. */
async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inAssets(name)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    write: false,
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

/** Modules of JSON can be imported by Node, bundled for AWS and tested, all without a loader of our own. */
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const versionOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

export const storedAsset = (name: string): Promise<string> => readFile(inAssets(`${name}.json`), "utf8");

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await makeAssets())) {
    await writeFile(inAssets(`${name}.json`), text);
    console.log(`${name}.json: ${text.length} bytes`);
  }
}
