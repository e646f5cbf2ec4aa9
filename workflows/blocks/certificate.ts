import * as z from "zod";
import { choice, longText } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { defineRecord } from "../kernel/record.ts";
import { blockWords } from "./words.ts";

/**
 * What a certificate says: who, where and when. Days are local days; `days` counts those that a host confirmed, `hours` are
 * academic hours of 45 minutes.
 */
export const certified = z.object({
  holder: z.string(),
  institution: z.string(),
  town: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().optional(),
  starts: z.string(),
  ends: z.string(),
  days: z.number().int().nonnegative().optional(),
  hours: z.number().int().nonnegative().optional(),
});
export type Certified = z.infer<typeof certified>;

/** What was certified. The number is given where the certificate goes into the register. */
export const certificate = defineRecord("certificate", certified.extend({ number: z.string().optional() }));

/** The coordinator takes a certificate back. The category is public, the reason is told to its holder alone. */
export const revocation = defineForm({
  id: "revocation",
  words: blockWords,
  outcomes: ["revoked"],
  fields: {
    category: choice({ options: ["mistake", "attendance", "misuse"] }),
    reason: longText({ max: 2000 }),
  },
});
