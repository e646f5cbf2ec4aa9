import type { CellFault, Columns } from "../../kernel/rehearsal-cells.ts";
import type { Applicant } from "./applying.ts";

/** The cells of a line, as who knows only some of its columns sees them. */
export type SomeCells = Readonly<Record<string, unknown>>;

/** What is needed of a line where its road comes to a point, and whether it goes on from there. */
export interface Need<Cs = SomeCells> {
  readonly columns: readonly string[];
  readonly because: string;
  /** Not of everybody who comes here. */
  readonly when?: (cells: Cs) => boolean;
  readonly goesOn?: (cells: Cs) => boolean;
  /** What is there and cannot be so: of whose road does not come here nobody asks. */
  readonly faults?: (cells: Cs) => readonly Omit<CellFault, "line">[];
}

/** The columns that are empty, or cannot be so, although the road comes to where they are needed, each with what is expected. */
export function missingOf<Cs extends SomeCells>(
  { line, cells }: Pick<Applicant, "line"> & { readonly cells: Cs },
  needs: readonly Need<Cs>[],
  known: Columns,
): readonly CellFault[] {
  const faults: CellFault[] = [];
  for (const { columns, because, when, goesOn, faults: wrong } of needs) {
    if (when && !when(cells)) continue;
    for (const column of columns)
      if (cells[column] === undefined)
        faults.push({ line, column, expected: `${known[column]?.expected} (needed because ${because})` });
    faults.push(...(wrong?.(cells) ?? []).map((fault) => ({ line, ...fault })));
    if (goesOn && !goesOn(cells)) break;
  }
  return faults;
}
