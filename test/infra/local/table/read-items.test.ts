import { describe, expect, test } from "vitest";
import { memoryTable } from "../../../functions/memory-table.ts";

const key = { pk: "case#1", sk: "head" };

describe("an item that is read", () => {
  test("is the same object until it is changed", async () => {
    const table = memoryTable();
    await table.put({ ...key, state: "screening", said: { words: ["a"] } });
    const read = await table.get(key);
    expect(await table.get(key)).toBe(read);
    expect((await table.query(key.pk))[0]).toBe(read);
    await table.change(key, { set: { state: "review" } });
    expect(await table.get(key)).toEqual({ ...key, state: "review", said: { words: ["a"] } });
    expect(read).toMatchObject({ state: "screening" });
  });

  test("cannot be changed by whoever has read it, to its depth", async () => {
    const table = memoryTable();
    await table.put({ ...key, said: { words: ["a"] } });
    const read = (await table.get(key)) as { said: { words: string[] } };
    expect(() => read.said.words.push("b")).toThrow(TypeError);
    expect(() => Object.assign(read.said, { words: [] })).toThrow(TypeError);
    expect(await table.get(key)).toEqual({ ...key, said: { words: ["a"] } });
  });

  test("is no other item that says the same", async () => {
    const [one, other] = [memoryTable(), memoryTable()];
    await one.put({ ...key, state: "review" });
    await other.put({ ...key, state: "review" });
    await one.change(key, { set: { state: "ended" } });
    expect(await other.get(key)).toEqual({ ...key, state: "review" });
  });
});
