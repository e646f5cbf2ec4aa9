import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "../../workflows/kernel/field.ts";
import { type Form, isAskedOf, pagesFor } from "../../workflows/kernel/form.ts";
import { parsePage } from "../../workflows/kernel/parse.ts";
import { everyForm } from "./every-form.ts";
import { fitting } from "./fitting.ts";

/** As the forms are written, and as if each asked all on one page: what a question hangs on may then stand beside it. */
const onTheirPages = everyForm.filter(({ form }) =>
  Object.values<Field<unknown>>(form.fields).some(({ when }) => when),
);
const onOnePage = onTheirPages.map(({ form, ...named }) => ({
  ...named,
  form: { ...form, pages: [{ id: "all", fields: Object.keys(form.fields) }] },
}));

/** What a browser sends of each page that it was shown before anybody had answered: each question has a value, blank where nothing was said. */
const sentOf = (form: Form) =>
  fc.record(
    Object.fromEntries(
      Object.entries(form.fields).map(([name, field], place) => [
        name,
        fc.oneof(
          { weight: 6, arbitrary: fitting(field, place, name) },
          { weight: 1, arbitrary: fc.constant("") },
        ),
      ]),
    ),
  );

const onlyOf = (names: readonly string[], said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name)));

describe.each([
  ...onTheirPages.map((asked) => ({ ...asked, how: "as it is written" })),
  ...onOnePage.map((asked) => ({ ...asked, how: "on one page" })),
])("a page of the form $id of $of, $how", ({ form }) => {
  it("is refused only for what it shows, and for nothing that its own answers make needless", () => {
    let refused = 0;
    let left = 0;
    fc.assert(
      fc.property(sentOf(form), (said) => {
        for (const { id, fields } of form.pages) {
          const shown = pagesFor(form, said).pages.find((page) => page.id === id)?.fields ?? [];
          if (shown.length === 0) continue;
          left += fields.length - shown.length;
          const parsed = parsePage(pagesFor(form, said), id, onlyOf(fields, said));
          if (parsed.outcome === "invalid") {
            refused += 1;
            for (const { field } of parsed.errors) {
              expect(shown).toContain(field);
              expect([field, isAskedOf(form.fields, field, said)]).toEqual([field, true]);
            }
            continue;
          }
          for (const name of Object.keys(parsed.value)) expect(shown).toContain(name);
        }
      }),
      { numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(0);
    if (form.pages.length === 1) expect(left).toBeGreaterThan(0);
  });
});
