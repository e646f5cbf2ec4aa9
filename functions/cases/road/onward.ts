import { type Clocks, clocksAlong, roadFrom } from "../../../workflows/kernel/clock.ts";
import { namesOf, stateNamed } from "../../../workflows/kernel/moved.ts";
import { askingOf, isWide, waysOf } from "../../../workflows/kernel/states.ts";
import type { Task } from "../../store/items.ts";
import type { MachineSaid } from "../../store/machine-said.ts";
import type { LoadedCase } from "../load.ts";

type Case = Pick<LoadedCase, "process" | "file">;

/** Where a machine stands, and what it said of itself there; one that began before machines did so says nothing. */
export interface Standing {
  readonly state: string;
  readonly machine?: MachineSaid | undefined;
}

/** Where an outcome leads by the definition of today. */
export function wayToday({ process }: Pick<Case, "process">, state: string, outcome: string) {
  const definition = stateNamed(process, state);
  return definition && waysOf(definition)[outcome];
}

/**
 * The clocks with which a machine goes on by an outcome, under the names that it has for what comes next: it may have begun by a
 * definition before this one. `undefined` where it has no such way, so that the road can go on by the definition of today only.
 */
export function clocksOnward(
  loaded: Case,
  { state, machine }: Standing,
  outcome: string,
  now: string,
): Clocks | undefined {
  const { process, file } = loaded;
  if (machine?.kind === "each" || machine?.kind === "all") return {};
  if (machine) {
    const road = machine.ways[outcome];
    return road && clocksAlong(process, road, file, now);
  }
  const next = wayToday(loaded, state, outcome);
  return next === undefined
    ? {}
    : underEveryName(loaded, clocksAlong(process, roadFrom(process, next), file, now));
}

/** A machine that does not say how it calls what comes next finds it under each of its names. */
const underEveryName = ({ process }: Case, clocks: Clocks): Clocks =>
  Object.fromEntries(
    Object.entries(clocks).flatMap(([name, clock]) => namesOf(process, name).map((known) => [known, clock])),
  );

/** Does a state still ask what this task asks, or wait as it waits? A state that was taken out leads to another. */
export function isStillAsked({ process }: Pick<Case, "process">, task: Task): boolean {
  const state = stateNamed(process, task.state);
  if (task.kind === "ask") return askingOf(state, task.part)?.form.id === task.form;
  return state?.kind === "await" || state?.kind === "until" || isWide(state);
}

/** Whom several are, where they are asked at once: the step before named them. */
export function partsOf({ records }: LoadedCase): { readonly parts?: string[] } {
  const parts = records.toSorted((a, b) => a.visit - b.visit).at(-1)?.parts ?? [];
  return parts.length > 0 ? { parts } : {};
}
