import { readFileSync } from "node:fs";
import { refOfCall } from "../../../functions/store/keys.ts";
import { processOf } from "../../../workflows/catalogue.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Field } from "../../../workflows/kernel/field.ts";
import type { Form } from "../../../workflows/kernel/form.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { Cast } from "../../../workflows/kernel/rehearsal.ts";
import type { ReadCall } from "./call-file.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import { faulty, type Reading } from "./reading.ts";
import { openingOf } from "./world.ts";

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
export async function readEventsFile(
  path: string,
  read: ReadCall,
  cast: Cast,
): Promise<Reading<readonly EventRow[]>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return faulty(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const events = await readEvents(bytes, read, cast);
  return events.outcome === "read" ? events : faulty(...events.faults.map((fault) => `${path}: ${fault}`));
}

/** Reads events in the order of the file. Nothing is read when anything is wrong. */
export async function readEvents(
  bytes: Uint8Array,
  read: ReadCall,
  cast: Cast,
): Promise<Reading<readonly EventRow[]>> {
  const csv = readCsv(bytes, { columns });
  if (csv.outcome === "faulty") return csv;
  const rows = await Promise.all(csv.value.map((record) => readRow(record, read, cast)));
  const faults = rows.flatMap(({ faults: found }) => found);
  return faults.length > 0 ? faulty(...faults) : { outcome: "read", value: rows.map(({ row }) => row) };
}

/** The process whose words break in: that of whose road it is, or the call's own. */
async function processOn(email: string, { process }: ReadCall, cast: Cast): Promise<Process | undefined> {
  if (email === "") return processOf(process.call?.process ?? "");
  const row = cast.rows.find((one) => one.email.toLowerCase() === email.toLowerCase());
  return row && processOf(cast.processOf(row) ?? process.id);
}

async function readRow(
  record: CsvRecord<Column>,
  read: ReadCall,
  cast: Cast,
): Promise<{ readonly row: EventRow; readonly faults: readonly string[] }> {
  const { line } = record;
  const cell = (column: Column) => record.cell(column).trim();
  const fault = (column: Column, expected: string) =>
    `line ${line}, column ${column}: expected ${expected}, found ${cell(column) === "" ? "nothing" : `"${cell(column)}"`}`;
  const email = cell("email");
  const process = await processOn(email, read, cast);
  const words = process?.interruptions ?? {};
  const interruption = Object.hasOwn(words, cell("says")) ? words[cell("says")] : undefined;
  const values = pairsOf(cell("values"), interruption?.form);
  const decides = pairsOf(cell("decides"), undefined);
  const form =
    interruption && foreseen(interruption.form, email === "" ? fileOf(read) : caseOf(read, process));
  const parsed = form && values ? parseAnswer(form, values) : undefined;
  const wrong =
    form && parsed?.outcome === "invalid"
      ? parsed.errors
          .filter(({ field }) => !isOpen(form.fields[field]))
          .map(({ field, problem }) => `${field}: ${problem}`)
      : [];
  const saysWhat = interruption
    ? interruption.during.includes(cell("state"))
      ? []
      : [fault("state", `one of ${interruption.during.join(", ")}`)]
    : [fault("says", `one of ${Object.keys(words).join(", ")}`)];
  const faults = [
    ...(process ? saysWhat : [fault("email", "an address of the file of people, or nothing")]),
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

/** The call as it stands before anybody has applied. */
const fileOf = (read: ReadCall): CaseFile => ({
  ...begun(read, read.process.call?.process ?? ""),
  entries: [],
  ...(read.process.selects ? { selects: read.process.selects } : {}),
});

/** Somebody's case as it begins: the call is known, and nothing of the road. */
const caseOf = (read: ReadCall, process: Process | undefined): CaseFile => begun(read, process?.id ?? "");

const begun = ({ call, data }: ReadCall, process: string): CaseFile => ({
  ...{ ref: refOfCall(call.id), callId: call.id, process, language: "lt" },
  ...{ application: {}, submittedAt: openingOf(call), call: data },
  ...{ answers: [], records: [], interruptions: [], diary: [] },
});

/** The form of a word with what is known of its case before anything is played; as it is written where that is not enough. */
function foreseen(form: Form, file: CaseFile): Form {
  try {
    return formIn(form, file);
  } catch {
    // What it is given comes from the road, such as the days of a journey that is not agreed yet.
    return form;
  }
}

/** Does a question choose among what only the road will bring? Then no value of it is wrong yet. */
const isOpen = (field: Field<unknown> | undefined): boolean =>
  field?.options !== undefined && "from" in field.options && (field.options.listed ?? []).length === 0;

/** The fields of the form that take several values have them between `|`. */
function pairsOf(text: string, form: Form | undefined): Values | undefined {
  if (text === "") return {};
  const pairs = text.split(";").map((pair) => pair.split("=").map((part) => part.trim()));
  if (pairs.some(([name = "", value, ...more]) => name === "" || value === undefined || more.length > 0))
    return undefined;
  const fieldOf = (name: string) => form?.fields[form.formerly?.[name] ?? name];
  const isList = (name: string) => ["choices", "several"].includes(fieldOf(name)?.kind ?? "");
  return Object.fromEntries(
    pairs.map(([name = "", value = ""]) => [name, isList(name) ? value.split("|") : value]),
  );
}
