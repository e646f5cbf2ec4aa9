/** RFC 3339 with an upper-case T and an offset, as the Amazon States Language asks for. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Epoch milliseconds of a timestamp, `undefined` when it is none. */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value !== "string" || !instant.test(value)) return undefined;
  const millis = Date.parse(value);
  return Number.isNaN(millis) ? undefined : millis;
}

/** Days of each month are checked by Date.parse; this prints an instant the way the context object shows it. */
export const printInstant = (millis: number): string => new Date(millis).toISOString();
