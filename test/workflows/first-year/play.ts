import { stringify } from "csv-stringify/sync";
import { publishCall } from "../../../functions/calls/publish.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { type Part, play } from "../../../infra/local/rehearse/play.ts";
import { type Ended, endOf } from "../../../infra/local/rehearse/roads.ts";
import { inOwnWorld, openingOf } from "../../../infra/local/rehearse/world.ts";
import { columns } from "./made-up.ts";
import { become, type ModelCall } from "./model.ts";

/** A call and its people as the command reads them from their files. Throws with every fault. */
export async function readMade(
  call: unknown,
  people: readonly Readonly<Record<string, string>>[],
): Promise<Part> {
  const read = await checkCall(JSON.stringify(call));
  if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
  const text = stringify(
    people.map((line) => ({ ...line })),
    { header: true, columns: [...columns] },
  );
  const cast = readPeople(Buffer.from(text), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join("\n"));
  return { call: read.value.call, cast: cast.value, events: [] };
}

/** Plays a call by the real handlers and machines, as the command does. */
export async function played(
  call: unknown,
  people: readonly Readonly<Record<string, string>>[],
): Promise<Ended> {
  const part = await readMade(call, people);
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

const inOrder = (rows: readonly (readonly (string | number | undefined)[])[]): readonly string[] =>
  rows.map((row) => row.map((cell) => cell ?? "").join(",")).toSorted();

/** Every cell of the named files, rows in the order of their keys: as they came out, and as the model has them. */
export function cellsOf({ told }: Pick<Ended, "told">): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(told.tables.map(({ name, rows }) => [name, inOrder(rows)]));
}

export function expectedOf(call: ModelCall, people: readonly Readonly<Record<string, string>>[]) {
  const { cases, payments } = become(call, people);
  return { "cases.csv": inOrder(cases), "payments.csv": inOrder(payments) };
}
