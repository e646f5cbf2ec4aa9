import * as z from "zod";
import { bid, decision, type SelectionRules, selectionRules } from "../blocks/selection.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Entry } from "../kernel/case-file.ts";
import { points } from "../kernel/score.ts";
import { rankingApproval } from "./forms.ts";

const facts = bid.pick({
  score: true,
  travelledBefore: true,
  rural: true,
  submittedAt: true,
  preferences: true,
  rescoredAt: true,
});
const place = decision.pick({ position: true, kind: true, country: true, decidedBy: true, added: true });

/**
 * A published ranking as it was worked out and approved: the rules of its call and what each application brought and
 * got, in order. Whoever has it can rank again and compare. It names cases only: where two are equal in all else and
 * their applicants' names decided, it says so (`decidedBy`), and the names are in the cases. After an appeal it is made
 * anew: a score that was changed says when (`rescoredAt`), and a place above the quota says that it is (`added`).
 */
export const rankingDocument = z.object({
  call: z.string(),
  /** UTC instants. */
  rankedAt: z.string().optional(),
  approvedAt: z.string().optional(),
  /** The scores below are whole numbers of this part of a point; `minimumScore` and `scoreGap` are points. */
  unitsPerPoint: z.number().int(),
  rules: selectionRules.pick({ places: true, minimumScore: true, scoreGap: true }),
  entries: z.array(z.object({ ref: z.string(), ...facts.shape, ...place.shape })),
});
export type RankingDocument = z.infer<typeof rankingDocument>;

/**
 * The document of the latest ranking; `ranked` are the cases that have a decision, in its order. It is the same
 * whenever it is made. Who left before this ranking keeps the decision of an earlier one and is left out.
 */
export function documentOf(
  file: CaseFile,
  { places, minimumScore, scoreGap }: SelectionRules,
  ranked: readonly Entry[],
): RankingDocument {
  const rankedAt = rankedAtIn(file);
  const approvedAt = latestAnswer(file, rankingApproval)?.at;
  return {
    call: file.callId,
    ...(rankedAt === undefined ? {} : { rankedAt }),
    ...(approvedAt === undefined ? {} : { approvedAt }),
    unitsPerPoint: points(1),
    rules: { places, minimumScore, scoreGap },
    entries: withoutLeft(file, ranked).map((entry) => ({
      ref: entry.ref,
      ...facts.parse(entry.bid),
      ...place.parse(entry.decision),
    })),
  };
}

const rankedAtIn = (file: CaseFile): string | undefined =>
  file.records.findLast(({ outcome }) => outcome === "ranked")?.at;

/** Without those who had left before the latest ranking was made: their decision is of an earlier one. */
export function withoutLeft(file: CaseFile, entries: readonly Entry[]): readonly Entry[] {
  const rankedAt = rankedAtIn(file);
  return entries.filter(
    ({ ended, endedAt = "" }) => !(ended && rankedAt !== undefined && endedAt < rankedAt),
  );
}
