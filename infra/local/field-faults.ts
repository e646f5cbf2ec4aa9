import type * as z from "zod";

/** What is wrong with a file of a call, a field a line: where, and what is expected there. */
export const faultsOf = (error: z.ZodError, given: unknown): readonly string[] =>
  error.issues.flatMap((issue) => explain(issue, given));

function explain(issue: z.core.$ZodIssue, given: unknown): readonly string[] {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => `${[...issue.path, key].join(".")}: no such field in a call`);
    case "invalid_key":
      return [`${path}: expected a country as two capital letters, such as IE`];
    case "invalid_type":
      return [
        `${path || "the file"}: expected ${kinds[issue.expected] ?? issue.expected}${found(given, issue.path)}`,
      ];
    case "invalid_value":
      return [`${path}: expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`];
    case "invalid_format":
      return [
        `${path}: ${issue.message.startsWith("expected") ? issue.message : `expected ${formats[issue.format] ?? issue.pattern ?? issue.format}`}`,
      ];
    case "too_small":
      return [`${path}: expected ${bound(issue.origin, "least", issue.minimum, issue.inclusive)}`];
    case "too_big":
      return [`${path}: expected ${bound(issue.origin, "most", issue.maximum, issue.inclusive)}`];
    default:
      return [`${path}: ${issue.message}`];
  }
}

const kinds: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  array: "a list",
  object: "fields by name",
  record: "fields by name",
};

const formats: Readonly<Record<string, string>> = {
  date: "a date such as 2027-03-01",
  datetime: "a local time such as 2027-03-01T10:00",
  email: "an e-mail address",
};

function bound(
  origin: string,
  which: "least" | "most",
  limit: number | bigint,
  isInclusive: boolean | undefined,
): string {
  if (origin === "string") return `a text of at ${which} ${counted(limit, "character", "characters")}`;
  if (origin === "array" || origin === "set")
    return `a list of at ${which} ${counted(limit, "entry", "entries")}`;
  if (isInclusive) return `a number of at ${which} ${limit}`;
  return which === "least" ? `a number above ${limit}` : `a number below ${limit}`;
}

const counted = (count: number | bigint, one: string, many: string): string =>
  `${count} ${Number(count) === 1 ? one : many}`;

function found(given: unknown, path: readonly PropertyKey[]): string {
  const at = path.reduce<unknown>(
    (value, key) => (value === undefined ? value : Reflect.get(Object(value), key)),
    given,
  );
  return at === undefined ? ", found nothing" : "";
}
