import { cursorOf } from "../adapters/cursor.ts";
import type { Item } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { measuresOf } from "../numbers/measures.ts";
import { moneyOf } from "../numbers/money.ts";
import type { Figures } from "../store/figures-item.ts";
import { type Line, lineItem } from "../store/line-item.ts";
import { type CaseQuery, unsaid } from "./case-query.ts";
import { wordsLookedFor } from "./collation.ts";
import {
  idIn,
  type ListName,
  linesPartition,
  listPartition,
  placesIn,
  stageKey,
  valuePrefix,
  wordsOf,
} from "./keys.ts";

/** A part of a list that a page shows. */
export interface CasePage {
  readonly lines: readonly Line[];
  /** Where the next page goes on, and where the one before this ended. */
  readonly after?: string;
  readonly before?: string;
  /** How many cases the whole list has, where that is known without reading it. */
  readonly total?: number;
  /** The search was broken off before the page was full: so many were looked at. */
  readonly lookedAt?: number;
}

/** No request looks at more lines than that. */
const most = 300;
const onPage = 50;

type Parts = Pick<House, "table">;

/** A part of a list: with what its sort keys begin. */
interface Walk {
  readonly list: ListName;
  readonly prefix: string;
}

/** One page of the cases that a query asks for. `figures` say what is narrow; they may be a little behind. */
export async function pageOfCases(
  { table }: Parts,
  callId: string,
  query: CaseQuery,
  figures: Figures,
  limit = onPage,
): Promise<CasePage> {
  const narrow = await narrowest({ table }, callId, query, figures);
  if (narrow) return pageIn(narrow, query, limit);
  return walked({ table }, callId, query, limit);
}

/** Every case that a query asks for, in its order, a page at a time; `from`: the `next` of a page before. */
export async function* allCases(
  { table }: Parts,
  callId: string,
  query: CaseQuery,
  from?: string,
): AsyncGenerator<{ readonly lines: readonly Line[]; readonly lookedAt: number; readonly next?: string }> {
  const { list, prefix } = walkOf(query);
  const pk = listPartition(callId, list);
  let after = from;
  do {
    const { items, next } = await table.page(pk, {
      prefix,
      limit: most,
      after,
      isReversed: query.isReversed,
    });
    const lines = await linesBehind(table, callId, list, items);
    yield {
      lines: lines.flatMap((line) => (line && matches(line, query) ? [line] : [])),
      lookedAt: items.length,
      ...(next === undefined ? {} : { next }),
    };
    after = next;
  } while (after !== undefined);
}

/** How many cases it takes to go through all that a query asks for; as near as the figures are. */
export const lengthOf = (query: CaseQuery, figures: Figures): number =>
  countOf(walkOf(query), query, figures);

/** Where the list can be walked in its own order: the order itself, or something in common that is ordered so within. */
function walkOf(query: CaseQuery): Walk {
  const { order, day } = query;
  const within = facetsOf(query).find(({ list }) => order === "submitted" || order === list);
  const days = day === undefined ? "" : `${day}#`;
  if (within) return { list: within.list, prefix: `${within.prefix}${days}` };
  return { list: order, prefix: order === "submitted" ? days : "" };
}

const saidIn = (value: string | undefined) => (value === unsaid ? "" : value);

/** What a query asks cases to have in common, each with its entries. */
function facetsOf({ stage, waited, money, measure, ended, ...said }: CaseQuery): readonly Walk[] {
  const municipality = saidIn(said.municipality);
  const post = saidIn(said.post);
  return Object.entries({ stage, municipality, post, waited, money, measure, ended }).flatMap(
    ([name, value]) => {
      const list = facetNames.find((known) => known === name);
      return value === undefined || !list ? [] : [{ list, prefix: valuePrefix(list, value) }];
    },
  );
}
const facetNames = [
  "stage",
  "municipality",
  "post",
  "waited",
  "money",
  "measure",
  "ended",
] as const satisfies readonly ListName[];

/** All cases of the query, in its order, where so few come into question that they can be read at once. */
async function narrowest(
  { table }: Parts,
  callId: string,
  query: CaseQuery,
  figures: Figures,
): Promise<readonly Line[] | undefined> {
  const [word] = wordsLookedFor(query.text ?? "").toSorted((a, b) => b.length - a.length);
  const days = query.day === undefined ? [] : [{ list: "submitted" as const, prefix: `${query.day}#` }];
  const ways = [
    ...(word === undefined ? [] : [{ list: "words" as const, prefix: word }]),
    ...facetsOf(query),
    ...days,
    { list: query.order, prefix: "" },
  ];
  for (const { list, prefix } of ways.filter((way) => mayBeFew(way, query, figures))) {
    const { items, next } = await table.page(listPartition(callId, list), { prefix, limit: most });
    if (next !== undefined) continue;
    const lines = await linesBehind(table, callId, list, items);
    const found = new Map(lines.flatMap((line) => (line && matches(line, query) ? [[line.ref, line]] : [])));
    return sorted([...found.values()], query);
  }
  return undefined;
}

/** Figures that are a little behind are near enough: a list that has become too long is walked instead. */
const mayBeFew = (walk: Walk, query: CaseQuery, figures: Figures): boolean =>
  walk.list === "words" || countOf(walk, query, figures) <= most;

/** How many entries a part of a list has, where the figures say so. */
function countOf({ list, prefix }: Walk, query: CaseQuery, figures: Figures): number {
  if (prefix === "" && list === "position") return figures.ranked;
  if (prefix === "") return list === "due" ? figures.due : figures.cases;
  const counts: Partial<Record<ListName, number | undefined>> = {
    stage: figures.stages.find(({ key }) => key === query.stage)?.count,
    municipality: figures.municipalities.find(({ key }) => (key || unsaid) === query.municipality)?.count,
    post: figures.posts.find(({ key }) => (key || unsaid) === query.post)?.count,
    waited: figures.waits.find(({ state }) => state === query.waited)?.count,
    ended: figures.stages.reduce(
      (sum, { ended, count }) => sum + (ended === (query.ended === "yes") ? count : 0),
      0,
    ),
    submitted: figures.days.find(({ key }) => key === query.day)?.count,
  };
  return counts[list] ?? figures.cases;
}

const placeOf = (line: Line, { order }: CaseQuery): string | undefined => placesIn(order, line)[0];

function sorted(lines: readonly Line[], query: CaseQuery): readonly Line[] {
  const placed = lines.flatMap((line) => {
    const place = placeOf(line, query);
    return place === undefined ? [] : [{ line, place }];
  });
  placed.sort((a, b) => (a.place < b.place ? -1 : 1));
  const ordered = placed.map(({ line }) => line);
  return query.isReversed ? ordered.toReversed() : ordered;
}

function pageIn(all: readonly Line[], query: CaseQuery, limit: number): CasePage {
  const { after, before, isReversed } = query;
  const isBehind = (a: string, b: string): boolean => (isReversed ? a < b : a > b);
  const places = all.map((line) => placeOf(line, query) ?? "");
  const end = before === undefined ? undefined : places.filter((place) => isBehind(before, place)).length;
  const passed = after === undefined ? 0 : places.filter((place) => !isBehind(place, after)).length;
  const from = end === undefined ? passed : Math.max(0, end - limit);
  const lines = all.slice(from, end ?? from + limit);
  return {
    lines,
    total: all.length,
    ...has("after", from + lines.length < all.length ? lastOf(lines, query) : undefined),
    ...has("before", from > 0 ? firstOf(lines, query) : undefined),
  };
}

/** Walks a list until the page is full, or until it has looked at as many as a request may. */
async function walked({ table }: Parts, callId: string, query: CaseQuery, limit: number): Promise<CasePage> {
  const { list, prefix } = walkOf(query);
  const facet = list === query.order ? "" : prefix.slice(0, prefix.length - dayPrefix(query).length);
  const pk = listPartition(callId, list);
  const start = query.before ?? query.after;
  const isBackwards = query.before !== undefined;
  const startsHere = start !== undefined && `${facet}${start}`.startsWith(prefix);
  let after = startsHere ? cursorOf({ pk, sk: `${facet}${start}` }) : undefined;
  const lines: Line[] = [];
  let [lookedAt, hasMore, lastPlace] = [0, false, ""];
  for (;;) {
    const page = await table.page(pk, {
      prefix,
      after,
      limit: Math.min(limit * 2, most - lookedAt),
      isReversed: query.isReversed !== isBackwards,
    });
    const found = await linesBehind(table, callId, list, page.items);
    for (const [index, line] of found.entries()) {
      lookedAt++;
      lastPlace = String(page.items[index]?.sk).slice(facet.length);
      if (line && matches(line, query)) lines.push(line);
      hasMore = index + 1 < found.length || page.next !== undefined;
      if (lines.length === limit) break;
    }
    after = page.next;
    if (lines.length === limit || after === undefined || lookedAt >= most) break;
  }
  const isCut = lines.length < limit && hasMore;
  const onward = hasMore ? lastPlace : undefined;
  const shown = isBackwards ? lines.toReversed() : lines;
  const back = startsHere ? start : undefined;
  return {
    lines: shown,
    ...(isBackwards
      ? { ...has("before", onward), ...has("after", shown.length > 0 ? lastOf(shown, query) : back) }
      : {
          ...has("after", onward),
          ...has("before", back === undefined ? undefined : (firstOf(shown, query) ?? back)),
        }),
    ...(isCut ? { lookedAt } : {}),
  };
}

const dayPrefix = ({ day }: CaseQuery): string => (day === undefined ? "" : `${day}#`);
const firstOf = (lines: readonly Line[], query: CaseQuery) => lines[0] && placeOf(lines[0], query);
const lastOf = (lines: readonly Line[], query: CaseQuery) => firstOf(lines.toReversed(), query);
const has = <Name extends string>(name: Name, place: string | undefined) =>
  place === undefined ? {} : { [name]: place };

/** The lines of entries; none where an entry is left over from a change that is still being worked off. */
export async function linesBehind(
  table: House["table"],
  callId: string,
  list: ListName,
  entries: readonly Item[],
): Promise<readonly (Line | undefined)[]> {
  const ids = [...new Set(entries.map(({ sk }) => idIn(String(sk))))];
  const found = await table.getMany(ids.map((id) => ({ pk: linesPartition(callId), sk: id })));
  const lines = new Map(
    found.flatMap((item, index) => (item ? [[ids[index], lineItem.parse(item).line]] : [])),
  );
  return entries.map(({ sk }) => {
    const line = lines.get(idIn(String(sk)));
    return line && placesIn(list, line).includes(String(sk)) ? line : undefined;
  });
}

function matches(line: Line, query: CaseQuery): boolean {
  const { stage, municipality, post, waited, money, measure, ended, day, text } = query;
  return (
    (stage === undefined || stageKey(line) === stage) &&
    (municipality === undefined || (line.municipality || unsaid) === municipality) &&
    (post === undefined || (line.post || unsaid) === post) &&
    (waited === undefined || line.stays.some(({ state }) => state === waited)) &&
    (money === undefined || moneyOf(line)[money] !== 0) &&
    (measure === undefined || measuresOf(line).includes(measure)) &&
    (ended === undefined || line.ended === (ended === "yes")) &&
    (day === undefined || line.day === day) &&
    (text === undefined || hasWords(line, text))
  );
}

function hasWords(line: Line, text: string): boolean {
  const words = wordsOf(line);
  return wordsLookedFor(text).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
