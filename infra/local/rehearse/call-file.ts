import { readFileSync } from "node:fs";
import * as z from "zod";
import { isProcess, processIds, processOf } from "../../../workflows/catalogue.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import type { RehearsedCall } from "../../../workflows/kernel/rehearsal.ts";
import { faultsOf } from "../field-faults.ts";
import { faulty, type Reading } from "./reading.ts";

/** A call that can be rehearsed, with the process whose applications it takes. */
export interface ReadCall {
  readonly call: RehearsedCall;
  readonly process: Process;
  /** The call's data as it is stored. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads and checks a call's file. Each fault names the path of its field and what is expected there. */
export async function readCallFile(path: string): Promise<Reading<ReadCall>> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return faulty(`${path}: cannot be read (${reasonOf(error)})`);
  }
  const checked = await checkCall(text);
  return checked.outcome === "read" ? checked : faulty(...checked.faults.map((fault) => `${path}: ${fault}`));
}

const named = z.looseObject({ process: z.unknown() });

/** Checks the text of a call's file by the rehearsal of the process that it names, and by that process itself. */
export async function checkCall(text: string): Promise<Reading<ReadCall>> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return faulty(`expected JSON: ${reasonOf(error)}`);
  }
  const given = named.safeParse(json);
  if (!given.success) return faulty(...faultsOf(given.error, json));
  const process = isProcess(given.data.process) ? await processOf(given.data.process) : undefined;
  const rehearsal = await process?.rehearsal?.();
  if (!process || !rehearsal) return faulty(await whichProcess(given.data.process));
  const read = await rehearsal.read(json, process);
  switch (read.outcome) {
    case "misshapen":
      return faulty(...faultsOf(read.error, json));
    case "faulty":
      return read;
    case "read":
      return readByProcess(read.call, process);
  }
}

async function readByProcess(call: RehearsedCall, process: Process): Promise<Reading<ReadCall>> {
  try {
    const read = await process.call?.read?.(call.given);
    return read
      ? { outcome: "read", value: { call, process, data: read.data } }
      : faulty(`process: ${process.id} takes no call from a file`);
  } catch (error) {
    return error instanceof z.ZodError
      ? faulty(...faultsOf(error, call.given))
      : faulty(`the file: ${reasonOf(error)}`);
  }
}

/** Which processes say how they are rehearsed, in words for whoever named another. */
export async function whichProcess(found: unknown): Promise<string> {
  const all = await Promise.all(processIds.map(processOf));
  const known = all.filter(({ rehearsal }) => rehearsal).map(({ id }) => JSON.stringify(id));
  return `process: expected ${known.join(" or ")}${found === undefined ? ", found nothing" : ""}`;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
