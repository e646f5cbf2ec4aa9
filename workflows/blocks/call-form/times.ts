import * as z from "zod";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";

function isLocalTime(given: string): boolean {
  try {
    vilniusInstant(given);
    return true;
  } catch {
    return false;
  }
}

/** A time in Lithuania, as people write it into a call's file. */
const localTime = z.string().refine(isLocalTime, {
  error: ({ input }) => `expected a local time such as 2027-03-01T23:59:59, found ${JSON.stringify(input)}`,
});

/** From when until when applications are taken. */
export const callTimes = { opens: localTime, closes: localTime };
