import * as z from "zod";

/** How parts of a call's file are read whose shape a specification leaves open. */

/** Reads what code understands; where it does not, the sentence says what is expected. */
export const readAs = <T>(expected: string, of: (given: unknown) => T | undefined) =>
  z.unknown().transform((given, context) => {
    const value = of(given);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: `expected ${expected}` });
    return z.NEVER;
  });

/**
 * Things that have names: a list in which each says its own, or a record by it; where a record has a plain value for each, that is what
 * `otherwise` calls.
 */
export function listed(
  given: unknown,
  name: string,
  otherwise: string,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  if (Array.isArray(given)) return given.map((one) => ({ ...Object(one) }));
  return Object.entries(given).map(([key, one]) =>
    typeof one === "object" ? { [name]: key, ...one } : { [name]: key, [otherwise]: one },
  );
}
