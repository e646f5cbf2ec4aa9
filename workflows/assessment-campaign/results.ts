import * as z from "zod";
import { halfUp } from "../kernel/half-up.ts";
import type { AnonymousAnswer } from "../kernel/heard.ts";
import { hiddenNested } from "../kernel/hiding.ts";
import type { Told } from "../kernel/told.ts";
import type { InvitedSchool, Item } from "./call.ts";

/** What is published of an item: of a school, a municipality or the country, and of one group. Groups are never added up. */
export const published = z.object({
  level: z.enum(["country", "municipality", "school"]),
  name: z.string(),
  group: z.string(),
  item: z.string(),
  /** Without them where the figure is hidden; mean in hundredths, agreeing in per cent. */
  n: z.number().optional(),
  mean: z.number().optional(),
  agree: z.number().optional(),
  hidden: z.boolean(),
});
export type Published = z.infer<typeof published>;

/** The country's name in the files. */
const country = "LT";

/** What answers come to before anything is hidden. */
interface Sum {
  n: number;
  total: number;
  agreeing: number;
}

const empty = (): Sum => ({ n: 0, total: 0, agreeing: 0 });

function add(sum: Sum, { n, total, agreeing }: Sum): Sum {
  sum.n += n;
  sum.total += total;
  sum.agreeing += agreeing;
  return sum;
}

/** Every group that any school invites, in the order of the call. */
const groupsOf = (schools: readonly Pick<InvitedSchool, "invited">[]): readonly string[] => [
  ...new Set(schools.flatMap(({ invited }) => Object.keys(invited))),
];

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** The sums of each school, group and item that somebody answered. */
function sumsOf(items: readonly Item[], answers: readonly AnonymousAnswer[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { school, group, values } of answers)
    for (const { id, agree } of items) {
      const value = values[id];
      if (value === undefined) continue;
      const key = keyOf(school, group, id);
      const sum = sums.get(key) ?? empty();
      sums.set(key, add(sum, { n: 1, total: value, agreeing: value >= agree ? 1 : 0 }));
    }
  return sums;
}

/** What a campaign publishes (9.2 to 9.6): a row for the country, each municipality and each school, of each group and item. */
export function resultsOf(
  { schools, items, least }: Asked,
  answers: readonly AnonymousAnswer[],
): readonly Published[] {
  const sums = sumsOf(items, answers);
  const municipalities = Map.groupBy(schools, ({ municipality }) => municipality);
  return groupsOf(schools).flatMap((group) =>
    items.flatMap(({ id: item }): Published[] => {
      const sumOf = ({ code }: Pick<InvitedSchool, "code">) => sums.get(keyOf(code, group, item)) ?? empty();
      const towns = [...municipalities].map(([name, inside]) => {
        const parts = inside.map((school) => ({ name: school.code, ...sumOf(school) }));
        return { name, parts, ...parts.reduce(add, empty()) };
      });
      const { outer, inner } = hiddenNested(towns, least);
      const whole = towns.reduce(add, empty());
      const tell = (level: Published["level"], name: string, sum: Sum, isHidden: boolean): Published => ({
        ...{ level, name, group, item },
        ...figuresOf(sum, isHidden),
      });
      return [
        tell("country", country, whole, whole.n > 0 && whole.n < least),
        ...towns.map((town) => tell("municipality", town.name, town, outer.has(town.name))),
        ...towns.flatMap(({ parts }) =>
          parts.map((part) => tell("school", part.name, part, inner.has(part.name))),
        ),
      ];
    }),
  );
}

interface Asked {
  readonly schools: readonly InvitedSchool[];
  readonly items: readonly Item[];
  readonly least: number;
}

function figuresOf({ n, total, agreeing }: Sum, isHidden: boolean) {
  if (isHidden) return { hidden: true };
  if (n === 0) return { n, hidden: false };
  return { n, mean: halfUp(100 * total, n), agree: halfUp(100 * agreeing, n), hidden: false };
}

/** A mean in hundredths, as it is written: with two decimals. */
export function printMean(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** As people read it: with the decimal mark of their language. */
export const toldMean = (hundredths: number): Told => {
  const printed = printMean(hundredths);
  return { lt: printed.replace(".", ","), en: printed };
};

/** How a pilot went. */
export interface Trial {
  /** Cronbach's alpha in hundredths, of those who left nothing blank; none where it cannot be worked out. */
  readonly alpha?: number | undefined;
  readonly complete: number;
  /** Per cent of all that could be answered that was left blank, half up. */
  readonly blankPercent?: number | undefined;
}

/**
 * The reliability of an instrument by Cronbach's alpha, k/(k−1) × (1 − Σ variances of items / variance of sums), and how much was left
 * blank [L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951)].
 */
export function trialOf(items: readonly Item[], answers: readonly AnonymousAnswer[]): Trial {
  const rows = answers.map(({ values }) => items.flatMap(({ id }) => values[id] ?? []));
  const complete = rows.filter((row) => row.length === items.length);
  const asked = rows.length * items.length;
  const blank = asked - rows.reduce((sum, row) => sum + row.length, 0);
  const k = items.length;
  const spread = varianceOf(complete.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const ofItems = items.reduce((sum, _, at) => sum + varianceOf(complete.map((row) => row[at] ?? 0)), 0);
  return {
    complete: complete.length,
    ...(k > 1 && spread > 0 ? { alpha: Math.round((100 * k * (1 - ofItems / spread)) / (k - 1)) } : {}),
    ...(asked > 0 ? { blankPercent: halfUp(100 * blank, asked) } : {}),
  };
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
