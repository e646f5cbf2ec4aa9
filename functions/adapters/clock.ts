/** The only source of time, so that on a laptop a year can pass in a second. */
export interface Clock {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
