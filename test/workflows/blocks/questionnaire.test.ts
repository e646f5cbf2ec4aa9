import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareQuestionnaires,
  nobodyQuestioned,
  questionedIn,
  withQuestioned,
} from "../../../workflows/blocks/questionnaire.ts";
import { withoutSmall } from "../../../workflows/blocks/small-counts.ts";

const answer = (form: string, values: Readonly<Record<string, unknown>>) => ({
  state: form,
  visit: 1,
  form,
  outcome: "given",
  values,
  at: "2027-05-01T08:00:00.000Z",
  by: "somebody@mokykla.example",
});
const entry = { entryMethods: 2, entryLanguage: 3, entryCooperation: 3, entryConfidence: 4 };
const exit = {
  exitMethods: 4,
  exitLanguage: 3,
  exitCooperation: 4,
  exitConfidence: 3,
  satisfaction: 5,
  recommends: true,
};
const person = (before: object, after: object) => ({
  answers: [answer("departure", { ...before }), answer("report", { ...after })],
});

const compare = (people: readonly ReturnType<typeof person>[]) =>
  compareQuestionnaires(
    people.reduce((counts, file) => {
      const said = questionedIn(file);
      return said ? withQuestioned(counts, said) : counts;
    }, nobodyQuestioned),
  );

describe("before and after", () => {
  it("are compared by how many rated higher, the same and lower", () => {
    const { both, compared, recommends } = compare(Array.from({ length: 6 }, () => person(entry, exit)));
    expect(both).toBe(6);
    expect(compared).toEqual([
      { competence: "methods", higher: 6, same: 0, lower: 0 },
      { competence: "language", higher: 0, same: 6, lower: 0 },
      { competence: "cooperation", higher: 6, same: 0, lower: 0 },
      { competence: "confidence", higher: 0, same: 0, lower: 6 },
    ]);
    expect(recommends).toEqual([6, 0]);
  });

  it("say nothing of four people", () => {
    const { both, compared } = compare(Array.from({ length: 4 }, () => person(entry, exit)));
    expect(both).toBeUndefined();
    expect(compared.every(({ higher, same, lower }) => (higher ?? same ?? lower) === undefined)).toBe(true);
  });

  it("leave out whoever answered only one of them", () => {
    const some = [...Array.from({ length: 5 }, () => person(entry, exit)), person({}, exit)];
    expect(compare(some).both).toBe(5);
  });
});

describe("small counts", () => {
  it("are hidden, and so is the one from which they could be worked out", () => {
    expect(withoutSmall([20, 3, 0])).toEqual([undefined, undefined, 0]);
    expect(withoutSmall([20, 9, 3])).toEqual([20, undefined, undefined]);
    expect(withoutSmall([20, 2, 3])).toEqual([20, undefined, undefined]);
    expect(withoutSmall([20, 7, 0])).toEqual([20, 7, 0]);
  });

  it("are never shown, and never the only ones that are hidden", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = withoutSmall(counts);
        const hidden = shown.filter((count) => count === undefined).length;
        for (const count of shown)
          if (count !== undefined && count > 0) expect(count).toBeGreaterThanOrEqual(5);
        expect(hidden).not.toBe(1);
      }),
    );
  });
});
