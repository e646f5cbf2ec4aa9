import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Database } from "../../../../infra/local/database/database.ts";
import { KnownItems } from "../../../../infra/local/table/known-items.ts";
import { openTable } from "../../../../infra/local/table/table.ts";
import { memoryTable } from "../../../functions/memory-table.ts";

const key = { pk: "case#1", sk: "head" };

describe("an item that is read", () => {
  test("is the same object until it is changed, however it is read", async () => {
    const table = memoryTable();
    await table.put({ ...key, state: "screening", said: { words: ["a"] } });
    const [read] = await table.query(key.pk);
    expect(await table.get(key)).toBe(read);
    expect((await table.query(key.pk, "he"))[0]).toBe(read);
    await table.change(key, { set: { state: "review" } });
    expect(await table.get(key)).toEqual({ ...key, state: "review", said: { words: ["a"] } });
    expect(read).toMatchObject({ state: "screening" });
  });

  test("cannot be changed by whoever has read it, to its depth", async () => {
    const table = memoryTable();
    await table.put({ ...key, said: { words: ["a"] } });
    await table.query(key.pk);
    await table.change(key, { set: { round: 1 } });
    for (const read of [await table.get(key), ...(await table.query(key.pk))]) {
      expect(() => Object.assign(read ?? {}, { round: 2 })).toThrow(TypeError);
      expect(() => Object.assign(Object(read).said, { words: [] })).toThrow(TypeError);
      expect(() => Object(read).said.words.push("b")).toThrow(TypeError);
    }
    expect(await table.get(key)).toEqual({ ...key, said: { words: ["a"] }, round: 1 });
  });
});

describe("what is known of a database", () => {
  test("is known to each table that is open on it", async () => {
    const database = new Database(":memory:", { survives: "process" });
    const [one, other] = [openTable(database), openTable(database)];
    await one.put({ ...key, state: "review" });
    expect(await other.query(key.pk)).toHaveLength(1);
    await one.put({ pk: key.pk, sk: "task#1" });
    await one.delete(key);
    expect(await other.query(key.pk)).toEqual([{ pk: key.pk, sk: "task#1" }]);
    expect(await other.get(key)).toBeUndefined();
  });

  test("is nothing of what was taken back", async () => {
    const database = new Database(":memory:", { survives: "process" });
    const table = openTable(database);
    await table.put({ ...key, state: "screening" });
    await table.query(key.pk);
    KnownItems.of(database).wrote(key, { ...key, state: "review" });
    const failing = () =>
      database.change(() => {
        throw new Error("full");
      });
    expect(failing).toThrow("full");
    expect(await table.get(key)).toMatchObject({ state: "screening" });
  });
});

const sortKeys = fc.constantFrom("a", "a#1", "ab", "b", "ž", "\u{10000}", "\uffff", "head");
const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant("put" as const), sk: sortKeys, round: fc.nat(9) }),
    fc.record({ deed: fc.constant("delete" as const), sk: sortKeys }),
    fc.record({ deed: fc.constant("get" as const), sk: sortKeys }),
    fc.record({ deed: fc.constant("query" as const), sk: fc.constantFrom("", "a", "ž", "\uffff") }),
  ),
  { maxLength: 40 },
);

test("whatever is written and read in between, what is read is what the file holds", () =>
  fc.assert(
    fc.asyncProperty(deeds, async (made) => {
      const database = new Database(":memory:", { survives: "process" });
      const table = openTable(database);
      for (const one of made) {
        if (one.deed === "put") await table.put({ pk: key.pk, sk: one.sk, round: one.round });
        else if (one.deed === "delete") await table.delete({ pk: key.pk, sk: one.sk });
        else {
          const stored = table.all();
          if (one.deed === "get")
            expect(await table.get({ pk: key.pk, sk: one.sk })).toEqual(
              stored.find(({ sk }) => sk === one.sk),
            );
          else
            expect(await table.query(key.pk, one.sk)).toEqual(
              stored.filter(({ sk }) => String(sk).startsWith(one.sk)),
            );
        }
      }
    }),
    { numRuns: 300 },
  ));
