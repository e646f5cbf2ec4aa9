import * as z from "zod";
import { payerAccount } from "../../../kernel/bank-account.ts";
import { callTexts } from "../../../kernel/call-texts.ts";
import { contact } from "../../../kernel/contact.ts";
import { vilniusInstant } from "../../../kernel/facts/calendar.ts";
import { lastSecond } from "../../../kernel/facts/ends.ts";
import { iso } from "../../../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../../../kernel/facts/schools.ts";
import { onlyShare, type Terms } from "../../../kernel/selection/selection.ts";
import { appealRules } from "../../appeal.ts";
import { reviewerTerms, reviewRules, reviewTerms } from "../../review/rules.ts";
import { payingStaff } from "../../staffed.ts";
import { callIdOf } from "../ids.ts";
import { callTimes } from "../times.ts";

/** What a call shares out: money, places that are all alike, or shares of which the process itself says how many there are. */
export type Award = "money" | "places" | "shares";

/**
 * What a call may have besides: reviews, appeals, a part of what was granted paid in advance. `once`: what is given is no offer, and goes
 * to nobody else later, so that there are no days for an answer. `unscored`: facts decide who comes first, so that there is no least score.
 */
export type Extra = "reviews" | "appeals" | "advance" | "once" | "unscored";

/** How the calls of a process select. */
export interface Selects<A extends Award = Award, E extends Extra = Extra> {
  readonly process: string;
  readonly award: A;
  readonly has: readonly E[];
}

const cents = z.number().int().nonnegative();
const percent = z.number().multipleOf(0.01).min(0).max(100);
const bounded = { payer: payerAccount.optional(), budgetCents: cents.optional() };

const offering = {
  offerDays: z.number().int().positive(),
  /** After this day nothing that comes free is offered to others. */
  lastOfferDate: z.iso.date().optional(),
};

const scoring = { minimumScore: z.number().nonnegative() };

const common = {
  ...callTexts,
  staff: payingStaff.extend({ commission: contact }),
  /** The members of the selection commission, the chair first; without it `staff.commission` is all of it. */
  commission: z.array(contact).min(1).max(20).optional(),
};

const awards = {
  money: { payer: payerAccount.optional(), budgetCents: cents, partialFloorPercent: percent },
  places: { ...bounded, places: z.number().int().nonnegative() },
  shares: bounded,
};

const extras = { appeals: appealRules.shape, advance: { advancePercent: percent } };

const reviewed = {
  /** Two reviews further apart than this, in points, ask for a third. */
  scoreGap: z.number().nonnegative(),
  reviewers: z.array(contact.extend(reviewerTerms.shape)).min(3),
  ...reviewTerms,
};

type When<E extends Extra, Has extends Extra, Shape> = E extends Has ? Shape : unknown;
type Said<A extends Award, E extends Extra> = typeof common &
  ("once" extends E ? unknown : typeof offering) &
  ("unscored" extends E ? unknown : typeof scoring) &
  (typeof awards)[A] &
  When<"appeals", E, typeof extras.appeals> &
  When<"advance", E, typeof extras.advance>;
type FileShape<A extends Award, E extends Extra> = Said<A, E> &
  typeof inFile & { readonly process: z.ZodLiteral<string> } & When<"reviews", E, typeof reviewed>;
type StoredShape<A extends Award, E extends Extra> = Said<A, E> &
  typeof inTable &
  When<"reviews", E, typeof reviewRules.shape>;

const inFile = { id: callIdOf(60), ...callTimes, schools: schoolsOfCall.optional() };
/** Instants in UTC. */
const inTable = { opensAt: z.string(), closesAt: z.string(), schools: storedSchools.optional() };

/** The parts of a file and of what is stored that are in every such call; with them come those of the award and the extras. */
export function partsOf({ process, award, has }: Selects): {
  readonly file: typeof common & typeof inFile & { readonly process: z.ZodLiteral<string> };
  readonly stored: typeof common & typeof inTable;
} {
  const having = new Set(has);
  const said = {
    ...common,
    ...(having.has("once") ? {} : offering),
    ...(having.has("unscored") ? {} : scoring),
    ...awards[award],
    ...(having.has("appeals") ? extras.appeals : {}),
    ...(having.has("advance") ? extras.advance : {}),
  };
  const isReviewed = having.has("reviews");
  return {
    file: { ...said, ...inFile, process: z.literal(process), ...(isReviewed ? reviewed : {}) },
    stored: { ...said, ...inTable, ...(isReviewed ? reviewRules.shape : {}) },
  };
}

/** What such a call says: in its file, where times are local Vilnius times, and as it is stored. Amounts are EUR cents. */
export function selectingShapes<const A extends Award, const E extends Extra>(selects: Selects<A, E>) {
  const { file, stored } = partsOf(selects);
  // They hold just what the award and the extras say, which the compiler cannot follow through their names.
  return {
    file: z.strictObject(file as FileShape<A, E>),
    stored: z.object(stored as StoredShape<A, E>),
  };
}

/** What a case can read of such a call. */
export type StoredCall<A extends Award, E extends Extra> = z.infer<
  ReturnType<typeof selectingShapes<A, E>>["stored"]
>;

const shared = z.object({
  closesAt: z.string(),
  /** Where nothing is offered nobody answers, so that they are never looked at. */
  offerDays: z.number().default(1),
  minimumScore: z.number().optional(),
  scoreGap: z.number().optional(),
  lastOfferDate: z.string().optional(),
  budgetCents: z.number().optional(),
  partialFloorPercent: z.number().optional(),
});
const quotas = {
  money: z.object({}).transform(() => ({})),
  places: z.object({ places: z.number() }).transform(({ places }) => ({ [onlyShare]: places })),
  shares: z.object({ places: z.record(z.string(), z.number()) }).transform(({ places }) => places),
} satisfies Record<Award, z.ZodType<Terms["places"]>>;

/** What of a call its selection goes by. */
export const termsIn = (award: Award, call: Readonly<Record<string, unknown>>): Terms => ({
  ...shared.parse(call),
  places: quotas[award].parse(call),
});

interface Ranking {
  readonly staff: { readonly coordinator: Named; readonly commission: Named };
  readonly commission?: readonly Named[] | undefined;
  readonly reviewers?: readonly Named[] | undefined;
}
interface Named {
  readonly email: string;
}

/** Who ranks does not approve, so nobody of the commission coordinates or reviews. */
export function whoRanksDoesNotApprove(
  { staff, commission = [], reviewers = [] }: Ranking,
  context: Pick<z.core.$RefinementCtx, "addIssue">,
): void {
  const rankers = new Set([staff.coordinator, ...reviewers].map(({ email }) => email.toLowerCase()));
  const members = [
    { email: staff.commission.email, path: ["staff", "commission", "email"] },
    ...commission.map(({ email }, index) => ({ email, path: ["commission", index, "email"] })),
  ];
  for (const { email, path } of members) {
    if (!rankers.has(email.toLowerCase())) continue;
    const message = "expected somebody who neither coordinates nor reviews: who ranks does not approve";
    context.addIssue({ code: "custom", path, message });
  }
}

/** The times of a call's file as they are stored. */
export const storedTimes = ({ opens, closes }: { readonly opens: string; readonly closes: string }) => ({
  opensAt: iso(vilniusInstant(opens)),
  closesAt: iso(lastSecond(closes)),
});
