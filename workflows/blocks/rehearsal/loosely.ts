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

/** The same as a record by their names: of a list, each says its own under the first of these keys that it has. */
export const byName = (...keys: readonly string[]) =>
  z.unknown().transform((given, context): unknown => {
    if (!Array.isArray(given)) return given;
    const entries = given.map((one): [string, unknown] => {
      const said: Readonly<Record<string, unknown>> = { ...Object(one) };
      const key = keys.find((name) => typeof said[name] === "string") ?? "";
      return [
        String(said[key] ?? ""),
        Object.fromEntries(Object.entries(said).filter(([name]) => name !== key)),
      ];
    });
    const names = entries.map(([name]) => name);
    if (names.every((name, index) => name !== "" && names.indexOf(name) === index))
      return Object.fromEntries(entries);
    context.addIssue({ code: "custom", message: `expected each with a ${keys[0]} that no other one has` });
    return z.NEVER;
  });
