import { describe, expect, it } from "vitest";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import { points } from "../../../workflows/kernel/score.ts";
import type { Trial, TrialTerms } from "../../../workflows/kernel/selection/desk.ts";
import { risen } from "../../../workflows/selection-call/reserve-positions.ts";
import { rankApplications } from "../../../workflows/selection-call/rules.ts";
import { readTrial, writeTrial } from "../../../workflows/selection-call/trial.ts";
import { compareTrial } from "../../../workflows/selection-call/what-if.ts";

const words = (said: string) => ({ lt: said, en: said });
const rubric = ["need", "plan"].map((id) => ({
  id,
  title: words(id),
  weight: 50,
  anchors: ["none", "some", "full"].map(words),
}));

const entry = (name: string, need: number, plan: number, preferences = ["IE"]): Entry => ({
  ref: `case#${name}`,
  state: "awaitingRanking",
  ended: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  bid: {
    score: points(25 * (need + plan)),
    applicant: name,
    travelledBefore: false,
    rural: false,
    submittedAt: "2027-01-10T08:00:00.000Z",
    preferences,
    criteria: [
      { need, plan },
      { need, plan },
    ],
  },
});

const adopted = (changes: string) => ({
  name: "adopted",
  at: "2027-02-10T08:00:00.000Z",
  by: "coordinator@agency.example",
  state: "approval",
  visit: 5,
  values: { changes, reason: "Donor's wish." },
});

const file = (entries: readonly Entry[], said: CaseFile["interruptions"] = []): CaseFile => ({
  ref: "call#demo",
  process: "selection-call",
  language: "lt",
  application: {},
  submittedAt: "2027-01-01T00:00:00.000Z",
  answers: [],
  records: [],
  interruptions: said,
  diary: [],
  call: {
    closesAt: "2027-01-31T21:59:59.000Z",
    places: { IE: 1, FI: 0 },
    minimumScore: 60,
    scoreGap: 20,
    offerDays: 7,
    lastStart: "2027-05-03",
    rubric,
  },
  callId: "demo",
  entries,
  selects: selection,
});

const terms: TrialTerms = {
  shares: ["IE"],
  criteria: [{ id: "plan", title: words("plan"), weight: 50 }],
  cases: ["weak"],
  isOfMoney: false,
  hasMinimum: true,
};
const nothing: Trial = { places: {}, weights: {}, scores: {} };
const all = [entry("needy", 2, 1), entry("planner", 1, 2), entry("weak", 1, 1)];
const changes = (trial: Partial<Trial>, entries = all) =>
  Object.fromEntries(
    compareTrial(file(entries), { ...nothing, ...trial }).map(({ ref, change }) => [ref.slice(5), change]),
  );

describe("what if", () => {
  it("changes nothing by itself", () => {
    expect(changes({})).toEqual({ needy: "same", planner: "same", weak: "same" });
  });

  it("one more place lets the next in, and a lower minimum only brings one onto the list", () => {
    expect(changes({ places: { IE: 2 } })).toEqual({ needy: "same", planner: "in", weak: "same" });
    expect(changes({ minimumScore: 50 })).toEqual({ needy: "same", planner: "same", weak: "moved" });
  });

  it("other weights turn the order round, from what the reviewers gave for each criterion", () => {
    expect(changes({ weights: { plan: 80 } })).toEqual({ planner: "in", needy: "out", weak: "same" });
  });

  it("one score pushes one in and another out", () => {
    expect(changes({ scores: { weak: 99 } })).toEqual({ weak: "in", needy: "out", planner: "moved" });
  });

  it("is not answered for who has left", () => {
    const [first, ...others] = all;
    if (!first) throw new Error("three");
    expect(changes({}, [{ ...first, ended: true, state: "withdrawn" }, ...others])).not.toHaveProperty(
      "needy",
    );
  });

  it("is written into an address and read back the same", () => {
    const trial = {
      ...nothing,
      places: { IE: 2 },
      minimumScore: 55.5,
      weights: { plan: 80 },
      scores: { weak: 99 },
    };
    const written = writeTrial(trial);
    expect(written).toBe("places.IE=2&minimumScore=55.5&weights.plan=80&score.weak=99");
    expect(readTrial(new URLSearchParams(written), terms)).toEqual({ trial, faults: [] });
  });

  it.each([
    ["places.XX=3", "unknown"],
    ["places.__proto__=3", "unknown"],
    ["places.IE=-1", "notWhole"],
    ["places.IE=1e9", "notWhole"],
    ["weights.plan=101", "notWhole"],
    ["minimumScore=101", "notScore"],
    ["minimumScore=five", "notScore"],
    ["score.weak=12,345", "notScore"],
    ["score.nobody=50", "unknown"],
    ["budget=1000", "unknown"],
  ])("refuses %s", (query, problem) => {
    const { trial, faults } = readTrial(new URLSearchParams(query), terms);
    expect(faults.map((fault) => fault.problem)).toEqual([problem]);
    expect(writeTrial(trial)).toBe("");
  });

  it("once adopted, is what the ranking is made by, and what the reviews gave is kept", () => {
    const { decisions = [] } = rankApplications(
      file(all, [adopted("weights.plan=80"), adopted("score.weak=99")]),
    );
    expect(decisions.map(({ ref, decision }) => [ref, Object(decision).kind])).toEqual([
      ["case#weak", "offered"],
      ["case#planner", "reserve"],
      ["case#needy", "reserve"],
    ]);
    expect(decisions[0]?.bid).toMatchObject({ score: points(99), reviewed: points(50) });
    expect(decisions[1]?.bid).toMatchObject({ score: points(80.77), reviewed: points(75) });
  });
});

describe("a place on the reserve list", () => {
  const waiting = (name: string, position: number, told: number): Entry => ({
    ...entry(name, 2, 1),
    state: "onReserveList",
    decision: { kind: "reserve", position, reserveTold: told },
  });
  it("is told when it moves by five places or by half, once, and not when it moves by less", () => {
    const far = Array.from({ length: 14 }, (_, index) => waiting(`n${index + 1}`, index + 2, index + 1));
    const gone = (names: readonly string[]) =>
      far.map((known) => (names.includes(known.ref.slice(5)) ? { ...known, ended: true } : known));
    expect(risen(far, selection)).toEqual([]);
    expect(risen(gone(["n1"]), selection).map(({ ref }) => ref)).toEqual(["case#n2"]);
    const told = risen(gone(["n1", "n2", "n3", "n4", "n5"]), selection);
    expect(told.map(({ ref }) => ref)).toEqual(far.slice(5).map(({ ref }) => ref));
    const after = gone(["n1", "n2", "n3", "n4", "n5"]).map((known) => ({
      ...known,
      decision: told.find(({ ref }) => ref === known.ref)?.decision ?? known.decision,
    }));
    expect(risen(after, selection)).toEqual([]);
  });
});
