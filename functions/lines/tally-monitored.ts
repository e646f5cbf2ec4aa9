import type { Figures } from "../store/figures-item.ts";
import type { Line } from "../store/line-item.ts";

type Monitored = Pick<Figures, "moved" | "years" | "spent" | "achieved" | "later" | "published">;
type Moved = { promised: number; paid: number; recovered: number };

/** Counts what the programme's figures need of lines, one after another (decision 100). */
export function tallyMonitored(): { readonly add: (line: Line) => void; readonly figures: () => Monitored } {
  const [days, years, spent] = [sumsBy(), sumsBy(), sumsBy()];
  const achieved = { cases: 0, pupils: 0, before: 0, after: 0, rose: 0 };
  const later = { asked: 0, used: 0 };
  let published = 0;
  return {
    add: ({ moved, municipality, achieved: own, usedLater, open = [] }) => {
      for (const one of moved) days.add(one.day, [one]);
      for (const [year, those] of Map.groupBy(moved, ({ day }) => day.slice(0, 4))) years.add(year, those);
      if (moved.length > 0) spent.add(municipality, moved);
      published += open.filter(({ says }) => says?.as === "publication").length;
      if (usedLater !== undefined) later.asked++;
      if (usedLater) later.used++;
      if (!own) return;
      achieved.cases++;
      achieved.pupils += own.pupils;
      achieved.before += own.before * own.pupils;
      achieved.after += own.after * own.pupils;
      if (own.after > own.before) achieved.rose++;
    },
    figures: () => ({
      moved: days.sums().map(({ cases: _, ...sums }) => sums),
      years: years.sums(),
      spent: spent.sums(),
      achieved,
      later,
      published,
    }),
  };
}

/** Movements of money by a key, and in how many cases there were some. */
function sumsBy() {
  const known = new Map<string, Moved & { cases: number }>();
  return {
    add(key: string, moved: Line["moved"]) {
      const sums = known.get(key) ?? { cases: 0, promised: 0, paid: 0, recovered: 0 };
      known.set(key, sums);
      sums.cases++;
      for (const { what, cents } of moved) sums[what] += cents;
    },
    sums: () =>
      [...known].map(([key, sums]) => ({ key, ...sums })).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
