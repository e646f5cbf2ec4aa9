import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Change, Item, Table } from "../../../functions/adapters/table.ts";
import { memoryTable } from "../memory-table.ts";
import { type OpenedTable, tableOnDynalite } from "./dynalite.ts";

/** One thing done to a partition of a table, and all that can be seen of what came out. */
interface Act {
  readonly on: (table: Table, pk: string) => Promise<unknown>;
}

const doing = <Of>(
  name: string,
  of: fc.Arbitrary<Of>,
  on: (table: Table, pk: string, of: Of) => Promise<unknown>,
): fc.Arbitrary<Act> =>
  of.map((given) => ({
    on: (table, pk) => on(table, pk, given),
    [fc.toStringMethod]: () => `${name} ${fc.stringify(given)}`,
  }));

let theirs: OpenedTable;
beforeAll(async () => {
  theirs = await tableOnDynalite();
});
afterAll(() => theirs.close());

const letters = fc.constantFrom("a", "b", "B", "#", "ž", "\u{e000}", "\u{ffff}", "👩");
const sk = fc.string({ unit: letters, maxLength: 3 });
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("", "x"));
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("x", "y"), text, { maxKeys: 2 }),
  fc.constantFrom(undefined, Number.NaN, 2 ** 53),
);
const keyOfIndex = fc.constantFrom("p", "q");
const instant = fc.constantFrom("2027-01-01", "2027-01-02", "2027-01-03");
const attributes: fc.Arbitrary<Item> = fc.record(
  {
    a: value,
    b: value,
    n: fc.integer({ min: -5, max: 5 }),
    pending: keyOfIndex,
    pendingAt: instant,
  },
  { requiredKeys: [] },
);
const when = fc.dictionary(
  fc.constantFrom("pk", "a", "n", "pending"),
  fc.oneof(
    fc.constantFrom("absent" as const, "present" as const),
    fc.record({ is: fc.oneof(text, fc.integer({ min: -5, max: 5 }), fc.boolean()) }),
  ),
  { maxKeys: 2 },
);
const change: fc.Arbitrary<Change> = fc.record(
  {
    set: attributes,
    remove: fc.array(fc.constantFrom("a", "b", "n", "pending", "pendingAt"), { maxLength: 2 }),
    add: fc.dictionary(fc.constantFrom("n", "m"), fc.integer({ min: -5, max: 5 }), { maxKeys: 1 }),
    when,
  },
  { requiredKeys: [] },
);
const bounds = fc.record(
  { limit: fc.integer({ min: 1, max: 3 }), isReversed: fc.boolean() },
  { requiredKeys: ["limit"] },
);

/** All pages of a list with the cursors between them. */
async function walked(read: (after: string | undefined) => ReturnType<Table["page"]>): Promise<unknown> {
  const pages = [];
  for (let after: string | undefined, page = await read(after); ; page = await read(after)) {
    pages.push(page);
    if (page.next === undefined) return pages;
    after = page.next;
  }
}

const byKey = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => (String([a.pk, a.sk]) < String([b.pk, b.sk]) ? -1 : 1));

/** Attributes whose index keys belong to one partition alone. */
const own = (pk: string, item: Item): Item =>
  item.pending === undefined ? item : { ...item, pending: `${pk}${item.pending}` };

const act: fc.Arbitrary<Act> = fc.oneof(
  doing("put", fc.tuple(sk, attributes, fc.boolean()), (table, pk, [at, item, ifAbsent]) =>
    table.put({ ...own(pk, item), pk, sk: at }, { ifAbsent }),
  ),
  doing("change", fc.tuple(sk, change), (table, pk, [at, of]) =>
    table.change({ pk, sk: at }, { ...of, ...(of.set ? { set: own(pk, of.set) } : {}) }),
  ),
  doing("delete", sk, (table, pk, at) => table.delete({ pk, sk: at })),
  doing("get", sk, (table, pk, at) => table.get({ pk, sk: at })),
  doing("getMany", fc.array(sk, { maxLength: 3 }), (table, pk, each) =>
    table.getMany(each.map((at) => ({ pk, sk: at }))),
  ),
  doing("query", sk, (table, pk, prefix) => table.query(pk, prefix)),
  doing("page", fc.tuple(sk, bounds), (table, pk, [prefix, of]) =>
    walked((after) => table.page(pk, { ...of, prefix, after })),
  ),
  // Items of one instant come in an order of the service's own.
  doing("index", fc.tuple(keyOfIndex, instant), async (table, pk, [of, upTo]) =>
    byKey(await table.index("pending", `${pk}${of}`, { upTo })),
  ),
);

test("whatever is done, the table on SQLite answers as the one on DynamoDB", async () => {
  let run = 0;
  const outcome = (of: Act, table: Table, pk: string) => of.on(table, pk).catch(() => "refused");
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), async (acts) => {
      const ours = memoryTable();
      const pk = `run#${run++}`;
      for (const each of acts)
        expect(await outcome(each, ours, pk)).toEqual(await outcome(each, theirs.table, pk));
    }),
    { numRuns: inject("thorough") ? 2000 : 60 },
  );
});
