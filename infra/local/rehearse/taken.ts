import { Temporal } from "temporal-polyfill";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { lastSecond } from "../../../workflows/kernel/facts/ends.ts";
import type { Person } from "./person.ts";

/** The order of applying: by the instant, then as in the file. */
export const byApplication = (a: Person, b: Person): number =>
  Temporal.Instant.compare(vilniusInstant(a.submittedAt), vilniusInstant(b.submittedAt)) || a.line - b.line;

/**
 * The lines of those whose application goes no further: sent after the closing instant (`late`), or from an e-mail
 * address that has already applied, and is taken back (`duplicate`; compared without case and outer spaces).
 */
export function notTaken(
  people: readonly Person[],
  call: CallFile,
): ReadonlyMap<number, "late" | "duplicate"> {
  const closes = lastSecond(call.closes);
  const outside = new Map<number, "late" | "duplicate">();
  const known = new Set<string>();
  for (const person of people.toSorted(byApplication)) {
    const email = person.email.trim().toLowerCase();
    if (Temporal.Instant.compare(vilniusInstant(person.submittedAt), closes) > 0) {
      outside.set(person.line, "late");
    } else if (known.has(email)) {
      outside.set(person.line, "duplicate");
    } else {
      known.add(email);
    }
  }
  return outside;
}
