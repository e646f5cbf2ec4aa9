import { determined, type Equation, fraction } from "./equations.ts";
import type { Call, Rows } from "./rules.ts";

/** A figure that is hidden, and what the published table tells of it all the same. */
export interface Found {
  readonly group: string;
  readonly item: string;
  readonly unit: string;
  /** By equations of sums; or because whole numbers from 1 on leave only one way. */
  readonly by: "equations" | "wholeNumbers";
  readonly n: string;
}

const one = fraction(1n);

/**
 * What everybody can work out of a published table: of each group and item the numbers of parts add up to that of their whole, on
 * both levels; so do the sums of what was answered, and the counts of who agrees. Units that are shown are known.
 */
export function workedOut({ schools }: Call, results: Rows): readonly Found[] {
  const found: Found[] = [];
  const pairs = new Map(
    results.map(({ group = "", item = "" }) => [JSON.stringify([group, item]), { group, item }]),
  );
  const towns = [...new Set(schools.map(({ municipality }) => municipality))];
  for (const { group, item } of pairs.values()) {
    const rows = results.filter((row) => row.group === group && row.item === item);
    const unitOf = (level: string, name: string) => `${level} ${name}`;
    const shown = new Map(
      rows.flatMap(({ level = "", name = "", n = "", hidden }) =>
        hidden === "no" ? [[unitOf(level, name), BigInt(n)] as const] : [],
      ),
    );
    const wholes = [
      {
        whole: unitOf("country", "LT"),
        parts: towns.map((name) => unitOf("municipality", name)),
      },
      ...towns.map((name) => ({
        whole: unitOf("municipality", name),
        parts: schools
          .filter(({ municipality }) => municipality === name)
          .map(({ code }) => unitOf("school", code)),
      })),
    ];
    // Sums and counts of who agrees have the same unknowns and the same coefficients: what they determine, numbers do too.
    const equations = wholes.map(({ whole, parts }): Equation => {
      const of = new Map<string, ReturnType<typeof fraction>>();
      let is = 0n;
      for (const part of parts) {
        const known = shown.get(part);
        if (known === undefined) of.set(part, one);
        else is -= known;
      }
      const known = shown.get(whole);
      if (known === undefined) of.set(whole, fraction(-1n));
      else is += known;
      return { of, is: fraction(is) };
    });
    for (const [unit, { over, under }] of determined(equations))
      found.push({ group, item, unit, by: "equations", n: under === 1n ? String(over) : `${over}/${under}` });
    for (const { whole, parts } of wholes) {
      const [known, hidden] = [shown.get(whole), parts.filter((part) => !shown.has(part))];
      if (known === undefined || hidden.length === 0) continue;
      const left = known - parts.reduce((sum, part) => sum + (shown.get(part) ?? 0n), 0n);
      if (left === BigInt(hidden.length))
        for (const unit of hidden) found.push({ group, item, unit, by: "wholeNumbers", n: "1" });
    }
  }
  return found;
}
