import { describe, expect, it } from "vitest";
import { candidatesFor } from "../../../../workflows/blocks/review/assignment.ts";
import { conflictOf } from "../../../../workflows/blocks/review/conflicts.ts";
import type { Reviewer } from "../../../../workflows/blocks/review/rules.ts";

const reviewer = (name: string, more: Partial<Reviewer> = {}): Reviewer => ({
  name,
  email: `${name}@ekspertai.example`,
  language: "lt",
  ...more,
});
const application = {
  fullName: "Austėja Žukauskaitė",
  email: "austeja@mokykla.example",
  school: "Kėdainių „Atžalyno“ gimnazija",
  municipality: "Kėdainių r.",
  principalEmail: "vadovas@mokykla.example",
};

describe("a conflict of interest", () => {
  it.each([
    ["the same school, however it is typed", { school: "KĖDAINIŲ  Atžalyno gimnazija" }, "school"],
    ["the same municipality", { municipality: "Kėdainių r." }, "municipality"],
    [
      "whom the reviewer taught, by name",
      { relations: [{ kind: "taught", name: "austėja žukauskaitė" }] },
      "taught",
    ],
    [
      "the same household, by address",
      { relations: [{ kind: "household", email: "Austeja@mokykla.example" }] },
      "household",
    ],
    ["whoever applies", { email: "AUSTEJA@mokykla.example" }, "self"],
    ["the applicant's principal", { email: "vadovas@mokykla.example" }, "self"],
    ["somebody else's school and relations", { school: "Kita mokykla", relations: [] }, undefined],
    ["a reviewer of no school", { school: "" }, undefined],
  ] as const)("is found of %s", (_, more, kind) => {
    expect(conflictOf({ ...reviewer("a"), ...more }, application)).toBe(kind);
  });

  it("counts by the rules that the call has chosen, and one's own application always", () => {
    const neighbour = reviewer("a", { school: application.school, municipality: "Kėdainių r." });
    expect(conflictOf(neighbour, application, ["municipality"])).toBe("municipality");
    expect(conflictOf(neighbour, application, [])).toBeUndefined();
    expect(conflictOf({ ...neighbour, email: application.email }, application, [])).toBe("self");
  });
});

describe("the assignment of reviewers", () => {
  const experts = Array.from({ length: 8 }, (_, index) => reviewer(`e${index + 1}`));

  /** Gives two reviewers to each of so many cases, one after the other. */
  const assign = (count: number, reviewers: readonly Reviewer[], seed = "s") => {
    const loads: Record<string, number> = {};
    const panels = Array.from({ length: count }, (_, index) => {
      const wanted = { ref: `case#${index}`, application, language: "lt" as const, asked: [] };
      const free = candidatesFor(wanted, reviewers, loads, { seed }).filter(({ obstacle }) => !obstacle);
      return free.slice(0, 2).map(({ reviewer: { email } }) => {
        loads[email] = (loads[email] ?? 0) + 1;
        return email;
      });
    });
    return { panels, loads };
  };

  it("gives everybody as much as everybody else", () => {
    expect(new Set(Object.values(assign(100, experts).loads))).toEqual(new Set([25]));
    const { loads } = assign(101, experts);
    expect(Math.max(...Object.values(loads)) - Math.min(...Object.values(loads))).toBeLessThanOrEqual(1);
  });

  it("does not pair the same two all the time", () => {
    const pairs = new Set(assign(100, experts).panels.map((panel) => panel.toSorted().join(" ")));
    expect(pairs.size).toBeGreaterThan(20);
  });

  it("is the same for the same seed and another for another", () => {
    expect(assign(40, experts)).toEqual(assign(40, experts));
    expect(assign(40, experts).panels).not.toEqual(assign(40, experts, "other").panels);
  });

  it("keeps everybody within their limit, and says who cannot be asked and why", () => {
    const wanted = { ref: "case#1", application, language: "en" as const, asked: ["E1@ekspertai.example"] };
    const found = candidatesFor(
      wanted,
      [
        reviewer("e1"),
        reviewer("e2", { limit: 3 }),
        reviewer("e3", { reads: ["lt"] }),
        reviewer("e4", { municipality: "Kėdainių r." }),
        reviewer("e5", { limit: 4 }),
        reviewer("e6"),
      ],
      { "e2@ekspertai.example": 3, "e5@ekspertai.example": 3 },
      {},
    );
    expect(found.map(({ reviewer: { name }, obstacle }) => [name, obstacle])).toEqual(
      expect.arrayContaining([
        ["e1", "asked"],
        ["e2", "limit"],
        ["e3", "language"],
        ["e4", "municipality"],
      ]),
    );
    expect(found.slice(0, 2).map(({ reviewer: { name }, obstacle }) => [name, obstacle])).toEqual([
      ["e6", undefined],
      ["e5", undefined],
    ]);
  });
});
