import { expect, it } from "vitest";
import { faultsOf } from "../../../workflows/kernel/check.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { longText, number } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Reviews } from "../../../workflows/kernel/reviews.ts";
import { ask, end } from "../../../workflows/kernel/states.ts";
import { needsOf } from "../../../workflows/kernel/words.ts";
import { processWith } from "./example.ts";

/** An assessor visits a school and gives points, or says that it is a friend's. */
const assessment = defineForm({
  id: "assessment",
  outcomes: ["assessed", "friend"],
  fields: { points: number({ min: 0, max: 10 }), advice: longText({ max: 1000 }) },
});

const assessments: Reviews = {
  form: assessment,
  given: "assessed",
  handedBack: "friend",
  toApplicant: "advice",
  short: "naming",
  obstacles: ["friend", "busy"],
  panel: () => ({ reviewers: [], points: ({ points }) => Number(points) * 10 }),
  toCommission: "advice",
  criteria: () => [],
  weighed: () => undefined,
  unassigned: () => [],
};

const on = { assessed: "done", friend: "naming", expired: "naming" } as const;
const process = (reviews: Partial<Reviews>) => ({
  ...processWith("first", {
    first: ask("reviewer", assessment, { within: days(7), on }),
    naming: ask("coordinator", assessment, { within: days(7), on }),
    done: end("done"),
  }),
  reviews: { ...assessments, ...reviews },
});
const other = defineForm({ id: "other", outcomes: ["yes"], fields: {} });

it.each<[string, Partial<Reviews>, readonly string[]]>([
  ["as they are asked", {}, []],
  ["in a state that is not there", { short: "nameing" }, ["reviews: no state is called nameing"]],
  ["by an outcome that is not there", { given: "scored" }, ["reviews: assessment cannot end as scored"]],
  [
    "by a form that nobody is asked",
    { form: other, given: "yes", handedBack: "yes", toApplicant: "advice" },
    ["reviews: no state asks for other", "reviews: other does not ask for advice"],
  ],
])("a process that says its reviews %s has the faults that it has", (_how, reviews, faults) => {
  expect(faultsOf(process(reviews))).toEqual(faults);
});

it("a process with reviews needs words for each reason why somebody cannot be asked", () => {
  const keys = needsOf(process({})).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(["obstacle.friend", "obstacle.busy"]));
});
