import { processOf } from "../../workflows/catalogue.ts";
import type { Process } from "../../workflows/kernel/process.ts";

/** The processes that a test has changed, as they are. */
const were = new Map<Process, Process>();

/** Puts a definition of a later day in the place of a process, for the whole product, as a release does. */
export async function releaseOf(id: string, change: (process: Process) => Process): Promise<void> {
  const process = await processOf(id);
  const was = { ...process };
  were.set(process, were.get(process) ?? was);
  put(process, change(was));
}

/** Every process is again as it is. */
export function putBack(): void {
  for (const [process, was] of were) put(process, was);
  were.clear();
}

function put(process: Process, definition: Process): void {
  for (const name of Object.keys(process))
    if (!Object.hasOwn(definition, name)) Reflect.deleteProperty(process, name);
  Object.assign(process, definition);
}
