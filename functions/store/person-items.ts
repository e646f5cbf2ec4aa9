import * as z from "zod";
import { linked } from "../../workflows/kernel/link.ts";
import { instant, keyed } from "./item-parts.ts";

/** For which days (both with them) a case funds a person; the key is an HMAC and names nobody. */
export const fundedItem = z.object({ ...keyed, ref: z.string(), from: z.string(), to: z.string() });

/** What a process gave to others about a person or a school; the key is an HMAC and names nobody. */
export const linkedItem = linked.extend(keyed);

/** The latest code to sign in with in one browser: when codes were sent in the last hour, how often this one was tried, and its use. */
export const signInItem = z.object({
  ...keyed,
  /** Absent where nobody with that address takes part: then nothing was mailed, and no code opens anything. */
  email: z.string().optional(),
  nonce: z.string(),
  sentAt: instant,
  sent: z.array(instant),
  tries: z.number(),
  usedAt: instant.optional(),
  version: z.number(),
});
export type SignInItem = z.infer<typeof signInItem>;

/** The papers that somebody signs together by one code: which versions they were shown, and how far that has come. */
export const signingItem = z.object({
  ...keyed,
  nonce: z.string(),
  papers: z.array(z.object({ ...keyed, version: z.number() })),
  sentAt: instant,
  /** When codes were sent in the last hour. */
  sent: z.array(instant),
  tries: z.number(),
  confirmedAt: instant.optional(),
  /** So many of the papers were taken, one after the other. */
  taken: z.number(),
  /** Why one was not signed, by its number. */
  faults: z.record(z.string(), z.enum(["outdated", "expired", "gone", "failed"])),
  version: z.number(),
});
export type SigningItem = z.infer<typeof signingItem>;

/** Why somebody puts an answer right, as far as they have typed it. */
export const correctingItem = z.object({ ...keyed, reason: z.string() });

/** When codes were mailed to an address for browsers that were not known, in the last hour. */
export const strangersItem = z.object({ ...keyed, sent: z.array(instant), version: z.number() });

/** Every session of an address that began before this instant has ended. */
export const sessionsItem = z.object({ ...keyed, endedBefore: instant });

/** The account of the provider (its issuer and `sub`, as an HMAC) that an address is bound to, and the address of an account. */
export const boundItem = z.object({ ...keyed, subject: z.string(), boundAt: instant });
export const subjectItem = z.object({ ...keyed, email: z.string(), boundAt: instant });

/** Somebody who is signed in, until when. */
export const sessionItem = z.object({
  ...keyed,
  email: z.string(),
  /** Opens the console too. */
  isStaff: z.boolean().optional(),
  beganAt: instant,
  until: instant,
  endedAt: instant.optional(),
});
