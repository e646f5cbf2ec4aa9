import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { loadCase } from "../../../../functions/cases/load.ts";
import { spreadsheetOf } from "../../../../functions/documents/spreadsheet.ts";
import { refOfCall } from "../../../../functions/store/keys.ts";
import { type Ended, endsTable } from "../ends-table.ts";
import { faultsOf, inOwnWorld, type RehearsedCall } from "../on-the-side.ts";
import { playPlaces } from "./play.ts";
import { type PlaceRow, readPlaceRows } from "./rows-file.ts";

/** The process whose calls are registers of places. */
export const placeProcesses = ["national-internship-place"];

/** Beside the register itself: what the coordinator announces from it, and when. */
export const announced = z.object({
  staff: z.object({ coordinator: z.object({ email: z.string() }) }),
  internships: z.strictObject({
    titleLt: z.string(),
    titleEn: z.string(),
    opens: z.string(),
    closes: z.iso.date(),
  }),
});

interface Settings {
  readonly people: string;
  readonly out: string;
}

/**
 * Rehearses a register of places and the call for interns that is announced from it, in virtual time, and writes
 * `cases.csv`. Answers the faults of the files, or nothing.
 */
export async function rehearsePlaces(
  { internships, ...given }: RehearsedCall,
  { people, out }: Settings,
): Promise<readonly string[]> {
  const rows = readPlaceRows(people);
  if (rows.outcome === "faulty") return rows.faults;
  const read = announced.safeParse({ internships, ...given });
  const faults = read.success ? await faultsOf(given) : [z.prettifyError(read.error)];
  if (!read.success || faults.length > 0) return faults;
  const { opens, ...announcement } = read.data.internships;
  const cases: CaseRow[] = [];
  let matchings = 0;
  const { days } = await inOwnWorld(given, rows.value.length, async (world, ledger, progress) => {
    await publishCall(world.house, given);
    const playing = {
      callId: given.id,
      announcement,
      announced: opens,
      coordinator: read.data.staff.coordinator.email,
      ledger,
      onProgress: progress.show,
    };
    const refs = await playPlaces(world, playing, rows.value);
    for (const row of rows.value) {
      const ref = refs.get(row.line);
      const loaded = ref === undefined ? undefined : await loadCase(world.house, ref);
      cases.push({
        row,
        kind: row.kind,
        status: loaded?.entry?.state ?? "late",
        hours: loaded?.certificate?.says.hours,
        mails: loaded?.mails.length ?? 0,
        transitions: ref === undefined ? 0 : world.transitionsOf(ref),
      });
    }
    const call = await loadCase(world.house, refOfCall(`${given.id}-1`));
    matchings = call?.records.filter(({ document }) => document !== undefined).length ?? 0;
    const register = await world.house.table.query(refOfCall(given.id), "entry#");
    const givenPlaces = register.filter(({ state }) => state === "published").length;
    process.stdout.write(`${givenPlaces} hosting plans became places of the register\n`);
  });
  mkdirSync(out, { recursive: true });
  const columns = ["kind", "place", "name", "status", "hours", "mails", "transitions"];
  writeFileSync(
    join(out, "cases.csv"),
    spreadsheetOf(
      columns,
      cases.map(({ row: { kind, place, name }, status, hours = "", mails, transitions }) => [
        kind,
        place,
        name,
        status,
        hours,
        mails,
        transitions,
      ]),
    ),
  );
  const steps = cases.reduce((sum, { transitions }) => sum + transitions, 0);
  process.stdout.write(endsTable(cases));
  process.stdout.write(`\n${matchings} matching, ${days} virtual days, ${steps} transitions\n`);
  return [];
}

interface CaseRow extends Ended {
  readonly row: PlaceRow;
  readonly mails: number;
  readonly transitions: number;
}
