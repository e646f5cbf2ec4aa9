import * as z from "zod";
import { settledAgainst } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Tell } from "../kernel/tell.ts";
import { attendance, borneCosts, hostConfirmation, overBudget } from "./forms.ts";
import { owedCents, paidCents } from "./ledger.ts";
import { centsOf } from "./money.ts";
import { grant } from "./sheets.ts";

const claimed = z.object({ costs: z.number().optional() });

/** A withdrawal gives the place back at once. Costs that are claimed with it are looked at before the money is settled. */
export function receiveWithdrawal(file: CaseFile, now: string): StepResult<"settled" | "costs"> {
  const { costs = 0 } = claimed.parse(latestInterruption(file, "withdrawn")?.values ?? {});
  const outcome = costs > 0 && latestRecord(file, grant) ? "costs" : "settled";
  return { outcome, ...placeGivenBack(file, now) };
}

/** Costs that nobody has stated yet are asked for where something was paid: tickets may have been bought. */
export function receiveCancellation(file: CaseFile): StepResult<"settled" | "costs"> {
  const said = latestInterruption(file, "cancelled")?.values ?? latestAnswer(file, overBudget)?.values;
  const isStated = claimed.parse(said ?? {}).costs !== undefined;
  return { outcome: isStated || paidCents(file) === 0 ? "settled" : "costs" };
}

const placeGivenBack = ({ entry }: CaseFile, now: string) =>
  entry?.bid === undefined ? {} : { bid: { ...Object(entry.bid), freedAt: now } };

/**
 * What the programme bears of what was spent in vain: with a cancellation what the coordinator states, with a
 * withdrawal what the coordinator decides. EUR cents.
 */
function borneCents(file: CaseFile, why: "withdrawn" | "cancelled"): number {
  const decided = latestAnswer(file, borneCosts)?.values.borne;
  if (why === "withdrawn" || decided !== undefined) return centsOf(decided);
  const said = latestInterruption(file, "cancelled")?.values ?? latestAnswer(file, overBudget)?.values;
  return centsOf(claimed.parse(said ?? {}).costs);
}

/**
 * Settles a road that ends early: costs that are borne are due up to the grant that was agreed, and are set against
 * what was paid. Before a grant was worked out nothing was promised, and nothing is due. The place of an internship that
 * was cancelled goes to nobody: it is the host, the country or the journey itself that fell away.
 */
export const settleEarly =
  (why: "withdrawn" | "cancelled") =>
  (file: CaseFile): StepResult<"owed" | "overpaid" | "even"> => {
    const granted = latestRecord(file, grant);
    return granted
      ? settleFor(file, Math.min(borneCents(file, why), granted.grantCents))
      : { outcome: "even" };
  };

/**
 * Nothing is due to who did not come or never reported, and nothing to who never answered; the place of the latter goes
 * to another at once. What was paid comes back.
 */
export const settleWithNothingDue =
  (why: "lapsed" | "recovered") =>
  (file: CaseFile, now: string): StepResult<"overpaid" | "even"> => {
    const { outcome, ...settled } = settleFor(file, 0);
    if (outcome === "owed") throw new Error(`${file.ref}: nothing is due, so nothing can be owed`);
    return { outcome, ...settled, ...(why === "lapsed" ? placeGivenBack(file, now) : {}) };
  };

/** A host who was asked and has not said yet how the journey went need not wait for anybody. */
const hostReleased = (file: CaseFile): { readonly tell?: readonly Tell[] } =>
  latestAnswer(file, hostConfirmation) && !latestAnswer(file, attendance)
    ? { tell: [{ role: "host", template: "hostReleased" }] }
    : {};

function settleFor(file: CaseFile, dueCents: number): StepResult<"owed" | "overpaid" | "even"> {
  const paid = paidCents(file);
  const owed = owedCents(file);
  if (dueCents + paid + owed === 0) return { outcome: "even", ...hostReleased(file) };
  const borne = { label: "costs", count: 1, unitCents: dueCents, sumCents: dueCents, source: "stated" };
  const back = -(paid + owed);
  const advance = { label: "advance", count: 1, unitCents: back, sumCents: back, source: "agreement" };
  return {
    ...settledAgainst(dueCents, { paidCents: paid, owedCents: owed }, [
      ...(dueCents > 0 ? [borne] : []),
      ...(back < 0 ? [advance] : []),
    ]),
    ...hostReleased(file),
  };
}
