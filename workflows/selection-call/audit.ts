import { rankingAppeal } from "../blocks/appeal.ts";
import { rank } from "../blocks/ranking/ranking.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import type { Entry } from "../kernel/entry.ts";
import { points } from "../kernel/score.ts";
import type { Brought } from "../kernel/selection/bid.ts";
import type { Explained } from "../kernel/selection/decision.ts";
import type { AuditFindings, BroughtAgain, Difference } from "../kernel/selection/desk.ts";
import type { Selection, Terms } from "../kernel/selection/selection.ts";
import { explainAll } from "./explain.ts";
import { factsOf, type RankingDocument, rankingDocument, rulesIn } from "./ranking-document.ts";
import { selectionOf } from "./selection.ts";
import { adoptedIn, broughtUnder, termsUnder } from "./trial.ts";

/** What a case brings by what its reviews gave and the coordinator has adopted since, and by an appeal that was upheld after that. */
export function bringAgain(call: CaseFile, own: CaseFile, weighed: unknown): BroughtAgain | undefined {
  const selection = selectionOf(call);
  const brought = selection.bidIn(weighed);
  if (!brought) return undefined;
  const rules = { call: call.call, terms: selection.terms(call.call) };
  const reviewed = broughtUnder(own.ref, brought, rules, adoptedIn(call));
  const decided = latestAnswer(own, rankingAppeal);
  const score = decided?.outcome === "upheld" ? decided.values.score : undefined;
  return {
    ref: own.ref,
    reviewed,
    appealed: score === undefined ? reviewed : { ...reviewed, score: points(score) },
  };
}

/** Works out again what a call has published and compares it with the documents that were kept then and with the table as it is now. */
export function auditCall(
  call: CaseFile,
  documents: readonly { readonly name: string; readonly data: unknown }[],
  again: readonly BroughtAgain[],
): AuditFindings {
  const selection = selectionOf(call);
  const terms = termsUnder(selection.terms(call.call), adoptedIn(call));
  const kept = documents.map(({ name, data }) => ({ name, document: rankingDocument.parse(data) }));
  const reviewed = new Map(again.map((one) => [one.ref, one.reviewed]));
  const appealed = new Map(again.map((one) => [one.ref, one.appealed]));
  const rankings = kept.map(({ name, document }, index) => ({
    name,
    cases: document.entries.length,
    differences: [
      ...auditRules(document, selection, terms),
      ...auditRanking(document, selection, index === 0 ? reviewed : appealed, index === 0),
    ],
  }));
  const entries = call.entries ?? [];
  const reasons = kept.length === 1 ? auditReasons(kept[0]?.document, selection, reviewed, entries) : [];
  return { rankings, changed: [...auditScores(entries, selection, appealed), ...reasons] };
}

/** The scores in the table against those that the reviews and an appeal gave. */
const auditScores = (
  entries: readonly Entry[],
  selection: Selection,
  appealed: ReadonlyMap<string, Brought>,
): readonly Difference[] =>
  entries.flatMap(({ ref, bid }): Difference[] => {
    const [stored, now] = [selection.bidIn(bid)?.score, appealed.get(ref)];
    return !now || stored === now.score
      ? []
      : [{ ref, what: "score", published: String(stored), recomputed: String(now.score) }];
  });

/**
 * Works a published ranking out again from what each case brings (`brought`, made anew from the application and the
 * reviews) and names every difference. In a ranking that an appeal has changed nobody loses anything, so there the order is
 * compared and not who was offered what.
 */
function auditRanking(
  { entries, rules }: RankingDocument,
  selection: Selection,
  brought: ReadonlyMap<string, Brought>,
  isFirst: boolean,
): readonly Difference[] {
  const facts = entries.flatMap((entry) => compareFacts(entry, brought.get(entry.ref), selection));
  const ranked = rank(
    entries.flatMap(({ ref }) => {
      const bid = brought.get(ref);
      return bid ? [{ id: ref, bid }] : [];
    }),
    selection,
    { closesAt: "", offerDays: 0, ...rules, places: rules.places ?? {} },
  );
  const positioned = entries
    .flatMap((entry) => {
      const position = selection.decisionIn(entry)?.position;
      return position === undefined ? [] : [{ ref: entry.ref, position }];
    })
    .toSorted((a, b) => a.position - b.position);
  const anew = ranked.filter(({ kind }) => kind !== "rejected");
  const order = positioned.flatMap(({ ref }, index): Difference[] => {
    const place = anew.findIndex(({ id }) => id === ref);
    return place === index
      ? []
      : [
          {
            ref,
            what: "order",
            published: String(index + 1),
            recomputed: place < 0 ? "–" : String(place + 1),
          },
        ];
  });
  return [...facts, ...order, ...(isFirst ? comparePlaces(entries, selection, ranked) : [])];
}

/** The rules that a ranking was made by against those of the call, with what was adopted of trials. */
function auditRules(
  { call, rules }: RankingDocument,
  selection: Selection,
  now: Terms,
): readonly Difference[] {
  const told = ({ places, ...more }: RankingDocument["rules"]) =>
    JSON.stringify({ places: places && Object.entries(places).toSorted(), ...more });
  const [before, again] = [told(rules), told(rulesIn(selection, now))];
  return before === again ? [] : [{ ref: call, what: "rules", published: before, recomputed: again }];
}

/** The reasons that applicants were told against those that come out of the ranking worked out again. */
function auditReasons(
  document: RankingDocument | undefined,
  selection: Selection,
  brought: ReadonlyMap<string, Brought>,
  entries: readonly Entry[],
): readonly Difference[] {
  if (!document) return [];
  const anew = document.entries.map((entry) => ({
    ref: entry.ref,
    state: "",
    ended: false,
    submittedAt: "",
    bid: brought.get(entry.ref),
    decision: entry,
  }));
  const reasons = explainAll(anew, selection, document.rules.minimumScore);
  return entries.flatMap(({ ref, decision: stored }): Difference[] => {
    const told = sorted(selection.decisionIn(stored)?.why);
    const again = sorted(reasons.get(ref));
    return told === again || told === ""
      ? []
      : [{ ref, what: "reasons", published: told, recomputed: again }];
  });
}

/** The same reasons are the same text, in whatever order the table gives their parts back. */
function sorted(why: Explained | undefined): string {
  if (!why) return "";
  const { score, minimumScore, inOrder, applied, lastFilled, reservePosition } = why;
  const last = Object.entries(lastFilled)
    .map(([share, filled]) => [share, filled.position, filled.score].join(" "))
    .toSorted();
  return JSON.stringify([score, minimumScore, inOrder, applied, last, reservePosition ?? null]);
}

type Published = RankingDocument["entries"][number];

function compareFacts(
  entry: Published,
  bid: Brought | undefined,
  selection: Selection,
): readonly Difference[] {
  const { ref, score } = entry;
  if (!bid) return [{ ref, what: "missing", published: String(score), recomputed: "–" }];
  const told = (from: object) => {
    const { score: _score, ...facts } = factsOf(from, selection);
    return JSON.stringify(facts);
  };
  return [
    ...(score === bid.score
      ? []
      : [{ ref, what: "score" as const, published: String(score), recomputed: String(bid.score) }]),
    ...(told(entry) === told(bid)
      ? []
      : [{ ref, what: "facts" as const, published: told(entry), recomputed: told(bid) }]),
  ];
}

function comparePlaces(
  entries: readonly Published[],
  selection: Selection,
  ranked: ReturnType<typeof rank>,
): readonly Difference[] {
  const anew = new Map(ranked.map((placed) => [placed.id, placed]));
  const told = (
    kind: string,
    given: { readonly share?: string | undefined; readonly cents?: number | undefined },
  ) => [kind, given.share, given.cents].filter((part) => part !== undefined).join(" ");
  return entries.flatMap((entry): Difference[] => {
    const { ref } = entry;
    const [made, placed] = [selection.decisionIn(entry), anew.get(ref)];
    const again = placed ? told(placed.kind, placed.kind === "offered" ? placed : {}) : "–";
    const before = made ? told(made.kind, made) : "–";
    return again === before ? [] : [{ ref, what: "place", published: before, recomputed: again }];
  });
}
