import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { callIdOf } from "../blocks/call-form/ids.ts";
import { callTimes } from "../blocks/call-form/times.ts";
import { payingStaff } from "../blocks/staffed.ts";
import { payerAccount } from "../kernel/bank-account.ts";
import { CallFault } from "../kernel/call-form.ts";
import { callTexts } from "../kernel/call-texts.ts";
import { type CaseFile, callOf } from "../kernel/case-file.ts";
import { contact } from "../kernel/contact.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { lastSecond } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../kernel/facts/schools.ts";

/** The words of the process and of its calls. */
export const words = {
  lt: () => import("./words/lt.json", { with: { type: "json" } }),
  en: () => import("./words/en.json", { with: { type: "json" } }),
};

const days = (least: number) => z.number().int().min(least).max(3660);

/** A term, by which mentors declare and are paid. Local days, both with them. */
const term = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, "expected letters, digits and dashes such as 2027-autumn"),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type Term = z.infer<typeof term>;

/** What a call sets for all first years of it. */
export const ruleShape = {
  /** So many days with a mentor a first year has. */
  days: days(1),
  /** So many of them lie between two check-ins, and so many check-ins a certificate needs. */
  checkInDays: days(1),
  minimumCheckIns: days(0),
  maxPauseDays: days(0),
  /** So many days whoever is not ready yet gets more, once. */
  extensionDays: days(0),
  /** So many days a mentor has to declare, and a novice to confirm. */
  declareDays: days(1),
  mentorWaitDays: days(0),
  /** Whoever is still under way then does not finish. */
  lastDay: z.iso.date(),
  /** What a mentor gets for a whole term with one novice. EUR cents. */
  mentorCents: z.number().int().nonnegative().max(100_000_000),
  terms: z.array(term).min(1),
} as const;

const rules = {
  ...callTexts,
  ...ruleShape,
  /** Only who stands in the register of those who came to another role may be a mentor. */
  registered: z.boolean().optional(),
  payer: payerAccount.optional(),
  budgetCents: z.number().int().nonnegative().optional(),
  /** `leader`: who evaluates, from the university. */
  staff: payingStaff.extend({ leader: contact }),
} as const;

const callFile = z.strictObject({
  id: callIdOf(60),
  process: z.literal("first-year"),
  ...callTimes,
  schools: schoolsOfCall.optional(),
  ...rules,
});

/** A call of first years as it is stored: instants in UTC. */
export const firstYearCall = z.object({
  opensAt: z.string(),
  closesAt: z.string(),
  schools: storedSchools.optional(),
  ...rules,
});
type FirstYearCall = z.infer<typeof firstYearCall>;

export const rulesOf = (file: Pick<CaseFile, "call">): FirstYearCall => firstYearCall.parse(file.call);
export const termsOf = (file: CaseFile): readonly Term[] =>
  callOf(file, z.object({ terms: rules.terms })).terms;

/** What is wrong with terms: where, and why. */
export function faultsOfTerms(terms: readonly Term[]) {
  const ids = terms.map(({ id }) => id);
  return terms.flatMap(({ id, from, to }, row) => [
    ...(to < from
      ? [
          {
            row,
            column: "to",
            problem: "outOfOrder" as const,
            why: `expected a day not before from (${from}), found ${to}`,
          },
        ]
      : []),
    ...(ids.indexOf(id) < row
      ? [
          {
            row,
            column: "id",
            problem: "repeated" as const,
            why: `expected each term once, found ${id} again`,
          },
        ]
      : []),
  ]);
}

/** How many days a term has. */
export const lengthOf = ({ from, to }: Term): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days + 1;

/** Reads a call's file. Throws a ZodError or a CallFault that names each wrong field, and a RangeError for a malformed time. */
export async function readCall(
  given: unknown,
): Promise<{ readonly id: string; readonly data: FirstYearCall }> {
  const { opens, closes, process: _process, id, ...rest } = callFile.parse(given);
  const [fault] = faultsOfTerms(rest.terms);
  if (fault) throw new CallFault(["terms", fault.row, fault.column], fault.problem, fault.why);
  const data = { ...rest, opensAt: iso(vilniusInstant(opens)), closesAt: iso(lastSecond(closes)) };
  return { id, data: firstYearCall.parse(data) };
}
