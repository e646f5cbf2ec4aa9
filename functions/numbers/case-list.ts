import { codeOf } from "../portal/codes.ts";
import { stageKey } from "./counts.ts";
import { type MoneyName, moneyNames, moneyOf, type NumberedCase } from "./numbered-case.ts";

const orders = ["submitted", "name", "school", "municipality", "stage"] as const;
export type Order = (typeof orders)[number];

/** Which cases of a call are listed, and how; it stands in the address. */
export interface CaseQuery {
  readonly stage?: string;
  readonly municipality?: string;
  readonly day?: string;
  /** A state in which they stood at some time, or stand. */
  readonly waited?: string;
  /** A sum of money of which they have some. */
  readonly money?: MoneyName;
  readonly ended?: "yes" | "no";
  /** Part of a name, a school or a code. */
  readonly text?: string;
  readonly order: Order;
  readonly isReversed: boolean;
  /** From 1. */
  readonly page: number;
}

const longestText = 200;

/** Stands in an address for the municipality of those who said none. */
export const unsaid = "-";

/** Reads the query of an address. What names nothing of this call filters nothing, and is named in `ignored`. */
export function readQuery(
  query: URLSearchParams,
  cases: readonly NumberedCase[],
): { readonly query: CaseQuery; readonly ignored: readonly string[] } {
  const ignored: string[] = [];
  const known = (name: string, values: ReadonlySet<string>): string | undefined => {
    const said = query.get(name);
    if (said === null || (said === "" && !values.has(""))) return undefined;
    if (values.has(said)) return said;
    ignored.push(name);
    return undefined;
  };
  const of = (keyOf: (one: NumberedCase) => string) => new Set(cases.map(keyOf));
  const stage = known("stage", of(stageKey));
  const municipality = known(
    "municipality",
    of((one) => one.municipality || unsaid),
  );
  const waited = known("waited", new Set(cases.flatMap(({ stays }) => stays.map(({ state }) => state))));
  const money = moneyNames.find((name) => name === known("money", new Set<string>(moneyNames)));
  const ended = (["yes", "no"] as const).find((value) => value === known("ended", new Set(["yes", "no"])));
  const day = known(
    "day",
    of((one) => one.day),
  );
  const order = orders.find((name) => name === query.get("order"));
  if (!order && query.get("order")) ignored.push("order");
  const page = Number(query.get("page") ?? "1");
  if (!(Number.isSafeInteger(page) && page >= 1)) ignored.push("page");
  const text = (query.get("text") ?? "").trim().slice(0, longestText);
  if ((query.get("text") ?? "").trim().length > longestText) ignored.push("text");
  return {
    query: {
      ...(stage === undefined ? {} : { stage }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(day === undefined ? {} : { day }),
      ...(waited === undefined ? {} : { waited }),
      ...(money ? { money } : {}),
      ...(ended ? { ended } : {}),
      ...(text === "" ? {} : { text }),
      order: order ?? "submitted",
      isReversed: query.get("reversed") === "yes",
      page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    },
    ignored,
  };
}

/** The cases that a query asks for, in its order; the same order each time. */
export function listed(cases: readonly NumberedCase[], query: CaseQuery): readonly NumberedCase[] {
  const text = query.text?.toLocaleLowerCase("lt");
  const found = cases.filter(
    (one) =>
      (query.stage === undefined || stageKey(one) === query.stage) &&
      (query.municipality === undefined || (one.municipality || unsaid) === query.municipality) &&
      (query.waited === undefined || one.stays.some(({ state }) => state === query.waited)) &&
      (query.money === undefined || moneyOf(one)[query.money] !== 0) &&
      (query.ended === undefined || one.ended === (query.ended === "yes")) &&
      (query.day === undefined || one.day === query.day) &&
      (text === undefined ||
        [one.name, one.school, codeOf(one.ref)].some((value) =>
          value.toLocaleLowerCase("lt").includes(text),
        )),
  );
  const keyOf = (one: NumberedCase): string => {
    switch (query.order) {
      case "submitted":
        return one.submittedAt;
      case "stage":
        return stageKey(one);
      default:
        return one[query.order];
    }
  };
  const sorted = found.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), "lt") || (a.ref < b.ref ? -1 : 1));
  return query.isReversed ? sorted.toReversed() : sorted;
}

/** The query as an address writes it, with some of it changed; what is as usual is left out. */
export function writeQuery(query: CaseQuery, change: Partial<CaseQuery> = {}): string {
  const { stage, municipality, day, waited, money, ended, text, order, isReversed, page } = {
    ...query,
    ...change,
  };
  return new URLSearchParams([
    ...Object.entries({ stage, municipality, day, waited, money, ended, text }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
    ...(order === "submitted" ? [] : [["order", order]]),
    ...(isReversed ? [["reversed", "yes"]] : []),
    ...(page === 1 ? [] : [["page", String(page)]]),
  ]).toString();
}
