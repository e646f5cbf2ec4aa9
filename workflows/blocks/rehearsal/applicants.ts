import * as z from "zod";
import { defineRehearsal } from "../../kernel/define-rehearsal.ts";
import type {
  Became,
  Deed,
  Example,
  Known,
  MoneyMoved,
  Rehearsal,
  Road,
  Row,
  Said,
  Stand,
  Told,
  Totals,
} from "../../kernel/rehearsal.ts";
import type { CellFault, Cells, Column, Columns } from "../../kernel/rehearsal-cells.ts";
import { type Answers, answering } from "./answers.ts";
import { type Applicant, applyInTurn, notTaken } from "./applying.ts";
import { type Cell, casesTable, type Figure, type Figures, figuresOf } from "./figures.ts";
import { missingOf, type Need } from "./needs.ts";

/** Every file says of each line who applies, from which address and when. */
export interface ApplicantColumns extends Columns {
  readonly applicant: Column<string>;
  readonly email: Column<string>;
  readonly submitted_at: Column<string>;
}

/** Somebody who applies, and all that the file says of them. */
export interface ApplicantRow<Cs extends Columns> extends Applicant {
  readonly cells: Cells<Cs>;
}

/** What became of somebody, what the table of cases says of it by column, and what other tables do. */
export interface ApplicantBecame extends Became {
  readonly figures: Figures;
  /** By the name of the table. */
  readonly lines?: Readonly<Record<string, readonly (readonly Cell[])[]>>;
}

/** A table to which each road gives lines, as many as it has. */
interface Lines<R extends Row, C> {
  readonly columns: readonly string[];
  readonly of: (road: Road<R>, call: C) => readonly (readonly Cell[])[];
}

interface Call {
  readonly id: string;
  /** Local times in Vilnius. */
  readonly opens: string;
  readonly closes: string;
}

interface Input<C extends Call, Cs extends ApplicantColumns, K> {
  /** As `defineRehearsal` has it. */
  readonly call: {
    readonly shape: z.ZodType<C>;
    readonly faults?: (call: C) => Promise<readonly string[]> | readonly string[];
    readonly filled?: (call: C) => Readonly<Record<string, unknown>>;
  };
  readonly columns: (call: C) => Cs;
  /** What no cell of a line shows by itself. */
  readonly check?: (row: ApplicantRow<Cs>, call: C) => readonly CellFault<keyof Cs & string>[];
  /** What no line shows by itself. */
  readonly checkAll?: (rows: readonly ApplicantRow<Cs>[], call: C) => readonly CellFault<keyof Cs & string>[];
  /** Which columns may not be empty, along the road of each line; `taken` are those whose application is. */
  readonly needs?: (call: C, taken: readonly ApplicantRow<Cs>[]) => readonly Need<Cells<Cs>>[];
  /** What is made of everybody in the file, such as the list of their schools. */
  readonly knows?: (rows: readonly ApplicantRow<Cs>[], call: C) => K;
  /** What the call is given of that. */
  readonly brings?: (known: K | undefined) => Readonly<Record<string, unknown>>;
  readonly applies: (row: ApplicantRow<Cs>, known: K | undefined) => Said;
  /** For what an application may be refused: `late`, and `invalid` where the file may have ones that the form refuses. */
  readonly refusals?: readonly string[];
  /** Does the form refuse this one? Then it is no first application of anybody. */
  readonly refused?: (row: ApplicantRow<Cs>, call: C) => boolean;
  /** What they do of themselves where their road has come to, such as a word that breaks in. */
  readonly meets?: (
    stand: Stand<ApplicantRow<Cs>>,
    known: Known<ApplicantRow<Cs>>,
    call: C,
  ) => readonly Deed<ApplicantRow<Cs>>[];
  /** What is answered in each state that asks, where it is not answered as blocks answer it. */
  readonly answers: Answers<ApplicantRow<Cs>>;
  /** The columns of `cases.csv` after the applicant and the status. */
  readonly cases: Readonly<Record<string, Figure<ApplicantRow<Cs>>>>;
  /** Tables beside `cases.csv`, by the names of their files. */
  readonly lines?: Readonly<Record<string, Lines<ApplicantRow<Cs>, C>>>;
  /** What more is written. */
  readonly tells?: (
    all: readonly ApplicantBecame[],
    whole: { readonly totals: Totals; readonly moved: readonly MoneyMoved[] },
    call: C,
  ) => Partial<Told>;
  readonly example: () => Promise<Example>;
}

const who = z.object({ applicant: z.string(), email: z.string(), submitted_at: z.string() });

/**
 * A call to which people apply, a line each: in the order of their times, late ones and second ones too; whoever is asked answers as
 * the cells say, and `cases.csv` tells what became of each.
 */
export function applicantsRehearsal<C extends Call, const Cs extends ApplicantColumns, K = undefined>({
  cases,
  lines = {},
  answers,
  ...input
}: Input<C, Cs, K>): Rehearsal {
  type R = ApplicantRow<Cs>;
  const refusedIn = (call: C) => (row: R) => input.refused?.(row, call) ?? false;
  return defineRehearsal({
    call: input.call,
    columns: input.columns,
    row: (cells, line): R => {
      const { applicant: name, email, submitted_at: submittedAt } = who.parse(cells);
      return { line, name, email, submittedAt, cells };
    },
    atLeast: "at least one person",
    ...(input.check ? { check: input.check } : {}),
    checkAll: (rows, call, same) => {
      const faults = input.checkAll?.(rows, call) ?? [];
      if (faults.length > 0) return faults;
      const columns = input.columns(call);
      // What somebody needs depends on who else applied before them.
      const known = input.knows?.(rows, call);
      const outside = notTaken(rows, call.closes, (row) =>
        refusedIn(call)(row) ? undefined : same(input.applies(row, known)),
      );
      const taken = rows.filter(({ line }) => !outside.has(line));
      const needs = input.needs?.(call, taken) ?? [];
      return taken.flatMap((row) => missingOf<Cells<Cs>>(row, needs, columns));
    },
    brings: (rows, call) => input.brings?.(input.knows?.(rows, call)) ?? {},
    begins: (beginning, call) => {
      const known = input.knows?.(beginning.rows, call);
      const application = (row: R): Said => input.applies(row, known);
      const { refusals } = input;
      return applyInTurn(beginning, call.id, { application, refusals, refused: refusedIn(call) });
    },
    ...(input.meets ? { meets: input.meets } : {}),
    answer: answering(answers),
    became: (road: Road<R>, call): ApplicantBecame => ({
      row: road.row,
      status: road.file ? (road.state ?? "") : road.outcome,
      ...(road.hours === undefined ? {} : { hours: road.hours }),
      figures: figuresOf(cases, road),
      lines: Object.fromEntries(Object.entries(lines).map(([name, { of }]) => [name, of(road, call)])),
    }),
    tells: (all, whole, call) => ({
      tables: [
        casesTable(Object.keys(cases), all),
        ...Object.entries(lines).map(([name, { columns }]) => ({
          name,
          columns,
          rows: all.flatMap((one) => one.lines?.[name] ?? []),
        })),
      ],
      ...input.tells?.(all, whole, call),
    }),
    example: input.example,
  });
}
