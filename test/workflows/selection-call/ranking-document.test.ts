import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../../workflows/blocks/ranking/ranking.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { type RankingDocument, rankingDocument } from "../../../workflows/selection-call/ranking-document.ts";
import { publishRanking, rankApplications } from "../../../workflows/selection-call/rules.ts";

const rankedAt = "2027-02-19T10:00:00.000Z";
const approvedAt = "2027-02-22T09:30:00.000Z";
const now = "2027-02-22T10:00:00.000Z";

const recorded = (
  state: string,
  visit: number,
  outcome: string,
  at: string,
): CaseFile["records"][number] => ({
  state,
  visit,
  step: state,
  outcome,
  data: {},
  at,
});

const call = (
  entries: readonly Entry[],
  records = [recorded("ranking", 3, "ranked", rankedAt)],
): CaseFile => ({
  ref: "call#demo",
  process: "selection-call",
  language: "lt",
  application: {},
  submittedAt: "2027-01-01T00:00:00.000Z",
  answers: [
    {
      state: "approval",
      visit: 4,
      form: "rankingApproval",
      outcome: "approved",
      values: {},
      at: approvedAt,
      by: "pirmininke@agentura.example",
    },
  ],
  records,
  call: {
    closesAt: "2027-01-31T21:59:59.000Z",
    places: { IE: 1, FI: 1 },
    minimumScore: 60,
    scoreGap: 20,
    offerDays: 7,
    lastStart: "2027-05-03",
    title: { lt: "Stažuotės" },
    staff: { coordinator: { email: "koordinatore@agentura.example" } },
  },
  interruptions: [],
  diary: [],
  callId: "demo",
  entries,
  selects: selection,
});

const applied = (id: string, units: number, more: Record<string, unknown> = {}): Entry => ({
  ref: `case#${id}`,
  state: "awaitingRanking",
  ended: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  bid: {
    score: units,
    applicant: `Vardas ${id}`,
    travelledBefore: false,
    rural: false,
    submittedAt: "2027-01-10T08:00:00.000Z",
    preferences: ["IE"],
    ...more,
  },
});

/** The call's entries after the ranking has written its decisions. */
function ranked(entries: readonly Entry[]): readonly Entry[] {
  const { decisions = [] } = rankApplications(call(entries));
  return entries.map((entry) => {
    const made = decisions.find(({ ref }) => ref === entry.ref);
    return made ? { ...entry, decision: made.decision } : entry;
  });
}

function published(file: CaseFile, at = now): { readonly name: string; readonly data: RankingDocument } {
  const { document } = publishRanking(file, at);
  if (!document) throw new Error("the publication brings no document");
  return { name: document.name, data: rankingDocument.strict().parse(document.data) };
}

describe("the document of a published ranking", () => {
  it("says the rules of its call, when it was made and approved, and what each brought and got, in order", () => {
    const { name, data } = published(
      call(
        ranked([
          applied("a", points(59.99)),
          applied("b", points(80), { preferences: ["IE", "FI"], rural: true }),
          applied("c", points(90.5)),
          applied("d", points(80)),
        ]),
      ),
    );
    const brought = {
      travelledBefore: false,
      rural: false,
      submittedAt: "2027-01-10T08:00:00.000Z",
      preferences: ["IE"],
    };
    expect(name).toBe("ranking-1");
    expect(data).toEqual({
      call: "demo",
      rankedAt,
      approvedAt,
      unitsPerPoint: 600,
      rules: { places: { IE: 1, FI: 1 }, minimumScore: 60, scoreGap: 20 },
      entries: [
        { ...brought, ref: "case#c", score: 54_300, position: 1, kind: "offered", country: "IE" },
        {
          ...brought,
          ref: "case#b",
          score: 48_000,
          rural: true,
          preferences: ["IE", "FI"],
          position: 2,
          kind: "offered",
          country: "FI",
          decidedBy: "score",
        },
        { ...brought, ref: "case#d", score: 48_000, position: 3, kind: "reserve", decidedBy: "rural" },
        { ...brought, ref: "case#a", score: 35_994, kind: "rejected" },
      ],
    });
  });

  it("is enough to rank again and come to the same, whoever applied", () => {
    const bids = fc.record({
      score: fc.integer({ min: 30 * 600, max: 100 * 600 }),
      travelledBefore: fc.boolean(),
      rural: fc.boolean(),
      preferences: fc.constantFrom(["IE"], ["FI"], ["IE", "FI"], ["FI", "IE"]),
    });
    fc.assert(
      fc.property(fc.array(bids, { minLength: 1, maxLength: 30 }), (drawn) => {
        const entries = drawn.map(({ score, ...more }, place) =>
          applied(String(place), score, {
            ...more,
            submittedAt: new Date(Date.UTC(2027, 0, 10, 8, place)).toISOString(),
          }),
        );
        const { data } = published(call(ranked(entries)));
        const again = rank(
          data.entries.flatMap((entry) => {
            const bid = selection.bidIn({ ...entry, applicant: "" });
            return bid ? [{ id: entry.ref, bid }] : [];
          }),
          selection,
          { closesAt: now, offerDays: 7, ...data.rules, places: data.rules.places ?? {} },
        );
        const places = again.map((placed) => ({
          ref: placed.id,
          kind: placed.kind,
          ...(placed.kind === "rejected" ? {} : { position: placed.position }),
          ...(placed.kind === "offered" ? { country: placed.share } : {}),
        }));
        const kept = data.entries.map(({ ref, kind, position, country }) => ({
          ref,
          kind,
          ...(position === undefined ? {} : { position }),
          ...(country === undefined ? {} : { country }),
        }));
        const byRef = (a: { ref: string }, b: { ref: string }) => (a.ref < b.ref ? -1 : 1);
        expect(kept.toSorted(byRef)).toEqual(places.toSorted(byRef));
      }),
    );
  });

  it("names nobody: neither applicants nor who approved", () => {
    const text = JSON.stringify(published(call(ranked([applied("a", points(80))]))));
    expect(text).not.toMatch(/Vardas|@|Stažuotės/);
  });

  it("is the same when the step is repeated later, with offers dated already", () => {
    const entries = ranked([applied("a", points(80)), applied("b", points(70))]);
    const { decisions = [] } = publishRanking(call(entries), now);
    const dated = entries.map((entry) => ({
      ...entry,
      decision: decisions.find(({ ref }) => ref === entry.ref)?.decision,
      state: "offer",
    }));
    expect(published(call(dated), "2027-02-22T11:00:00.000Z")).toEqual(published(call(entries)));
  });

  it("keeps who left after the ranking, and leaves out who left before it with an earlier one's decision", () => {
    const entries = ranked([applied("a", points(90)), applied("b", points(80)), applied("c", points(70))]);
    const left = (of: Entry | undefined, endedAt: string) => (of ? [{ ...of, ended: true, endedAt }] : []);
    const [a, b, c] = entries;
    const { data } = published(
      call([
        ...left(a, "2027-02-18T10:00:00.000Z"),
        ...left(b, "2027-02-20T10:00:00.000Z"),
        ...(c ? [c] : []),
      ]),
    );
    expect(data.entries.map(({ ref }) => ref)).toEqual(["case#b", "case#c"]);
  });

  it("has a number of its own each time a ranking is published", () => {
    const records = [
      recorded("ranking", 3, "ranked", "2027-02-10T10:00:00.000Z"),
      recorded("publication", 5, "published", "2027-02-12T10:00:00.000Z"),
      recorded("ranking", 9, "ranked", rankedAt),
    ];
    expect(published(call(ranked([applied("a", points(80))]), records)).name).toBe("ranking-2");
  });
});
