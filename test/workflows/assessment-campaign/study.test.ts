import { expect, it } from "vitest";
import { changesOf } from "../../../workflows/assessment-campaign/study.ts";

const items = [{ id: "maths", from: 0, to: 10, agree: 5 }];
const answer = (pseudonym: string | undefined, maths: number, school = "S1", group = "pupils") => ({
  ...{ school, group, values: { maths } },
  ...(pseudonym === undefined ? {} : { pseudonym }),
});
const five = ["A", "B", "C", "D", "E"];
const before = five.map((one) => answer(one, 4));
const now = five.map((one, index) => answer(one, 5 + index));

it("what the same people said twice is compared: how many they are, and both means", () => {
  expect(changesOf({ items, least: 5 }, before, now)).toEqual([
    { group: "pupils", item: "maths", pairs: 5, before: 400, now: 700 },
  ]);
});

it.each([
  ["fewer than the least answered both times", before.slice(1), now],
  ["one who answered twice has no pair", [...before, answer("E", 9)], now],
  [
    "who has the same pseudonym at another school is another",
    [...before.slice(1), answer("A", 4, "S2")],
    now,
  ],
  ["who has it in another group is another", [...before.slice(1), answer("A", 4, "S1", "teachers")], now],
  ["one who left the item blank has no pair", [...before.slice(1), { ...answer("A", 0), values: {} }], now],
  ["one left over now would be known by the mean of all", before, [...now, answer("F", 9)]],
  ["one left over before would be known by it", [...before, answer(undefined, 9)], now],
])("nothing is told where %s", (_, earlier, later) => {
  expect(changesOf({ items, least: 5 }, earlier, later)).toEqual([{ group: "pupils", item: "maths" }]);
});

it("many who are left over tell nothing of one", () => {
  const others = ["F", "G", "H", "I", "J"].map((one) => answer(one, 1));
  const [told] = changesOf({ items, least: 5 }, before, [...now, ...others]);
  expect(told?.pairs).toBe(5);
});
