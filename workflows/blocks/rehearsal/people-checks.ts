import { Temporal } from "temporal-polyfill";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import type { Row } from "../../kernel/rehearsal.ts";
import type { CellFault } from "../../kernel/rehearsal-cells.ts";
import type { Applicant } from "./applying.ts";

/** What a file of people has to be told beside its cells. */

/** Nobody applies before the call opens. */
export const faultsOfApplying = (
  { line, submittedAt }: Applicant,
  { opens }: { readonly opens: string },
): readonly CellFault<"submitted_at">[] =>
  Temporal.Instant.compare(vilniusInstant(submittedAt), vilniusInstant(opens)) < 0
    ? [{ line, column: "submitted_at", expected: `a time not before the call opens (${opens})` }]
    : [];

/** What no two lines may have: told of each line after the first that has it. */
export function faultsOfRepeats<R extends Pick<Row, "line">, C extends string>(
  rows: readonly R[],
  column: C,
  of: (row: R) => string,
  called = "one",
): readonly CellFault<C>[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    const before = lines.get(of(row));
    lines.set(of(row), before ?? row.line);
    const expected = `${called} that no other line has (line ${before} has it)`;
    return before === undefined ? [] : [{ line: row.line, column, expected }];
  });
}

/** Rows of the output are known by the name of whoever applies: no name stands twice (processes.md, C12). */
export const faultsOfNames = (people: readonly Applicant[]): readonly CellFault<"applicant">[] =>
  faultsOfRepeats(people, "applicant", ({ name }) => name, "a name");
