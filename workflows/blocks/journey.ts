import * as z from "zod";
import { knownContact } from "../kernel/contact.ts";
import { defineRecord } from "../kernel/record.ts";

/**
 * The journey of a case once its plans have changed: it takes the place of what the call says of the host. Local days;
 * `costsCents` is what was spent in vain because of changes, EUR cents.
 */
export const journey = defineRecord(
  "journey",
  z.object({
    starts: z.iso.date(),
    ends: z.iso.date(),
    institution: z.string().optional(),
    contact: knownContact.optional(),
    costsCents: z.number().int().nonnegative(),
  }),
);
