import { describe, expect, it } from "vitest";
import { choice, choices, confirmation, number, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, wordsOf } from "../../../workflows/kernel/form.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { jsonSchemaOf } from "../../../workflows/kernel/parse.ts";

describe("each field stands on one page", () => {
  const fields = { name: text({}), mail: text({}) };

  it("without pages the whole form is one", () => {
    const { pages } = defineForm({ id: "plain", outcomes: ["sent"], fields });
    expect(pages).toEqual([{ id: "plain", fields: ["name", "mail"] }]);
  });

  it("a field that no page shows is named", () => {
    const pages = [{ id: "one", fields: ["name" as const] }];
    expect(() => defineForm({ id: "lost", outcomes: ["sent"], fields, pages })).toThrow(
      "form lost: each field stands on one page; look at mail",
    );
  });

  it("a field that two pages show is refused", () => {
    const pages = [
      { id: "one", fields: ["name" as const, "mail" as const] },
      { id: "two", fields: ["name" as const] },
    ];
    expect(() => defineForm({ id: "twice", outcomes: ["sent"], fields, pages })).toThrow("repeated fields");
  });
});

describe("a field is not called as what pages send beside it", () => {
  it.each(["later", "typedAt", "seenVersion"])("%s is refused", (name) => {
    expect(() => defineForm({ id: "hidden", outcomes: ["sent"], fields: { [name]: text({}) } })).toThrow(
      `form hidden: ${name} is what pages send beside fields; call it otherwise`,
    );
  });
});

it("a form names every word that the interface must have in both languages", () => {
  const form = defineForm({
    id: "review",
    outcomes: ["scored", "conflict"],
    fields: {
      level: choice({ options: ["A1"] }),
      countries: choices({ max: 2, options: { from: "countries" } }),
    },
    pages: [
      { id: "first", fields: ["level"] },
      { id: "second", fields: ["countries"] },
    ],
  });
  expect(wordsOf(form)).toEqual([
    "review.title",
    "review.submit",
    "review.outcome.label",
    "review.outcome.scored",
    "review.outcome.conflict",
    "review.page.first",
    "review.page.second",
    "review.level.label",
    "review.level.A1",
    "review.countries.label",
  ]);
});

it("the JSON Schema says what the parser demands: limits, options, what may be left out", () => {
  const form = defineForm({
    id: "attendance",
    outcomes: ["full", "partial"],
    fields: {
      daysMissed: number({ min: 1, max: 30, for: ["partial"] }),
      host: text({ max: 120 }),
      countries: choices({ max: 2, options: { from: "countries" } }),
      agreed: confirmation({}),
    },
  });
  expect(jsonSchemaOf(formWith(form, { lists: { countries: ["IE", "FI"] } }))).toMatchObject({
    type: "object",
    additionalProperties: false,
    required: ["outcome", "host", "countries", "agreed"],
    properties: {
      outcome: { enum: ["full", "partial"] },
      daysMissed: { type: "integer", minimum: 1, maximum: 30 },
      host: { type: "string", maxLength: 120 },
      countries: { type: "array", maxItems: 2, items: { enum: ["IE", "FI"] } },
      agreed: { const: true },
    },
  });
});
