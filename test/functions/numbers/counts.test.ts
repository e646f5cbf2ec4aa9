import { describe, expect, it } from "vitest";
import { listed, readQuery, writeQuery } from "../../../functions/numbers/case-list.ts";
import { byDay, byMunicipality, byStage, waits } from "../../../functions/numbers/counts.ts";
import type { NumberedCase } from "../../../functions/numbers/numbered-case.ts";

const nothing = {
  granted: 0,
  advance: 0,
  balance: 0,
  fee: 0,
  toPay: 0,
  toRecover: 0,
  recovered: 0,
  committed: 0,
};
const one = (ref: string, more: Partial<NumberedCase> = {}): NumberedCase => ({
  ref: `case#${ref}`,
  name: ref,
  school: "Mokykla",
  municipality: "Vilniaus m.",
  submittedAt: "2027-01-10T08:00:00.000Z",
  day: "2027-01-10",
  state: "review",
  ended: false,
  stays: [],
  sums: nothing,
  ...more,
});

describe("the numbers of a call", () => {
  it("count applications by day, with the days between on which nobody applied", () => {
    const cases = [one("a"), one("b", { day: "2027-01-13" }), one("c", { day: "2027-01-13" })];
    expect(byDay(cases).map(({ key, count }) => `${key} ${count}`)).toEqual([
      "2027-01-10 1",
      "2027-01-11 0",
      "2027-01-12 0",
      "2027-01-13 2",
    ]);
    expect(byDay([])).toEqual([]);
  });

  it("list municipalities in the order of the Lithuanian alphabet", () => {
    const named = ["Zarasų r.", "Žagarė", "Šiaulių m.", "Alytaus m.", "Širvintų r.", "Čia", "Cinos"];
    const order = byMunicipality(named.map((municipality) => one(municipality, { municipality })));
    expect(order.map(({ key }) => key)).toEqual([
      "Alytaus m.",
      "Cinos",
      "Čia",
      "Šiaulių m.",
      "Širvintų r.",
      "Zarasų r.",
      "Žagarė",
    ]);
  });

  it("tell a state from an ending of the same name, and add up to all cases", () => {
    const cases = [
      one("a"),
      one("b"),
      one("c", { state: "withdrawn", ended: true }),
      one("d", { state: "withdrawn" }),
    ];
    const stages = byStage(cases);
    expect(stages).toEqual([
      { key: "review", count: 2 },
      { key: "ended.withdrawn", count: 1 },
      { key: "withdrawn", count: 1 },
    ]);
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
  });

  it("say how long was waited: the median, the longest, and how many still wait", () => {
    const stay = (days: number, isOpen = false) => ({ state: "review", days, isOpen });
    const cases = [
      one("a", { stays: [stay(2)] }),
      one("b", { stays: [stay(4)] }),
      one("c", { stays: [stay(12, true)] }),
    ];
    expect(waits(cases)).toEqual([{ state: "review", count: 3, waiting: 1, median: 4, longest: 12 }]);
    expect(waits(cases.slice(0, 2))[0]?.median).toBe(3);
  });
});

describe("a list of cases", () => {
  const cases = [
    one("1aaa", { name: "Žydrė", municipality: "Šiaulių m." }),
    one("2bbb", { name: "Zita", submittedAt: "2027-01-11T08:00:00.000Z", day: "2027-01-11" }),
    one("3ccc", { name: "Aldona", state: "withdrawn", ended: true }),
  ];
  const list = (query: string) => {
    const read = readQuery(new URLSearchParams(query), cases);
    return { ignored: read.ignored, names: listed(cases, read.query).map(({ name }) => name) };
  };

  it.each([
    ["", ["Aldona", "Žydrė", "Zita"].toSorted(() => 0), []],
    ["order=name", ["Aldona", "Zita", "Žydrė"], []],
    ["order=name&reversed=yes", ["Žydrė", "Zita", "Aldona"], []],
    ["stage=ended.withdrawn", ["Aldona"], []],
    ["municipality=Šiaulių m.", ["Žydrė"], []],
    ["day=2027-01-11", ["Zita"], []],
    ["text=2bb", ["Zita"], []],
    ["text=žyd", ["Žydrė"], []],
    ["stage=nonsense&order=name", ["Aldona", "Zita", "Žydrė"], ["stage"]],
    ["page=-1&order=drop table", undefined, ["order", "page"]],
    [`day=${"9".repeat(5000)}`, undefined, ["day"]],
    ["municipality=__proto__", undefined, ["municipality"]],
  ] as const)("for %s", (query, names, ignored) => {
    const found = list(query);
    expect(found.ignored).toEqual(ignored);
    if (names && query !== "") expect(found.names).toEqual(names);
    else expect(found.names).toHaveLength(3);
  });

  it("has an address that is read back the same", () => {
    const { query } = readQuery(
      new URLSearchParams("stage=review&order=name&reversed=yes&page=2&text=a b"),
      cases,
    );
    expect(readQuery(new URLSearchParams(writeQuery(query)), cases).query).toEqual(query);
  });
});
