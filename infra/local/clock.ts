import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import type { Clock } from "../../functions/adapters/clock.ts";
import { readKept, writeKept, writeOften } from "./kept-file.ts";

/** The time of the embedded default, which can be moved forward and never goes back, not even across restarts. */
export interface LocalClock extends Clock {
  /** The same instant in milliseconds since 1970, as the engine reads it. */
  readonly millis: () => number;
  /** Moves to an instant (milliseconds since 1970); one that has passed changes nothing. */
  readonly moveTo: (millis: number) => void;
  /** Writes down how late it is, so that the next start is not earlier. */
  readonly keep: () => void;
}

/** What the file of a clock holds. */
export const keptClock = z.object({
  /** How far ahead of the machine's clock, in milliseconds. */
  ahead: z.number(),
  /** The latest instant that was written down, in milliseconds since 1970. */
  reached: z.number(),
});

/** A machine's clock that was set back is followed again only when it has caught up. */
export function liveClock(file: string, machine: () => number = Date.now): LocalClock {
  const before = read(file);
  let { ahead } = before;
  let latest = before.reached;
  const millis = (): number => {
    latest = Math.max(latest, machine() + ahead);
    return latest;
  };
  const keep = (): void => writeKept(file, { ahead, reached: millis() });
  const live = clock(millis, keep, (to) => {
    if (to <= millis()) return;
    ahead = to - machine();
    keep();
  });
  return { ...live, rest: (time) => setTimeout(time) };
}

/** Stands still until it is moved. With a file it goes on where the last one on that file stood. */
export function stillClock(start: string, file?: string): LocalClock {
  let at = Math.max(Date.parse(start), file === undefined ? 0 : read(file).reached);
  const keep = (): void => {
    if (file !== undefined) writeOften(file, { ahead: 0, reached: at });
  };
  return clock(
    () => at,
    keep,
    (to) => {
      if (to <= at) return;
      at = to;
      keep();
    },
  );
}

const clock = (millis: () => number, keep: () => void, moveTo: (to: number) => void): LocalClock => ({
  now: () => new Date(millis()).toISOString(),
  real: () => new Date().toISOString(),
  millis,
  moveTo,
  keep,
});

/** No file is a clock that was never moved. */
const read = (file: string): z.infer<typeof keptClock> =>
  readKept(file, keptClock) ?? { ahead: 0, reached: 0 };
