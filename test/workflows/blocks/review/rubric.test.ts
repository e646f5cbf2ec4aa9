import { describe, expect, it } from "vitest";
import { questionsBy, review } from "../../../../workflows/blocks/review/forms.ts";
import {
  answersFor,
  type Criterion,
  pointsBy,
  rubric,
  scoresIn,
} from "../../../../workflows/blocks/review/rubric.ts";
import { formWith } from "../../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../../workflows/kernel/parse.ts";

const words = (lt: string) => ({ lt, en: lt });
const criterion = (id: string, weight: number, best = 4): Criterion => ({
  id,
  title: words(id),
  weight,
  anchors: Array.from({ length: best + 1 }, (_, score) => words(`${id} ${score}`)),
});
const ours = [criterion("need", 40), criterion("plan", 35), criterion("language", 25, 5)];

describe("a rubric", () => {
  it("gives the best score in all 100 points, the worst 0, and each criterion its weight", () => {
    expect(pointsBy(ours, { need: 4, plan: 4, language: 5 })).toBe(100);
    expect(pointsBy(ours, { need: 0, plan: 0, language: 0 })).toBe(0);
    expect(pointsBy(ours, { need: 3, plan: 2, language: 4 })).toBe(30 + 17.5 + 20);
  });

  it("counts other weights, as a what-if has them, as shares of their sum", () => {
    const [need, plan, language] = ours;
    if (!need || !plan || !language) throw new Error("three criteria");
    const other = [{ ...need, weight: 80 }, plan, language];
    expect(pointsBy(other, { need: 4, plan: 0, language: 0 })).toBe(57.14);
  });

  it("asks a reviewer for one score in words by criterion instead of points", () => {
    const form = formWith(review, { fields: questionsBy(ours) });
    const said = { outcome: "scored", criterion_need: "3", criterion_plan: "2", criterion_language: "4" };
    const read = parseAnswer(form, { ...said, comment: "Aiškus planas." });
    expect(read).toMatchObject({ outcome: "valid" });
    if (read.outcome === "valid") {
      expect(scoresIn(ours, read.value.values)).toEqual({ need: 3, plan: 2, language: 4 });
    }
    expect(parseAnswer(form, { ...said, criterion_plan: "5" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "criterion_plan", problem: "unknownOption" }],
    });
    expect(parseAnswer(form, { ...said, score: "80" })).toMatchObject({
      errors: [{ field: "score", problem: "unknownField" }],
    });
  });

  it("is still open to a conflict of interest at one click, without any score", () => {
    expect(
      parseAnswer(formWith(review, { fields: questionsBy(ours) }), { outcome: "conflict" }),
    ).toMatchObject({ outcome: "valid" });
    expect(formWith(review, { fields: questionsBy(ours) }).oneClick).toEqual(["conflict"]);
  });

  it.each([100, 87.5, 60, 12.5, 0])("finds scores near to %d points", (points) => {
    const given = scoresIn(ours, answersFor(ours, points));
    expect(given).toBeDefined();
    expect(Math.abs(pointsBy(ours, given ?? {}) - points)).toBeLessThanOrEqual(12.5);
  });

  it("is refused when its weights are not the whole, when totals would not be exact, and when two are one", () => {
    const messages = (criteria: readonly Criterion[]) =>
      rubric.safeParse(criteria).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(messages([criterion("need", 40), criterion("plan", 35)])).toEqual([
      ": expected weights that make up 100, not 75",
    ]);
    expect(messages([criterion("need", 100, 3)])).toEqual([
      "0.anchors: expected 2, 3, 5, 6 or 11 anchors: the best score must divide 100",
    ]);
    expect(messages([criterion("need", 50), criterion("need", 50)])).toEqual([
      "1.id: expected another id than need, which a criterion above has",
    ]);
  });
});
