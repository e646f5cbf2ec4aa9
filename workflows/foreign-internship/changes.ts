import * as z from "zod";
import { doubleFunding, doubleFundingDecision, fundedTwice } from "../blocks/double-funding.ts";
import { journey } from "../blocks/journey.ts";
import { participant } from "../blocks/participant.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { committedBy, inOrder } from "../blocks/reserve/places.ts";
import { settledAgainst } from "../blocks/settlement.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import {
  type CaseFile,
  callOf,
  type InterruptionSaid,
  latestInterruption,
  latestRecord,
} from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Tell } from "../kernel/tell.ts";
import { foreignInternshipCall } from "./call.ts";
import { attendance, borneCosts, hostConfirmation, hostFollowUp, overBudget } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { grant, owedCents, paidCents } from "./ledger.ts";
import { centsOf, changedGrant } from "./money.ts";
import { agreementVersions, signature } from "./papers.ts";
import { selection } from "./selection.ts";

const changed = z.object({
  starts: z.iso.date(),
  ends: z.iso.date(),
  institution: z.string().optional(),
  contactName: z.string().optional(),
  contactEmail: z.string().optional(),
  costs: z.number().optional(),
});

/** The change as it was said, with other days where the budget did not bear the first ones. */
function changeOf(file: CaseFile): z.infer<typeof changed> {
  const said = latestInterruption(file, "changed");
  if (!said) throw new Error(`${file.ref}: nobody changed the plans`);
  const other = answersTo(file, overBudget).at(-1);
  const days = other && other.visit > said.visit ? other.values : undefined;
  return changed.parse({
    ...said.values,
    ...(days?.starts === undefined ? {} : { starts: days.starts }),
    ...(days?.ends === undefined ? {} : { ends: days.ends }),
  });
}

/**
 * Moves the journey, if the call's budget bears what it then costs beside all that others hold. The host who loses the
 * intern is told; whoever goes on is told when the road goes on.
 */
export const amendJourney = (file: CaseFile): StepResult<"amended" | "unaffordable"> =>
  moveJourney(file, changeOf(file));

function moveJourney(
  file: CaseFile,
  { starts, ends, institution, contactName, contactEmail, costs }: z.infer<typeof changed>,
): StepResult<"amended" | "unaffordable"> {
  const before = latestRecord(file, journey);
  const costsCents = (before?.costsCents ?? 0) + centsOf(costs);
  const { budgetCents } = callOf(file, foreignInternshipCall);
  const cost = changedGrant(file, { starts, ends, costsCents });
  const isDearer = cost > (latestRecord(file, grant)?.grantCents ?? 0);
  const others = committedBy(
    inOrder(file.entries ?? [], selection).filter(({ entry }) => entry.ref !== file.ref),
    selection,
  );
  if (budgetCents !== undefined && isDearer && others + cost > budgetCents)
    return { outcome: "unaffordable" };
  const isMoved = institution !== undefined && contactName !== undefined && contactEmail !== undefined;
  return {
    outcome: "amended",
    record: {
      id: journey.id,
      data: {
        ...before,
        starts,
        ends,
        costsCents,
        ...(isMoved
          ? {
              institution,
              contact: { name: contactName, email: contactEmail, language: hostOf(file).contact.language },
            }
          : {}),
      },
    },
    // A host that has declined knows.
    ...(isMoved && latestAnswer(file, hostConfirmation)?.outcome !== "declined"
      ? { tell: [{ role: "host", template: "hostReleased" }] }
      : {}),
  };
}

/**
 * The host takes the intern in, as the coordinator agreed with it: where that is on other days, the journey moves to them if the call's
 * budget bears it, and both are told.
 */
export function agreeOnDays(file: CaseFile): StepResult<"agreed" | "unaffordable"> {
  const { starts, ends } = latestAnswer(file, hostFollowUp)?.values ?? {};
  if (starts === undefined || ends === undefined) return { outcome: "agreed" };
  const moved = moveJourney(file, { starts, ends });
  if (moved.outcome === "unaffordable") return { outcome: "unaffordable" };
  const tell: readonly Tell[] = [
    { role: "applicant", template: "daysAgreed" },
    { role: "host", template: "daysAgreed" },
  ];
  return { ...moved, outcome: "agreed", tell };
}

const replaced = z.object({
  fullName: z.string(),
  email: z.string(),
  iban: z.string(),
  town: z.string(),
  municipality: z.string(),
  costs: z.number().optional(),
});

/**
 * Another person goes; the first is told, keeps of the advance what was spent in vain, and owes the rest, which is
 * recovered at the end of the road: the journey does not wait for it.
 */
export function replaceParticipant(file: CaseFile): StepResult<"handedOver"> {
  const { costs, ...person } = replaced.parse(latestInterruption(file, "replaced")?.values ?? {});
  const paid = paidCents(file);
  const keptCents = Math.min(paid, centsOf(costs));
  return {
    outcome: "handedOver",
    record: { id: participant.id, data: { ...person, keptCents, owedCents: paid - keptCents } },
    tell: [{ role: "applicant", template: "replaced" }],
  };
}

const lastChange = (file: CaseFile): InterruptionSaid | undefined =>
  file.interruptions.findLast(({ name }) => name === "changed" || name === "replaced");

/**
 * Goes on where the road was before the plans changed: with a new version of the agreement once the plan was agreed, at
 * the plan once the host had confirmed, and at the host's confirmation otherwise, or when the host is another one.
 */
export function resume(file: CaseFile): StepResult<"agreed" | "confirmed" | "open"> {
  const change = lastChange(file);
  const moved = file.interruptions.findLast(({ values }) => values.institution !== undefined);
  const confirmed =
    answersTo(file, hostConfirmation).findLast(({ outcome }) => outcome === "confirmed")?.visit ?? -1;
  const isOpen = confirmed <= (moved?.visit ?? -1);
  const isAgreed = latestAnswer(file, planAgreement)?.outcome === "agreed";
  const tell: readonly Tell[] =
    change?.name === "replaced"
      ? [
          { role: "applicant", template: "takesPart" },
          { role: "principal", template: "otherPerson" },
          ...(isOpen ? [] : [{ role: "host" as const, template: "otherPerson" }]),
        ]
      : [
          { role: "applicant", template: "plansChanged" },
          ...(isOpen ? [] : [{ role: "host" as const, template: "plansChanged" }]),
        ];
  return { outcome: isOpen ? "open" : isAgreed ? "agreed" : "confirmed", tell };
}

/**
 * Have all parties signed the latest version? Who was paid an advance before is not paid another; whom another case funds
 * on some of the same days is not paid before the coordinator has looked at both.
 */
export function countSignatures(file: CaseFile): StepResult<"signed" | "twice" | "paid" | "missing"> {
  const version = agreementVersions(file).at(-1) ?? -1;
  const signed = file.answers.filter(({ form, visit }) => form === signature.id && visit > version);
  if (new Set(signed.map(({ part }) => part)).size < 3) return { outcome: "missing" };
  if (paidCents(file) > 0) return { outcome: "paid" };
  if (answersTo(file, doubleFundingDecision).some(({ visit }) => visit > version))
    return { outcome: "signed" };
  const { starts, ends } = hostOf(file);
  const found = fundedTwice(file, { from: starts, to: ends });
  return found.length > 0
    ? { outcome: "twice", record: { id: doubleFunding.id, data: { found } } }
    : { outcome: "signed" };
}

/** The journey is over early: the host is asked at once how it went. */
export const breakOffJourney = (): StepResult<"over"> => ({
  outcome: "over",
  tell: [{ role: "applicant", template: "journeyCutShort" }],
});

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

/** Has a host been asked who has not declined? */
function isAwaited(file: CaseFile): boolean {
  const said = latestAnswer(file, hostConfirmation);
  return said !== undefined && said.outcome !== "declined";
}

/** A host who was asked and has not said yet how the journey went need not wait for anybody. */
const hostReleased = (file: CaseFile): { readonly tell?: readonly Tell[] } =>
  isAwaited(file) && !latestAnswer(file, attendance)
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
