import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { loadCase } from "../../../../functions/cases/load.ts";
import { spreadsheetOf } from "../../../../functions/documents/spreadsheet.ts";
import { nameOf, postingsOf } from "../../../../workflows/kernel/ledger.ts";
import { type Ended, endsTable } from "../ends-table.ts";
import { ledgerTable } from "../ledger-table.ts";
import { faultsOf, inOwnWorld, type RehearsedCall } from "../on-the-side.ts";
import type { LedgerRow } from "../postings.ts";
import { playGroups } from "./play.ts";
import { type GroupRow, readGroupRows } from "./rows-file.ts";

/** The processes whose calls lead to groups. */
export const groupProcesses = ["supervision", "mini-training", "peer-coaching"];

interface Settings {
  readonly people: string;
  readonly out: string;
}

/**
 * Rehearses a call of groups in virtual time and writes `cases.csv` and `ledger.csv`. Answers the faults of the files, or
 * nothing. It is over in less than a minute, so a rehearsal that was killed begins anew.
 */
export async function rehearseGroups(
  given: RehearsedCall,
  { people, out }: Settings,
): Promise<readonly string[]> {
  const rows = readGroupRows(people);
  if (rows.outcome === "faulty") return rows.faults;
  const faults = await faultsOf(given);
  if (faults.length > 0) return faults;
  const cases: CaseRow[] = [];
  const postings: LedgerRow[] = [];
  let opened = 0;
  const { days } = await inOwnWorld(given, rows.value.length, async (world, ledger, progress) => {
    await publishCall(world.house, given);
    const { refs, groups } = await playGroups(
      world,
      { callId: given.id, process: given.process, ledger, onProgress: progress.show },
      rows.value,
    );
    opened = groups.size;
    for (const row of rows.value) {
      const ref = refs.get(row.line);
      const loaded = ref === undefined ? undefined : await loadCase(world.house, ref);
      const { process, file, entry, mails = [], certificate } = loaded ?? {};
      cases.push({
        row,
        kind: row.kind,
        status: entry?.state ?? "noGroup",
        hours: certificate?.says.hours,
        mails: mails.length,
        transitions: ref === undefined ? 0 : world.transitionsOf(ref),
      });
      for (const posting of file ? postingsOf(process?.money, file) : [])
        postings.push({ applicant: row.name, ...posting });
    }
  });
  write(out, cases, postings);
  const steps = cases.reduce((sum, { transitions }) => sum + transitions, 0);
  process.stdout.write(endsTable(cases));
  process.stdout.write(`\n${opened} groups, ${days} virtual days, ${steps} transitions\n`);
  process.stdout.write(ledgerTable(postings));
  return [];
}

interface CaseRow extends Ended {
  readonly row: GroupRow;
  readonly mails: number;
  readonly transitions: number;
}

function write(out: string, cases: readonly CaseRow[], postings: readonly LedgerRow[]): void {
  mkdirSync(out, { recursive: true });
  const caseRows = cases.map(({ row: { kind, group, name }, status, hours = "", mails, transitions }) => [
    kind,
    group,
    name,
    status,
    hours,
    mails,
    transitions,
  ]);
  const postingRows = postings.map((posting) => [
    posting.applicant,
    posting.at,
    nameOf(posting),
    posting.from,
    posting.to,
    (posting.cents / 100).toFixed(2),
  ]);
  const columns = ["kind", "group", "name", "status", "hours", "mails", "transitions"];
  writeFileSync(join(out, "cases.csv"), spreadsheetOf(columns, caseRows));
  const moved = ["deliverer", "at", "kind", "from", "to", "amountEur"];
  writeFileSync(join(out, "ledger.csv"), spreadsheetOf(moved, postingRows));
}
