/** The only source of time, so that on a laptop a year can pass in a second. */
export interface Clock {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string;
  /** Where `now` can be moved: the instant as it is outside. */
  real?(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
