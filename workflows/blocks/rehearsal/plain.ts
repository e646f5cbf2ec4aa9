import * as z from "zod";
import { defineRehearsal } from "../../kernel/define-rehearsal.ts";
import { type Asked, type Example, type Rehearsal, type Said, unanswered } from "../../kernel/rehearsal.ts";
import { type Cells, type Columns, localTime, mailbox, someText } from "../../kernel/rehearsal-cells.ts";
import { positionColumn } from "../position.ts";
import { type Applicant, applyInTurn } from "./applying.ts";
import { faultsOfTimes } from "./call-checks.ts";
import { tableOf } from "./figures.ts";
import { defaultStaff } from "./people.ts";

const who = {
  applicant: someText,
  email: mailbox,
  position: positionColumn,
  school: someText,
  municipality: someText,
  town: someText,
  submitted_at: localTime,
};

/** Somebody who applies, and the cells that the process reads. */
export interface PlainRow<Cs extends Columns> extends Applicant {
  readonly position?: string | undefined;
  readonly school: string;
  readonly municipality: string;
  readonly town: string;
  readonly cells: Cells<Cs>;
}

interface Input<Cs extends Columns> {
  /** Besides who applies, from which school and when. */
  readonly columns: Cs;
  /** What is applied with besides that. */
  readonly applies: (row: PlainRow<Cs>) => Said;
  /** What is answered in each state that asks; `undefined` by whoever stays silent. */
  readonly answers: Readonly<
    Record<string, (row: PlainRow<Cs>, asked: Asked<PlainRow<Cs>>) => Said | undefined>
  >;
  /** Who works on a call besides coordinator and agency. */
  readonly roles?: readonly (keyof typeof defaultStaff)[];
  readonly example: Example;
}

const applied = z.object({
  applicant: z.string(),
  email: z.string(),
  position: positionColumn.schema.optional(),
  school: z.string(),
  municipality: z.string(),
  town: z.string(),
  submitted_at: z.string(),
});
const call = z.looseObject({ id: z.string(), opens: z.string(), closes: z.string() });

/** A call that selects nobody: a line each who applies, everybody answers at once, and `cases.csv` says how each road ended. */
export const plainRehearsal = <const Cs extends Columns>(input: Input<Cs>): Rehearsal =>
  defineRehearsal({
    call: {
      shape: call,
      faults: faultsOfTimes,
      filled: (given) => ({
        staff: Object.fromEntries(
          (["coordinator", "agency", ...(input.roles ?? [])] as const).map((role) => [
            role,
            defaultStaff[role],
          ]),
        ),
        ...given,
      }),
    },
    columns: () => ({ ...input.columns, ...who }),
    row: (cells, line): PlainRow<Cs> => {
      const { applicant, email, position, school, municipality, town, submitted_at } = applied.parse(cells);
      return {
        line,
        name: applicant,
        email,
        position,
        school,
        municipality,
        town,
        submittedAt: submitted_at,
        cells,
      };
    },
    atLeast: "somebody who applies",
    begins: (beginning, { id }) =>
      applyInTurn(beginning, id, {
        application: (row) => ({ ...personOf(row), ...input.applies(row) }),
      }),
    answer: (asked) => {
      const answer = input.answers[asked.state];
      if (!answer || !asked.row) return unanswered(asked);
      const says = answer(asked.row, asked);
      return says && { says };
    },
    became: ({ row, outcome, state, mails, transitions }) => ({
      row,
      status: state ?? outcome,
      mails,
      transitions,
    }),
    tells: (all) => ({
      tables: [
        tableOf("cases.csv", all, {
          applicant: ({ row }) => row.name,
          status: ({ status }) => status,
          mails: ({ mails }) => mails,
          transitions: ({ transitions }) => transitions,
        }),
      ],
    }),
    example: async () => input.example,
  });

const personOf = ({ name: fullName, email, position, school, municipality, town }: PlainRow<Columns>) => ({
  fullName,
  email,
  // An application that does not ask for it is told of none: a value that is left open counts as one it does not know.
  ...(position === undefined ? {} : { position }),
  school,
  municipality,
  town,
});
