import * as z from "zod";
import { drawn } from "../blocks/lot.ts";
import { compareByCodePoint } from "../kernel/code-point.ts";

/** How a sample is drawn: by which seed, and how many schools [processes, section 9]. */
export const sampling = z.strictObject({
  seed: z.string().trim().min(1).max(60),
  schools: z.number().int().min(1).max(3000),
});

interface Listed {
  readonly code: string;
  readonly municipality: string;
  readonly settlement?: string | undefined;
}

/**
 * For a study of achievement schools are drawn by lot, of each municipality and settlement as many as its share of all (Hamilton's
 * method: whole shares, then the largest remainders). Anybody can draw the same sample again from the list and the seed; the order of
 * the list changes nothing.
 */
export function sampled<S extends Listed>(
  all: readonly S[],
  { seed, schools: most }: z.infer<typeof sampling>,
): readonly S[] {
  if (most >= all.length) return all;
  const byLot = <T>(names: readonly T[], nameOf: (one: T) => string): readonly T[] =>
    names.toSorted(
      (a, b) =>
        drawn(`${seed} ${nameOf(a)}`) - drawn(`${seed} ${nameOf(b)}`) ||
        compareByCodePoint(nameOf(a), nameOf(b)),
    );
  const layers = Map.groupBy(all, ({ municipality, settlement = "" }) => `${municipality}|${settlement}`);
  const wholeOf = (size: number) => Math.floor((size * most) / all.length);
  const shares = [...layers].map(([name, { length: size }]) => ({
    name,
    whole: wholeOf(size),
    rest: (size * most) % all.length,
  }));
  const left = most - shares.reduce((sum, { whole }) => sum + whole, 0);
  const more = new Set(
    byLot(shares, ({ name }) => name)
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ name }) => name),
  );
  const chosen = new Set(
    shares.flatMap(({ name, whole }) =>
      byLot(layers.get(name) ?? [], ({ code }) => code)
        .slice(0, whole + (more.has(name) ? 1 : 0))
        .map(({ code }) => code),
    ),
  );
  return all.filter(({ code }) => chosen.has(code));
}
