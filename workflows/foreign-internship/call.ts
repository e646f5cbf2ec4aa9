import * as z from "zod";
import { reviewRules } from "../blocks/review.ts";

const contact = z.object({ name: z.string(), email: z.email(), language: z.enum(["lt", "en"]) });

/** A call for internships abroad. Amounts in EUR cents, set by the programme; days are local. */
export const foreignInternshipCall = reviewRules.extend({
  title: z.object({ lt: z.string(), en: z.string() }),
  opensAt: z.string(),
  reportDays: z.number().int().positive(),
  advancePercent: z.number().int().min(0).max(100),
  travelDays: z.number().int().min(0).max(6),
  dailyCents: z.record(z.string(), z.number().int().nonnegative()),
  hosts: z.record(
    z.string(),
    z.object({
      institution: z.string(),
      town: z.string(),
      /** Where the host's town is; looked up in the gazetteer when the call is published. */
      place: z.object({ latitude: z.number(), longitude: z.number() }),
      starts: z.iso.date(),
      ends: z.iso.date(),
      contact,
    }),
  ),
  staff: z.object({
    coordinator: contact,
    commission: contact,
    agency: contact,
    finance: contact,
  }),
});
export type ForeignInternshipCall = z.infer<typeof foreignInternshipCall>;
