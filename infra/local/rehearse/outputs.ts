import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { cellsAsText } from "../../../functions/documents/spreadsheet.ts";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { nameOf } from "../../../workflows/kernel/ledger.ts";
import type { Run } from "./machine.ts";
import type { LedgerRow } from "./postings.ts";
import { reportPage } from "./report.tsx";
import { summarize, type Totals } from "./summary.ts";

/** What became of one person; what does not apply to them is missing. */
export interface CaseRow {
  readonly applicant: string;
  /** The name of the ending: `late`, `duplicate`, `refused`, … `completed`. */
  readonly status: string;
  /** The country of the place that was offered. */
  readonly country?: string | undefined;
  /** Points with two decimals, as in `87.50`. */
  readonly score?: string | undefined;
  /** Place in the ranking, from 1. */
  readonly order?: number | undefined;
  /** Did the offer come from the reserve list? */
  readonly promoted?: boolean | undefined;
  readonly grantCents?: number | undefined;
  readonly advanceCents?: number | undefined;
  readonly balanceCents?: number | undefined;
  readonly recoveredCents?: number | undefined;
  /** Mails of the case, to whomever. */
  readonly mails?: number | undefined;
  /** State transitions of the case's machine. */
  readonly transitions?: number | undefined;
  /** Writes to the table for the case. */
  readonly itemsWritten?: number | undefined;
}

/** One mail that was sent; those of the call itself have no applicant. */
export interface MailRow {
  readonly applicant: string;
  readonly role: string;
  readonly template: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

export interface Rehearsed {
  readonly call: CallFile;
  /** In the order of the file of people. */
  readonly cases: readonly CaseRow[];
  /** In the order in which they were sent. */
  readonly mails: readonly MailRow[];
  /** In the order of the file of people, then of time. */
  readonly postings: readonly LedgerRow[];
  /** The file for the bank; there is none where nothing was paid. */
  readonly payments: string | undefined;
  readonly totals: Totals;
  readonly run: Run;
}

/**
 * Writes what a rehearsal found into a folder, which is made when it is not there. Each file appears whole or not at
 * all. But for `run.json` the same rehearsal gives the same bytes.
 */
export function writeOutputs(
  folder: string,
  { call, cases, mails, postings, payments, totals, run }: Rehearsed,
): void {
  mkdirSync(folder, { recursive: true });
  const summary = summarize(call, cases, totals);
  writeWhole(join(folder, "cases.csv"), casesCsv(cases));
  writeWhole(join(folder, "mails.csv"), mailsCsv(mails));
  writeWhole(join(folder, "ledger.csv"), ledgerCsv(postings));
  if (payments === undefined) rmSync(join(folder, "payments.xml"), { force: true });
  else writeWhole(join(folder, "payments.xml"), payments);
  writeWhole(join(folder, "summary.json"), json(summary));
  writeWhole(join(folder, "run.json"), json(run));
  writeWhole(join(folder, "report.html"), reportPage(call, cases, summary));
}

/** `cases.csv`: a row a person; empty cells mean not applicable, amounts are EUR cents. */
export const casesCsv = (cases: readonly CaseRow[]): string =>
  stringify(
    cases.map((row) => ({
      applicant: row.applicant,
      status: row.status,
      country: row.country,
      score: row.score,
      order: row.order,
      promoted: row.promoted === undefined ? undefined : row.promoted ? "yes" : "no",
      grant_cents: row.grantCents,
      advance_cents: row.advanceCents,
      balance_cents: row.balanceCents,
      recovered_cents: row.recoveredCents,
      mails: row.mails,
      transitions: row.transitions,
      items_written: row.itemsWritten,
    })),
    {
      ...format,
      columns: [
        "applicant",
        "status",
        "country",
        "score",
        "order",
        "promoted",
        "grant_cents",
        "advance_cents",
        "balance_cents",
        "recovered_cents",
        "mails",
        "transitions",
        "items_written",
      ],
    },
  );

/** `mails.csv`: a row a mail. */
export const mailsCsv = (mails: readonly MailRow[]): string =>
  stringify(
    mails.map(({ applicant, role, template, language, sentAt }) => ({
      applicant,
      role,
      template,
      language,
      sent_at: sentAt,
    })),
    { ...format, columns: ["applicant", "role", "template", "language", "sent_at"] },
  );

/** `ledger.csv`: a row for each movement of money from one account of a case to another; amounts are EUR cents. */
const ledgerCsv = (postings: readonly LedgerRow[]): string =>
  stringify(
    postings.map((posting) => ({ ...posting, kind: nameOf(posting) })),
    { ...format, columns: ["applicant", "kind", "from", "to", "cents", "at"] },
  );

const format = { header: true, record_delimiter: "unix", ...cellsAsText } as const;

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
