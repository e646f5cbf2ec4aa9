import { setTimeout } from "node:timers/promises";

/** The only source of time, so that on a laptop a year can pass in a second. */
export interface Clock {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string;
  /** Where `now` can be moved: the instant as it is outside. */
  real?(): string;
  /** Passes when so many milliseconds have; absent where time passes only when it is moved. */
  rest?(millis: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  rest: (millis) => setTimeout(millis),
};
