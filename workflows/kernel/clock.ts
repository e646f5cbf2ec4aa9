import { Temporal } from "temporal-polyfill";
import type { CaseFile } from "./case-file.ts";
import { deadline, localDay, vilniusInstant } from "./facts/calendar.ts";
import { iso } from "./facts/instants.ts";
import { nameToday, stateNamed } from "./moved.ts";
import type { Process } from "./process.ts";
import type { Asking, State } from "./states.ts";

/**
 * The instants at which the machine wakes in a state, by state name: reminders, then the end.
 * States that time alone leads to are told ahead, because no function runs in between.
 */
export type Clocks = Readonly<Record<string, readonly string[]>>;

/** Computes the clocks of a state that the case enters at `now` (ISO, UTC). */
export const clocksOf = (process: Process<string>, name: string, file: CaseFile, now: string): Clocks =>
  clocksAlong(process, roadFrom(process, name), file, now);

/** A state, and those that time alone leads to from there. */
export function roadFrom(process: Process<string>, name: string): readonly string[] {
  const state = stateNamed(process, name);
  return state?.kind === "until" ? [name, ...roadFrom(process, state.next)] : [name];
}

/** The clocks of a road as a machine goes it, under its names: they may be those of a definition before this one. */
export function clocksAlong(
  process: Process<string>,
  [name, ...onward]: readonly string[],
  file: CaseFile,
  now: string,
): Clocks {
  if (name === undefined) return {};
  const state = stateNamed(process, name);
  const own = clockIn(state, file, now);
  if (own === undefined) return nameToday(process, name) === name ? {} : { [name]: [aDayAfter(now)] };
  const instant = own.at(-1) ?? now;
  return state?.kind === "until"
    ? { [name]: own, ...clocksAlong(process, onward, file, instant > now ? instant : now) }
    : { [name]: own };
}

/**
 * A machine that counts on a clock where none is needed today finds out on entering that its road goes another way; until then it has
 * to be kept from failing.
 */
const aDayAfter = (now: string): string => iso(Temporal.Instant.from(now).add({ hours: 24 }));

function clockIn(
  state: State<string> | undefined,
  file: CaseFile,
  now: string,
): readonly string[] | undefined {
  switch (state?.kind) {
    case "ask":
    case "each":
      return arms(state, file, now);
    case "all": {
      const [first] = Object.values(state.parts);
      return first && arms(first, file, now);
    }
    case "await":
      return state.instant && [state.instant(file, now)];
    case "until":
      return [state.instant(file, now)];
    default:
      return undefined;
  }
}

/**
 * Reminders at nine in the morning of their day, as far as they come before the end and before what the question prepares for; then
 * the end itself. Where a case leaves so little time that none would come, there is one on the last morning.
 */
function arms({ within, remind, ahead }: Asking, file: CaseFile, now: string): string[] {
  const opened = Temporal.Instant.from(now);
  const due = typeof within === "function" ? within(file, now) : iso(deadline(within, opened));
  const begins = ahead?.of(file, now);
  const limit = begins !== undefined && begins < due ? begins : due;
  const eves = begins === undefined ? [] : (ahead?.days ?? []).map((days) => daysBefore(begins, days));
  const planned = [...remind.map((span) => localDay(deadline(span, opened))), ...eves].map(morning);
  const inTime = (instants: readonly string[]) =>
    [...new Set(instants)].filter((instant) => instant < limit && instant > now).toSorted();
  const reminders = inTime(planned);
  const isShort = typeof within === "function" && planned.length > 0 && reminders.length === 0;
  return [...(isShort ? inTime([morning(localDay(justBefore(limit)))]) : reminders), due];
}

const daysBefore = (instant: string, days: number): Temporal.PlainDate =>
  localDay(Temporal.Instant.from(instant)).subtract({ days });

const justBefore = (instant: string): Temporal.Instant =>
  Temporal.Instant.from(instant).subtract({ seconds: 1 });

/**
 * The instants at which a question wakes that has until `due` in place of `was`: its reminders moved by as much as its
 * end, as far as they are still ahead of `now`; then the new end. All are ISO, UTC.
 */
export function laterArms(
  { remind }: Pick<Asking, "remind">,
  { openedAt, was, due }: { readonly openedAt: string; readonly was: string; readonly due: string },
  now: string,
): readonly string[] {
  const opened = Temporal.Instant.from(openedAt);
  const moved = Temporal.Instant.from(was).until(Temporal.Instant.from(due));
  const reminders = remind.map((span) => morning(localDay(deadline(span, opened).add(moved))));
  return [...reminders.filter((reminder) => reminder < due && reminder > now), due];
}

const morning = (day: Temporal.PlainDate): string => iso(vilniusInstant(`${day}T09:00`));
