import { Temporal } from "temporal-polyfill";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
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

/** Rows of the output are known by the name of whoever applies: no name stands twice (processes.md, C12). */
export function faultsOfNames(people: readonly Applicant[]): readonly CellFault<"applicant">[] {
  const lines = new Map<string, number>();
  return people.flatMap(({ line, name }) => {
    const before = lines.get(name);
    lines.set(name, before ?? line);
    const expected = `a name that no other line has (line ${before} has it)`;
    return before === undefined ? [] : [{ line, column: "applicant", expected }];
  });
}
