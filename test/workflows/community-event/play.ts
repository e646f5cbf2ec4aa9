import { stringify } from "csv-stringify/sync";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../../../infra/local/rehearse/roads.ts";
import { inOwnWorld, openingOf } from "../../../infra/local/rehearse/world.ts";
import { columns } from "./made-up.ts";
import { become, type Expected, type Line, type ModelCall } from "./rules.ts";

/** Plays a call by the real handlers and machines, as the command does. */
export async function played(call: unknown, people: readonly Line[]): Promise<Ended> {
  const read = await checkCall(JSON.stringify(call));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const text = stringify(
    people.map((line) => ({ ...line })),
    { header: true, columns: [...columns] },
  );
  const cast = readPeople(Buffer.from(text), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  const part = { call: read.value.call, cast: cast.value, events: [] };
  const ended: Ended[] = [];
  await inOwnWorld(part.cast, async (world, ledger) => {
    await publishCall(world.house, part.cast.given);
    await play(world, { parts: [part], ledger, onProgress: () => undefined });
    ended.push(await endOf(world, part, ledger, openingOf(part.cast)));
  });
  const [one] = ended;
  if (!one) throw new Error("nothing came of it");
  return one;
}

const named = ["kind", "line", "event", "name", "status", "seat_at", "hours", "slot"] as const;

/** The cells of `cases.csv` that the specification names, a line each, in the order of the file. */
export function cellsOf({ told }: Pick<Ended, "told">): readonly string[] {
  const table = told.tables.find(({ name }) => name === "cases.csv");
  const at = named.map((column) => table?.columns.indexOf(column) ?? -1);
  return (table?.rows ?? []).map((row) => at.map((index) => row[index] ?? "").join(","));
}

export const expectedOf = (call: ModelCall, people: readonly Line[]): readonly string[] =>
  become(call, people).map((row: Expected) => named.map((column) => row[column]).join(","));
