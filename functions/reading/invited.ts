import type { Process } from "../../workflows/kernel/process.ts";

/**
 * A case of a process that is not applied for was begun by an invitation: the word about an application gives way to the one of the
 * same name that ends in `invited`.
 */
export const invitedOr = <const K extends string>(
  { application }: Pick<Process, "application">,
  key: K,
): K | `${K}.invited` => (application ? key : `${key}.invited`);
