import * as z from "zod";
import { instant, keyed } from "./item-parts.ts";

/** A time of a call that somebody has booked. */
export const slotItem = z.object({
  ...keyed,
  /** Local minute, and the name of who is there. */
  starts: z.string(),
  by: z.string(),
  /** The case that has it; without it nobody does any more. */
  ref: z.string().optional(),
  /** Until when it is only claimed. */
  until: instant.optional(),
  version: z.number(),
});
