import { appendFileSync, existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { Item } from "../../../functions/adapters/table.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import type { PersonRow } from "./people-file.ts";
import type { Answered } from "./play.ts";

/** How the portal answered somebody's application. */
const result = z.object({
  line: z.number(),
  outcome: z.enum(["stored", "late", "duplicate"]),
  ref: z.string().optional(),
});
export type ApplicationResult = z.infer<typeof result>;

/** What a rehearsal knows besides the table: who has applied with what answer, what was opened, what was written. */
export interface Ledger {
  readonly resultOf: (line: number) => ApplicationResult | undefined;
  /** `isAgain`: its address has applied before. */
  readonly noteApplication: (person: PersonRow, answered: Answered, isAgain: boolean) => ApplicationResult;
  readonly noteItem: (item: Item) => void;
  readonly noteWrite: (ref: string) => void;
  /** Questions and waits opened since the last time somebody asked. */
  readonly takeOpened: () => Task[];
  readonly endedCount: () => number;
  /** Have all these cases and the call ended? */
  readonly isOver: (cases: number) => boolean;
  readonly writesOf: (ref: string) => number;
}

/** Opens the ledger on a file with one line an application, so that a killed rehearsal knows what was answered. */
export function openLedger(path: string): Ledger {
  const results = new Map<number, ApplicationResult>();
  for (const line of existsSync(path) ? readFileSync(path, "utf8").split("\n") : []) {
    const read = readLine(line);
    if (read) results.set(read.line, read);
  }
  const writes = new Map<string, number>();
  const ended = new Set<string>();
  let callOver = false;
  let opened = new Map<string, Task>();
  return {
    resultOf: (line) => results.get(line),
    noteApplication: (person, answered, isAgain) => {
      const answer = outcomeOf(person, answered);
      const noted: ApplicationResult = {
        line: person.line,
        ...(isAgain && answer.outcome === "stored" ? { outcome: "duplicate" } : answer),
      };
      appendFileSync(path, `${JSON.stringify(noted)}\n`);
      results.set(person.line, noted);
      return noted;
    },
    noteItem: (item) => {
      const { pk, sk } = item;
      if (typeof pk !== "string" || typeof sk !== "string") return;
      if (sk.startsWith("entry#") && item.ended === true) ended.add(sk);
      if (pk.startsWith("call#") && sk === "head" && item.endedAt !== undefined) callOver = true;
      if (!sk.startsWith("task#")) return;
      const task = taskItem.parse(item);
      if (task.status === "open") opened.set(`${pk} ${sk}`, task);
      else opened.delete(`${pk} ${sk}`);
    },
    noteWrite: (ref) => writes.set(ref, (writes.get(ref) ?? 0) + 1),
    takeOpened: () => {
      const tasks = [...opened.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, task]) => task);
      opened = new Map();
      return tasks;
    },
    endedCount: () => ended.size,
    isOver: (cases) => callOver && ended.size >= cases,
    writesOf: (ref) => writes.get(ref) ?? 0,
  };
}

/** The last line may have been cut off by a kill: then that person applies again, and the portal knows the draft. */
function readLine(line: string): ApplicationResult | undefined {
  try {
    return result.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

const stored = z.object({ ref: z.string() });
const problem = z.object({ code: z.literal("late") });

function outcomeOf(person: PersonRow, { status, body }: Answered): Omit<ApplicationResult, "line"> {
  const taken = stored.safeParse(body);
  if (status < 300 && taken.success) return { outcome: "stored", ref: taken.data.ref };
  const refused = problem.safeParse(body);
  if (refused.success) return { outcome: refused.data.code };
  throw new Error(
    `line ${person.line}: the portal refused the application with ${status}: ${JSON.stringify(body)}`,
  );
}
