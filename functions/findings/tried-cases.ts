import type { House } from "../house.ts";
import { linesBehind } from "../lines/case-list.ts";
import { wordsIn } from "../lines/collation.ts";
import { idIn, lineKey, listPartition } from "../lines/keys.ts";
import { codeOf } from "../reading/codes.ts";
import { type EntryItem, entryItem } from "../store/items.ts";
import { entryKey, idOf, refOfCase } from "../store/keys.ts";
import { lineItem } from "../store/line-item.ts";

/** A case whose score may be tried: who applied, and what is weighed. */
export interface TriedCase {
  readonly ref: string;
  readonly applicantName: string;
  readonly bid: unknown;
}

type Parts = Pick<House, "table">;

const atOnce = 100;
/** A trial names so many cases at most. */
const mostNamed = 300;

/** The cases of a small call that are ranked, by name. */
export async function rankedCases({ table }: Parts, callId: string): Promise<readonly TriedCase[]> {
  const entries: EntryItem[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await table.page(entryKey(callId, "").pk, {
      prefix: "entry#",
      limit: atOnce,
      after,
    });
    entries.push(...items.map((item) => entryItem.parse(item)));
    after = next;
  } while (after !== undefined);
  return withNames({ table }, callId, entries);
}

/** Those of the named cases that are ranked. */
export async function rankedAmong(
  { table }: Parts,
  callId: string,
  ids: readonly string[],
): Promise<readonly TriedCase[]> {
  const keys = ids
    .filter(isId)
    .slice(0, mostNamed)
    .map((id) => entryKey(callId, refOfCase(id)));
  const items = await table.getMany(keys);
  return withNames(
    { table },
    callId,
    items.flatMap((item) => (item ? [entryItem.parse(item)] : [])),
  );
}

const isId = (said: string): boolean => /^[0-9a-f]{1,64}$/.test(said);

async function withNames(
  { table }: Parts,
  callId: string,
  entries: readonly EntryItem[],
): Promise<readonly TriedCase[]> {
  const ranked = entries.filter(({ ended, bid }) => !ended && bid !== undefined);
  const lines = await table.getMany(ranked.map(({ ref }) => lineKey(callId, ref)));
  return ranked.map(({ ref, bid }, index) => {
    const item = lines[index];
    return { ref, bid, applicantName: item ? lineItem.parse(item).line.name : "" };
  });
}

/** The identifier of the case that has a code, or that the code is the identifier of; none where several or none have it. */
export async function idByCode({ table }: Parts, callId: string, said: string): Promise<string | undefined> {
  const [word] = wordsIn(said);
  if (word === undefined) return undefined;
  const { items } = await table.page(listPartition(callId, "words"), { prefix: word.slice(0, 8), limit: 25 });
  const lines = await linesBehind(table, callId, "words", items);
  const ids = new Set(
    lines.flatMap((line) =>
      line && (idOf(line.ref) === said || codeOf(line.ref).toLowerCase() === said.toLowerCase())
        ? [idIn(line.ref)]
        : [],
    ),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}
