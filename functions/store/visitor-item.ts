import * as z from "zod";
import { instant, keyed, pendable, personItem } from "./item-parts.ts";

/** A visitor of a campaign who wants to be told of calls: one item an address, deleted when its time is over or they leave. */
export const visitorItem = z.object({
  ...keyed,
  ...pendable,
  to: personItem,
  /** The case of the event that they came to, or last said so at. */
  from: z.string(),
  consentedAt: instant,
  /** So long it is kept. */
  keptUntil: instant,
});
export type Visitor = z.infer<typeof visitorItem>;

/** That visitors are to be told of a call once it opens, and after whom of them one goes on. */
export const announcementItem = z.object({ ...keyed, ...pendable, after: z.string().optional() });
export type Announcement = z.infer<typeof announcementItem>;
