import * as z from "zod";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Entry } from "../kernel/entry.ts";
import { points } from "../kernel/score.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";
import { columnsOf, keysOf, type Standing } from "../kernel/selection/standing.ts";
import { rankingApproval } from "./forms.ts";

const rules = z.object({
  places: z.record(z.string(), z.number()).optional(),
  budgetCents: z.number().optional(),
  partialFloorPercent: z.number().optional(),
  minimumScore: z.number().optional(),
  scoreGap: z.number().optional(),
});

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
  rules,
  /** What the process publishes of a bid, the keys that are columns, and what was decided. */
  entries: z.array(z.looseObject({ ref: z.string() })),
});
export type RankingDocument = z.infer<typeof rankingDocument>;

/**
 * The document of the latest ranking; `ranked` are the cases that have a decision, in its order. It is the same
 * whenever it is made. Who left before this ranking keeps the decision of an earlier one and is left out.
 */
export function documentOf(
  file: CaseFile,
  selection: Selection,
  terms: Terms,
  ranked: readonly Entry[],
): RankingDocument {
  const rankedAt = rankedAtIn(file);
  const approvedAt = latestAnswer(file, rankingApproval)?.at;
  return {
    call: file.callId,
    ...(rankedAt === undefined ? {} : { rankedAt }),
    ...(approvedAt === undefined ? {} : { approvedAt }),
    unitsPerPoint: points(1),
    rules: rulesIn(selection, terms),
    entries: withoutLeft(file, ranked).map((entry) => publishedOf(entry, selection)),
  };
}

/** The terms by which a ranking is made; a budget only where it is what is shared out. */
export const rulesIn = (
  { award }: Selection,
  { places, budgetCents, partialFloorPercent, minimumScore, scoreGap }: Terms,
): z.infer<typeof rules> => ({
  ...(award.kind === "places" ? { places: { ...places } } : { budgetCents, partialFloorPercent }),
  minimumScore,
  scoreGap,
});

function publishedOf(
  { ref, bid, decision }: Entry,
  selection: Selection,
): RankingDocument["entries"][number] {
  const brought = selection.bidIn(bid);
  const made = selection.decisionIn(decision);
  if (!brought || !made) throw new Error(`${ref}: it has a place in the ranking, and nothing to rank it by`);
  const { position, kind, share, cents, isPartial, decidedBy, added } = made;
  return {
    ref,
    ...factsOf(brought, selection),
    ...keysOf(brought, selection),
    rescoredAt: brought.rescoredAt,
    ...selection.stores({ position, kind, share, cents, isPartial, decidedBy, added }),
  };
}

/** What of a bid, or of a document's entry, its process publishes; a value is what it is in JSON. */
export const factsOf = (
  brought: object,
  { publishes }: Pick<Selection, "publishes">,
): Readonly<Record<string, unknown>> => {
  const known = new Map(Object.entries(brought));
  return Object.fromEntries(publishes.map((name) => [name, known.get(name)]));
};

/** Where each case stood in a published ranking, by ref. */
export function standingsIn(document: unknown, selection: Selection): ReadonlyMap<string, Standing> {
  const columns = columnsOf(selection);
  return new Map(
    rankingDocument.parse(document).entries.flatMap((entry): [string, Standing][] => {
      const made = selection.decisionIn(entry);
      const keys = columns.flatMap(({ name }) => {
        const kept = entry[name];
        return typeof kept === "number" ? [[name, kept] as const] : [];
      });
      return made ? [[entry.ref, { ...made, keys: Object.fromEntries(keys) }]] : [];
    }),
  );
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
