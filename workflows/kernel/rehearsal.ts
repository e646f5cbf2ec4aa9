import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { Applicant } from "./applicant.ts";
import type { CaseFile } from "./case-file.ts";
import { localDay, vilniusInstant } from "./facts/calendar.ts";
import { iso } from "./facts/instants.ts";
import type { Place } from "./heard.ts";
import type { CellFault, Columns, Line } from "./rehearsal-cells.ts";
import type { Report } from "./rehearsal-report.ts";
import type { SeatEnd } from "./seats.ts";

/** What somebody answers, says or applies with, by the names of a form's fields; `outcome` among them where it has several. */
export type Said = Readonly<Record<string, unknown>>;

/** Somebody in a file of people; what more stands there the process reads. */
export interface Row {
  /** The line of the file on which they begin; the header is line 1. */
  readonly line: number;
  readonly name: string;
  readonly email: string;
}

/** Where a road, or the call itself, has come to: a question to somebody, or a wait. */
export interface Stand<R extends Row = Row> {
  /** Of the case or the call. */
  readonly ref: string;
  readonly state: string;
  /** Which of several who are asked. */
  readonly part?: string;
  /** Is somebody asked? Elsewhere the road waits. */
  readonly isAsked: boolean;
  /** Whoever is asked. */
  readonly role?: string;
  /** UTC instant. */
  readonly openedAt: string;
  /** Whose road it is; of a call that a case has opened, whose case that is; of the call itself nobody. */
  readonly row: R | undefined;
}

/** A question of the road, with all that is known of the case. */
export interface Asked<R extends Row = Row> extends Stand<R> {
  /** The id of the form that is asked. */
  readonly form: string;
  readonly file: CaseFile;
  /** What the file of events has whoever decides on a word answer; nothing where it says nothing of it. */
  readonly decides: (word: string) => Said;
}

/** What everybody's roads have come to. */
export interface Known<R extends Row = Row> {
  /** UTC instant. */
  readonly now: () => string;
  readonly rows: readonly R[];
  readonly rowOf: (ref: string) => R | undefined;
  /** The case that a row has applied with. */
  readonly refOf: (row: R) => string | undefined;
  /** Where a case stands or how it ended. */
  readonly stateOf: (ref: string) => string | undefined;
  /** What its call has decided about a case, as the call's process stores it. */
  readonly decisionOf: (ref: string) => unknown;
  /** The cases of a call, also those that nobody in the file applied with, in the order of their refs. */
  readonly casesOf: (callId: string) => readonly string[];
}

/** By what the process takes two applications for one and the same; one that is like no other has nothing. */
export type Same = (application: Said) => string | undefined;

/** What is known before anybody has applied. */
export interface Beginning<R extends Row = Row> extends Known<R> {
  readonly same: Same;
}

/** What somebody does of themselves. Without `at` (a UTC instant) at once; `values` are asked for when it is done. */
export type Deed<R extends Row = Row> =
  | {
      readonly does: "applies";
      readonly row: R;
      /** The call's identifier. */
      readonly to: string;
      readonly at?: string;
      readonly values: () => Said;
      /** For what the portal may refuse it without that being a mistake, such as `late` or `invalid`: it is how that row ends. */
      readonly refusals?: readonly string[];
      /** Whoever has applied before says this at once to take the second one back; it counts as `duplicate`. */
      readonly takesBack?: { readonly word: string; readonly values: Said };
    }
  | ({
      /** A word that breaks in, said by whoever may say it. */
      readonly does: "says";
      readonly word: string;
      readonly at?: string;
      readonly values: () => Said;
      /** Of a word that is said several times: the how-manieth, from 1. */
      readonly number?: number;
      /** From 1, where it is said at once: of several who say so at one instant the lower is first. */
      readonly order?: number;
      /** At one instant it counts by its line, as applications do; else before these. */
      readonly inLine?: true;
      /** It may come too late without that being a mistake: the road has gone on meanwhile, and nothing is said. */
      readonly mayBeLate?: true;
      /** It may say what its form refuses: then nothing is said. */
      readonly mayBeInvalid?: true;
    } & Whose<R>)
  | {
      /** Registers for the seats that another row's case has opened, if it has. */
      readonly does: "registers";
      readonly row: R;
      readonly of: R | undefined;
      readonly at: string;
      readonly values: () => Said;
      /** Whether a seat that is offered is confirmed, which is done at once. */
      readonly confirms: boolean;
    }
  | {
      /** Says a word of the own registration, as long as that stands; nothing where it may not be said. */
      readonly does: "cancels" | "claims";
      readonly row: R;
      readonly at: string;
    }
  | {
      /** Is seen at the door; at each of several meetings anew. */
      readonly does: "comes in";
      readonly row: R;
      readonly at?: string;
    }
  | {
      /** Says on the page of the own registration what whoever was there is asked afterwards; nothing where that is not asked of them. */
      readonly does: "looks back";
      readonly row: R;
      /** The name of what is asked. */
      readonly on: string;
      readonly at?: string;
      readonly values: () => Said;
    }
  | ({
      /** Today's page of the diary. */
      readonly does: "writes";
      readonly at?: string;
      readonly values: () => Said;
    } & Whose<R>)
  | {
      /** Makes the codes by which a group answers anonymously, on the page of the row's own case. */
      readonly does: "makesCodes";
      readonly row: R;
      readonly place: Place;
      readonly at?: string;
    }
  | {
      /** Everybody of a group answers, each by the next slip of the sheet that was made on the page of the row's own case. */
      readonly does: "collects";
      readonly row: R;
      readonly place: Place;
      readonly at?: string;
      readonly answers: () => readonly Said[];
    }
  | {
      /** Answers by a code: the next one of its group's sheet, one that was used, or one that nobody made. How it went is how the row ends. */
      readonly does: "answers";
      readonly row: R;
      readonly place: Place;
      readonly code: "new" | "again" | "unknown";
      readonly at?: string;
      readonly values: () => Said;
    };

/** Of the row's own case, or of a call by its identifier. */
type Whose<R extends Row> = { readonly row: R } | { readonly call: string };

/** How a question is answered. Without `at` (a UTC instant) at once, and before the next one is. */
export interface Answering {
  readonly says: Said;
  readonly at?: string;
  /** From 1: of several who answer at one instant the lower is first, and everything comes to rest before the next. */
  readonly order?: number;
}

/** Why a form refused an application: at which question, and what its problem names besides that. */
export interface Refused {
  readonly field: string;
  readonly problem: string;
  readonly limit?: number | string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly at?: { readonly row: number; readonly column?: string };
}

/** What became of one row. */
export interface Road<R extends Row = Row> {
  readonly row: R;
  /** `stored`, `duplicate` (taken back at once), or the problem for which the portal refused, such as `noEvent`; `never` who did not apply. */
  readonly outcome: string;
  /** Of an application that its form refused: in which fields, and what of each. */
  readonly problems?: readonly Refused[];
  /** Of a stored application: the case's end, or where it still stands. */
  readonly state?: string;
  readonly file?: CaseFile;
  /**
   * Of who registered for seats: how that ended, when a seat was given (UTC instant), what was certified, at how many meetings they were,
   * and to what of that which is asked afterwards they said something.
   */
  readonly seat?: {
    readonly end: SeatEnd;
    readonly seatAt?: string;
    readonly hours?: number;
    readonly isCertified: boolean;
    readonly met: number;
    readonly said: readonly string[];
  };
  /** Academic hours that were certified. */
  readonly hours?: number;
  /** Mails of the case, to whomever; state transitions of its machines; writes to the table for it. */
  readonly mails: number;
  readonly transitions: number;
  readonly itemsWritten: number;
}

/** What only the rehearsal as a whole knows. */
export interface Totals {
  /** From the opening of the call to the last road's end. */
  readonly virtualDays: number;
  /** Of all machines, the call's own included. */
  readonly transitions: number;
  /** Writes to the table. */
  readonly items: number;
}

/** A file of rows. An empty cell is one that does not apply. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** With a byte order mark and the line ends of Windows, as spreadsheets like it. */
  readonly isForSpreadsheets?: true;
}

/** One movement of money in somebody's case. EUR cents. */
export interface MoneyMoved {
  readonly applicant: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly cents: number;
  /** UTC instant. */
  readonly at: string;
}

/** What a rehearsal leaves behind. */
export interface Told {
  /** The process's own files; one that is called as a file of the player (`ledger.csv`, `mails.csv`) takes its place. */
  readonly tables: readonly Table[];
  /** `summary.json`; without it people are counted by how they ended. */
  readonly summary?: Readonly<Record<string, unknown>>;
  /** What is printed at the end, a line of cells each, the first their headings and the last their sum. */
  readonly printed?: readonly (readonly (readonly string[])[])[];
  /** What the report shows; without it the road by how people ended, and the money. */
  readonly report?: Report;
}

/** What became of somebody, as far as every process tells it. */
export interface Became {
  readonly row: Row;
  /** The end of the road: one word. */
  readonly status: string;
  /** What kind of line it was, where there are several. */
  readonly kind?: string;
  readonly hours?: number;
}

/** A small rehearsal for whoever tries the process: by it the suite that runs over all processes rehearses each. */
export interface Example {
  /** As `call.json`. */
  readonly call: Readonly<Record<string, unknown>>;
  /** As `people.csv`: each line by its columns. */
  readonly people: readonly Readonly<Record<string, string>>[];
  /** The day (`2027-03-15`) on which its people stand in the most different places: that day is today where the example is looked at. */
  readonly livesOn?: string;
  readonly living?: Living;
}

/** Who more stands in a programme that is walked into, and is not needed to try the process. */
interface Living {
  /** What its call says otherwise. */
  readonly call?: Readonly<Record<string, unknown>>;
  /** Each like a line of the example, counted from 0, but for these cells. */
  readonly people: readonly { readonly like: number; readonly cells: Readonly<Record<string, string>> }[];
  /** By the address of whose road it is: the state from which on nobody answers there. */
  readonly stays?: Readonly<Record<string, string>>;
  /** By the address of whose road it is and the state that asks: what is said there besides what the file says, such as what is published. */
  readonly says?: Readonly<Record<string, Readonly<Record<string, Said>>>>;
}

/**
 * How calls of a process are rehearsed. `infra/local/rehearse` plays it and knows no process: it reads the files by what is said
 * here, lets everybody act and time pass, and writes what `tells` says.
 */
export interface Rehearsal {
  /** Reads a call's file of a process. Nothing is read when anything is wrong. */
  readonly read: (given: unknown, process: { readonly applicant?: Applicant }) => Promise<CallRead>;
  readonly example: () => Promise<Example>;
}

export type CallRead =
  | { readonly outcome: "read"; readonly call: RehearsedCall }
  | { readonly outcome: "misshapen"; readonly error: z.ZodError }
  | { readonly outcome: "faulty"; readonly faults: readonly string[] };

/** A call that was read, before its people are. */
export interface RehearsedCall {
  readonly id: string;
  /** Local time in Vilnius. */
  readonly opens: string;
  /** The call as its process reads it. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly columns: Columns;
  readonly people: (lines: readonly Line[]) => Cast | { readonly faults: readonly CellFault[] };
  readonly atLeast: string;
}

/** Everybody in a file, as the player has them. */
export interface Cast {
  readonly rows: readonly Row[];
  /** Local time in Vilnius at which everything begins: the call's own, or an earlier one that its people need. */
  readonly opens: string;
  /** The call's file, with what it brings for these people. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly processOf: (row: Row) => string | undefined;
  /** Of a case that nobody applied with, such as of whom the call has invited: whose it is, if anybody's. */
  readonly rowOfGiven: (file: CaseFile) => Row | undefined;
  readonly begins: (known: Known) => readonly Deed[];
  readonly meets: (stand: Stand, known: Known) => readonly Deed[];
  readonly answer: (asked: Asked, known: Known) => Answering | undefined;
  readonly until: readonly string[];
  /** Roads are told in the order of the file. */
  readonly told: () => Telling;
}

export interface Telling {
  readonly take: (road: Road) => Became;
  readonly tell: (whole: { readonly totals: Totals; readonly moved: readonly MoneyMoved[] }) => Told;
}

/** So many days after a question was opened, at a local time: people read their mail the next day. */
export const onDay = ({ openedAt }: Pick<Stand, "openedAt">, days: number, time: string): string =>
  iso(vilniusInstant(`${localDay(Temporal.Instant.from(openedAt)).add({ days })}T${time}`));

/** The local day on which a question was opened. */
export const dayOf = ({ openedAt }: Pick<Stand, "openedAt">): string =>
  localDay(Temporal.Instant.from(openedAt)).toString();

/** What is thrown for a question that a process's rehearsal has no answer to. */
export const unanswered = ({ state }: Pick<Stand, "state">): never => {
  throw new RangeError(`the rehearsal does not know how anybody answers ${state}`);
};
