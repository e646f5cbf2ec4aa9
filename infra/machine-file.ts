import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the compiled machine of a process lies: made from its process.ts, committed, read by people and deployed. Absolute. */
export const machineFileOf = (id: string): string =>
  inRepository(`workflows/${folderOf(id)}/machine.asl.json`);

/** A process has a folder of its name; of a family, such as a group and those who join it, each stands in the family's. */
const folderOf = (id: string): string =>
  existsSync(inRepository(`workflows/${id}`)) ? id : id.replace(/-([^-]+)$/, "/$1");

export const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The machine as it is written into that file. */
export const machineText = (machine: unknown): string => `${JSON.stringify(machine, undefined, 2)}\n`;
