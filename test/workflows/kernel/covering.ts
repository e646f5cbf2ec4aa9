import type { Path } from "../../../workflows/kernel/paths.ts";

/**
 * Of paths so many that each way out of a state, and each two ways one after the other, is gone by at least one of them
 * that was chosen: pairwise coverage. In the order of the paths, so the same paths give the same choice.
 */
export function covering(paths: readonly Path[]): readonly Path[] {
  const gone = new Set<string>();
  return paths.filter((path) => {
    const found = pairsOf(path).filter((pair) => !gone.has(pair));
    for (const pair of found) gone.add(pair);
    return found.length > 0;
  });
}

const pairsOf = ({ passages, end }: Path): readonly string[] => {
  const ways = passages.map(({ state, way, parts }) => `${state} ${way} ${JSON.stringify(parts ?? {})}`);
  return ways.map((way, index) => `${ways[index - 1] ?? ""} > ${way} > ${passages[index + 1]?.state ?? end}`);
};
