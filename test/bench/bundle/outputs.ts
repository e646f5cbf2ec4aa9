import type { Metafile } from "esbuild";

/** The entry's output and what it imports statically, through all levels. */
export function eagerOutputs({ outputs }: Metafile): readonly string[] {
  const found = new Set(
    Object.keys(outputs).filter(
      (name) => outputs[name]?.entryPoint !== undefined && name.endsWith("index.mjs"),
    ),
  );
  for (const name of found) {
    for (const { kind, path } of outputs[name]?.imports ?? []) {
      if (kind === "import-statement" && path in outputs) found.add(path);
    }
  }
  return [...found];
}

/** Minified. */
export const bytesOf = ({ outputs }: Metafile, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);

/** What the given outputs are made of, by package or by folder of ours, the largest first. */
export function byPackage(
  { outputs }: Metafile,
  names: readonly string[],
): readonly (readonly [name: string, bytes: number])[] {
  const sums = new Map<string, number>();
  for (const name of names) {
    for (const [path, { bytesInOutput }] of Object.entries(outputs[name]?.inputs ?? {})) {
      const owner =
        /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split("/").slice(0, 2).join("/");
      sums.set(owner, (sums.get(owner) ?? 0) + bytesInOutput);
    }
  }
  return [...sums].toSorted(([, a], [, b]) => b - a);
}
