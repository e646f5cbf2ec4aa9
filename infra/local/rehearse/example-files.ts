import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { stringify } from "csv-stringify/sync";
import { isProcess, processOf } from "../../../workflows/catalogue.ts";
import type { Example } from "../../../workflows/kernel/rehearsal.ts";
import { whichProcess } from "./call-file.ts";
import { faulty, type Reading } from "./reading.ts";

/** The two files of an example, as somebody would write them. */
export const textsOf = ({
  call,
  people,
}: Example): { readonly callText: string; readonly peopleText: string } => ({
  callText: `${JSON.stringify(call, undefined, 2)}\n`,
  peopleText: stringify([...people], { header: true, record_delimiter: "unix" }),
});

interface Files {
  readonly call: string;
  readonly people: string;
}

/** Writes the example that a process brings into files that are read like anybody's, for whoever wants to change them. */
export async function layOutExample(id: string, files: Files): Promise<Reading<Files>> {
  const rehearsal = isProcess(id) ? await (await processOf(id)).rehearsal?.() : undefined;
  if (!rehearsal) return faulty(`--example: ${await whichProcess(id)}`);
  writeExample(await rehearsal.example(), files);
  return { outcome: "read", value: files };
}

/** Writes a call and its people into two files, whose folders are made. */
export function writeExample(example: Example, files: Files): void {
  const { callText, peopleText } = textsOf(example);
  for (const path of [files.call, files.people]) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(files.call, callText);
  writeFileSync(files.people, peopleText);
}
