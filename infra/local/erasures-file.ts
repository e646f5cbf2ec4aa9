import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { addressIdOf } from "../../functions/links.ts";

/** That somebody was erased, as it is kept beside a data folder: no restore of the folder takes it back. */
const noted = z.object({ person: z.string(), at: z.string(), by: z.string(), reason: z.string() });
export type NotedErasure = z.infer<typeof noted>;

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

/** Adds a line. `person` is an HMAC of the address: by it a copy of the data is looked through, and it names nobody. */
export function noteErasure(
  folder: string,
  secret: string,
  email: string,
  ground: { readonly by: string; readonly reason: string },
  at: string,
): void {
  const line: NotedErasure = { person: addressIdOf(secret, email.trim()), at, ...ground };
  appendFileSync(erasuresFile(folder), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

/** Everybody who was erased, by these files; a line that was cut off by a kill is left out. */
function readErasures(...files: readonly string[]): readonly NotedErasure[] {
  const lines = files.flatMap((file) => (existsSync(file) ? readFileSync(file, "utf8").split("\n") : []));
  const read = lines.flatMap((line) => {
    try {
      return [noted.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  return [...new Map(read.map((one) => [one.person, one])).values()];
}
