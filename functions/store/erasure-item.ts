import * as z from "zod";
import { instant, keyed } from "./item-parts.ts";

/** That somebody was erased: whom, an HMAC says, and nothing else. */
export const erasureItem = z.object({
  ...keyed,
  at: instant,
  /** Who did it, and on what ground, as they put it. */
  by: z.string(),
  reason: z.string(),
  /** What stands in the place of the person, until all is done and whenever it is done again. */
  standIn: z.object({ name: z.string(), address: z.string(), account: z.string() }),
  /** Their cases. */
  refs: z.array(z.string()),
  doneAt: instant.optional(),
});
export type Erasure = z.infer<typeof erasureItem>;
