import { cursorOf, readCursor } from "../../functions/adapters/cursor.ts";
import {
  type Change,
  type Item,
  type Key,
  type Page,
  type PageOptions,
  sortOf,
  type Table,
} from "../../functions/adapters/table.ts";

const compare = (a: unknown, b: unknown): number =>
  String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;

/** The table in memory, with the same conditions and indexes as the one on DynamoDB. */
export function memoryTable(): Table & { readonly all: () => readonly Item[] } {
  const items = new Map<string, Item>();
  const keyOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  const copy = <T>(value: T): T => structuredClone(value);
  const holds = (item: Item | undefined, change: Change): boolean =>
    Object.entries(change.when ?? {}).every(([attribute, rule]) => {
      const stored = item?.[attribute];
      if (rule === "absent") return stored === undefined;
      if (rule === "present") return stored !== undefined;
      return stored === rule.is;
    });
  return {
    all: () => [...items.values()],
    get: async (key) => copy(items.get(keyOf(key))),
    put: async (item, options) => {
      if (options?.ifAbsent && items.has(keyOf(item))) return "exists";
      items.set(keyOf(item), copy(JSON.parse(JSON.stringify(item))));
      return "stored";
    },
    change: async (key, change) => {
      const before = items.get(keyOf(key));
      if (!holds(before, change)) return { outcome: "refused" };
      const item: Record<string, unknown> = { ...before, pk: key.pk, sk: key.sk };
      for (const [attribute, value] of Object.entries(change.set ?? {})) {
        if (value !== undefined) item[attribute] = copy(value);
      }
      for (const attribute of change.remove ?? []) delete item[attribute];
      for (const [attribute, amount] of Object.entries(change.add ?? {})) {
        item[attribute] = Number(item[attribute] ?? 0) + amount;
      }
      items.set(keyOf(key), item);
      return { outcome: "changed", item: copy(item) };
    },
    query: async (pk, prefix = "") =>
      [...items.values()]
        .filter((item) => item.pk === pk && String(item.sk).startsWith(prefix))
        .toSorted((a, b) => compare(a.sk, b.sk))
        .map(copy),
    index: async (name, key, options) =>
      [...items.values()]
        .filter((item) => item[name] === key && item[sortOf[name]] !== undefined)
        .filter((item) => options?.upTo === undefined || String(item[sortOf[name]]) <= options.upTo)
        .toSorted((a, b) => compare(a[sortOf[name]], b[sortOf[name]]))
        .slice(0, options?.limit)
        .map(copy),
    getMany: async (keys) => keys.map((key) => copy(items.get(keyOf(key)))),
    page: async (pk, options) => {
      const found = [...items.values()]
        .filter((item) => item.pk === pk && String(item.sk).startsWith(options.prefix ?? ""))
        .toSorted((a, b) => compare(a.sk, b.sk));
      return pageOf(found, options, (item) => cursorOf({ pk, sk: String(item.sk) }));
    },
    indexPage: async (name, key, options) => {
      const found = [...items.values()]
        .filter((item) => item[name] === key && item[sortOf[name]] !== undefined)
        .filter((item) => options.upTo === undefined || String(item[sortOf[name]]) <= options.upTo)
        .toSorted(
          (a, b) => compare(a[sortOf[name]], b[sortOf[name]]) || compare(a.pk, b.pk) || compare(a.sk, b.sk),
        );
      return pageOf(found, options, (item) =>
        cursorOf({ pk: String(item.pk), sk: String(item.sk) }, String(item[sortOf[name]])),
      );
    },
    delete: async (key) => {
      items.delete(keyOf(key));
    },
  };
}

function pageOf(
  sorted: readonly Item[],
  { after, limit, isReversed }: PageOptions,
  cursorAt: (item: Item) => string,
): Page {
  const all = isReversed ? sorted.toReversed() : sorted;
  if (after !== undefined) readCursor(after);
  const from = after === undefined ? 0 : all.findIndex((item) => cursorAt(item) === after) + 1;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  return from + limit < all.length && last
    ? { items: structuredClone(items), next: cursorAt(last) }
    : { items: structuredClone(items) };
}
