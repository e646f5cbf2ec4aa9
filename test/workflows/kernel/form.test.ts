import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { everyProcess } from "../../../workflows/catalogue.ts";
import type { Field, Lists } from "../../../workflows/kernel/field.ts";
import { choice, choices, confirmation, number, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type Form, wordsOf } from "../../../workflows/kernel/form.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { jsonSchemaOf, parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { State } from "../../../workflows/kernel/states.ts";

const processes = await everyProcess();

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

/** Every form that somebody may be asked to fill in, with the process that asks it. */
const forms = [
  ...new Map(
    processes
      .flatMap((process) =>
        [
          ...(process.application ? [process.application] : []),
          ...Object.values<State<string>>(process.states).flatMap(formsOf),
          ...Object.values(process.interruptions).map((interruption) => interruption.form),
        ].map((form) => ({ form, of: process.id })),
      )
      .toReversed()
      .map((asked) => [asked.form, asked]),
  ).values(),
];

function formsOf(state: State<string>): Form[] {
  if (state.kind === "ask" || state.kind === "each") return [state.form];
  return state.kind === "all" ? Object.values(state.parts).map(({ form }) => form) : [];
}

const person = (name: string) => ({ value: `${name}@agency.example`, label: name });
const lists: Lists = {
  countries: ["IE", "SI", "ES", "NO", "FI"],
  deliverers: ["ana", "beata"].map(person),
  participants: ["celina", "daiva", "egle"].map(person),
  places: ["moletai", "utena", "zarasai"].map(person),
  applicants: ["fausta", "goda", "hiacinta", "ieva", "jurga", "kotryna"].map(person),
  pairs: ["lina", "meda"].map(person),
};

/** Something right for a field, as a page or a program would send it. Days of one form rise in the order of its fields. */
function fitting(field: Field<unknown>, place: number): fc.Arbitrary<unknown> {
  const { kind, max = 0, min = 0, decimals = 0, options = [], columns = {} } = field;
  const listed =
    "from" in options
      ? (lists[options.from] ?? []).map((known) => (typeof known === "string" ? known : known.value))
      : options;
  switch (kind) {
    case "file":
      return fc.constant("a".repeat(24));
    case "text":
      return isMunicipality(field)
        ? fc.constantFrom("Kauno r.", "Vilniaus miesto savivaldybė")
        : fc.string({ minLength: min, maxLength: Math.max(min, 8), unit: "grapheme" });
    case "longText":
    case "town":
    case "certificate":
      return fc.string({ minLength: min, maxLength: Math.max(min, 8), unit: "grapheme" });
    case "number":
      return fc
        .integer({ min: min * 10 ** decimals, max: Math.min(max * 10 ** decimals, Number.MAX_SAFE_INTEGER) })
        .map((count) => count / 10 ** decimals);
    case "choice":
      return fc.constantFrom(...listed);
    case "choices":
      return fc.uniqueArray(fc.constantFrom(...listed), { minLength: 1, maxLength: max });
    case "several":
      return fc.uniqueArray(fc.constantFrom(...listed), { maxLength: listed.length });
    case "email":
      return fc.stringMatching(/^[a-z]{1,12}(\.[a-z0-9]{1,12})?@[a-z]{2,12}\.(lt|eu)$/);
    case "phone":
      return fc.constantFrom("+370 600 00000", "8 (600) 00-000");
    case "iban":
      return fc.constantFrom("LT121000011101001000", "lt12 1000 0111 0100 1000");
    case "date":
      return fc.constant(`2028-02-${String(place + 1).padStart(2, "0")}`);
    case "time":
      return fc.constantFrom("15:30", "9.05", "00:00");
    case "yesNo":
      return fc.constantFrom("yes", "no", true, false);
    case "confirmation":
      return fc.constantFrom("yes", "on", true);
    case "rows":
      return fc.array(
        fc.record(
          Object.fromEntries(
            Object.entries(columns).map(([name, column], index) => [name, fitting(column, index)]),
          ),
        ),
        { minLength: min, maxLength: Math.min(max, 4) },
      );
  }
}

/** Answers as they come: mostly right, with a field that is not, and now and then anything at all. */
const answersTo = (form: Form) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 9,
      arbitrary: fc.record({
        ...Object.fromEntries(
          Object.entries(form.fields).map(([name, field], place) => [
            name,
            fc.oneof(
              { weight: 40, arbitrary: fitting(field, place) },
              { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
              { weight: field.optional ? 20 : 1, arbitrary: fc.constant(undefined) },
            ),
          ]),
        ),
        outcome: fc.constantFrom(...form.outcomes),
      }),
    },
  );

const isMunicipality = ({ schema }: Field<unknown>): boolean =>
  schema([]).safeParse("Kauno r.").success && !schema([]).safeParse("Kauno rajonai").success;

/** Every day that is made here has come. */
const today = "9999-12-31";

describe.each(forms.map(({ form, of }) => ({ id: form.id, of, form: formWith(form, { lists }) })))(
  "the form $id of $of",
  ({ form }) => {
    /** Puts answers to the form, and holds those that it takes to a rule. At least one in ten is taken. */
    function takenAnswersHold(
      rule: (taken: { outcome: string; values: Record<string, unknown> }) => void,
    ): void {
      let taken = 0;
      fc.assert(
        fc.property(answersTo(form), (raw) => {
          const parsed = parseAnswer(form, raw, today);
          if (parsed.outcome === "invalid") {
            expect(parsed.errors).not.toEqual([]);
            return;
          }
          taken += 1;
          rule(parsed.value);
        }),
        { numRuns: 200 },
      );
      expect(taken).toBeGreaterThan(20);
    }

    it("is read without a throw whatever comes, and what it takes fits its JSON Schema", () => {
      const schema = z.fromJSONSchema(jsonSchemaOf(form));
      takenAnswersHold(({ outcome, values }) => {
        const sent = { ...(form.outcomes.length > 1 ? { outcome } : {}), ...values };
        expect(schema.safeParse(sent).error).toBeUndefined();
      });
    });

    it("takes again what it has once taken", () => {
      takenAnswersHold((value) => {
        expect(parseAnswer(form, { outcome: value.outcome, ...value.values }, today)).toEqual({
          outcome: "valid",
          value,
        });
      });
    });
  },
);

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
