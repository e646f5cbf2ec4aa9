import type { StatesField } from "./analysis.ts";

/** What expressions of a state see: variables as they were on entry, and `$states`. */
export interface Environment {
  /** The value of a workflow variable, `undefined` when none of that name has been assigned. */
  variable(name: string): unknown;
  /** A part of `$states`, `undefined` where the state has none. */
  states(field: StatesField): unknown;
}
