import { Temporal } from "temporal-polyfill";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { Deed, Row, Said } from "../../kernel/rehearsal.ts";

/** Somebody who applies at a time that the file gives: local Vilnius time, as written. */
export interface Applicant extends Row {
  readonly submittedAt: string;
}

/** By what two applications are one and the same; one that is like no other, and counts for none, has nothing. */
export type Same<R extends Row> = (row: R) => string | undefined;

/** Addresses are compared without case and outer spaces. */
const mailboxOf = ({ email }: Row): string => email.trim().toLowerCase();

/** The order of applying: by the instant, then as in the file. */
export const inOrderOfApplying = <R extends Applicant>(people: readonly R[]): R[] =>
  people.toSorted(
    (a, b) =>
      Temporal.Instant.compare(vilniusInstant(a.submittedAt), vilniusInstant(b.submittedAt)) ||
      a.line - b.line,
  );

interface Terms<R extends Row> {
  readonly same?: Same<R> | undefined;
  readonly refusals?: readonly string[] | undefined;
}

/**
 * Everybody applies at their time. Who is late ends as `late`; who has applied before, from the same address where nothing else is
 * said, takes the second one back, as the receipt tells them, and ends as `duplicate`. With `invalid` among the `refusals` the file
 * may have applications that their form refuses.
 */
export function applyInTurn<R extends Applicant>(
  people: readonly R[],
  to: string,
  application: (row: R) => Said,
  { same = mailboxOf, refusals = ["late"] }: Terms<R> = {},
): readonly Deed<R>[] {
  const known = new Set<string | undefined>();
  return inOrderOfApplying(people).map((row) => {
    const one = same(row);
    const isAgain = one !== undefined && known.has(one);
    known.add(one);
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
 * The lines of those whose application goes no further: sent after the closing instant (`late`), or a second time, and is taken
 * back (`duplicate`).
 */
export function notTaken<R extends Applicant>(
  people: readonly R[],
  closesAt: string,
  same: Same<R> = mailboxOf,
): ReadonlyMap<number, "late" | "duplicate"> {
  const closes = lastSecond(closesAt);
  const outside = new Map<number, "late" | "duplicate">();
  const known = new Set<string>();
  for (const person of inOrderOfApplying(people)) {
    const one = same(person);
    if (Temporal.Instant.compare(vilniusInstant(person.submittedAt), closes) > 0)
      outside.set(person.line, "late");
    else if (one !== undefined && known.has(one)) outside.set(person.line, "duplicate");
    else if (one !== undefined) known.add(one);
  }
  return outside;
}
