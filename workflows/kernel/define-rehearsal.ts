import type * as z from "zod";
import { sameIn } from "./applicant.ts";
import type { CaseFile } from "./case-file.ts";
import type {
  Answering,
  Asked,
  Became,
  Beginning,
  Cast,
  Deed,
  Example,
  Known,
  MoneyMoved,
  Rehearsal,
  RehearsedCall,
  Road,
  Row,
  Same,
  Stand,
  Told,
  Totals,
} from "./rehearsal.ts";
import { type CellFault, type Cells, type Columns, cellsOf } from "./rehearsal-cells.ts";

interface Input<
  C extends { readonly id: string; readonly opens: string },
  Cs extends Columns,
  R extends Row,
  B extends Became,
> {
  /** `call.json` as somebody writes it for a rehearsal, who may leave out what `filled` adds. */
  readonly call: {
    readonly shape: z.ZodType<C>;
    /** What its shape does not tell, in words that begin with the field: „closes: expected …“. */
    readonly faults?: (call: C) => Promise<readonly string[]> | readonly string[];
    /** The call as its process reads it. */
    readonly filled?: (call: C) => Readonly<Record<string, unknown>>;
  };
  readonly columns: (call: C) => Cs;
  readonly row: (cells: Cells<Cs>, line: number) => R;
  /** What no cell of a line shows by itself; asked of a line whose cells are right. */
  readonly check?: (row: R, call: C) => readonly CellFault<keyof Cs & string>[];
  /** What no line shows by itself; asked when each line is right. */
  readonly checkAll?: (rows: readonly R[], call: C, same: Same) => readonly CellFault<keyof Cs & string>[];
  /** Who takes part without a line: whom the call itself names. Their lines are below 1, and no one's. */
  readonly also?: (call: C) => readonly R[];
  /** Of a case that nobody applied with: whose it is. */
  readonly rowOfGiven?: (file: CaseFile, rows: readonly R[]) => R | undefined;
  /** What is expected of a file without a line. */
  readonly atLeast: string;
  /** What the call brings for the people of the file, such as the list of their schools, or that it `opens` earlier for them. */
  readonly brings?: (rows: readonly R[], call: C) => Readonly<Record<string, unknown>>;
  /** The process of a row's case, where it is another than the call's. */
  readonly process?: (row: R, call: C) => string;
  /** What everybody does of themselves, without being asked, from the opening of the call on. */
  readonly begins: (known: Beginning<R>, call: C) => readonly Deed<R>[];
  /** What somebody does of themselves where a road, or a call, has come to. Asked again after a kill. */
  readonly meets?: (stand: Stand<R>, known: Known<R>, call: C) => readonly Deed<R>[];
  /** What whoever is asked answers; `undefined` for who stays silent. Throws for a question of another process. */
  readonly answer: (asked: Asked<R>, known: Known<R>, call: C) => Answering | undefined;
  /** The calls at whose end everything is over, once every row's road is; without it that of the file. */
  readonly until?: (call: C) => readonly string[];
  /** What is kept of one road; a rehearsal of thousands does not hold all their cases. */
  readonly became: (road: Road<R>, call: C) => B;
  readonly tells: (
    all: readonly B[],
    whole: { readonly totals: Totals; readonly moved: readonly MoneyMoved[] },
    call: C,
  ) => Told;
  readonly example: () => Promise<Example>;
}

/** Says how calls of a process are rehearsed. */
export function defineRehearsal<
  C extends { readonly id: string; readonly opens: string },
  const Cs extends Columns,
  R extends Row,
  B extends Became,
>(input: Input<C, Cs, R, B>): Rehearsal {
  return {
    example: input.example,
    read: async (given, process) => {
      const parsed = input.call.shape.safeParse(given);
      if (!parsed.success) return { outcome: "misshapen", error: parsed.error };
      const call = parsed.data;
      const faults = (await input.call.faults?.(call)) ?? [];
      return faults.length > 0
        ? { outcome: "faulty", faults }
        : { outcome: "read", call: opened(input, call, (values) => sameIn(process, values)) };
    },
  };
}

function opened<
  C extends { readonly id: string; readonly opens: string },
  Cs extends Columns,
  R extends Row,
  B extends Became,
>(input: Input<C, Cs, R, B>, call: C, same: Same): RehearsedCall {
  const columns = input.columns(call);
  return {
    id: call.id,
    opens: call.opens,
    given: input.call.filled?.(call) ?? { ...call },
    columns,
    atLeast: input.atLeast,
    people: (lines) => {
      const faults: CellFault[] = [];
      const rows: R[] = [];
      for (const one of lines) {
        const cells = cellsOf(columns, one, faults);
        if (!cells) continue;
        const row = input.row(cells, one.line);
        rows.push(row);
        faults.push(...(input.check?.(row, call) ?? []));
      }
      if (faults.length === 0) faults.push(...(input.checkAll?.(rows, call, same) ?? []));
      return faults.length > 0
        ? { faults }
        : castOf(input, { call, same }, [...(input.also?.(call) ?? []), ...rows]);
    },
  };
}

function castOf<
  C extends { readonly id: string; readonly opens: string },
  Cs extends Columns,
  R extends Row,
  B extends Became,
>(
  input: Input<C, Cs, R, B>,
  { call, same }: { readonly call: C; readonly same: Same },
  rows: readonly R[],
): Cast {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const ours = (row: Row | undefined): R | undefined => (row ? byLine.get(row.line) : undefined);
  const seen = ({ rowOf, ...known }: Known): Known<R> => ({
    ...known,
    rows,
    rowOf: (ref) => ours(rowOf(ref)),
  });
  const brought = input.brings?.(rows, call) ?? {};
  return {
    rows,
    opens: typeof brought.opens === "string" ? brought.opens : call.opens,
    given: { ...(input.call.filled?.(call) ?? call), ...brought },
    processOf: (row) => {
      const own = ours(row);
      return own && input.process?.(own, call);
    },
    rowOfGiven: (file) => input.rowOfGiven?.(file, rows),
    begins: (known) => input.begins({ ...seen(known), same }, call),
    meets: (stand, known) => input.meets?.({ ...stand, row: ours(stand.row) }, seen(known), call) ?? [],
    answer: (asked, known) => input.answer({ ...asked, row: ours(asked.row) }, seen(known), call),
    until: input.until?.(call) ?? [call.id],
    told: () => {
      const all: B[] = [];
      return {
        take: ({ row, ...road }) => {
          const own = ours(row);
          if (!own) throw new RangeError(`line ${row.line}: not of this file`);
          const became = input.became({ ...road, row: own }, call);
          all.push(became);
          return became;
        },
        tell: (whole) => input.tells(all, whole, call),
      };
    },
  };
}
