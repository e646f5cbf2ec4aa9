import { Temporal } from "temporal-polyfill";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { Deed, Row, Said } from "../../kernel/rehearsal.ts";

/** Somebody who applies at a time that the file gives: local Vilnius time, as written. */
export interface Applicant extends Row {
  readonly submittedAt: string;
}

const mailboxOf = ({ email }: Row): string => email.trim().toLowerCase();

/** The order of applying: by the instant, then as in the file. */
export const inOrderOfApplying = <R extends Applicant>(people: readonly R[]): R[] =>
  people.toSorted(
    (a, b) =>
      Temporal.Instant.compare(vilniusInstant(a.submittedAt), vilniusInstant(b.submittedAt)) ||
      a.line - b.line,
  );

/**
 * Everybody applies at their time. Who is late ends as `late`; who applies from an address that has applied before takes
 * the second one back, as the receipt tells them, and ends as `duplicate`. With `invalid` among the `refusals` the file may have
 * applications that their form refuses.
 */
export function applyInTurn<R extends Applicant>(
  people: readonly R[],
  to: string,
  application: (row: R) => Said,
  refusals: readonly string[] = ["late"],
): readonly Deed<R>[] {
  const known = new Set<string>();
  return inOrderOfApplying(people).map((row) => {
    const isAgain = known.has(mailboxOf(row));
    known.add(mailboxOf(row));
    return {
      does: "applies",
      row,
      to,
      at: iso(vilniusInstant(row.submittedAt)),
      values: () => application(row),
      refusals,
      ...(isAgain ? { takesBack: { word: "withdrawn", values: { outcome: "withdrawn" } } } : {}),
    };
  });
}

/**
 * The lines of those whose application goes no further: sent after the closing instant (`late`), or from an e-mail
 * address that has already applied, and is taken back (`duplicate`; compared without case and outer spaces).
 */
export function notTaken(
  people: readonly Applicant[],
  closesAt: string,
): ReadonlyMap<number, "late" | "duplicate"> {
  const closes = lastSecond(closesAt);
  const outside = new Map<number, "late" | "duplicate">();
  const known = new Set<string>();
  for (const person of inOrderOfApplying(people)) {
    if (Temporal.Instant.compare(vilniusInstant(person.submittedAt), closes) > 0)
      outside.set(person.line, "late");
    else if (known.has(mailboxOf(person))) outside.set(person.line, "duplicate");
    else known.add(mailboxOf(person));
  }
  return outside;
}
