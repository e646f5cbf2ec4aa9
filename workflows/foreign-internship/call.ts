import * as z from "zod";
import { appealRules } from "../blocks/appeal.ts";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import { reviewerTerms, reviewRules, reviewTerms } from "../blocks/review/rules.ts";
import { payingStaff } from "../blocks/staffed.ts";
import { payerAccount } from "../kernel/bank-account.ts";
import { CallFault } from "../kernel/call-form.ts";
import { callTexts } from "../kernel/call-texts.ts";
import { contact } from "../kernel/contact.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../kernel/facts/schools.ts";
import { findTownAbroad } from "../kernel/facts/towns-abroad.ts";

const country = z.string().regex(/^[A-Z]{2}$/, "expected a country as two capital letters, such as IE");
const cents = z.number().int().nonnegative();
const host = z.strictObject({
  institution: z.string(),
  town: z.string(),
  starts: z.iso.date(),
  ends: z.iso.date(),
  contact,
});

/** The fields of a call as the programme writes it down: times are local Vilnius times, amounts EUR cents. */
export const callShape = z.strictObject({
  id: callIdOf(60),
  process: z.literal("foreign-internship"),
  ...callTexts,
  ...callTimes,
  places: z.record(country, z.number().int().nonnegative()),
  minimumScore: z.number().nonnegative(),
  scoreGap: z.number().nonnegative(),
  offerDays: z.number().int().positive(),
  reportDays: z.number().int().positive(),
  advancePercent: z.number().int().min(0).max(100),
  travelDays: z.number().int().min(0).max(6),
  lastOfferDate: z.iso.date().optional(),
  dailyCents: z.record(country, cents),
  payer: payerAccount.optional(),
  budgetCents: cents.optional(),
  schools: schoolsOfCall.optional(),
  hosts: z.record(country, host),
  staff: payingStaff.extend({ commission: contact }),
  ...appealRules.shape,
  /** The members of the selection commission, the chair first; without it `staff.commission` is all of it. */
  commission: z.array(contact).min(1).max(20).optional(),
  reviewers: z.array(contact.extend(reviewerTerms.shape)).min(3),
  ...reviewTerms,
});

/** A call's file; who ranks does not approve, so nobody of the commission coordinates or reviews. */
export const callFile = callShape.superRefine(({ staff, commission, reviewers }, context) => {
  const rankers = new Set([staff.coordinator, ...reviewers].map(({ email }) => email.toLowerCase()));
  const members = [
    { email: staff.commission.email, path: ["staff", "commission", "email"] },
    ...(commission ?? []).map(({ email }, index) => ({ email, path: ["commission", index, "email"] })),
  ];
  for (const { email, path } of members) {
    if (!rankers.has(email.toLowerCase())) continue;
    const message = "expected somebody who neither coordinates nor reviews: who ranks does not approve";
    context.addIssue({ code: "custom", path, message });
  }
});
export type CallFile = z.infer<typeof callFile>;

/** A call as it is stored: instants in UTC, hosts with their place on the map. Daily amounts are set by the programme. */
export const foreignInternshipCall = reviewRules.extend({
  ...callTexts,
  opensAt: z.string(),
  closesAt: z.string(),
  places: z.record(z.string(), z.number().int().nonnegative()),
  minimumScore: z.number().nonnegative(),
  offerDays: z.number().int().positive(),
  lastOfferDate: z.iso.date().optional(),
  /** The last day on which a journey of this call begins; nobody is promoted to a journey that has begun. */
  lastStart: z.iso.date(),
  reportDays: z.number().int().positive(),
  advancePercent: z.number().int().min(0).max(100),
  travelDays: z.number().int().min(0).max(6),
  dailyCents: z.record(z.string(), cents),
  payer: payerAccount.optional(),
  budgetCents: cents.optional(),
  schools: storedSchools.optional(),
  hosts: z.record(
    z.string(),
    host.extend({ place: z.object({ latitude: z.number(), longitude: z.number() }) }),
  ),
  staff: payingStaff.extend({ commission: contact }),
  ...appealRules.shape,
  commission: z.array(contact).optional(),
});
export type ForeignInternshipCall = z.infer<typeof foreignInternshipCall>;

/**
 * Reads a call's file. Throws a ZodError that names each wrong field, a RangeError for a malformed local time, and
 * an Error for a host's town that the gazetteer does not know.
 */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: ForeignInternshipCall }> {
  const { opens, closes, process: _process, id, hosts, ...rest } = callFile.parse(given);
  const placed: [string, z.infer<typeof host> & { place: { latitude: number; longitude: number } }][] = [];
  for (const [code, written] of Object.entries(hosts)) {
    const found = await findTownAbroad(code, written.town);
    if (found.outcome !== "found")
      throw new CallFault(["hosts", code, "town"], "unknownTown", `no town is called ${written.town}`);
    const { latitude, longitude } = found.town;
    placed.push([code, { ...written, place: { latitude, longitude } }]);
  }
  const starts = placed.map(([, written]) => written.starts).toSorted();
  return {
    id,
    data: foreignInternshipCall.parse({
      ...rest,
      hosts: Object.fromEntries(placed),
      opensAt: iso(vilniusInstant(opens)),
      closesAt: iso(lastSecond(closes)),
      lastStart: starts.at(-1),
    }),
  };
}
