import { expect, test } from "vitest";
import { parseMachine } from "../../../infra/local/engine/definition/parse.ts";
import { Expressions } from "../../../infra/local/engine/expressions/expression.ts";
import { machines } from "../../../infra/local/machines.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";

const processes = await everyProcess();

const expressions = new Expressions({ now: () => 0, random: () => 0, uuid: () => "" });

test.each((await machines()).map((machine) => [machine.name, machine.definition]))(
  "the machine %s, which the engine reads when it first runs, has no fault",
  (name, definition) => {
    expect(parseMachine(String(name), definition, expressions).top.states.size).toBeGreaterThan(0);
  },
);

test("each process has one", async () => {
  expect((await machines()).map(({ name }) => name)).toEqual(processes.map(({ id }) => id));
});
