import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cursorOf } from "../../../functions/adapters/cursor.ts";
import { BadCursor, type Item, type Key, type Page, type Table } from "../../../functions/adapters/table.ts";
import type { OpenedTable } from "./dynalite.ts";

const pending = { pending: "pending#1", pendingAt: "2027-01-01T00:00:00.000Z" };

/**
 * What every implementation of `Table` keeps to. Each test has partitions of its own. `hasLimits`: whether an item may have 400 KB at
 * most, as in DynamoDB, or of any size because it lies in pieces.
 */
export function tableContract(
  name: string,
  open: () => Promise<OpenedTable>,
  { hasLimits = true }: { readonly hasLimits?: boolean } = {},
): void {
  describe(`the table, ${name}`, () => {
    let opened: OpenedTable;
    let table: Table;
    let number = 0;
    beforeAll(async () => {
      opened = await open();
      table = opened.table;
    });
    afterAll(() => opened.close());

    const fresh = (sk = "head"): Key => ({ pk: `case#${name}${number++}`, sk });
    const put = (key: Key, more: Item = {}) => table.put({ ...key, ...more });
    const stored = async (value: unknown): Promise<unknown> => {
      const key = fresh();
      await put(key, { value });
      return (await table.get(key))?.value;
    };

    describe("keeps an item", () => {
      test("once where it must be the first", async () => {
        const key = fresh();
        const first = { ...key, school: "Šiaulių gimnazija" };
        expect(await table.put(first, { ifAbsent: true })).toBe("stored");
        expect(await table.put({ ...key, school: "kita" }, { ifAbsent: true })).toBe("exists");
        expect(await table.get(key)).toEqual(first);
      });

      test("whole: what a later put leaves out is gone", async () => {
        const key = fresh();
        await put(key, { old: 1, both: 1 });
        expect(await put(key, { both: 2 })).toBe("stored");
        expect(await table.get(key)).toEqual({ ...key, both: 2 });
      });

      test("until it is deleted, and deleting it again changes nothing", async () => {
        const key = fresh();
        await put(key);
        await table.delete(key);
        await table.delete(key);
        expect(await table.get(key)).toBeUndefined();
      });

      test.each([
        ["words", "ąčęėįšųūž €  \u0000 👩‍🏫"],
        ["no words", ""],
        ["numbers", [0, -1, 1.5, 1e21 / 1e10, Number.MAX_SAFE_INTEGER, 1e-9]],
        ["yes, no and nothing", { yes: true, no: false, nothing: null }],
        ["lists in maps in lists", [[], {}, [{ a: [1, { b: "c" }] }]]],
      ])("with %s as they were", async (_, value) => {
        expect(await stored(value)).toEqual(value);
      });

      test("without what is undefined, wherever it stands", async () => {
        expect(await stored({ a: undefined, b: [1, undefined, { c: undefined }] })).toEqual({ b: [1, {}] });
        expect(await stored(undefined)).toBeUndefined();
      });

      test("as a copy: what its writer or reader does with it later does not reach it", async () => {
        const key = fresh();
        const list = ["a"];
        await put(key, { list });
        list.push("b");
        const read = await table.get(key);
        try {
          if (Array.isArray(read?.list)) read.list.push("c");
        } catch (error) {
          // Refused where the reader shares it with others.
          expect(error).toBeInstanceOf(TypeError);
        }
        expect((await table.get(key))?.list).toEqual(["a"]);
      });
    });

    describe("changes an item", () => {
      test("only when it is as it must be", async () => {
        const key = fresh();
        await put(key, { status: "open", round: 1 });
        const answer = () =>
          table.change(key, {
            set: { status: "answered" },
            add: { round: 1 },
            when: { status: { is: "open" } },
          });
        expect(await answer()).toEqual({
          outcome: "changed",
          item: { ...key, status: "answered", round: 2 },
        });
        expect(await answer()).toEqual({ outcome: "refused" });
        expect(await table.get(key)).toEqual({ ...key, status: "answered", round: 2 });
      });

      test("once when two want the same", async () => {
        const key = fresh();
        await put(key, { free: true });
        const take = (who: string) =>
          table.change(key, { set: { who, free: false }, when: { free: { is: true } } });
        const outcomes = (await Promise.all(["a", "b", "c"].map(take))).map(({ outcome }) => outcome);
        expect(outcomes.toSorted()).toEqual(["changed", "refused", "refused"]);
      });

      test("that is not there yet into one of its key", async () => {
        const key = fresh();
        expect(await table.change(key, { set: { a: 1 }, when: { pk: "present" } })).toEqual({
          outcome: "refused",
        });
        const made = { outcome: "changed", item: { ...key, a: 1, count: 2 } };
        expect(await table.change(key, { set: { a: 1 }, add: { count: 2 }, when: { a: "absent" } })).toEqual(
          made,
        );
        expect(await table.get(key)).toEqual(made.item);
      });

      test.each([
        ["absent", { a: "absent" }, "refused"],
        ["present", { a: "present" }, "changed"],
        ["absent, of what is not there", { b: "absent" }, "changed"],
        ["present, of what is not there", { b: "present" }, "refused"],
        ["a number that looks like the text", { a: { is: 1 } }, "refused"],
        ["the text itself", { a: { is: "1" } }, "changed"],
        ["another thing than nothing", { b: { is: false } }, "refused"],
        ["all of several things", { a: "present", b: "present" }, "refused"],
      ] as const)("when it must be %s", async (_, when, outcome) => {
        const key = fresh();
        await put(key, { a: "1" });
        expect((await table.change(key, { set: { c: 1 }, when })).outcome).toBe(outcome);
      });

      test.each([
        ["below a number", { a: { below: 10 } }, "changed"],
        ["below a number that it is", { a: { below: 9 } }, "refused"],
        ["at least a number that it is", { a: { atLeast: 9 } }, "changed"],
        ["at least a higher number", { a: { atLeast: 10 } }, "refused"],
        ["between two, by two attributes", { a: { atLeast: 9 }, t: { below: "2027-03" } }, "changed"],
        ["below a text, letter by letter", { t: { below: "2027-02-1" } }, "changed"],
        ["at least a text that it is", { t: { atLeast: "2027-02-03" } }, "changed"],
        ["at least a later text", { t: { atLeast: "2027-02-03T" } }, "refused"],
        ["at least a number, and is a text", { t: { atLeast: 0 } }, "refused"],
        ["below a text, and is a number", { a: { below: "9999" } }, "refused"],
        ["below anything, and is not there", { b: { below: 10 } }, "refused"],
        ["at least anything, and is not there", { b: { atLeast: -10 } }, "refused"],
      ] as const)("when it must be %s", async (_, when, outcome) => {
        const key = fresh();
        await put(key, { a: 9, t: "2027-02-03" });
        expect((await table.change(key, { set: { c: 1 }, when })).outcome).toBe(outcome);
      });

      test("as often as it lies below, when fifty add to it at once", async () => {
        const key = fresh();
        await put(key, { taken: 0 });
        const take = () => table.change(key, { add: { taken: 1 }, when: { taken: { below: 20 } } });
        const outcomes = await Promise.all(Array.from({ length: 50 }, take));
        expect(outcomes.filter(({ outcome }) => outcome === "changed")).toHaveLength(20);
        expect(await table.get(key)).toEqual({ ...key, taken: 20 });
      });

      test("leaving alone what is undefined, removing what is named", async () => {
        const key = fresh();
        await put(key, { a: 1, b: 2 });
        const { item } = Object({
          item: undefined,
          ...(await table.change(key, { set: { a: undefined }, remove: ["b", "c"] })),
        });
        expect(item).toEqual({ ...key, a: 1 });
      });
    });

    describe("reads a partition", () => {
      test("in the order of its sort keys' bytes, whatever letters they have", async () => {
        const { pk } = fresh();
        const order = ["Z", "a", "ab", "b", "z", "Ž", "ž", "\u{d7ff}", "\u{e000}", "\u{ffff}", "👩", "👩‍🏫"];
        for (const sk of order.toReversed()) await put({ pk, sk });
        expect((await table.query(pk)).map(({ sk }) => sk)).toEqual(order);
      });

      test("by the beginning of the sort key, and no other partition", async () => {
        const { pk } = fresh();
        for (const sk of ["entry#1", "entry#2", "entry", "entry$", "entrz", "head"]) await put({ pk, sk });
        await put({ pk: `${pk}0`, sk: "entry#0" });
        const entries = await table.query(pk, "entry#");
        expect(entries.map(({ sk }) => sk)).toEqual(["entry#1", "entry#2"]);
        expect(await table.query(fresh().pk)).toEqual([]);
      });

      test("however long it is", async () => {
        const { pk } = fresh();
        const numbers = Array.from({ length: 300 }, (_, each) => String(each).padStart(3, "0"));
        await Promise.all(numbers.map((sk) => put({ pk, sk }, { words: "ą".repeat(4000) })));
        expect((await table.query(pk)).map(({ sk }) => sk)).toEqual(numbers);
      });

      test("by many keys at once, and says what is missing", async () => {
        const keys = Array.from({ length: 120 }, () => fresh());
        await Promise.all(keys.slice(1).map((key) => put(key, { number: key.pk })));
        const found = await table.getMany(keys);
        expect(found.map((item) => item?.number)).toEqual([undefined, ...keys.slice(1).map(({ pk }) => pk)]);
        expect(await table.getMany([])).toEqual([]);
      });
    });

    const walk = async (read: (after: string | undefined) => Promise<Page>): Promise<readonly Item[][]> => {
      const pages: Item[][] = [];
      let after: string | undefined;
      do {
        const page = await read(after);
        pages.push([...page.items]);
        after = page.next;
      } while (after !== undefined);
      return pages.filter((items) => items.length > 0);
    };

    describe("reads a list page by page", () => {
      test("in either direction, to its end", async () => {
        const { pk } = fresh();
        for (const sk of ["entry#1", "entry#2", "entry#3", "head"]) await put({ pk, sk });
        const pages = async (isReversed: boolean) =>
          (await walk((after) => table.page(pk, { prefix: "entry#", limit: 2, after, isReversed }))).map(
            (items) => items.map(({ sk }) => sk),
          );
        expect(await pages(false)).toEqual([["entry#1", "entry#2"], ["entry#3"]]);
        expect(await pages(true)).toEqual([["entry#3", "entry#2"], ["entry#1"]]);
      });

      test("whose cursor is the place where the page before ended", async () => {
        const { pk } = fresh();
        for (const sk of ["a", "b"]) await put({ pk, sk });
        expect((await table.page(pk, { limit: 1 })).next).toBe(cursorOf({ pk, sk: "a" }));
        expect((await table.page(pk, { limit: 2 })).next).toBe(cursorOf({ pk, sk: "b" }));
        expect((await table.page(pk, { limit: 3 })).next).toBeUndefined();
        const indexed = { inbox: `${pk}@mokykla.example`, dueAt: "2027-01-01" };
        await put({ pk, sk: "a" }, indexed);
        const { next } = await table.indexPage("inbox", indexed.inbox, { limit: 1 });
        expect(next).toBe(cursorOf({ pk, sk: "a" }, indexed.dueAt));
      });

      test("also where what stood at the end of the page before is gone", async () => {
        const { pk } = fresh();
        for (const sk of ["a", "b", "c"]) await put({ pk, sk });
        const { next: after } = await table.page(pk, { limit: 2 });
        await table.delete({ pk, sk: "b" });
        expect((await table.page(pk, { limit: 2, after })).items.map(({ sk }) => sk)).toEqual(["c"]);
      });

      test.runIf(hasLimits)("no page of which has much more than a megabyte", async () => {
        const { pk } = fresh();
        const numbers = Array.from({ length: 9 }, (_, each) => `${each}`);
        for (const sk of numbers) await put({ pk, sk }, { words: "a".repeat(300_000) });
        const pages = await walk((after) => table.page(pk, { limit: 100, after }));
        expect(pages.flat().map(({ sk }) => sk)).toEqual(numbers);
        expect(pages.map((items) => items.length)).toEqual([4, 4, 1]);
      });

      test("of an index, also where many have the same instant", async () => {
        const key = `pending#${number++}`;
        const ids = Array.from({ length: 7 }, () => fresh().pk);
        for (const pk of ids) await put({ pk, sk: "head" }, { ...pending, pending: key });
        for (const isReversed of [false, true]) {
          const pages = await walk((after) =>
            table.indexPage("pending", key, { limit: 3, after, isReversed }),
          );
          expect(pages.map((items) => items.length)).toEqual([3, 3, 1]);
          const read = pages.flat().map(({ pk }) => pk);
          expect(read.toSorted()).toEqual(ids.toSorted());
        }
      });

      test("of an index, until an instant", async () => {
        const key = `pending#${number++}`;
        for (const pendingAt of ["2027-01-01", "2027-01-02", "2027-01-03"])
          await put(fresh(), { pending: key, pendingAt });
        const until = (upTo: string, isReversed: boolean) =>
          walk((after) => table.indexPage("pending", key, { upTo, limit: 1, after, isReversed }));
        const instants = (pages: readonly Item[][]) => pages.flat().map(({ pendingAt }) => pendingAt);
        expect(instants(await until("2027-01-02", false))).toEqual(["2027-01-01", "2027-01-02"]);
        expect(instants(await until("2027-01-02", true))).toEqual(["2027-01-02", "2027-01-01"]);
      });

      test("of an index, from an instant on", async () => {
        const key = `pending#${number++}`;
        for (const pendingAt of ["2027-01-01", "2027-01-02", "2027-01-03"])
          await put(fresh(), { pending: key, pendingAt });
        const pages = async (from: string, upTo?: string, isReversed = false) =>
          (
            await walk((after) =>
              table.indexPage("pending", key, { from, upTo, limit: 1, after, isReversed }),
            )
          )
            .flat()
            .map(({ pendingAt }) => pendingAt);
        expect(await pages("2027-01-02")).toEqual(["2027-01-02", "2027-01-03"]);
        expect(await pages("2027-01-02", "2027-01-02")).toEqual(["2027-01-02"]);
        expect(await pages("2027-01-02", undefined, true)).toEqual(["2027-01-03", "2027-01-02"]);
        const after = cursorOf({ pk: "case#1", sk: "head" }, "2027-01-01");
        await expect(
          table.indexPage("pending", key, { from: "2027-01-02", limit: 1, after }),
        ).rejects.toThrow(BadCursor);
      });

      test.each([
        ["of another partition", cursorOf({ pk: "elsewhere", sk: "entry#1" })],
        ["of another list", cursorOf({ pk: "call#here", sk: "head" })],
        ["of nothing", "no cursor"],
        ["without a key", cursorOf({ pk: "call#here", sk: "" })],
        ["longer than a key", cursorOf({ pk: "call#here", sk: `entry#${"a".repeat(2000)}` })],
      ])("and refuses the cursor %s", async (_, after) => {
        await expect(table.page("call#here", { prefix: "entry#", limit: 2, after })).rejects.toThrow(
          BadCursor,
        );
      });

      test.each([
        ["of no index", cursorOf({ pk: "case#1", sk: "head" })],
        ["beyond the end", cursorOf({ pk: "case#1", sk: "head" }, "2028-01-01")],
        ["without an instant", cursorOf({ pk: "case#1", sk: "head" }, "")],
      ])("and of an index refuses the cursor %s", async (_, after) => {
        const read = table.indexPage("pending", "pending#1", { upTo: "2027-01-01", limit: 2, after });
        await expect(read).rejects.toThrow(BadCursor);
      });
    });

    describe("has sparse indexes", () => {
      test("that hold an item from when it has their attributes until it has not", async () => {
        const key = `pending#${number++}`;
        const [first, second, late] = [fresh(), fresh(), fresh()];
        const since = (pendingAt: string) => ({ pending: key, pendingAt });
        const due = async (options = {}) =>
          (await table.index("pending", key, { upTo: "2027-06-01", ...options })).map(({ pk }) => pk);
        await put(first, since("2027-01-01"));
        await put(second, since("2026-01-01"));
        await put(late, since("2028-01-01"));
        await put(fresh(), { pending: key });
        await put(fresh(), { pendingAt: "2026-01-01" });
        expect(await due()).toEqual([second.pk, first.pk]);
        expect(await due({ limit: 1 })).toEqual([second.pk]);
        await table.change(first, { set: { pendingAt: "2025-01-01" } });
        expect(await due()).toEqual([first.pk, second.pk]);
        await table.change(first, { remove: ["pending", "pendingAt"] });
        await table.delete(second);
        expect(await due()).toEqual([]);
        expect(await table.index("pending", key)).toEqual([{ ...late, ...since("2028-01-01") }]);
      });
    });

    describe("refuses", () => {
      test.each<[string, (key: Key) => Promise<unknown>]>([
        ["an item without a partition key", (key) => put({ ...key, pk: "" })],
        ["an item without a sort key", (key) => put({ ...key, sk: "" })],
        ["a partition key of more than 2048 bytes", (key) => put({ ...key, pk: "a".repeat(2049) })],
        ["a sort key of more than 1024 bytes", (key) => put({ ...key, sk: "a".repeat(1025) })],
        ["an index key that is no text", (key) => put(key, { inbox: 7 })],
        ["an index key that is nothing", (key) => put(key, { inbox: null })],
        ["a number that is none", (key) => put(key, { number: Number.NaN })],
        ["an endless number", (key) => put(key, { list: [{ number: Number.POSITIVE_INFINITY }] })],
        ["a number that cannot be kept exactly", (key) => put(key, { number: 2 ** 53 })],
        ["a number too near to zero", (key) => put(key, { number: 1e-131 })],
        ["to look for an empty key", (key) => table.get({ ...key, sk: "" })],
        ["to look for an empty key among others", (key) => table.getMany([key, { ...key, sk: "" }])],
        ["to look for a key twice", (key) => table.getMany([key, key])],
        ["a page of nothing", ({ pk }) => table.page(pk, { limit: 0 })],
        ["a page of an index of nothing", () => table.indexPage("pending", "pending#1", { limit: 0 })],
        ["a change of nothing", (key) => table.change(key, {})],
        ["to change a key", (key) => table.change(key, { set: { sk: "other" } })],
        ["to remove a key", (key) => table.change(key, { remove: ["pk"] })],
        ["to change an attribute in two ways", (key) => table.change(key, { set: { a: 1 }, remove: ["a"] })],
        [
          "a value that cannot be stored, also where the item is not as it must be",
          (key) => table.change(key, { set: { b: Number.NaN }, when: { a: "absent" } }),
        ],
        ["to delete without a key", (key) => table.delete({ ...key, sk: "" })],
      ])("%s, and keeps what is there", async (_, act) => {
        const key = fresh();
        await put(key, { a: 1 });
        await expect(act(key)).rejects.toThrow();
        expect(await table.get(key)).toEqual({ ...key, a: 1 });
      });

      test.runIf(hasLimits).each<[string, (key: Key) => Promise<unknown>]>([
        ["an item of more than 400 KB", (key) => put(key, { words: "a".repeat(400 * 1024) })],
        [
          "to let an item grow beyond 400 KB",
          (key) => table.change(key, { set: { b: "a".repeat(400 * 1024) } }),
        ],
      ])("%s, and keeps what is there", async (_, act) => {
        const key = fresh();
        await put(key, { a: 1 });
        await expect(act(key)).rejects.toThrow();
        expect(await table.get(key)).toEqual({ ...key, a: 1 });
      });

      test("to add to what is no number", async () => {
        const key = fresh();
        await put(key, { a: "1" });
        await expect(table.change(key, { add: { a: 1 } })).rejects.toThrow();
        expect(await table.get(key)).toEqual({ ...key, a: "1" });
      });

      test.runIf(hasLimits)("nothing that is just not too large", async () => {
        const key = fresh();
        const words = "a".repeat(
          400 * 1024 - "pk".length - key.pk.length - "sk".length - key.sk.length - "words".length,
        );
        expect(await put(key, { words })).toBe("stored");
        await expect(put(key, { words: `${words}a` })).rejects.toThrow();
      });
    });
  });
}
