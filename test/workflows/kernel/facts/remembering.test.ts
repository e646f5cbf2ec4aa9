import { expect, test, vi } from "vitest";
import { remembering } from "../../../../workflows/kernel/facts/remembering.ts";

test("an answer is worked out once, and again where too many others came in between", () => {
  const make = vi.fn((day: string) => day.length);
  const answer = remembering(make, 2);
  expect([answer("a"), answer("bb"), answer("a")]).toEqual([1, 2, 1]);
  expect(make).toHaveBeenCalledTimes(2);
  expect([answer("ccc"), answer("a")]).toEqual([3, 1]);
  expect(make).toHaveBeenCalledTimes(4);
});

test("what cannot be answered is refused each time", () => {
  const answer = remembering((day: string): string => {
    throw new RangeError(`no day: ${day}`);
  });
  expect(() => answer("x")).toThrow("no day: x");
  expect(() => answer("x")).toThrow("no day: x");
});
