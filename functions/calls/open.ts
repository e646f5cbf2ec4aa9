import { processOf } from "../../workflows/catalogue.ts";
import type { Opened } from "../../workflows/kernel/step-result.ts";
import type { House } from "../house.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, idOf, pendingSince, refOfCall } from "../store/keys.ts";
import { announceLater } from "../visitors/announce.ts";
import { callsPartition } from "./calls.ts";
import { keepSchools, withoutSchools } from "./schools.ts";

/** The head of a call whose machine has still to be started. Rejects for a process to which nobody can apply. */
export async function headOfCall({ id, applicationProcess, data }: Opened, now: string): Promise<Head> {
  const { call } = await processOf(applicationProcess);
  if (!call) throw new Error(`${applicationProcess}: nobody can apply with this process`);
  const machine = await processOf(call.process);
  const ref = refOfCall(id);
  return {
    ...headKey(ref),
    sk: "head",
    process: machine.id,
    callId: id,
    language: "lt",
    submittedAt: now,
    data: { ...withoutSchools(data), applicationProcess },
    generation: 1,
    interruptions: [],
    interrupted: 0,
    heard: 0,
    toStart: { from: machine.start, visit: 1 },
    ...pendingSince(ref, now),
  };
}

/** Opens a call from a case, once; the sweeper starts its machine, because whom a machine calls starts none. */
export async function openCall(house: Pick<House, "table">, opened: Opened, now: string): Promise<void> {
  await storeCall(house, opened, now);
}

/** The draft that a call was made of, which tells it from somebody else's of that name, and who published it. */
interface Making {
  readonly draftId: string;
  readonly publishedBy: { readonly name: string; readonly email: string };
}

/** The same for a call that people have made; "exists" when another call has its name. */
export async function storeCall(
  { table }: Pick<House, "table">,
  opened: Opened,
  now: string,
  making?: Making,
): Promise<"stored" | "exists"> {
  const head = { ...(await headOfCall(opened, now)), ...making };
  await keepSchools(table, opened.id, opened.data);
  const stored = await table.put(head, { ifAbsent: true });
  const known = stored === "stored" ? head : headItem.parse(await table.get(headKey(head.pk)));
  if (known.draftId !== making?.draftId) return "exists";
  await listCall({ table }, known);
  return "stored";
}

/** Puts a call among all calls; who waits for one of its kind is told once it opens. */
export async function listCall({ table }: Pick<House, "table">, head: Head): Promise<void> {
  await table.put({ pk: callsPartition, sk: idOf(head.pk) });
  await announceLater({ table }, head);
}
