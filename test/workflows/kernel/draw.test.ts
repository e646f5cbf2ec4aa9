import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { draw } from "../../../workflows/kernel/draw.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { ask, end, type State, waysOf } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";

const processes = await everyProcess();

const form = defineForm({ id: "question", outcomes: ["yes", "no", "later"], fields: {} });
const example = processWith(
  "asked",
  {
    asked: ask("principal", form, {
      within: days(7),
      on: { yes: "completed", no: "refused", later: "refused", expired: "asked" },
    }),
    completed: end("completed"),
    refused: end("refused"),
    withdrawn: end("withdrawn"),
  },
  { withdrawn: { by: "applicant", during: ["asked"], to: "withdrawn", form } },
);

/** The line of the picture that begins so. */
const line = (begins: string): string =>
  draw(example)
    .split("\n")
    .map((text) => text.trim())
    .find((text) => text.startsWith(begins)) ?? "not drawn";

it("a state says who is asked", () => {
  expect(line('"asked" [')).toContain("principal");
});

it("outcomes with the same way share an arrow", () => {
  expect(line('"asked" -> "refused"')).toMatch(/no.*later/);
});

it("what happens when nobody answers is dotted", () => {
  expect(line('"asked" -> "asked"')).toContain("style=dotted");
  expect(line('"asked" -> "completed"')).not.toContain("style=dotted");
});

it("ends differ in colour by how they end", () => {
  const colours = ["completed", "refused", "withdrawn"].map(
    (name) => /fillcolor="(#\w+)"/.exec(line(`"${name}" [`))?.[1],
  );
  expect(new Set(colours).size).toBe(3);
});

it("an interruption stands once, beside the road, and what it may break off has a dashed border", () => {
  expect(line('"withdrawn!" -> "withdrawn"')).toContain("style=dashed");
  expect(line('"asked" [')).toContain("dashed");
  expect(line('"completed" [')).not.toContain("dashed");
});

describe.each(processes.map((process) => ({ id: process.id, process })))(
  "the picture of $id",
  ({ process }) => {
    it("shows every state, and an arrow for each that can follow it", () => {
      const picture = draw(process);
      for (const [name, state] of Object.entries<State<string>>(process.states)) {
        expect(picture).toContain(`"${name}" [label="${name}`);
        for (const to of Object.values(waysOf(state))) expect(picture).toContain(`"${name}" -> "${to}"`);
      }
    });
  },
);
