import * as z from "zod";
import { budget, byCategory, linesNow } from "../blocks/budget/lines.ts";
import { centsIn } from "../blocks/budget/part.ts";
import { refusedByControl } from "../blocks/control.ts";
import { givenAccount } from "../blocks/payment.ts";
import { dutyOf } from "../blocks/series/duty.ts";
import { balance, recovered, settledAgainst, settlement, tellingToReturn } from "../blocks/settlement.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { type Posting, postingsOf } from "../kernel/ledger.ts";
import type { Money } from "../kernel/money.ts";
import { besides, shareOf } from "../kernel/percent.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheetLine } from "../kernel/sheet.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { callOf, decisionOn, milestonesOf } from "./call.ts";
import { appliedIn, progress } from "./forms.ts";

const cents = z.number().int().nonnegative();
const claims = z.array(z.object({ category: z.string(), cents }));

/** What has been claimed and accepted up to a milestone, line by line, and what is paid for it. EUR cents. */
export const milestone = defineRecord(
  "acceptedCosts",
  z.object({ claimed: claims, acceptedCents: cents, payCents: cents, lines: z.array(sheetLine) }),
);

/** The grant that the agreement holds; nothing before it. EUR cents. */
export const grantOf = (file: CaseFile): number | undefined => latestRecord(file, budget)?.grantCents;

export const acceptedOf = (file: CaseFile): number => latestRecord(file, milestone)?.acceptedCents ?? 0;

/** The reports that were accepted, as they were sent last. */
export function acceptedReports(file: CaseFile) {
  const all = answersTo(file, progress);
  return file.records.flatMap(({ step, visit }) => {
    const accepted = step === milestone.id ? all.findLast((one) => one.visit < visit) : undefined;
    return accepted ? [accepted] : [];
  });
}

/** What was ever paid, or what of it by one kind of payment. EUR cents. */
export const paidOf = (file: CaseFile, kind?: string): number =>
  postingsOf(money, file).reduce((sum, one: Posting) => sum + (isPaid(one, kind) ? one.cents : 0), 0);

const isPaid = ({ kind, payment }: Posting, of: string | undefined): boolean =>
  kind === "paid" && (of === undefined || payment === of);

const advanceOf = (file: CaseFile): number => shareOf(grantOf(file) ?? 0, callOf(file).advancePercent);

/** A part of the grant is paid at once (6.9). */
export const weighAdvance = (file: CaseFile): StepResult<"due" | "none"> => ({
  outcome: advanceOf(file) > 0 ? "due" : "none",
});

/**
 * A report was accepted: of each line counts what was claimed on it so far, up to a little more than the line, in all up to the
 * grant (6.10). What is newly accepted is paid, but for what is held back until the end; the last milestone is paid by the
 * settlement (6.11).
 */
export function weighMilestone(file: CaseFile): StepResult<"due" | "none"> {
  const { changeFreePercent, holdPercent } = callOf(file);
  const grant = grantOf(file) ?? 0;
  const before = latestRecord(file, milestone);
  const said = latestAnswer(file, progress)?.values.costs ?? [];
  const claimed = byCategory([...(before?.claimed ?? []), ...said]);
  const lines = linesNow(file).map((line) => {
    const most = shareOf(line.cents, 100 + changeFreePercent);
    const claim = claimed.find(({ category }) => category === line.category)?.cents ?? 0;
    return { category: line.category, cents: Math.min(claim, most) };
  });
  const acceptedCents = Math.min(grant, centsIn(lines));
  const isLast = milestonesOf(file).at(-1)?.number === dutyOf(file, "milestone").number;
  const free = shareOf(grant, holdPercent) - paidOf(file);
  const payCents = isLast ? 0 : Math.max(0, Math.min(acceptedCents - (before?.acceptedCents ?? 0), free));
  return {
    outcome: payCents > 0 ? "due" : "none",
    record: {
      id: milestone.id,
      data: {
        claimed,
        acceptedCents,
        payCents,
        lines: lines.map(({ category, cents: sum }) => ({
          label: "accepted",
          text: category,
          count: 1,
          unitCents: sum,
          sumCents: sum,
          source: "report",
        })),
      },
    },
  };
}

/** What is accepted, less what an auditor does not accept. EUR cents. */
const standing = (file: CaseFile): number =>
  Math.max(0, acceptedOf(file) - refusedByControl(file, "controlled"));

/** In the end as much is due as was accepted, and as the school's own part bears (6.13). */
export function settle(file: CaseFile) {
  const { coFundingPercent } = callOf(file);
  const own = latestAnswer(file, progress)?.values.coSpentCents ?? 0;
  const borne = coFundingPercent > 0 ? besides(own, coFundingPercent) : standing(file);
  return tellingToReturn(settledAgainst(Math.min(standing(file), borne), { paidCents: paidOf(file) }));
}

/** A road that ends early keeps what was accepted by then; nothing more is paid (6.12). */
export function settleEarly(file: CaseFile): StepResult<"overpaid" | "even"> {
  const paidCents = paidOf(file);
  const { record, outcome } = settledAgainst(Math.min(standing(file), paidCents), { paidCents });
  return tellingToReturn({
    outcome: outcome === "overpaid" ? outcome : "even",
    ...(record ? { record } : {}),
  });
}

/** How the money of a school's initiative is read: paid in advance, by milestones and in the end. */
export const money: Money = {
  concerns: (entry) => decisionOn({ entry })?.kind === "offered",
  pays: {
    advance: { payment: "advance", cents: advanceOf },
    milestonePay: {
      payment: "milestone",
      number: (file) => dutyOf(file, "milestone").number,
      cents: (file) => latestRecord(file, milestone)?.payCents ?? 0,
    },
    balance,
  },
  recovers: {
    recovery: recovered,
    terminatedRecovery: recovered,
    withdrawnRecovery: recovered,
    cancelledRecovery: recovered,
  },
  worked: ({ step, data }) => {
    switch (step) {
      case budget.id:
        return { kind: "granted", cents: budget.schema.parse(data).grantCents };
      case settlement.id:
        return { kind: "settled", cents: settlement.schema.parse(data).dueCents };
      default:
        return undefined;
    }
  },
  payee: (file) => ({ name: appliedIn(file).school, iban: givenAccount(file) ?? appliedIn(file).iban }),
  payer: (call) => callOf({ call }).payer,
  budget: (call) => callOf({ call }).budgetCents,
  claim: {
    columns: ["school", "strand", "granted", "accepted"],
    row: (file) => {
      const { school, strand } = appliedIn(file);
      return [school, strand, euros(grantOf(file) ?? 0), euros(acceptedOf(file))];
    },
  },
};

export const euros = (sum: number): string => (sum / 100).toFixed(2);
