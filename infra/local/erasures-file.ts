import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/**
 * That somebody was erased, as it is kept beside a data folder, or in the bucket of an environment: no restore takes it back. `person` is
 * an HMAC of the address: by it a copy of the data is looked through, and it names nobody.
 */
export const notedErasure = z.object({
  person: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
});
export type NotedErasure = z.infer<typeof notedErasure>;

/** Beside the folder and not in it: who moves the folder aside leaves it where it is. */
export const erasuresFile = (folder: string): string => `${folder.replace(/\/+$/, "")}.erasures.jsonl`;

/** In a copy. */
export const erasuresName = "erasures.jsonl";

/** Puts what a copy brought beside the folder with what is there already; everybody who was erased. */
export function bringErasures(folder: string): readonly NotedErasure[] {
  const brought = join(folder, erasuresName);
  const all = readErasures(brought, erasuresFile(folder));
  rmSync(brought, { force: true });
  if (all.length > 0)
    writeFileSync(erasuresFile(folder), all.map((one) => `${JSON.stringify(one)}\n`).join(""), {
      mode: 0o600,
    });
  return all;
}

/** Adds a line. */
export const noteErasure = (folder: string, one: NotedErasure): void =>
  appendFileSync(erasuresFile(folder), `${JSON.stringify(one)}\n`, { mode: 0o600 });

/** Everybody who was erased, by these files; a line that was cut off by a kill is left out. */
function readErasures(...files: readonly string[]): readonly NotedErasure[] {
  const lines = files.flatMap((file) => (existsSync(file) ? readFileSync(file, "utf8").split("\n") : []));
  const read = lines.flatMap((line) => {
    try {
      return [notedErasure.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  return [...new Map(read.map((one) => [one.person, one])).values()];
}
