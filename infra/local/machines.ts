import { everyProcess } from "../../workflows/catalogue.ts";
import { compile } from "../../workflows/kernel/compile.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { isFunctionName } from "./functions.ts";

export const machineArnPrefix = "arn:aws:states:local:000000000000:stateMachine:";

export interface Machine {
  readonly name: string;
  readonly definition: unknown;
}

/** The machine of each process. */
export const machines = async (): Promise<readonly Machine[]> => (await everyProcess()).map(machineOf);

/** The machine of a process, with the functions by their names of the catalogue. */
export function machineOf(process: Process): Machine {
  const written = JSON.stringify(compile(process)).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    if (!isFunctionName(name)) throw new Error(`${process.id}: the catalogue has no function ${name}`);
    return name;
  });
  return { name: process.id, definition: JSON.parse(written) };
}
