import type * as z from "zod";
import type { Field } from "./field.ts";
import type { FieldError } from "./form.ts";
import type { FieldProblem } from "./problem.ts";

/** What a schema found wrong with a field, as people and programs are told it. */
export function explain(
  name: string,
  field: Field<unknown>,
  issue: z.core.$ZodIssue | undefined,
): FieldError {
  const limited = (problem: FieldProblem, limit: number | bigint): FieldError => ({
    field: name,
    problem,
    limit: Number(limit),
  });
  switch (issue?.code) {
    case "too_big":
      return limited(
        issue.origin === "string" ? "tooLong" : issue.origin === "array" ? "tooMany" : "tooLarge",
        issue.maximum,
      );
    case "too_small":
      return limited(
        issue.origin === "string" ? "tooShort" : issue.origin === "array" ? "missing" : "tooSmall",
        issue.minimum,
      );
    case "invalid_value":
      return { field: name, problem: field.kind === "confirmation" ? "mustAgree" : "unknownOption" };
    case "not_multiple_of":
      return { field: name, problem: "notWhole" };
    case "custom":
      return { field: name, problem: saidByField.find((code) => code === issue.params?.code) ?? "repeated" };
    case "invalid_format":
      return {
        field: name,
        problem: field.kind === "email" ? "notEmail" : field.kind === "date" ? "notDate" : "wrongType",
      };
    case "invalid_type":
      return {
        field: name,
        problem: field.kind === "number" && issue.expected === "int" ? "notWhole" : "wrongType",
      };
    default:
      return { field: name, problem: "wrongType" };
  }
}

const saidByField = ["notIban", "notSepa", "unknownMunicipality", "unknownSchool", "notWebAddress"] as const;
