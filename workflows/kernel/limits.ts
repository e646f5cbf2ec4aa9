import type { Field } from "./field.ts";
import type { FieldError } from "./form.ts";

type Beyond = Pick<FieldError, "problem" | "limit">;

/** In what way a value that its field accepts is beyond the bounds that its case sets. */
export function beyondLimit(field: Field<unknown>, value: unknown): Beyond | undefined {
  const { min, max, pattern } = field.limit ?? {};
  if (pattern && typeof value === "string" && !pattern.matches.test(value))
    return { problem: "unlikeExample", limit: pattern.example };
  const size = field.kind === "date" ? String(value) : sizeOf(value);
  if (min !== undefined && size < min) return { problem: problems[measureOf(field)].below, limit: min };
  if (max !== undefined && size > max) return { problem: problems[measureOf(field)].above, limit: max };
  return undefined;
}

const problems = {
  value: { below: "tooSmall", above: "tooLarge" },
  amount: { below: "tooSmall", above: "tooLarge" },
  characters: { below: "tooShort", above: "tooLong" },
  day: { below: "tooEarly", above: "tooLate" },
  count: { below: "tooFew", above: "tooMany" },
  rows: { below: "tooFewRows", above: "tooManyRows" },
} as const;

/** What the bounds of a field measure. */
export function measureOf({ kind }: Pick<Field<unknown>, "kind">): keyof typeof problems {
  switch (kind) {
    case "number":
      return "value";
    case "money":
      return "amount";
    case "date":
      return "day";
    case "rows":
      return "rows";
    case "choices":
    case "several":
      return "count";
    default:
      return "characters";
  }
}

const sizeOf = (value: unknown): number =>
  typeof value === "number" ? value : typeof value === "string" || Array.isArray(value) ? value.length : 0;

/** The bounds as JSON Schema says them; of days by the words of ajv-formats, which other readers pass over. */
export function limitsInSchema(field: Field<unknown>): Readonly<Record<string, unknown>> {
  const { min, max, pattern } = field.limit ?? {};
  const [least, most] = words[measureOf(field)];
  return {
    ...(min === undefined ? {} : { [least]: min }),
    ...(max === undefined ? {} : { [most]: max }),
    ...(pattern ? { pattern: pattern.matches.source, examples: [pattern.example] } : {}),
  };
}

const words = {
  value: ["minimum", "maximum"],
  amount: ["minimum", "maximum"],
  characters: ["minLength", "maxLength"],
  day: ["formatMinimum", "formatMaximum"],
  count: ["minItems", "maxItems"],
  rows: ["minItems", "maxItems"],
} as const;
