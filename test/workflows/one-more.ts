import type { Process } from "../../workflows/kernel/process.ts";

type Catalogue = typeof import("../../workflows/catalogue.ts");

/** The catalogue with a process that no folder has. */
export function withOneMore(real: Catalogue, more: Process): Catalogue {
  const processIds = [...real.processIds, more.id];
  const processOf = async (id: string) => (id === more.id ? more : real.processOf(id));
  return {
    processIds,
    processOf,
    isProcess: (id: unknown): id is string => processIds.some((known) => known === id),
    everyProcess: () => Promise.all(processIds.map(processOf)),
  };
}
