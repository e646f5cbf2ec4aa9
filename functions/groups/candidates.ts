import { BadCursor, type Item } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { linesBehind } from "../lines/case-list.ts";
import { alonePrefix, type ListName, lineKey, listPartition } from "../lines/keys.ts";
import { couldBeCase } from "../store/keys.ts";
import { type Line, lineItem } from "../store/line-item.ts";
import type { Traveller } from "./members.ts";

/** Somebody who could come into a group, as far as a list tells of them. */
export interface Candidate {
  readonly ref: string;
  readonly traveller: Pick<Traveller, "name" | "institution" | "starts" | "ends">;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Where those after them begin. */
  readonly next?: string;
}

/** So many are shown at once; more than travel in one group. */
const onPage = 100;

type Parts = Pick<House, "table">;

/** Who has a place in a country of a call and is in no group, by name. A cursor that there is not begins the list. */
export async function candidatesIn(
  house: Parts,
  callId: string,
  country: string,
  after?: string,
): Promise<Candidates> {
  const { lines, next } = await some(house, callId, "going", { prefix: alonePrefix(country), after });
  return { candidates: lines.flatMap(candidateOf), ...(next === undefined ? {} : { next }) };
}

/** Those of the named cases who could come into a group to a country. */
export async function candidatesAmong(
  house: Parts,
  callId: string,
  country: string,
  refs: readonly string[],
): Promise<readonly Candidate[]> {
  const lines = await linesOf(house, callId, refs);
  return lines.flatMap((line) =>
    line.goes?.country === country && line.group === undefined ? candidateOf(line) : [],
  );
}

/** Whose grants do not fit their tickets, by name: the first of them. */
export async function outdatedIn(house: Parts, callId: string): Promise<readonly Line[]> {
  return (await some(house, callId, "outdated", {})).lines;
}

/** The names of those named cases that still travel with a group, by ref. */
export async function leadersAmong(
  house: Parts,
  callId: string,
  groups: readonly { readonly number: number; readonly leader: string }[],
): Promise<ReadonlyMap<number, string>> {
  const lines = await linesOf(
    house,
    callId,
    groups.map(({ leader }) => leader),
  );
  const known = new Map(lines.map((line) => [line.ref, line]));
  return new Map(
    groups.flatMap(({ number, leader }) => {
      const line = known.get(leader);
      return line?.goes && line.group === number ? [[number, line.name]] : [];
    }),
  );
}

async function linesOf({ table }: Parts, callId: string, refs: readonly string[]): Promise<readonly Line[]> {
  const known = [...new Set(refs)].filter(couldBeCase);
  const items = await table.getMany(known.map((ref) => lineKey(callId, ref)));
  return items.flatMap((item) => (item ? [lineItem.parse(item).line] : []));
}

async function some(
  { table }: Parts,
  callId: string,
  list: ListName,
  { prefix, after }: { readonly prefix?: string; readonly after?: string | undefined },
): Promise<{ readonly lines: readonly Line[]; readonly next?: string }> {
  const pk = listPartition(callId, list);
  const page = (from: string | undefined) => table.page(pk, { prefix, limit: onPage, after: from });
  const { items, next } = await orFromTheBeginning(page, after);
  const lines = (await linesBehind(table, callId, list, items)).filter((line) => line !== undefined);
  return { lines, ...(next === undefined ? {} : { next }) };
}

async function orFromTheBeginning(
  page: (after: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next?: string }>,
  after: string | undefined,
) {
  try {
    return await page(after);
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    return page(undefined);
  }
}

const candidateOf = ({ ref, name, goes }: Line): readonly Candidate[] =>
  goes
    ? [{ ref, traveller: { name, institution: goes.institution, starts: goes.starts, ends: goes.ends } }]
    : [];
