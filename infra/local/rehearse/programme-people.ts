import * as z from "zod";
import { loadCall } from "../../../functions/calls/calls.ts";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import type { House } from "../../../functions/house.ts";
import { partsOf } from "../../../functions/record/parts.ts";
import { sumsOf } from "../../../functions/record/sums.ts";
import type { Table } from "../../../workflows/kernel/rehearsal.ts";
import type { ProgrammeCall } from "./programme-files.ts";

/**
 * `people.csv` of a programme: a line for everybody of its files whose record names two processes or more, by address [processes, part
 * 14]. Hours by year are `2027:12;2028:3`, as the record says them; `processes` and `certificates` are lists with semicolons.
 */
export async function peopleTable(house: House, calls: readonly ProgrammeCall[]): Promise<Table> {
  const names = new Map<string, string>();
  for (const { part } of calls)
    for (const { email, name } of part.cast.rows)
      if (email !== "" && !names.has(email.toLowerCase())) names.set(email.toLowerCase(), name);
  const ofCall = new Map(calls.map(({ part, read }) => [part.call.id, read.process.id]));
  const processOf = async ({ head, process }: LoadedCase): Promise<string> =>
    ofCall.get(await firstCallOf(house, head.callId)) ?? process.id;
  const rows: (readonly string[])[] = [];
  for (const [email, name] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = await partsOf(house, email);
    const processes = new Set<string>();
    for (const { loaded } of parts) processes.add(await processOf(loaded));
    if (processes.size < 2) continue;
    const certificates = parts.flatMap(({ certificate }) =>
      certificate && !certificate.revoked ? [certificate.number] : [],
    );
    const links = parts.flatMap(({ as, loaded }) => (as === "own" ? (loaded.file.links ?? []) : []));
    const hours = sumsOf(parts).byYear.toSorted(([a], [b]) => (a < b ? -1 : 1));
    rows.push([
      email,
      name,
      [...processes].toSorted().join(";"),
      hours.map(([year, sum]) => `${year}:${sum}`).join(";"),
      certificates.toSorted().join(";"),
      [...new Set(links.map(({ kind }) => kind))].toSorted().join(";"),
    ]);
  }
  const columns = ["email", "name", "processes", "hours", "certificates", "followed"];
  return { name: "people.csv", columns, rows };
}

const given = z.object({ parent: z.object({ callId: z.string() }) });

/** The call from which one came: a group's is the call in which somebody asked for it. */
async function firstCallOf(house: House, callId: string): Promise<string> {
  const { data } = (await loadCall(house, callId)) ?? {};
  const parent = given.safeParse(data).data?.parent.callId;
  return parent === undefined ? callId : firstCallOf(house, parent);
}
