import { type Measure, measures } from "../numbers/measures.ts";
import { type MoneyName, moneyNames } from "../numbers/money.ts";
import type { Figures } from "../store/figures-item.ts";
import { type Order, orders } from "./keys.ts";

/** Which cases of a call are listed, and how; it stands in the address. */
export interface CaseQuery {
  readonly stage?: string;
  readonly municipality?: string;
  /** As what applicants work. */
  readonly post?: string;
  readonly day?: string;
  /** A state in which they stood at some time, or stand. */
  readonly waited?: string;
  /** A sum of money of which they have some. */
  readonly money?: MoneyName;
  /** What they count in of that by which the programme is measured. */
  readonly measure?: Measure;
  readonly ended?: "yes" | "no";
  /** Beginnings of words of a name, a school or a code. */
  readonly text?: string;
  readonly order: Order;
  readonly isReversed: boolean;
  /** The place in the order behind which the list goes on, or before which it ended. */
  readonly after?: string;
  readonly before?: string;
}

const longestText = 200;

/** Stands in an address for the municipality, or what somebody works as, of those who said none. */
export const unsaid = "-";

/** Reads the query of an address. What names nothing of this call filters nothing, and is named in `ignored`. */
export function readQuery(
  query: URLSearchParams,
  figures: Pick<Figures, "stages" | "municipalities" | "posts" | "days" | "waits">,
): { readonly query: CaseQuery; readonly ignored: readonly string[] } {
  const ignored: string[] = [];
  const known = (name: string, values: ReadonlySet<string>): string | undefined => {
    const said = query.get(name);
    if (said === null || said === "") return undefined;
    if (values.has(said)) return said;
    ignored.push(name);
    return undefined;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const value = known(name, new Set<string>(values));
    return values.find((one) => one === value);
  };
  const keys = (some: readonly { readonly key: string }[]) => new Set(some.map(({ key }) => key));
  const read = {
    stage: known("stage", keys(figures.stages)),
    municipality: known("municipality", new Set(figures.municipalities.map(({ key }) => key || unsaid))),
    post: known("post", new Set(figures.posts.map(({ key }) => key || unsaid))),
    waited: known("waited", new Set(figures.waits.map(({ state }) => state))),
    money: oneOf("money", moneyNames),
    measure: oneOf("measure", measures),
    ended: oneOf("ended", ["yes", "no"]),
    day: known("day", keys(figures.days)),
    text: textIn(query, ignored),
    ...placeIn(query, ignored),
  };
  const order = orders.find((name) => name === query.get("order"));
  if (!order && query.get("order")) ignored.push("order");
  return {
    query: { ...said(read), order: order ?? "submitted", isReversed: query.get("reversed") === "yes" },
    ignored,
  };
}

function textIn(query: URLSearchParams, ignored: string[]): string | undefined {
  const text = (query.get("text") ?? "").trim();
  if (text.length > longestText) ignored.push("text");
  return text.slice(0, longestText) || undefined;
}

function placeIn(query: URLSearchParams, ignored: string[]): Pick<CaseQuery, "after" | "before"> {
  for (const name of ["after", "before"] as const) {
    const place = query.get(name);
    if (!place) continue;
    if (isPlace(place)) return { [name]: place };
    ignored.push(name);
  }
  return {};
}

/**
 * Can this be a place in a list? A key of a table has at most 1024 bytes, and no place has a character that an address has to
 * escape twice.
 */
export const isPlace = (said: string): boolean => /^[\x20-\x7e]{1,1000}$/.test(said);

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function said<T extends object>(read: T): Defined<T> {
  const kept: Defined<T> = { ...read };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}

/** The query as an address writes it, with some of it changed; what is as usual is left out. */
export function writeQuery(
  query: CaseQuery,
  change: { readonly [Name in keyof CaseQuery]?: CaseQuery[Name] | undefined } = {},
): string {
  const {
    order,
    isReversed,
    stage,
    municipality,
    post,
    day,
    waited,
    money,
    measure,
    ended,
    text,
    after,
    before,
  } = {
    ...query,
    ...change,
  };
  return new URLSearchParams([
    ...Object.entries({ stage, municipality, post, day, waited, money, measure, ended, text }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value]]),
    ),
    ...(order === undefined || order === "submitted" ? [] : [["order", order]]),
    ...(isReversed ? [["reversed", "yes"]] : []),
    ...Object.entries({ after, before }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ]).toString();
}
