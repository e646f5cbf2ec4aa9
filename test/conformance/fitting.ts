import * as fc from "fast-check";
import type { Field, Lists } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";

/** What anybody could choose from, whatever a call or a step would bring under that name. */
const brought = ["IE", "SI", "ES", "NO", "FI", "LV"];

const broughtFor = ({ kind }: Field<unknown>): readonly string[] =>
  kind === "school" ? ["190000001", "190000002"] : brought;

/** The lists that a form's questions choose from, each with something in it. */
export const listsFor = ({ fields }: Pick<Form, "fields">): Lists =>
  Object.fromEntries(
    Object.values(fields)
      .flatMap((field) => [field, ...Object.values(field.columns ?? {})])
      .flatMap((field) => {
        const { options = [] } = field;
        return "from" in options ? [[options.from, broughtFor(field)]] : [];
      }),
  );

/** Days that come before those which their form asks first. */
const opening: ReadonlySet<string> = new Set(["registeredFrom"]);

/** Something right for a field, as a page or a program would send it. Days of one form rise in the order of its fields, but for `opening`. */
export function fitting(field: Field<unknown>, place: number, name = ""): fc.Arbitrary<unknown> {
  const { kind, max = 0, min = 0, decimals = 0, options = [], columns = {} } = field;
  const listed = "from" in options ? broughtFor(field) : options;
  switch (kind) {
    case "file":
      return fc.constant("a".repeat(24));
    case "text":
      return field.among
        ? fc.constantFrom("Kauno r.", "Vilniaus miesto savivaldybė")
        : fc.string({ minLength: min, maxLength: Math.max(min, 8), unit: "grapheme" });
    case "longText":
    case "town":
    case "certificate":
      return fc.string({ minLength: min, maxLength: Math.max(min, 8), unit: "grapheme" });
    case "money":
      return fc.integer({ min, max });
    case "number":
      return fc
        .integer({ min: min * 10 ** decimals, max: Math.min(max * 10 ** decimals, Number.MAX_SAFE_INTEGER) })
        .map((count) => count / 10 ** decimals);
    case "choice":
    case "school":
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
      return fc.constant(`2028-${opening.has(name) ? "01" : "02"}-${String(place + 1).padStart(2, "0")}`);
    case "time":
      return fc.constantFrom("15:30", "9.05", "00:00");
    case "yesNo":
      return fc.constantFrom("yes", "no", true, false);
    case "confirmation":
      return fc.constantFrom("yes", "on", true);
    case "rows":
      return fc.array(
        fc
          .record(
            Object.fromEntries(
              Object.entries(columns).map(([name, column], index) => [name, fitting(column, index)]),
            ),
          )
          .map(onScale),
        { minLength: min, maxLength: Math.min(max, 4) },
      );
  }
}

/** A scale that a row says rises, and one agrees somewhere on it. */
function onScale(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const ends = [row.from, row.agree, row.to].flatMap((end) => (typeof end === "number" ? [end] : []));
  const [from, agree, to] = ends.toSorted((a, b) => a - b);
  return ends.length === 3 ? { ...row, from, agree, to } : row;
}
