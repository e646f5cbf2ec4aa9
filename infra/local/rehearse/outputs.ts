import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { cellsAsText } from "../../../functions/documents/spreadsheet.ts";
import { nameOf } from "../../../workflows/kernel/ledger.ts";
import type { Table } from "../../../workflows/kernel/rehearsal.ts";
import type { Run } from "./machine.ts";
import type { MailRow } from "./mails.ts";
import { type Reported, reportPage } from "./report.tsx";
import type { Ended } from "./roads.ts";

export interface Outputs extends Ended {
  readonly call: Reported;
  readonly run: Run;
}

/**
 * Writes what a rehearsal found into a folder, which is made when it is not there. Each file appears whole or not at
 * all. But for `run.json` the same rehearsal gives the same bytes.
 */
export function writeOutputs(folder: string, { call, run, ...ended }: Outputs): void {
  mkdirSync(folder, { recursive: true });
  const { told, mails, moved, payments } = ended;
  const tables = [mailsTable(mails), ledgerTable(moved), ...told.tables];
  const byName = new Map(tables.map((table) => [table.name, table]));
  for (const table of byName.values()) writeTable(folder, table);
  if (payments === undefined) rmSync(join(folder, "payments.xml"), { force: true });
  else writeWhole(join(folder, "payments.xml"), payments);
  writeWhole(join(folder, "summary.json"), json(told.summary ?? summaryOf(call.id, ended)));
  writeRun(folder, run);
  writeWhole(join(folder, "report.html"), reportPage(call, ended));
}

/** Writes a table into a folder, whole or not at all. */
export const writeTable = (folder: string, table: Table): void =>
  writeWhole(join(folder, table.name), csvOf(table));

/** `run.json`: how long a rehearsal took and where. */
export const writeRun = (folder: string, run: Run): void => writeWhole(join(folder, "run.json"), json(run));

/** `mails.csv`: a row a mail. */
export const mailsTable = (mails: readonly MailRow[]): Table => ({
  name: "mails.csv",
  columns: ["applicant", "role", "template", "language", "sent_at"],
  rows: mails.map(({ applicant, role, template, language, sentAt }) => [
    applicant,
    role,
    template,
    language,
    sentAt,
  ]),
});

/** `ledger.csv`: a row for each movement of money from one account of a case to another; amounts are EUR cents. */
const ledgerTable = (moved: Ended["moved"]): Table => ({
  name: "ledger.csv",
  columns: ["applicant", "kind", "from", "to", "cents", "at"],
  rows: moved.map((one) => [one.applicant, nameOf(one), one.from, one.to, one.cents, one.at]),
});

/** How many ended how, of each kind where the file has several. */
export function summaryOf(
  call: string,
  { all, totals }: Pick<Ended, "all" | "totals">,
): Readonly<Record<string, unknown>> {
  const counted = new Map<string, number>();
  for (const { kind, status } of all) {
    const name = kind === undefined ? status : `${kind}.${status}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  const status = Object.fromEntries([...counted].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { call, applications: all.length, status, ...totals };
}

/** A table as CSV: no formula and no bare line break, and its numbers stay numbers. */
export const csvOf = ({ columns, rows, isForSpreadsheets }: Table): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    record_delimiter: isForSpreadsheets ? "windows" : "unix",
    bom: isForSpreadsheets ?? false,
    ...cellsAsText,
  });

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
