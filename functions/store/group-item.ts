import * as z from "zod";
import { instant, keyed, pendable, staffName } from "./item-parts.ts";

const room = z.object({ name: z.string(), beds: z.number(), sleepers: z.array(z.string()) });
export type Room = z.infer<typeof room>;

/**
 * People of a call who travel together. Who belongs to the group stands in their entries, so that a case is in one group
 * at most.
 */
export const groupItem = z.object({
  ...keyed,
  ...pendable,
  callId: z.string(),
  number: z.number(),
  name: z.string(),
  country: z.string(),
  tickets: z.enum(["own", "agency"]),
  meeting: z.string().optional(),
  /** The case of whoever leads it; that case may have fallen away since. */
  leader: z.string(),
  /** Every case that was ever put into it, to be looked at: its own entry says whether it still is. */
  refs: z.array(z.string()),
  rooms: z.array(room),
  /** Goes up with every change, so that of two who change at once one is told to look again. */
  version: z.number(),
  /** Goes up with every change that members are told of. */
  news: z.number(),
  madeAt: instant,
  madeBy: staffName,
  changedAt: instant,
  changedBy: staffName,
  dissolvedAt: instant.optional(),
});
export type Group = z.infer<typeof groupItem>;
