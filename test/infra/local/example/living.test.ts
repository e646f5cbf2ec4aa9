import { expect, test } from "vitest";
import { livingOf, sayingMore, stayingAs } from "../../../../infra/local/example/living.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import type { Asked, Known } from "../../../../workflows/kernel/rehearsal.ts";
import { nothingYet, readExample } from "../../../examples.ts";

const example = {
  call: { id: "pavyzdys", capacity: 2 },
  people: [{ name: "Ona", email: "ona@mokykla.example", answers: "yes" }],
};

/** Whoever has this address is asked in a state. */
const asked = (email: string, state: string): Asked => ({
  ...{ ref: "case#1", state, isAsked: true, openedAt: "2027-01-12T10:00:00.000Z", form: state },
  row: { line: 2, name: "Rita", email },
  file: {
    ...{ ref: "case#1", process: "p", language: "lt", application: {}, submittedAt: "", answers: [] },
    ...{ records: [], interruptions: [], diary: [], call: {}, callId: "pavyzdys" },
  },
  decides: () => ({}),
});

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
  const isAnswered = (email: string, state: string) =>
    cast.answer(asked(email, state), nothingYet) !== undefined;
  expect(isAnswered("rita@mokykla.example", "endorsement")).toBe(true);
  expect(isAnswered("rita@mokykla.example", "screening")).toBe(false);
  expect(isAnswered("rita@mokykla.example", "lastScreening")).toBe(false);
  expect(isAnswered("ona@mokykla.example", "screening")).toBe(true);
});

test("who says more says it where that state asks them, beside what their line says, and nobody says it elsewhere or for them", () => {
  const cast = sayingMore(
    {
      answer: ({ state }: Asked, _: Known) =>
        state === "report" ? undefined : { says: { summary: "Pavyko" }, order: 2 },
    },
    { "rita@mokykla.example": { materials: { shared: "yes" }, report: { shared: "yes" } } },
  );
  const said = (email: string, state: string) => cast.answer(asked(email, state), nothingYet);
  expect(said("rita@mokykla.example", "materials")).toEqual({
    says: { summary: "Pavyko", shared: "yes" },
    order: 2,
  });
  expect(said("rita@mokykla.example", "approval")?.says).toEqual({ summary: "Pavyko" });
  expect(said("ona@mokykla.example", "materials")?.says).toEqual({ summary: "Pavyko" });
  expect(said("rita@mokykla.example", "report")).toBeUndefined();
});

test("what an example says of the roads that live is said of people and states that there are", async () => {
  const processes = await everyProcess();
  // A group's participants, and whoever offers a place, go roads of their own.
  const states = new Set(processes.flatMap((process) => Object.keys(process.states)));
  for (const { id, rehearsal } of processes) {
    const example = await (await rehearsal?.())?.example();
    if (!example) continue;
    const { stays = {}, says = {} } = example.living ?? {};
    const known = (await readExample(livingOf(example))).part.cast.rows.map(({ email }) => email);
    const named = [...Object.keys(stays), ...Object.keys(says)];
    expect([id, named.filter((email) => !known.includes(email))]).toEqual([id, []]);
    const asking = [...Object.values(stays), ...Object.values(says).flatMap((more) => Object.keys(more))];
    expect([id, asking.filter((state) => !states.has(state))]).toEqual([id, []]);
  }
});
