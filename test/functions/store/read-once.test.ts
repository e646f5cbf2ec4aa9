import { describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { readOnce } from "../../../functions/store/read-once.ts";

describe("what is read once", () => {
  const item = { pk: "case#1", sk: "head", state: "screening" };

  test("is not read again for the same object, and is for another that says the same", () => {
    const schema = z.object({ state: z.string() });
    const parse = vi.spyOn(schema, "parse");
    const read = readOnce(schema);
    expect(read(item)).toBe(read(item));
    expect(parse).toHaveBeenCalledTimes(1);
    expect(read({ ...item })).toEqual({ state: "screening" });
    expect(parse).toHaveBeenCalledTimes(2);
  });

  test("is refused each time where it is not as the schema says", () => {
    const read = readOnce(z.object({ state: z.number() }));
    expect(() => read(item)).toThrow("state");
    expect(() => read(item)).toThrow("state");
  });
});
