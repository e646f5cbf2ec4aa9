import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { readKept } from "../../../../infra/local/kept-file.ts";
import { endOf, type RehearsalFolder, rowsOf, startRehearsal } from "./run-rehearsal.ts";
import type { Chance } from "./seeded.ts";

/** A rehearsal that is killed again and again, and begun again each time, until it ends. */

/** One kill: where in a life it came, and how far the rehearsal was. */
export interface Kill {
  /** Was the process still opening what the one before had left? */
  readonly during: "start" | "play";
  /** Milliseconds since the process was started, or since time first passed in it. */
  readonly after: number;
  /** The virtual instant that had been reached, ISO 8601 in UTC; none before anything was kept. */
  readonly reached: string | undefined;
}

interface Killing {
  readonly kills: number;
  readonly chance: Chance;
  /** The longest life, in milliseconds after time first passed. */
  readonly longest: number;
}

/** A start takes about so long, in milliseconds. */
const startMillis = 1200;

/**
 * Starts a rehearsal and kills it (SIGKILL) at a random moment, so many times; then lets it end. One kill in five
 * comes while the process starts, the others after time has begun to pass in it. A rehearsal that ends before its
 * next kill leaves the rest out.
 */
export async function killAndEnd(
  files: RehearsalFolder,
  { kills, chance, longest }: Killing,
): Promise<readonly Kill[]> {
  const done: Kill[] = [];
  while (done.length < kills) {
    const during = chance.percent(20) ? "start" : "play";
    const after = chance.whole(0, during === "start" ? startMillis : longest);
    const before = clockTouched(files);
    const child = startRehearsal(files);
    let isOver = false;
    const end = endOf(child).finally(() => {
      isOver = true;
    });
    while (during === "play" && !isOver && clockTouched(files) === before) await pause(5);
    await Promise.race([pause(after), end]);
    child.kill("SIGKILL");
    if ((await end) === 0) return done;
    done.push({ during, after, reached: reached(files) });
  }
  const code = await endOf(startRehearsal(files));
  if (code !== 0) throw new Error("the last start was killed by somebody else");
  return done;
}

const clockFile = ({ out }: RehearsalFolder): string => join(out, ".unfinished", "clock.json");

const clockTouched = (files: RehearsalFolder): number | undefined =>
  statSync(clockFile(files), { throwIfNoEntry: false })?.mtimeMs;

const clock = z.object({ reached: z.number() });

function reached(files: RehearsalFolder): string | undefined {
  const kept = readKept(clockFile(files), clock);
  return kept && new Date(kept.reached).toISOString();
}

/**
 * Which mails were sent, each with how often: the round of a mail is the how-manieth of its template it is for one
 * recipient of one case. Two rehearsals with the same list sent each mail (case, template, recipient, round) as
 * often.
 */
export function mailsOf(files: RehearsalFolder): readonly string[] {
  const rounds = new Map<string, number>();
  return rowsOf(files, "mails.csv")
    .map(({ applicant = "", role = "", template = "", sent_at = "" }) => {
      const key = `${applicant}, ${role}, ${template}`;
      rounds.set(key, (rounds.get(key) ?? 0) + 1);
      return `${key}, round ${rounds.get(key)}, ${sent_at}`;
    })
    .sort();
}
