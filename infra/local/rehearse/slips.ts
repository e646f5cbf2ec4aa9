import { appendFileSync, existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { Place } from "../../../workflows/kernel/heard.ts";

/**
 * The sheets of codes that were handed out: the product shows them once, so a rehearsal that was killed has to know them, also one
 * that was killed when everything had been played. They go with the folder of the rehearsal.
 */
export interface Slips {
  readonly note: (call: string, place: Place, codes: readonly string[]) => void;
  readonly codesOf: (call: string, place: Place) => readonly string[];
}

const sheet = z.object({
  call: z.string(),
  school: z.string(),
  group: z.string(),
  codes: z.array(z.string()),
});

const keyOf = (call: string, { school, group }: Place): string => JSON.stringify([call, school, group]);

export function openSlips(path: string): Slips {
  const sheets = new Map<string, readonly string[]>();
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  for (const line of lines) {
    const read = readLine(line);
    if (read) sheets.set(keyOf(read.call, read), read.codes);
  }
  return {
    note: (call, { school, group }, codes) => {
      appendFileSync(path, `${JSON.stringify({ call, school, group, codes })}\n`, { mode: 0o600 });
      sheets.set(keyOf(call, { school, group }), codes);
    },
    codesOf: (call, place) => sheets.get(keyOf(call, place)) ?? [],
  };
}

/** The last line may have been cut off by a kill: then the codes are made anew. */
function readLine(line: string): z.infer<typeof sheet> | undefined {
  try {
    return sheet.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
