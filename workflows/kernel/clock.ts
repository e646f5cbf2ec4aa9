import { Temporal } from "temporal-polyfill";
import { deadline, localDay, vilniusInstant } from "../facts/calendar.ts";
import type { CaseFile } from "./case-file.ts";
import type { Span } from "./duration.ts";
import type { Process } from "./process.ts";
import type { Asking, Due, State } from "./states.ts";

/**
 * The instants at which the machine wakes in a state, by state name: reminders, then the end.
 * States that time alone leads to are told ahead, because no function runs in between.
 */
export type Clocks = Readonly<Record<string, readonly string[]>>;

/** Computes the clocks of a state that the case enters at `now` (ISO, UTC). */
export function clocksOf(process: Process<string>, name: string, file: CaseFile, now: string): Clocks {
  const states: Readonly<Record<string, State<string>>> = process.states;
  const state = states[name];
  switch (state?.kind) {
    case "ask":
    case "each":
      return { [name]: arms(state.within, state.remind, file, now) };
    case "all": {
      const [first] = Object.values(state.parts);
      return first ? { [name]: arms(first.within, first.remind, file, now) } : {};
    }
    case "await":
      return state.instant ? { [name]: [state.instant(file, now)] } : {};
    case "until": {
      const instant = state.instant(file, now);
      const then = instant > now ? instant : now;
      return { [name]: [instant], ...clocksOf(process, state.next, file, then) };
    }
    default:
      return {};
  }
}

/** Reminders at nine in the morning of their day, as far as they come before the end; then the end itself. */
function arms(within: Span | Due, remind: readonly Span[], file: CaseFile, now: string): string[] {
  const opened = Temporal.Instant.from(now);
  const due = typeof within === "function" ? within(file, now) : iso(deadline(within, opened));
  const reminders = remind.map((span) => iso(morningOf(deadline(span, opened))));
  return [...reminders.filter((reminder) => reminder < due && reminder > now), due];
}

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
  const reminders = remind.map((span) => iso(morningOf(deadline(span, opened).add(moved))));
  return [...reminders.filter((reminder) => reminder < due && reminder > now), due];
}

const morningOf = (instant: Temporal.Instant): Temporal.Instant =>
  vilniusInstant(`${localDay(instant)}T09:00`);

/** Instants are compared as text, so all of them are written the same way. */
export const iso = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "millisecond" });
