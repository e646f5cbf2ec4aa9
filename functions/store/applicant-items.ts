import * as z from "zod";
import { instant, keyed, language, values } from "./item-parts.ts";

/** A file that was uploaded, and what came of looking at it. */
export const uploadItem = z.object({
  ...keyed,
  id: z.string(),
  field: z.string(),
  status: z.enum(["released", "refused", "removed"]),
  type: z.enum(["pdf", "jpeg", "png", "adoc"]).optional(),
  bytes: z.number(),
  fault: z.enum(["empty", "tooLarge", "malware", "otherType", "damaged", "late"]).optional(),
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

/** An application that is being written. */
export const draftItem = z.object({
  ...keyed,
  sk: z.literal("draft"),
  callId: z.string(),
  language,
  values,
  changedAt: instant,
  submittedAs: z.string().optional(),
});
export type Draft = z.infer<typeof draftItem>;
