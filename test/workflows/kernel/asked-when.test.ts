import { expect, it } from "vitest";
import { choice, number, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, pagesFor } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const registration = defineForm({
  id: "registration",
  outcomes: ["sent"],
  fields: {
    registers: choice({ options: ["novice", "mentor"] }),
    name: text({}),
    capacity: number({ when: { field: "registers", is: ["mentor"] } }),
  },
  pages: [
    { id: "whom", fields: ["registers", "name"] },
    { id: "mentor", fields: ["capacity"] },
  ],
});
const pagesOf = (said: Readonly<Record<string, unknown>>) =>
  pagesFor(registration, said).pages.map(({ id }) => id);

it("a page of which nothing is asked falls away, once it is said; before that it may still be asked", () => {
  expect(pagesOf({ registers: "novice" })).toEqual(["whom"]);
  expect(pagesOf({ registers: "mentor" })).toEqual(["whom", "mentor"]);
  expect(pagesOf({})).toEqual(["whom", "mentor"]);
});

it("what is asked must be answered, and what is not asked is not looked at", () => {
  expect(parseAnswer(registration, { registers: "mentor", name: "Ona" })).toEqual({
    outcome: "invalid",
    errors: [{ field: "capacity", problem: "missing" }],
  });
  expect(parseAnswer(registration, { registers: "novice", name: "Ona", capacity: "many" })).toEqual({
    outcome: "valid",
    value: { outcome: "sent", values: { registers: "novice", name: "Ona" } },
  });
});

it.each(['[{"toString":0}]', '{"toString":0}', "{}", "[[]]", "null"])(
  "a program that sends %s where something hangs on a choice is told of the choice",
  (sent) => {
    const registers: unknown = JSON.parse(sent);
    expect(parseAnswer(registration, { registers, name: "Ona" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "registers", problem: expect.any(String) }],
    });
  },
);

it("a question that waits for an answer that nobody can give is a slip of the pen", () => {
  const fields = {
    registers: choice({ options: ["novice"] }),
    capacity: number({ when: { field: "registers", is: ["mentor"] } }),
  };
  expect(() => defineForm({ id: "lost", outcomes: ["sent"], fields })).toThrow(
    "capacity is asked by registers, which has no such answers",
  );
});
