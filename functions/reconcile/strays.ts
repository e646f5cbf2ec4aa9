import { everyProcess } from "../../workflows/catalogue.ts";
import { isOver, loadCase } from "../cases/load.ts";
import { headItem } from "../store/items.ts";
import { headKey, refOfCall, refOfCase } from "../store/keys.ts";
import type { Parts } from "./standing.ts";

/** A machine that runs and drives nothing. */
export interface Stray {
  readonly process: string;
  readonly name: string;
  readonly ref: string;
  /** `noCase`: the table has no case and no call of it; `over`: its road has ended; `other`: another execution drives it. */
  readonly why: "noCase" | "over" | "other";
}

/** Of a machine of a process that runs: why it drives nothing; `undefined` when it does. */
export async function strayOf(parts: Parts, process: string, name: string): Promise<Stray | undefined> {
  const [, id = name, generation] = /^(.*)-(\d+)$/.exec(name) ?? [];
  const [aCase, aCall] = await parts.table.getMany([headKey(refOfCase(id)), headKey(refOfCall(id))]);
  const heads = [aCase, aCall].flatMap((item) => (item ? [headItem.parse(item)] : []));
  const head = heads.find((candidate) => candidate.process === process);
  if (!head)
    return {
      process,
      name,
      ref: (await drivesCalls(process)) ? refOfCall(id) : refOfCase(id),
      why: "noCase",
    };
  const stray = { process, name, ref: head.pk };
  if (head.generation !== Number(generation)) return { ...stray, why: "other" };
  const loaded = await loadCase(parts, head.pk);
  return loaded && isOver(loaded) && (await hasLongEnded(parts, loaded))
    ? { ...stray, why: "over" }
    : undefined;
}

const drivesCalls = async (id: string): Promise<boolean> =>
  (await everyProcess()).some(({ call }) => call?.process === id);

/** Beyond this, whatever an end still has to do has been tried for the last time. */
const dayMillis = 86_400_000;

/** An execution that is just ending its road ends by itself; one that still waits for something would go on with it. */
async function hasLongEnded(
  { machines, clock }: Parts,
  { tasks, head, entry }: NonNullable<Awaited<ReturnType<typeof loadCase>>>,
): Promise<boolean> {
  const endedAt = entry?.endedAt ?? head.endedAt ?? "";
  if (Date.parse(clock.now()) - Date.parse(endedAt) > dayMillis) return true;
  const waits = await Promise.all(tasks.map(({ token }) => machines.waitsFor(token)));
  return waits.includes(true);
}
