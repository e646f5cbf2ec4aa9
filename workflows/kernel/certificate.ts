import * as z from "zod";
import type { Field } from "./field.ts";
import type { Form } from "./form.ts";
import { defineRecord } from "./record.ts";
import type { Rows } from "./told.ts";

/**
 * What a certificate says, as the public register keeps it: who, where and when. Days are local days; `days` counts those that a
 * host confirmed, `hours` are academic hours of 45 minutes.
 */
export const certified = z.object({
  holder: z.string(),
  institution: z.string().optional(),
  /** As what somebody was certified, where it is in a role. */
  as: z.string().optional(),
  town: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().optional(),
  starts: z.string(),
  ends: z.string(),
  days: z.number().int().nonnegative().optional(),
  hours: z.number().nonnegative().optional(),
  /** Credits of the European system (ECTS), and the level of the European Qualifications Framework, from 1 to 8. */
  credits: z.number().nonnegative().optional(),
  level: z.number().int().min(1).max(8).optional(),
});
export type Certified = z.infer<typeof certified>;

/** What was certified. The number is given where the certificate goes into the register. */
export const certificate = defineRecord("certificate", certified.extend({ number: z.string().optional() }));

/**
 * The certificate of a process. Words: `certificate.title`, `certificate.text` (which may name `days` and `hours`), and
 * `certificate.<row>` for each of its rows.
 */
export interface Certification {
  /** What is asked of whoever takes a certificate back: a category that the public is told, and a reason for the holder. */
  readonly revocation: Form<{ readonly category: Field<string>; readonly reason: Field<string> }, "revoked">;
  readonly rows: Rows<Certified>;
}
