import * as z from "zod";
import { instant, keyed, staffName } from "./item-parts.ts";

/** Of a mail about a task only what it says is the call's own: its title stands in lists and on pages, too. */
const said = z.object({ subject: z.string().optional(), body: z.string() });
const texts = z.object({ lt: said, en: said });

/** What a mail says in the words of a call, as it was written once; the latest version counts. Without texts it is the standard again. */
export const callTextItem = z.object({
  ...keyed,
  version: z.number(),
  texts: texts.optional(),
  by: staffName,
  at: instant,
});
export type CallText = z.infer<typeof callTextItem>;
export type Texts = z.infer<typeof texts>;
