import * as z from "zod";
import { doubleFunding, doubleFundingDecision, fundedTwice } from "../blocks/double-funding.ts";
import { journey } from "../blocks/journey.ts";
import { participant } from "../blocks/participant.ts";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { committedBy, inOrder } from "../blocks/reserve/places.ts";
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
import { hostConfirmation, overBudget } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { paidCents } from "./ledger.ts";
import { centsOf, changedGrant } from "./money.ts";
import { agreementVersions, signature } from "./papers.ts";
import { selection } from "./selection.ts";
import { grant } from "./sheets.ts";

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
export function amendJourney(file: CaseFile): StepResult<"amended" | "unaffordable"> {
  const { starts, ends, institution, contactName, contactEmail, costs } = changeOf(file);
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
    ...(isMoved ? { tell: [{ role: "host", template: "hostReleased" }] } : {}),
  };
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
  const confirmed = answersTo(file, hostConfirmation).at(-1)?.visit ?? -1;
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
