import { expect, test } from "vitest";
import { livingOf, stayingAs } from "../../../../infra/local/example/living.ts";
import type { Asked, Known } from "../../../../workflows/kernel/rehearsal.ts";
import { nothingYet } from "../../../examples.ts";

const example = {
  call: { id: "pavyzdys", capacity: 2 },
  people: [{ name: "Ona", email: "ona@mokykla.example", answers: "yes" }],
};

test("the living programme has more people than the example, each like one of it but for some cells", () => {
  const living = {
    call: { capacity: 3 },
    people: [{ like: 0, cells: { name: "Rita", email: "rita@mokykla.example" } }],
  };
  expect(livingOf({ ...example, living })).toEqual({
    call: { id: "pavyzdys", capacity: 3 },
    people: [...example.people, { name: "Rita", email: "rita@mokykla.example", answers: "yes" }],
  });
  expect(livingOf(example)).toEqual(example);
});

test("who stays in a state is not answered from there on, by anybody, and was until then", () => {
  const cast = stayingAs(
    { answer: (_: Asked, __: Known) => ({ says: {} }) },
    { "rita@mokykla.example": "screening" },
  );
  const asked = (email: string, state: string): Asked => ({
    ...{ ref: "case#1", state, isAsked: true, openedAt: "2027-01-12T10:00:00.000Z", form: state },
    row: { line: 2, name: "Rita", email },
    file: {
      ...{ ref: "case#1", process: "p", language: "lt", application: {}, submittedAt: "", answers: [] },
      ...{ records: [], interruptions: [], diary: [], call: {}, callId: "pavyzdys" },
    },
    decides: () => ({}),
  });
  const isAnswered = (email: string, state: string) =>
    cast.answer(asked(email, state), nothingYet) !== undefined;
  expect(isAnswered("rita@mokykla.example", "endorsement")).toBe(true);
  expect(isAnswered("rita@mokykla.example", "screening")).toBe(false);
  expect(isAnswered("rita@mokykla.example", "lastScreening")).toBe(false);
  expect(isAnswered("ona@mokykla.example", "screening")).toBe(true);
});
