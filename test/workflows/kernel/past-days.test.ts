import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { date } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const held = defineForm({ id: "held", outcomes: ["held"], fields: { on: date({ past: true }) } });

describe("a day on which something happened", () => {
  it.each([
    ["yesterday", "2027-02-28", "valid"],
    ["today", "2027-03-01", "valid"],
    ["tomorrow", "2027-03-02", "invalid"],
  ])("may be %s: %s is %s", (_when, on, outcome) => {
    const parsed = parseAnswer(held, { on }, "2027-03-01");
    expect(parsed.outcome).toBe(outcome);
    if (parsed.outcome === "invalid") expect(parsed.errors).toEqual([{ field: "on", problem: "notYet" }]);
  });

  it("cannot be read without saying what day it is", () => {
    expect(() => parseAnswer(held, { on: "2027-03-01" })).toThrow("what day is it");
  });

  /** Days that are asked for after what happened on them, by the words of the questions: paid, came back, took place. */
  it.each(["paidOn", "recoveredOn"])("is what %s is in every process", async (name) => {
    const forms = (await everyProcess()).flatMap(({ states }) =>
      Object.values(states).flatMap((state) => (state.kind === "ask" ? [state.form] : [])),
    );
    const asked = forms.flatMap(({ fields }) => fields[name] ?? []);
    expect(asked.length).toBeGreaterThan(0);
    for (const field of asked) expect(field.past).toBe(true);
  });
});

describe("a municipality that is none", async () => {
  const asked = (await everyProcess()).flatMap(({ id, application }) => {
    const field = application?.fields.municipality;
    return field ? [{ id, field }] : [];
  });

  it.each(asked)("is said at its field by $id", ({ field }) => {
    const is = (said: string) => field.schema([]).safeParse(said).success;
    for (const said of [
      "Kauno r.",
      "Kauno rajono savivaldybė",
      "Vilniaus miesto sav.",
      "Neringos",
      "molėtų r. sav.",
    ])
      expect([said, is(said)]).toEqual([said, true]);
    for (const said of ["Nežinomybės r.", "Kaunas ir rajonas", "Latgalos"])
      expect([said, is(said)]).toEqual([said, false]);
  });
});
