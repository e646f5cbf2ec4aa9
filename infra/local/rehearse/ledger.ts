import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import type { Item } from "../../../functions/adapters/table.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf, refOfCall, registrationKey, registrationPrefix } from "../../../functions/store/keys.ts";
import { type Registration, registrationItem } from "../../../functions/store/seat-items.ts";
import { openQuestions, type Questions } from "./questions.ts";
import { openSlips, type Slips } from "./slips.ts";

/** What the portal says of the fields that a form refuses. */
export const problems = z
  .array(
    z.object({
      field: z.string(),
      problem: z.string(),
      limit: z.union([z.number(), z.string()]).exactOptional(),
      with: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
      at: z.object({ row: z.number(), column: z.string().exactOptional() }).exactOptional(),
    }),
  )
  .exactOptional();

/** How the portal answered somebody's application. */
const result = z.object({
  /** The call that is rehearsed, and the line of its file of people. */
  call: z.string(),
  line: z.number(),
  /** The call that was applied to. */
  to: z.string(),
  /** `stored`, `duplicate`, or the problem for which it was refused. */
  outcome: z.string(),
  ref: z.string().optional(),
  /** Of who registered for seats: whose seats, under which identifier and number, and whether an offer is confirmed. */
  seat: z.object({ pk: z.string(), id: z.string(), number: z.number(), confirms: z.boolean() }).optional(),
  /** Where its form refused it. */
  problems,
});
export type ApplicationResult = z.infer<typeof result>;

/** What a rehearsal knows besides the table: who has applied with what answer, what was opened, what was written. */
export interface Ledger {
  readonly resultOf: (call: string, line: number) => ApplicationResult | undefined;
  readonly results: () => readonly ApplicationResult[];
  readonly noteApplication: (noted: ApplicationResult) => void;
  readonly noteItem: (item: Item) => void;
  readonly noteWrite: (ref: string) => void;
  /** Questions and waits opened since the last time somebody asked. */
  readonly takeOpened: () => Task[];
  /** Seats that were offered since then to those who confirm. */
  readonly takeOffered: () => readonly ApplicationResult[];
  readonly endedCount: () => number;
  /** Which of these calls have not ended, and which cases that somebody applied with, each with where it stands. */
  readonly goingOn: (calls: readonly string[]) => readonly string[];
  /** Where a case stands or how it ended. */
  readonly stateOf: (ref: string) => string | undefined;
  /** What the call has decided about a case. */
  readonly decisionOf: (ref: string) => unknown;
  /** The cases of a call, in the order of their refs. */
  readonly casesOf: (callId: string) => readonly string[];
  readonly writesOf: (ref: string) => number;
  /** Who was asked how a form was. */
  readonly questions: Questions;
  /** The codes that were handed out. */
  readonly slips: Slips;
}

const entry = z.object({
  pk: z.string(),
  ref: z.string(),
  state: z.string(),
  ended: z.boolean(),
  decision: z.unknown().optional(),
});

/** Opens the ledger on a file with one line an application, so that a killed rehearsal knows what was answered. */
export function openLedger(path: string): Ledger {
  const results = new Map<string, ApplicationResult>();
  const keyOf = (call: string, line: number) => `${call} ${line}`;
  for (const line of existsSync(path) ? readFileSync(path, "utf8").split("\n") : []) {
    const read = readLine(line);
    if (read) results.set(keyOf(read.call, read.line), read);
  }
  const writes = new Map<string, number>();
  const entries = new Map<string, z.infer<typeof entry>>();
  const ended = new Set<string>();
  const endedCalls = new Set<string>();
  let opened = new Map<string, Item>();
  const offered = new Map<string, Registration>();
  const questions = openQuestions();
  return {
    resultOf: (call, line) => results.get(keyOf(call, line)),
    results: () => [...results.values()],
    noteApplication: (noted) => {
      appendFileSync(path, `${JSON.stringify(noted)}\n`);
      results.set(keyOf(noted.call, noted.line), noted);
    },
    noteItem: (item) => {
      const { pk, sk } = item;
      if (typeof pk !== "string" || typeof sk !== "string") return;
      questions.note(item);
      const stands = sk.startsWith("entry#") ? entry.safeParse(item).data : undefined;
      if (stands) entries.set(stands.ref, stands);
      if (stands?.ended) ended.add(stands.ref);
      if (pk.startsWith("call#") && sk === "head" && item.endedAt !== undefined) endedCalls.add(idOf(pk));
      const registration = sk.startsWith(registrationPrefix) ? registrationItem.parse(item) : undefined;
      if (registration?.stand === "offered") offered.set(`${pk} ${sk}`, registration);
      else if (registration) offered.delete(`${pk} ${sk}`);
      if (!sk.startsWith("task#")) return;
      if (item.status === "open") opened.set(`${pk} ${sk}`, item);
      else opened.delete(`${pk} ${sk}`);
    },
    noteWrite: (ref) => writes.set(ref, (writes.get(ref) ?? 0) + 1),
    takeOpened: () => {
      const tasks = [...opened.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, item]) => taskItem.parse(item));
      opened = new Map();
      return tasks;
    },
    takeOffered: () => {
      const those = [...offered.values()];
      offered.clear();
      return [...results.values()].filter(
        ({ seat }) =>
          seat?.confirms &&
          those.some(
            ({ pk, sk, number }) =>
              pk === seat.pk && sk === registrationKey(pk, seat.id).sk && number === seat.number,
          ),
      );
    },
    endedCount: () => ended.size,
    goingOn: (calls) => [
      ...calls.filter((id) => !endedCalls.has(id)).map(refOfCall),
      ...[...results.values()].flatMap(({ ref }) =>
        ref === undefined || ended.has(ref) ? [] : [`${ref} (${entries.get(ref)?.state ?? "not begun"})`],
      ),
    ],
    stateOf: (ref) => entries.get(ref)?.state,
    decisionOf: (ref) => entries.get(ref)?.decision,
    casesOf: (callId) =>
      [...entries.values()].flatMap(({ pk, ref }) => (pk === refOfCall(callId) ? [ref] : [])).sort(),
    questions,
    writesOf: (ref) => writes.get(ref) ?? 0,
    slips: openSlips(join(dirname(path), `slips-of-${basename(path)}`)),
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
