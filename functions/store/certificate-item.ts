import * as z from "zod";
import { certified } from "../../workflows/kernel/certificate.ts";
import { competences } from "../../workflows/kernel/develops.ts";
import { instant, keyed } from "./item-parts.ts";

/** A certificate in the register: what the paper says, so that the case is not read for whoever asks by number. */
export const certificateItem = z.object({
  ...keyed,
  sk: z.literal("certificate"),
  number: z.string(),
  ref: z.string(),
  process: z.string(),
  call: z.object({ lt: z.string(), en: z.string() }),
  says: certified,
  /** What taking part has developed; absent of those that were issued before this was said. */
  develops: z.object({ competences: z.array(z.enum(competences)), subjects: z.array(z.string()) }).optional(),
  issuedAt: instant,
  /** Once and for good: when, by whom (e-mail address), and why. */
  revoked: z.object({ at: instant, by: z.string(), category: z.string(), reason: z.string() }).optional(),
});
export type CertificateItem = z.infer<typeof certificateItem>;
