import { checkProcess } from "./check.ts";
import type { Process } from "./process.ts";

/** A process, checked as a whole. Throws with every fault found. */
export function defineProcess<const S extends string, const Old extends string = never>(
  process: Process<S> & { readonly moved?: Readonly<Record<Old, NoInfer<S | Old>>> },
): Process<S> {
  checkProcess(process);
  return process;
}
