import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { loadCase } from "../../../../functions/cases/load.ts";
import { spreadsheetOf } from "../../../../functions/documents/spreadsheet.ts";
import { post } from "../../../../workflows/blocks/ledger/ledger.ts";
import { processOf } from "../../../../workflows/catalogue.ts";
import { vilniusInstant } from "../../../../workflows/facts/calendar.ts";
import { openLedger } from "../ledger.ts";
import { ledgerTable } from "../ledger-table.ts";
import type { LedgerRow } from "../postings.ts";
import { openProgress } from "../progress.ts";
import { aligned } from "../table.ts";
import { openWorld } from "../world.ts";
import { playGroups } from "./play.ts";
import { type GroupRow, readGroupRows } from "./rows-file.ts";

const call = z.looseObject({
  id: z.string(),
  process: z.enum(["supervision", "mini-training", "peer-coaching"]),
  opens: z.string(),
});
type Call = z.infer<typeof call>;

/** The call of a file when it is one of groups; `undefined` for any other, or what is no call at all. */
export function groupCallIn(path: string): Call | undefined {
  try {
    return call.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}

interface Settings {
  readonly people: string;
  readonly out: string;
}

/**
 * Rehearses a call of groups in virtual time and writes `cases.csv` and `ledger.csv`. Answers the faults of the files, or
 * nothing. It is over in less than a minute, so a rehearsal that was killed begins anew.
 */
export async function rehearseGroups(given: Call, { people, out }: Settings): Promise<readonly string[]> {
  const rows = readGroupRows(people);
  if (rows.outcome === "faulty") return rows.faults;
  const { call: terms } = processOf(given.process);
  try {
    await terms?.read?.(given);
  } catch (error) {
    return [error instanceof z.ZodError ? z.prettifyError(error) : String(error)];
  }
  const folder = mkdtempSync(join(tmpdir(), "kelias-rehearsal-"));
  const opens = vilniusInstant(given.opens).toString({ smallestUnit: "millisecond" });
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, opens, ledger);
  const progress = openProgress(rows.value.length);
  try {
    await publishCall(world.house, given);
    const { refs, groups } = await playGroups(
      world,
      { callId: given.id, process: given.process, ledger, onProgress: progress.show },
      rows.value,
    );
    progress.close();
    const cases: CaseRow[] = [];
    const postings: LedgerRow[] = [];
    for (const row of rows.value) {
      const ref = refs.get(row.line);
      const loaded = ref === undefined ? undefined : await loadCase(world.house, ref);
      const { process, file, entry, mails = [], certificate } = loaded ?? {};
      cases.push({
        row,
        status: entry?.state ?? "noGroup",
        hours: certificate?.says.hours,
        mails: mails.length,
        transitions: ref === undefined ? 0 : world.transitionsOf(ref),
      });
      for (const posting of file ? post(process?.money?.events(file) ?? []) : [])
        postings.push({ applicant: row.name, ...posting });
    }
    mkdirSync(out, { recursive: true });
    write(out, cases, postings);
    const days = Math.ceil((Date.parse(world.house.clock.now()) - Date.parse(opens)) / 86_400_000);
    const steps = cases.reduce((sum, { transitions }) => sum + transitions, 0);
    process.stdout.write(closing(cases));
    process.stdout.write(`\n${groups.size} groups, ${days} virtual days, ${steps} transitions\n`);
    process.stdout.write(ledgerTable(postings));
    return [];
  } finally {
    progress.close();
    await world.close();
    rmSync(folder, { recursive: true });
  }
}

interface CaseRow {
  readonly row: GroupRow;
  readonly status: string;
  readonly hours: number | undefined;
  readonly mails: number;
  readonly transitions: number;
}

function write(out: string, cases: readonly CaseRow[], postings: readonly LedgerRow[]): void {
  writeFileSync(
    join(out, "cases.csv"),
    spreadsheetOf(
      ["kind", "group", "name", "status", "hours", "mails", "transitions"],
      cases.map(({ row, status, hours = "", mails, transitions }) => [
        row.kind,
        row.group,
        row.name,
        status,
        hours,
        mails,
        transitions,
      ]),
    ),
  );
  writeFileSync(
    join(out, "ledger.csv"),
    spreadsheetOf(
      ["deliverer", "at", "kind", "from", "to", "amountEur"],
      postings.map(({ applicant, at, kind, from, to, cents }) => [
        applicant,
        at,
        kind,
        from,
        to,
        (cents / 100).toFixed(2),
      ]),
    ),
  );
}

/** How many of those who asked and of those who joined ended how, and the hours that were certified. */
function closing(cases: readonly CaseRow[]): string {
  const counted = new Map<string, { people: number; hours: number }>();
  for (const { row, status, hours = 0 } of cases) {
    const key = `${row.kind} ${status}`;
    const before = counted.get(key) ?? { people: 0, hours: 0 };
    counted.set(key, { people: before.people + 1, hours: before.hours + hours });
  }
  const lines = [...counted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { people, hours }]) => [...key.split(" "), String(people), String(hours)]);
  const hours = cases.reduce((sum, { hours: own = 0 }) => sum + own, 0);
  const all = ["all", "", String(cases.length), String(hours)];
  return `${aligned([["who", "status", "people", "hours"], ...lines, all]).join("\n")}\n`;
}
