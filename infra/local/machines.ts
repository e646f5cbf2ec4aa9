import { processes } from "../../workflows/catalogue.ts";
import { compile } from "../../workflows/kernel/compile.ts";
import { isFunctionName } from "./functions.ts";

export const machineArnPrefix = "arn:aws:states:local:000000000000:stateMachine:";

/** The machine of each process, with the functions by their names of the catalogue. */
export function* machines(): Generator<{ readonly name: string; readonly definition: unknown }> {
  for (const process of processes) {
    const written = JSON.stringify(compile(process)).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      if (!isFunctionName(name)) throw new Error(`${process.id}: the catalogue has no function ${name}`);
      return name;
    });
    yield { name: process.id, definition: JSON.parse(written) };
  }
}
