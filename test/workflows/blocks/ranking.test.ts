import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ranked } from "../../../workflows/blocks/ranking/ranking.ts";
import { compareByCodePoint } from "../../../workflows/kernel/code-point.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { type Application, type Quotas, rankAbroad as rank } from "../foreign-internship/ranking.ts";

const minimum = 60;

const applicationOf = (id: string, facts: Partial<Application> = {}): Application => ({
  id,
  applicant: id,
  score: points(80),
  travelledBefore: false,
  rural: false,
  submittedAt: "2027-02-01T10:00:00Z",
  preferences: ["FI"],
  ...facts,
});

const idsOf = (ranked: readonly Ranked[]): string[] => ranked.map(({ id }) => id);

describe("the order", () => {
  it.each<{ rule: string; key: string; above: Partial<Application>; below: Partial<Application> }>([
    {
      rule: "the higher score first, whatever else",
      key: "score",
      above: { score: points(80.01), travelledBefore: true },
      below: { rural: true },
    },
    {
      rule: "then who has not travelled before, whatever follows",
      key: "notTravelledBefore",
      above: {},
      below: { travelledBefore: true, rural: true },
    },
    {
      rule: "then the rural school, though sent later",
      key: "rural",
      above: { rural: true, submittedAt: "2027-02-03T10:00:00Z" },
      below: {},
    },
    {
      rule: "then the earlier submission, by the instant and not by its spelling",
      key: "submittedAt",
      above: { submittedAt: "2027-02-01T11:00:00+02:00" },
      below: { submittedAt: "2027-02-01T09:00:00.500Z" },
    },
    {
      rule: "then the applicant by code point: Z before Ž",
      key: "applicant",
      above: { applicant: "Zita" },
      below: { applicant: "Žara" },
    },
    {
      rule: "then the earlier submission, however far apart the two are",
      key: "submittedAt",
      above: { submittedAt: "-271821-04-20T00:00:00Z" },
      below: { submittedAt: "+275760-09-13T00:00:00Z" },
    },
    { rule: "then the id, so that the order is always whole", key: "id", above: {}, below: {} },
  ])("$rule", ({ key, above, below }) => {
    const named = { applicant: "same" };
    const first = applicationOf("b", { ...named, ...above });
    const second = applicationOf(key === "id" ? "c" : "a", { ...named, ...below });
    const [leader, follower] = rank([second, first], {}, minimum);
    expect([leader?.id, follower?.id]).toEqual([first.id, second.id]);
    expect(leader).toHaveProperty("decidedBy", undefined);
    expect(follower).toHaveProperty("decidedBy", key);
  });

  it("is that of code points, where UTF-16 units would differ", () => {
    const beyond = "\u{1F600}";
    const privateUse = "\uE000";
    expect(beyond < privateUse).toBe(true);
    expect(compareByCodePoint(beyond, privateUse)).toBeGreaterThan(0);
  });

  it("by code point agrees with comparing the code points one by one", () => {
    const sign = (value: number) => Math.sign(value);
    const plainly = (a: string, b: string): number => {
      const [left, right] = [[...a], [...b]].map((text) =>
        text.map((character) => character.codePointAt(0) ?? 0),
      );
      const at = left?.findIndex((point, index) => point !== right?.[index]) ?? -1;
      if (at === -1) return sign((left?.length ?? 0) - (right?.length ?? 0));
      return right?.[at] === undefined ? 1 : sign((left?.[at] ?? 0) - right[at]);
    };
    const text = fc.string({
      unit: fc.constantFrom("a", "Ž", "\uE000", "\u{1F600}", "\u{1F601}", "\u{10FFFF}"),
    });
    fc.assert(
      fc.property(text, text, (a, b) => sign(compareByCodePoint(a, b)) === plainly(a, b)),
      { examples: [["\u{1F600}", "\u{1F601}"]] },
    );
  });
});

describe("the places", () => {
  it("go down the order, each to the first country of the own preference that is free", () => {
    const ranked = rank(
      [
        applicationOf("a", { score: points(95), preferences: ["FI", "IE"] }),
        applicationOf("b", { score: points(90), preferences: ["FI", "IE"] }),
        applicationOf("c", { score: points(85), preferences: ["FI"] }),
        applicationOf("d", { score: points(80), preferences: ["IE", "FI"] }),
        applicationOf("e", { score: points(59.99), preferences: ["ES"] }),
      ],
      { FI: 1, IE: 1, ES: 1 },
      minimum,
    );
    expect(ranked).toEqual([
      { id: "a", kind: "offered", share: "FI", position: 1 },
      { id: "b", kind: "offered", share: "IE", position: 2, decidedBy: "score" },
      { id: "c", kind: "reserve", reservePosition: 1, position: 3, decidedBy: "score" },
      { id: "d", kind: "reserve", reservePosition: 2, position: 4, decidedBy: "score" },
      { id: "e", kind: "rejected" },
    ]);
  });

  it("are not given for the minimum missed by a hundredth, and are for the minimum itself", () => {
    const ranked = rank([applicationOf("a", { score: points(60) })], { FI: 1 }, minimum);
    expect(ranked).toMatchObject([{ kind: "offered" }]);
  });

  it("do not exist in a country outside the call", () => {
    expect(rank([applicationOf("a", { preferences: ["LV"] })], { FI: 1 }, minimum)).toMatchObject([
      { kind: "reserve", reservePosition: 1 },
    ]);
  });
});

describe("for every call", () => {
  const countries = ["IE", "SI", "ES", "NO", "FI"];
  const applications = fc
    .array(
      fc.record({
        applicant: fc.constantFrom("Ona", "Žara", "Zita"),
        score: fc.integer({ min: 50, max: 70 }).map(points),
        travelledBefore: fc.boolean(),
        rural: fc.boolean(),
        submittedAt: fc.constantFrom("2027-02-01T10:00:00Z", "2027-02-02T10:00:00Z"),
        preferences: fc.uniqueArray(fc.constantFrom(...countries), { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 40 },
    )
    .map((list) => list.map((facts, index) => ({ id: `case-${index}`, ...facts })));
  const quotas: fc.Arbitrary<Quotas> = fc.dictionary(fc.constantFrom(...countries), fc.nat({ max: 4 }));

  it("nobody envies one who stands below: what they got was full before, or less wanted", () => {
    fc.assert(
      fc.property(applications, quotas, (list, places) => {
        const ranked = rank(list, places, minimum);
        const taken = new Map<string, number>();
        for (const entry of ranked) {
          if (entry.kind === "rejected") continue;
          const wanted = list.find(({ id }) => id === entry.id)?.preferences ?? [];
          const got = entry.kind === "offered" ? entry.share : undefined;
          const better = got === undefined ? wanted : wanted.slice(0, wanted.indexOf(got));
          for (const country of better) expect(taken.get(country) ?? 0).toBe(places[country] ?? 0);
          if (got !== undefined) taken.set(got, (taken.get(got) ?? 0) + 1);
        }
        for (const [country, count] of taken) expect(count).toBeLessThanOrEqual(places[country] ?? 0);
      }),
    );
  });

  it("everyone is placed once, whatever order the applications come in", () => {
    fc.assert(
      fc.property(applications, quotas, (list, places) => {
        const ranked = rank(list, places, minimum);
        expect(idsOf(ranked).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
        expect(rank(list.toReversed(), places, minimum)).toEqual(ranked);
      }),
    );
  });
});

describe("what cannot be ranked is refused", () => {
  it.each(["yesterday", "2027-02-01T10:00:00"])("a submission at %s, which is no instant", (submittedAt) => {
    expect(() => rank([applicationOf("a", { submittedAt })], {}, minimum)).toThrow("not an instant");
  });

  it.each([-1, 1.5])("%d places", (places) => {
    expect(() => rank([], { FI: places }, minimum)).toThrow("whole numbers from 0");
  });
});
