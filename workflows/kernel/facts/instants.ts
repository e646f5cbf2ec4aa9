import type { Temporal } from "temporal-polyfill";

/** Instants are compared as text, so all of them are written the same way. */
export const iso = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();
