import * as z from "zod";
import { instant, keyed, language, personItem, staffName, values } from "./item-parts.ts";

/** The roles of staff. An auditor reads everything of a call, and may say a word that a process lets an auditor say. */
export const staffRoles = ["coordinator", "commission", "agency", "finance", "appeals", "auditor"] as const;

/** Somebody of the staff whatever calls there are, until `removedAt`. */
export const registeredItem = z.object({
  ...keyed,
  name: z.string(),
  email: z.string(),
  language,
  roles: z.array(z.enum(staffRoles)),
  addedAt: instant,
  removedAt: instant.optional(),
});
export type Registered = z.infer<typeof registeredItem>;

/** Away on these local days, both with them; ended early when `endedAt` is there. Who noted it: an e-mail address. */
const absence = z.object({
  from: z.string(),
  to: z.string(),
  substitute: personItem,
  notedAt: instant,
  notedBy: z.string(),
  endedAt: instant.optional(),
});
export type Absence = z.infer<typeof absence>;

/** The absences of one of the staff, oldest first. */
export const absenceItem = z.object({
  ...keyed,
  person: personItem,
  periods: z.array(absence),
  version: z.number(),
});
export type AbsenceItem = z.infer<typeof absenceItem>;

/** A call that is being made: by which process, with what it began. */
export const callDraftItem = z.object({
  ...keyed,
  sk: z.literal("draft"),
  process: z.string(),
  /** What its template or the call that it copies brought. */
  values,
  createdAt: instant,
  createdBy: z.string(),
  /** The e-mail address of whoever began it; drafts that are older than this have none. */
  owner: z.string().optional(),
  publishedAs: z.string().optional(),
  /** Since when it is put aside, and by whom; taken up again it is not any more. */
  asideAt: instant.optional(),
  asideBy: z.string().optional(),
});

/** One page of it as it was typed last; pages are written each by itself, so that two people can work on two pages. */
export const callDraftPageItem = z.object({
  ...keyed,
  values,
  changedAt: instant,
  changedBy: z.string(),
  version: z.number(),
});

/** What one of the staff wrote on a case for colleagues. */
export const noteItem = z.object({
  ...keyed,
  number: z.number(),
  text: z.string(),
  by: staffName,
  at: instant,
});
export type Note = z.infer<typeof noteItem>;
