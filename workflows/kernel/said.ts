import { roadFrom } from "./clock.ts";
import type { Process } from "./process.ts";
import { type State, waysOf } from "./states.ts";

/**
 * What a machine says of itself with each call, so that the functions of a later day know how it goes on: a running execution keeps
 * the definition that it began with. Version 0 is that of machines that began before any of this was said; a field is added
 * with a new version and never taken away. `functions/steps/said.ts` reads every version.
 */
const saidVersion = 1;

export type Said = ReturnType<typeof saidIn>;

/** What it says in a state: its kind, the words that may break in, and where each way leads, with what time alone leads to from there. */
export const saidIn = (process: Process<string>, name: string, state: State<string>) => ({
  version: saidVersion,
  kind: state.kind,
  ways: Object.fromEntries(Object.entries(waysOf(state)).map(([way, to]) => [way, roadFrom(process, to)])),
  words: Object.entries(process.interruptions)
    .filter(([, { during }]) => during.includes(name))
    .map(([word]) => word),
});
