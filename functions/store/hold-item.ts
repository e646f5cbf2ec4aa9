import * as z from "zod";
import { instant, keyed, staffName } from "./item-parts.ts";

/**
 * What was said of a payment that may have been made before the table was set back. `told`: something beside the table tells so;
 * `paid`: finance says that it was; `confirmed`: a second person says so too; `released`: finance says that it was not.
 */
const word = z.object({
  what: z.enum(["told", "paid", "confirmed", "released"]),
  at: instant,
  by: staffName,
  /** For whom they stood in, and who had put them there, where they did: e-mail addresses, lower case. */
  standingFor: z.array(z.string()).optional(),
  /** Which payment it is about (functions/payments/attempt.ts); without it whichever the state asks for next. */
  id: z.string().optional(),
  /** Of `told`: what tells so, and when that happened, where it is known. */
  source: z.enum(["mail", "log"]).optional(),
  happenedAt: instant.optional(),
  reason: z.string().optional(),
  /** `YYYY-MM-DD`. */
  paidOn: z.string().optional(),
});
export type HoldWord = z.infer<typeof word>;

/** That a payment may have been made already, and what people decided on it; the last word counts, and none is ever changed. */
export const holdItem = z.object({
  ...keyed,
  /** The state of the case that asks for it. */
  state: z.string(),
  words: z.array(word).min(1),
  /** How many words there are. */
  count: z.number(),
});
export type Hold = z.infer<typeof holdItem>;
