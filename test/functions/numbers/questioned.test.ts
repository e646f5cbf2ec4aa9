import { describe, expect, it } from "vitest";
import { compareQuestionnaires, withQuestioned } from "../../../functions/numbers/questioned.ts";
import { nobodyQuestioned } from "../../../functions/store/figures-item.ts";
import { competences } from "../../../workflows/blocks/questionnaire.ts";

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
      const said = competences.said(file);
      return said ? withQuestioned(counts, said) : counts;
    }, nobodyQuestioned),
    competences.rated,
  );

describe("before and after", () => {
  it("are compared by how many rated higher, the same and lower", () => {
    const { both, compared, recommends } = compare(Array.from({ length: 6 }, () => person(entry, exit)));
    expect(both).toBe(6);
    expect(compared).toEqual([
      { rated: "methods", higher: 6, same: 0, lower: 0 },
      { rated: "language", higher: 0, same: 6, lower: 0 },
      { rated: "cooperation", higher: 6, same: 0, lower: 0 },
      { rated: "confidence", higher: 0, same: 0, lower: 6 },
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
