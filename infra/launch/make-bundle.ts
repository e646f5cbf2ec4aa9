import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

export interface Bundle {
  /** Its first line is empty, for the record. */
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  /** Whatever decides what the bundle is, by its path in the tree. */
  readonly sources: readonly string[];
}

/** What decides on a bundle without being bundled: which packages there are, how they are read, and who bundles. */
const alsoDecisive = [
  "package.json",
  "tsconfig.json",
  "node_modules/.package-lock.json",
  ...["keep-bundle.ts", "make-bundle.ts", "record.ts"].map((name) => `infra/launch/${name}`),
];

/**
 * A command with all that it imports in one file, for a place (absolute) from which its map finds the sources. What is
 * imported lazily is in it and is still run lazily, but for what is `heavy`. Throws what esbuild says when a source cannot be bundled.
 */
export async function makeBundle(
  entry: string,
  { top, place }: { readonly top: string; readonly place: string },
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: top,
    entryPoints: [entry],
    outfile: place,
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    legalComments: "none",
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    logLevel: "silent",
    plugins: [ownPlace, heavyOutside, packagesByFile],
    // CommonJS packages call `require`, which ES modules do not have.
    banner: {
      js: '\nimport { createRequire as keliasRequire } from "node:module"; const require = keliasRequire(import.meta.url);',
    },
  });
  const contentsOf = (path: string): Uint8Array => {
    const file = outputFiles.find((candidate) => candidate.path === path);
    if (!file) throw new Error(`esbuild has not made ${path}`);
    return file.contents;
  };
  return {
    code: contentsOf(place),
    map: contentsOf(`${place}.map`),
    sources: [...Object.keys(metafile.inputs), ...alsoDecisive],
  };
}

/** A source that looks for files beside itself finds them from within a bundle. */
const ownPlace: Plugin = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      const contents = text
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.filename", JSON.stringify(path));
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** A quarter of a bundle, for the first paper that is read or written: they are loaded from where they lie. */
const heavy = /^(?:unpdf|pdfkit)$/;

const heavyOutside: Plugin = {
  name: "heavy-outside",
  setup({ onResolve }) {
    onResolve({ filter: heavy }, ({ path }) => ({ path: import.meta.resolve(path), external: true }));
  },
};

/** Of a package a trace names the file alone: a map of all their lines would hold 15 MB in memory. */
const packagesByFile: Plugin = {
  name: "packages-by-file",
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path }) => {
      const map = JSON.stringify({ version: 3, sources: [basename(path)], mappings: "AAAA" });
      const comment = `//# sourceMappingURL=data:application/json,${encodeURIComponent(map)}`;
      return { contents: `${await readFile(path, "utf8")}\n${comment}`, loader: "js" };
    });
  },
};
