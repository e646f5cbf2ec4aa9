import * as z from "zod";
import { scored, weighReviews } from "../blocks/review/panel.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { bidOf } from "../kernel/selection/bid.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import { byName, earliest, highest } from "../kernel/selection/keys.ts";
import { places, selects } from "../kernel/selection/selection.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { callIn, slots, storedCall } from "./call.ts";
import { conversation, portfolio, trainingReview } from "./forms.ts";

export const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  municipality: z.string(),
  school: z.string(),
  experienceYears: z.number(),
  principalName: z.string(),
  principalEmail: z.string(),
  role: z.string(),
  iban: z.string(),
  listed: z.boolean(),
});

/** The role that was agreed in the conversation, which need not be the one applied for. */
export const roleOf = (file: CaseFile): string | undefined => latestAnswer(file, conversation)?.values.role;

/** Whoever has been at school for long enough books a time for the conversation, where the call offers some. */
export function weighYears(file: CaseFile): StepResult<"books" | "eligible" | "ineligible"> {
  const { experienceYears } = applied.parse(file.application);
  if (experienceYears < callIn(file).minimumYears) return { outcome: "ineligible" };
  return { outcome: slots.offered(file).length > 0 ? "books" : "eligible" };
}

/** A document of a portfolio, or its copy, goes to reviewers who are not to know whose it is; texts alone tell nobody. */
export function weighProof(file: CaseFile): StepResult<"shown" | "none"> {
  const { evidence, evidenceNameless } = latestAnswer(file, portfolio)?.values ?? {};
  return { outcome: evidence || evidenceNameless ? "shown" : "none" };
}

/** A case with a score competes for the places of its role. */
export function weighForSelection(file: CaseFile): StepResult<"scored" | "more"> {
  const weighed = weighReviews(file);
  if (weighed.outcome === "more") return weighed;
  const { score, criteria } = scored.schema.parse(weighed.record?.data);
  const bid: Bid = {
    score,
    applicant: applied.parse(file.application).fullName,
    submittedAt: file.submittedAt,
    role: roleOf(file) ?? "",
    ...(criteria ? { criteria } : {}),
  };
  return { ...weighed, bid };
}

/** Does the training come to what the role asks? Whoever has shown none has no hours. */
export function weighTraining(file: CaseFile): StepResult<"trained" | "untrained"> {
  const { hours = 0 } = latestAnswer(file, trainingReview)?.values ?? {};
  const asked = callIn(file).roles[roleOf(file) ?? ""]?.trainingHours ?? 0;
  return { outcome: hours >= asked ? "trained" : "untrained" };
}

/** What a case brings to the selection: it competes for the places of the role that was agreed. */
const bid = bidOf({
  score: z.number().int(),
  applicant: z.string(),
  submittedAt: z.string(),
  role: z.string(),
});
export type Bid = z.infer<typeof bid>;

const terms = storedCall.pick({ closesAt: true, minimumScore: true, scoreGap: true, roles: true });

/** The places of each role go by score; a place is given once, so nobody waits for one. */
export const selection = selects<Bid>({
  bid,
  order: [
    highest("score", "score", ({ score }) => score),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: places({ named: "role", list: "roles", wants: ({ role }) => [role] }),
  terms: (call) => {
    const { roles, ...said } = terms.parse(call);
    const offered = Object.entries(roles).map(([role, one]) => [role, one.places]);
    // A place is no offer: whoever gets one has it.
    return { ...said, offerDays: 1, places: Object.fromEntries(offered) };
  },
  weighing: "weighing",
  offers: { open: ["awaitingSelection"], givenBack: [], ranOut: [] },
  handsOn: "never",
  publishes: ["score", "submittedAt", "role"],
});

/** What the call has decided about a case. */
export const decisionOn = ({ entry }: Pick<CaseFile, "entry">): Decision | undefined =>
  selection.decisionIn(entry?.decision);
