import { rankingAppeal } from "../../workflows/blocks/appeal.ts";
import { type Bid, bid, selectionRules } from "../../workflows/blocks/selection.ts";
import { latestAnswer } from "../../workflows/kernel/answers.ts";
import { points } from "../../workflows/kernel/score.ts";
import {
  auditRanking,
  auditReasons,
  auditRules,
  type Difference,
} from "../../workflows/selection-call/audit.ts";
import { type RankingDocument, rankingDocument } from "../../workflows/selection-call/ranking-document.ts";
import { adoptedIn, broughtUnder, rulesUnder } from "../../workflows/selection-call/trial.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { documentKey, refOfCall } from "../store/keys.ts";

type Parts = Pick<House, "table" | "documents">;

export type Audited =
  | { readonly outcome: "unknownCall" | "nothingPublished" }
  | {
      readonly outcome: "audited";
      /** The published rankings, oldest first: how many cases each has, and every difference. */
      readonly rankings: readonly {
        readonly name: string;
        readonly cases: number;
        readonly differences: readonly Difference[];
      }[];
      /**
       * Scores in the table that are not what the reviews, what was adopted of trials and an upheld appeal say, and reasons
       * told to applicants that do not come out again: changed after they were given.
       */
      readonly changed: readonly Difference[];
    };

/**
 * Works out again what a call has published, from the applications, the reviewers' answers and the decisions on appeals
 * that are stored, and compares it with the documents that were kept then and with the table as it is now.
 */
export async function auditCall(parts: Parts, callId: string): Promise<Audited> {
  const call = await loadCase(parts, refOfCall(callId), { withEntries: true });
  if (!call) return { outcome: "unknownCall" };
  const names = call.records.flatMap(({ document }) => (document?.startsWith("ranking-") ? [document] : []));
  const kept = await Promise.all(
    names.map(async (name) => ({ name, document: await read(parts, call, name) })),
  );
  if (kept.length === 0) return { outcome: "nothingPublished" };
  const adopted = adoptedIn(call.file);
  const rules = rulesUnder(selectionRules.parse(call.file.call), adopted);
  const reviewed = new Map<string, Bid>();
  const appealed = new Map<string, Bid>();
  const changed: Difference[] = [];
  for (const { ref, bid: stored } of call.file.entries ?? []) {
    const own = await loadCase(parts, ref);
    const reviews = own && broughtBy(own);
    if (!own || !reviews) continue;
    const brought = broughtUnder(ref, reviews, call.file.call, adopted);
    const now = afterAppeal(own, brought);
    reviewed.set(ref, brought);
    appealed.set(ref, now);
    const { score } = bid.parse(stored);
    if (score !== now.score)
      changed.push({ ref, what: "score", published: String(score), recomputed: String(now.score) });
  }
  const rankings = kept.map(({ name, document }, index) => ({
    name,
    cases: document.entries.length,
    differences: [
      ...auditRules(document, rules),
      ...auditRanking(document, index === 0 ? reviewed : appealed, index === 0),
    ],
  }));
  const explained =
    kept.length === 1 ? auditReasons(kept[0]?.document, reviewed, call.file.entries ?? []) : [];
  return { outcome: "audited", rankings, changed: [...changed, ...explained] };
}

async function read({ documents }: Parts, { head }: LoadedCase, name: string): Promise<RankingDocument> {
  const kept = await documents.read(documentKey(head.pk, name));
  if (!kept) throw new Error(`${head.pk}: ${name} was published, and is not there`);
  return rankingDocument.parse(JSON.parse(Buffer.from(kept.body).toString("utf8")));
}

/** What a case brings to the ranking, weighed again by the step of its process that weighed it; nothing before that. */
function broughtBy({ process, file }: LoadedCase): Bid | undefined {
  const weighed = file.records.findLast(({ outcome }) => outcome === "scored");
  const state = weighed && process.states[weighed.state];
  const again = weighed && state?.kind === "step" ? state.run(file, weighed.at) : undefined;
  return bid.safeParse(again?.bid).data;
}

/** An upheld appeal gave the case another score. */
function afterAppeal({ file }: LoadedCase, brought: Bid): Bid {
  const decided = latestAnswer(file, rankingAppeal);
  const score = decided?.outcome === "upheld" ? decided.values.score : undefined;
  return score === undefined ? brought : { ...brought, score: points(score) };
}
