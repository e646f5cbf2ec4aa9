import * as z from "zod";
import { instant, keyed, language, values } from "./item-parts.ts";

/** A file that was uploaded, and what came of looking at it. */
export const uploadItem = z.object({
  ...keyed,
  id: z.string(),
  field: z.string(),
  status: z.enum(["released", "refused", "removed"]),
  type: z.enum(["pdf", "jpeg", "png", "adoc", "asice"]).optional(),
  bytes: z.number(),
  fault: z.enum(["empty", "tooLarge", "malware", "otherType", "damaged", "locked", "late"]).optional(),
  at: instant,
});
export type Upload = z.infer<typeof uploadItem>;

/** The page of one day in a case's diary, with what stood there before. */
export const diaryItem = z.object({
  ...keyed,
  day: z.string(),
  values,
  at: instant,
  changedAt: instant,
  earlier: z.array(z.object({ values, at: instant })),
  /** How often it was written. */
  version: z.number(),
});

/** An application that is being written; what was typed on each of its pages is an attribute by the page's name. */
export const draftItem = z.object({
  ...keyed,
  sk: z.literal("draft"),
  callId: z.string(),
  language,
  /** What was typed before pages were kept each by itself. */
  values,
  changedAt: instant,
  /** How often a page of it was kept. */
  version: z.number().optional(),
  /** The application that it became or, since `closedAt`, is becoming. */
  submittedAs: z.string().optional(),
  closedAt: instant.optional(),
});
export type Draft = z.infer<typeof draftItem>;
