import * as z from "zod";
import { appealRules } from "../blocks/appeal.ts";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import { reviewerTerms, reviewRules, reviewTerms } from "../blocks/review/rules.ts";
import { payingStaff } from "../blocks/staffed.ts";
import { payerAccount } from "../kernel/bank-account.ts";
import { callTexts } from "../kernel/call-texts.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";

const whole = z.number().int().nonnegative();
const hundredths = (most: number, expected: string) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((value) => Math.round(value * 100) / 100 === value, `expected ${expected}`);
const points = hundredths(100, "points from 0 to 100 with at most two decimals");
const hours = hundredths(10_000, "hours with at most two decimals");

/** The mark that client schools give, from 0. */
export const bestMark = 5;

/** A role that somebody can come to: how many hours of training it asks, and how many places there are. */
const role = z.strictObject({ trainingHours: hours, places: whole });

const rules = {
  ...callTexts,
  minimumYears: whole.max(70),
  minimumScore: points,
  scoreGap: points,
  roles: z
    .record(z.string().trim().min(1).max(60), role)
    .refine((roles) => Object.keys(roles).length > 0, "expected at least one role"),
  /** A month at no load. EUR cents. */
  supportCents: whole,
  supportMonths: whole.max(120),
  /** For how long somebody is accredited, and again by each renewal. */
  validMonths: z.number().int().min(1).max(120),
  /** What a renewal asks; the mean of the schools is looked at only from so many of them on. */
  renewal: z.strictObject({
    hours,
    feedback: hundredths(bestMark, `a mark from 0 to ${bestMark} with at most two decimals`),
    raters: whole,
  }),
  payer: payerAccount.optional(),
  budgetCents: whole.optional(),
  staff: payingStaff.extend({ commission: contact }),
  commission: z.array(contact).min(1).max(20).optional(),
  ...appealRules.shape,
};

/** The fields of a call as it is written down: times are local Vilnius times, amounts EUR cents. */
export const callShape = z.strictObject({
  id: callIdOf(60),
  process: z.literal("career-transition"),
  ...callTimes,
  ...rules,
  reviewers: z.array(contact.extend(reviewerTerms.shape)).min(3),
  ...reviewTerms,
});

/** A call as it is stored: instants in UTC. */
export const storedCall = reviewRules.extend({ ...rules, opensAt: z.string(), closesAt: z.string() });
export type StoredCall = z.infer<typeof storedCall>;

/** What the call of a case has set. */
export const callIn = ({ call }: Pick<CaseFile, "call">): StoredCall => storedCall.parse(call);

/** Reads a call's file. Throws a ZodError that names each wrong field. */
export async function readCall(given: unknown): Promise<{ readonly id: string; readonly data: StoredCall }> {
  const { id, process: _process, opens, closes, ...rest } = callShape.parse(given);
  const opensAt = iso(vilniusInstant(opens));
  return { id, data: storedCall.parse({ ...rest, opensAt, closesAt: iso(lastSecond(closes)) }) };
}

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};
