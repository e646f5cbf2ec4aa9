import * as z from "zod";
import { instant, keyed, pendable } from "./item-parts.ts";

/** What is found out of a whole call, where that takes more than a request may. */
export const findingKinds = ["audit", "reviewers", "silent", "trial"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What was found out last, and whether it is being found out anew. */
export const findingItem = z.object({
  ...keyed,
  ...pendable,
  kind: z.enum(findingKinds),
  /** What is asked: a trial's changes; nothing otherwise. */
  said: z.string(),
  askedAt: instant,
  /** As of when, and what was asked then. */
  at: instant.optional(),
  of: z.string().optional(),
  found: z.unknown().optional(),
  /** It could not be found out. */
  failed: z.boolean().optional(),
});
export type FindingItem = z.infer<typeof findingItem>;
