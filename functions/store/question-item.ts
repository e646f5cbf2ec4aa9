import * as z from "zod";
import { instant, keyed, personItem, staffName } from "./item-parts.ts";

/** What somebody asked the coordinator on the page of their case, and what they were told; while they were not, in that inbox. */
export const questionItem = z.object({
  ...keyed,
  number: z.number(),
  text: z.string(),
  by: personItem,
  at: instant,
  answer: z.object({ text: z.string(), by: staffName, at: instant }).optional(),
  inbox: z.string().optional(),
  dueAt: instant.optional(),
});
export type Question = z.infer<typeof questionItem>;
