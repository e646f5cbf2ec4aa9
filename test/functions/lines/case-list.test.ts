import { describe, expect, it } from "vitest";
import { pageOfCases } from "../../../functions/lines/case-list.ts";
import { readQuery, writeQuery } from "../../../functions/lines/case-query.ts";
import { entriesOf, lineKey, making, placesIn } from "../../../functions/lines/keys.ts";
import { tally } from "../../../functions/lines/tally.ts";
import type { Line } from "../../../functions/store/line-item.ts";
import { memoryTable } from "../memory-table.ts";
import { one } from "./a-line.ts";

const now = "2027-02-01T00:00:00.000Z";
const count = (cases: readonly Line[]) => {
  const counting = tally(now);
  for (const line of cases) counting.add(line);
  return counting.figures();
};
/** A table that holds these lines and their entries in lists. */
async function tableWith(cases: readonly Line[]) {
  const table = memoryTable();
  for (const line of cases) {
    await table.put({ ...lineKey("demo", line.ref), line, making, version: 1 });
    for (const entry of entriesOf(line)) await table.put({ ...entry });
  }
  return table;
}

describe("deadlines", () => {
  it("put a list into their order, without whoever is asked nothing, and are counted as late once they have gone by", () => {
    const due = (at: string) => ({ due: { at, state: "review" } });
    const cases = [
      one("a1", due("2027-01-20T21:59:59.000Z")),
      one("a2"),
      one("a3", due("2027-01-05T21:59:59.000Z")),
    ];
    expect(cases.flatMap((line) => placesIn("due", line)).toSorted()).toEqual([
      "2027-01-05T21:59:59.000Z#a3",
      "2027-01-20T21:59:59.000Z#a1",
    ]);
    const counting = tally("2027-01-10T08:00:00.000Z");
    for (const line of cases) counting.add(line);
    expect(counting.figures()).toMatchObject({
      due: 2,
      late: 1,
      stages: [{ key: "review", count: 3, late: 1 }],
    });
  });
});

describe("the numbers of a call", () => {
  it("count applications by day, with the days between on which nobody applied", () => {
    const cases = [one("a"), one("b", { day: "2027-01-13" }), one("c", { day: "2027-01-13" })];
    expect(count(cases).days.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "2027-01-10 1",
      "2027-01-11 0",
      "2027-01-12 0",
      "2027-01-13 2",
    ]);
    expect(count([]).days).toEqual([]);
  });

  it("list municipalities in the order of the Lithuanian alphabet", () => {
    const named = ["Zarasų r.", "Žagarė", "Šiaulių m.", "Alytaus m.", "Širvintų r.", "Čia", "Cinos"];
    const order = count(named.map((municipality) => one(municipality, { municipality }))).municipalities;
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

  it("say as what applicants work, those who did not say so among them", () => {
    const cases = [one("a"), one("b", { post: "head" }), one("c"), one("d", { post: "" })];
    expect(count(cases).posts).toEqual([
      { key: "", count: 1 },
      { key: "head", count: 1 },
      { key: "teacher", count: 2 },
    ]);
  });

  it("tell a state from an ending of the same name, and add up to all cases", () => {
    const cases = [
      one("a"),
      one("b"),
      one("c", { state: "withdrawn", ended: true }),
      one("d", { state: "withdrawn" }),
    ];
    const { stages } = count(cases);
    expect(stages).toMatchObject([
      { key: "review", state: "review", ended: false, count: 2 },
      { key: "ended.withdrawn", state: "withdrawn", ended: true, count: 1 },
      { key: "withdrawn", state: "withdrawn", ended: false, count: 1 },
    ]);
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
  });

  it("say how long was waited: the median, the longest, and how many still wait", () => {
    const day = 86_400_000;
    const from = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
    const stay = (days: number, isOpen = false) => ({
      state: "review",
      from: from(isOpen ? days : days + 30),
      ...(isOpen ? {} : { to: from(30) }),
    });
    const cases = [
      one("a", { stays: [stay(2)] }),
      one("b", { stays: [stay(4)] }),
      one("c", { stays: [stay(12, true)] }),
    ];
    expect(count(cases).waits).toEqual([{ state: "review", count: 3, waiting: 1, median: 4, longest: 12 }]);
    expect(count(cases.slice(0, 2)).waits[0]?.median).toBe(3);
  });
});

describe("a list of cases", () => {
  const cases = [
    one("1aaa", { name: "Žydrė", municipality: "Šiaulių m.", post: "head", rural: true, usedLater: false }),
    one("2bbb", { name: "Zita", submittedAt: "2027-01-11T08:00:00.000Z", day: "2027-01-11" }),
    one("3ccc", { name: "Aldona", state: "withdrawn", ended: true, post: "" }),
  ];
  const list = async (query: string) => {
    const figures = count(cases);
    const read = readQuery(new URLSearchParams(query), figures);
    const { lines } = await pageOfCases({ table: await tableWith(cases) }, "demo", read.query, figures);
    return { ignored: read.ignored, names: lines.map(({ name }) => name) };
  };

  it.each([
    ["", ["Aldona", "Žydrė", "Zita"].toSorted(() => 0), []],
    ["order=name", ["Aldona", "Zita", "Žydrė"], []],
    ["order=name&reversed=yes", ["Žydrė", "Zita", "Aldona"], []],
    ["stage=ended.withdrawn", ["Aldona"], []],
    ["municipality=Šiaulių m.", ["Žydrė"], []],
    ["post=head", ["Žydrė"], []],
    ["post=-", ["Aldona"], []],
    ["measure=rural", ["Žydrė"], []],
    ["measure=askedLater", ["Žydrė"], []],
    ["measure=usedLater", [], []],
    ["measure=happiness&order=name", ["Aldona", "Zita", "Žydrė"], ["measure"]],
    ["order=post", ["Aldona", "Žydrė", "Zita"], []],
    ["post=pilot&order=name", ["Aldona", "Zita", "Žydrė"], ["post"]],
    ["day=2027-01-11", ["Zita"], []],
    ["text=2bb", ["Zita"], []],
    ["text=žyd", ["Žydrė"], []],
    ["text=ZYD mokykla", ["Žydrė"], []],
    ["text=ydrė", [], []],
    ["stage=nonsense&order=name", ["Aldona", "Zita", "Žydrė"], ["stage"]],
    ["after=%00&order=drop table", undefined, ["after", "order"]],
    [`day=${"9".repeat(5000)}`, undefined, ["day"]],
    ["municipality=__proto__", undefined, ["municipality"]],
  ] as const)("for %s", async (query, names, ignored) => {
    const found = await list(query);
    expect(found.ignored).toEqual(ignored);
    if (names && query !== "") expect(found.names).toEqual(names);
    else expect(found.names).toHaveLength(3);
  });

  it("has an address that is read back the same", () => {
    const { query } = readQuery(
      new URLSearchParams(
        "stage=review&post=teacher&order=name&reversed=yes&after=x#1&text=a b".replace("#", "%23"),
      ),
      count(cases),
    );
    expect(readQuery(new URLSearchParams(writeQuery(query)), count(cases)).query).toEqual(query);
  });
});

describe("a long list", () => {
  const states = ["review", "screening", "offer"];
  const cases = Array.from({ length: 700 }, (_, index) =>
    one(index.toString(16).padStart(8, "0"), {
      name: `${["Ona", "Žydrė", "Čia", "Rasa"][index % 4]} ${index}`,
      state: states[index % 3] ?? "",
      submittedAt: new Date(Date.parse("2027-01-10T08:00:00.000Z") + index * 60_000).toISOString(),
      post: ["teacher", "support"][index % 2] ?? "",
      ...(index % 350 === 0 ? { municipality: "Zarasų r." } : {}),
    }),
  );
  const figures = count(cases);
  const walk = async (said: string) => {
    const table = await tableWith(cases);
    const { query } = readQuery(new URLSearchParams(said), figures);
    const found: Line[] = [];
    let [pages, after]: [number, string | undefined] = [0, undefined];
    do {
      const page = await pageOfCases({ table }, "demo", { ...query, ...(after ? { after } : {}) }, figures);
      found.push(...page.lines);
      pages++;
      after = page.after;
      if (page.before !== undefined) {
        const back = await pageOfCases({ table }, "demo", { ...query, before: page.before }, figures);
        expect(back.lines.at(-1)).toEqual(found.at(-page.lines.length - 1));
      }
    } while (after !== undefined);
    return { names: found.map(({ name }) => name), pages };
  };
  const named = (wanted: (line: Line) => boolean, by?: (a: Line, b: Line) => number) =>
    (by ? cases.filter(wanted).toSorted(by) : cases.filter(wanted)).map(({ name }) => name);
  const { compare } = new Intl.Collator("lt");
  const byMunicipality = (a: Line, b: Line) => compare(a.municipality, b.municipality);
  const byName = (a: Line, b: Line) => compare(a.name, b.name);

  it.each<[string, readonly string[]]>([
    ["", named(() => true)],
    ["reversed=yes", named(() => true).toReversed()],
    ["order=name", named(() => true, byName)],
    ["stage=review", named(({ state }) => state === "review")],
    ["stage=review&order=name&reversed=yes", named(({ state }) => state === "review", byName).toReversed()],
    ["stage=review&order=stage", named(({ state }) => state === "review")],
    ["order=municipality&stage=offer", named(({ state }) => state === "offer", byMunicipality)],
    ["municipality=Zarasų r.&order=name", ["Čia 350", "Ona 0"]],
    ["post=support", named(({ post }) => post === "support")],
    ["post=support&order=name", named(({ post }) => post === "support", byName)],
    ["order=post", [...named(({ post }) => post === "support"), ...named(({ post }) => post === "teacher")]],
    ["text=ona&stage=offer", named(({ name, state }) => name.startsWith("Ona") && state === "offer")],
    ["text=čia&order=name", named(({ name }) => name.startsWith("Čia"), byName)],
    ["ended=no&day=2027-01-10", named(() => true)],
    ["order=position", []],
  ])("is walked page by page and back, each case once: %s", async (said, names) => {
    const walked = await walk(said);
    expect(walked.names).toEqual(names);
    expect(walked.pages).toBeLessThanOrEqual(Math.ceil(names.length / 50) + 4);
  });

  it("leads on where nothing was found among so many that a request may look at", async () => {
    const table = await tableWith(cases);
    const last = cases.at(-1);
    if (!last) throw new Error("no cases");
    const query = { order: "name", isReversed: false, stage: "offer", waited: "nowhere" } as const;
    const page = await pageOfCases({ table }, "demo", query, { ...figures, stages: [], waits: [] });
    expect(page).toMatchObject({ lines: [], lookedAt: 300, after: expect.any(String) });
  });

  it("leaves out what is left over in a list from a change that is still being worked off", async () => {
    const table = await tableWith(cases.slice(0, 2));
    await table.put({ pk: "lines#demo#stage", sk: `offer#2027-01-10#${cases[0]?.submittedAt}#00000000` });
    const query = { order: "stage", isReversed: false } as const;
    const { lines } = await pageOfCases({ table }, "demo", query, count(cases.slice(0, 2)));
    expect(lines.map(({ name }) => name)).toEqual(["Ona 0", "Žydrė 1"]);
  });
});
