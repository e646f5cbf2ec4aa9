import { Temporal } from "temporal-polyfill";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import type { Beginning, Deed, Row, Said } from "../../kernel/rehearsal.ts";

/** Somebody who applies at a time that the file gives: local Vilnius time, as written. */
export interface Applicant extends Row {
  readonly submittedAt: string;
}

/** The order of applying: by the instant, then as in the file. */
export const inOrderOfApplying = <R extends Applicant>(people: readonly R[]): R[] =>
  people.toSorted(
    (a, b) =>
      Temporal.Instant.compare(vilniusInstant(a.submittedAt), vilniusInstant(b.submittedAt)) ||
      a.line - b.line,
  );

interface Terms<R extends Row> {
  readonly application: (row: R) => Said;
  /** For what an application may be refused; `invalid` among it where the file may have some that their form refuses. */
  readonly refusals?: readonly string[] | undefined;
  /** Which of them: they stand in nobody's way. */
  readonly refused?: (row: R) => boolean;
}

/**
 * Everybody applies at their time. Who is late ends as `late`; whose application is the same to the process as one before (of the same
 * address, where it says nothing else) takes it back, as the receipt tells them, and ends as `duplicate`.
 */
export function applyInTurn<R extends Applicant>(
  { rows, same }: Pick<Beginning<R>, "rows" | "same">,
  to: string,
  { application, refusals = ["late"], refused = () => false }: Terms<R>,
): readonly Deed<R>[] {
  const known = new Set<string>();
  return inOrderOfApplying(rows).map((row) => {
    const one = refused(row) ? undefined : same(application(row));
    const isAgain = one !== undefined && known.has(one);
    if (one !== undefined) known.add(one);
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
  same: (row: R) => string | undefined,
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
