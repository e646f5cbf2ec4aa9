import * as z from "zod";
import { instant, keyed } from "./item-parts.ts";

/** For which days (both with them) a case funds a person; the key is an HMAC and names nobody. */
export const fundedItem = z.object({ ...keyed, ref: z.string(), from: z.string(), to: z.string() });

/** The latest code to sign in with: when codes were sent in the last hour, how often this one was tried, and its use. */
export const signInItem = z.object({
  ...keyed,
  email: z.string(),
  nonce: z.string(),
  sentAt: instant,
  sent: z.array(instant),
  tries: z.number(),
  usedAt: instant.optional(),
  version: z.number(),
});
export type SignInItem = z.infer<typeof signInItem>;

/** Somebody who is signed in, until when. */
export const sessionItem = z.object({
  ...keyed,
  email: z.string(),
  beganAt: instant,
  until: instant,
  endedAt: instant.optional(),
});
