import { processes } from "../../workflows/catalogue.ts";
import { startExecution } from "../cases/start.ts";
import type { House } from "../house.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, pendingSince, refOfCall } from "../store/keys.ts";
import { callsPartition } from "./calls.ts";

/**
 * Publishes a call from its file: stores its data and starts its machine. Publishing it again changes nothing.
 * Throws what the process's own reader of calls throws: errors that name each field that is wrong.
 */
export async function publishCall(
  house: Pick<House, "table" | "engine" | "clock">,
  given: unknown,
): Promise<"published" | "exists"> {
  const wanted =
    typeof given === "object" && given !== null && "process" in given ? given.process : undefined;
  const process = processes.find((candidate) => candidate.id === wanted);
  const machine = processes.find((candidate) => candidate.id === process?.call?.process);
  if (!process?.call || !machine) throw new Error("process: no process of that name takes applications");
  const { id, data } = await process.call.read(given);
  const ref = refOfCall(id);
  const now = house.clock.now();
  const head: Head = {
    ...headKey(ref),
    sk: "head",
    process: machine.id,
    callId: id,
    language: "lt",
    submittedAt: now,
    data: { ...data, applicationProcess: process.id },
    generation: 1,
    interruptions: [],
    interrupted: 0,
    heard: 0,
    toStart: { from: machine.start, visit: 1 },
    ...pendingSince(ref, now),
  };
  const stored = await house.table.put(head, { ifAbsent: true });
  await house.table.put({ pk: callsPartition, sk: id });
  await startExecution(
    house,
    stored === "stored" ? head : headItem.parse(await house.table.get(headKey(ref))),
  );
  return stored === "stored" ? "published" : "exists";
}
