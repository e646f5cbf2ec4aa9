import { readFileSync } from "node:fs";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { selectionCall } from "../../../workflows/selection-call/process.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import { faulty, type Reading } from "./reading.ts";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A word that breaks in on somebody's road, or on the call's. */
export interface EventRow {
  /** Line of the file; the header is line 1. */
  readonly line: number;
  /** Whose road, by the address in the file of people; `undefined` for the call's own. */
  readonly email?: string;
  /** Said so many days after the road first stands here, at four in the afternoon (Vilnius time). */
  readonly state: string;
  readonly days: number;
  /** The name of the interruption, and what its form holds. */
  readonly says: string;
  readonly values: Values;
  /** What whoever decides on it answers: of an appeal, of costs, of a change that the budget does not bear. */
  readonly decides: Values;
}

const columns = ["email", "state", "days", "says", "values", "decides"] as const;
type Column = (typeof columns)[number];

/**
 * Reads a file of events for a call: `values` and `decides` are `name=value` with `; ` between them, lists with `|` in
 * them. Each is checked by the form that it is meant for. A fault names line, column and what is expected.
 */
export function readEventsFile(path: string, call: CallFile): Reading<readonly EventRow[]> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return faulty(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = readEvents(bytes, call);
  return read.outcome === "read" ? read : faulty(...read.faults.map((fault) => `${path}: ${fault}`));
}

/** Reads events in the order of the file. Nothing is read when anything is wrong. */
export function readEvents(bytes: Uint8Array, call: CallFile): Reading<readonly EventRow[]> {
  const csv = readCsv(bytes, columns);
  if (csv.outcome === "faulty") return csv;
  const rows = csv.value.map((record) => readRow(record, call));
  const faults = rows.flatMap(({ faults: found }) => found);
  return faults.length > 0 ? faulty(...faults) : { outcome: "read", value: rows.map(({ row }) => row) };
}

function readRow(record: CsvRecord<Column>, call: CallFile): { row: EventRow; faults: readonly string[] } {
  const { line } = record;
  const cell = (column: Column) => record.cell(column).trim();
  const fault = (column: Column, expected: string) =>
    `line ${line}, column ${column}: expected ${expected}, found ${cell(column) === "" ? "nothing" : `"${cell(column)}"`}`;
  const email = cell("email");
  const process: Process = email === "" ? selectionCall : foreignInternship;
  const interruption = Object.hasOwn(process.interruptions, cell("says"))
    ? process.interruptions[cell("says")]
    : undefined;
  const values = pairsOf(cell("values"), email === "" ? ["countries"] : []);
  const decides = pairsOf(cell("decides"), []);
  const lists = { countries: Object.keys(call.places) };
  const read =
    interruption && values ? parseAnswer(formWith(interruption.form, { lists }), values) : undefined;
  const wrong =
    read?.outcome === "invalid" ? read.errors.map(({ field, problem }) => `${field}: ${problem}`) : [];
  const faults = [
    ...(interruption
      ? interruption.during.includes(cell("state"))
        ? []
        : [fault("state", `one of ${interruption.during.join(", ")}`)]
      : [fault("says", `one of ${Object.keys(process.interruptions).join(", ")}`)]),
    ...(/^\d{1,3}$/.test(cell("days")) ? [] : [fault("days", "a whole number from 0 to 999")]),
    ...(values ? [] : [fault("values", "name=value; name=value")]),
    ...(decides ? [] : [fault("decides", "name=value; name=value")]),
    ...(wrong.length > 0 ? [fault("values", `what the form takes (${wrong.join("; ")})`)] : []),
  ];
  return {
    row: {
      line,
      ...(email === "" ? {} : { email: email.toLowerCase() }),
      state: cell("state"),
      days: Number(cell("days")),
      says: cell("says"),
      values: values ?? {},
      decides: decides ?? {},
    },
    faults,
  };
}

function pairsOf(text: string, lists: readonly string[]): Values | undefined {
  if (text === "") return {};
  const pairs = text.split(";").map((pair) => pair.split("=").map((part) => part.trim()));
  if (pairs.some(([name = "", value, ...more]) => name === "" || value === undefined || more.length > 0))
    return undefined;
  return Object.fromEntries(
    pairs.map(([name = "", value = ""]) => [name, lists.includes(name) ? value.split("|") : value]),
  );
}
