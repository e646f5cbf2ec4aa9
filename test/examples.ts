import { checkCall, type ReadCall } from "../infra/local/rehearse/call-file.ts";
import { textsOf } from "../infra/local/rehearse/example-files.ts";
import { readPeople } from "../infra/local/rehearse/people-file.ts";
import type { Part } from "../infra/local/rehearse/play.ts";
import type { Reading } from "../infra/local/rehearse/reading.ts";
import { everyProcess } from "../workflows/catalogue.ts";
import type { Process } from "../workflows/kernel/process.ts";
import type { Example, Known, Said } from "../workflows/kernel/rehearsal.ts";

/** The example by which a process is tried, read as anybody's files are: what general tests know of a process they know from it. */
export interface ReadExample {
  readonly id: string;
  readonly process: Process;
  readonly read: ReadCall;
  readonly part: Part;
}

const said = <T>(reading: Reading<T>): T => {
  if (reading.outcome === "faulty") throw new Error(reading.faults.join("\n"));
  return reading.value;
};

/** Reads an example; `callText` says a call otherwise than it does. */
export async function readExample(example: Example) {
  const { callText, peopleText } = textsOf(example);
  const read = said(await checkCall(callText));
  const cast = said(readPeople(Buffer.from(peopleText), read.call));
  return { read, part: { call: read.call, cast, events: [] } };
}

/** Of every process that brings one, in the order of the catalogue. */
export async function everyExample(): Promise<readonly ReadExample[]> {
  const found: ReadExample[] = [];
  for (const process of await everyProcess()) {
    const rehearsal = await process.rehearsal?.();
    if (rehearsal) found.push({ id: process.id, process, ...(await readExample(await rehearsal.example())) });
  }
  return found;
}

/** What whoever begins knows of the others. */
export const nothingYet: Known = {
  now: () => new Date(0).toISOString(),
  rows: [],
  rowOf: () => undefined,
  refOf: () => undefined,
  stateOf: () => undefined,
  decisionOf: () => undefined,
  casesOf: () => [],
};

/** What people of an example apply to its call with, as a program sends it. */
export const applicationsIn = ({ part: { call, cast } }: Pick<ReadExample, "part">): readonly Said[] =>
  cast
    .begins(nothingYet)
    .flatMap((deed) => (deed.does === "applies" && deed.to === call.id ? [sent(deed.values())] : []));

/** What is `undefined` is not sent at all. */
const sent = (values: Said): Said =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
