import { describe, expect, it } from "vitest";
import { heldBack } from "../../../workflows/blocks/reserve/places.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import type { Entry } from "../../../workflows/kernel/entry.ts";
import { points } from "../../../workflows/kernel/score.ts";
import {
  closeReserve,
  countReady,
  nextLook,
  publishRanking,
  rankApplications,
  refillPlaces,
} from "../../../workflows/selection-call/rules.ts";

const rulesOfCall = {
  closesAt: "2027-01-31T21:59:59.000Z",
  places: { IE: 1, FI: 1 },
  minimumScore: 60,
  scoreGap: 20,
  offerDays: 7,
  lastStart: "2027-05-03",
};

const file = (entries: readonly Entry[], more: Record<string, unknown> = {}): CaseFile => ({
  ref: "call#demo",
  process: "selection-call",
  language: "lt",
  application: {},
  submittedAt: "2027-01-01T00:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: { ...rulesOfCall, ...more },
  callId: "demo",
  entries,
  selects: selection,
});

const entry = (
  name: string,
  score: number,
  preferences: readonly string[],
  more: Partial<Entry> = {},
): Entry => ({
  ref: `case#${name}`,
  state: "awaitingRanking",
  ended: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  bid: {
    score: points(score),
    applicant: name,
    travelledBefore: false,
    rural: false,
    submittedAt: "2027-01-10T08:00:00.000Z",
    preferences,
  },
  ...more,
});

const offered = (position: number, country: string, more: { readonly expiresAt?: string } = {}) => ({
  kind: "offered",
  position,
  country,
  madeAt: "2027-02-20T10:00:00.000Z",
  expiresAt: "2027-02-27T21:59:59.000Z",
  ...more,
});

const now = "2027-02-22T10:00:00.000Z";

describe("a call with a ranking", () => {
  it("waits until every application has a score or has left the road", () => {
    const scored = entry("a", 80, ["IE"]);
    const { bid: _bid, ...waiting } = entry("b", 0, ["IE"]);
    expect(countReady(file([scored, waiting]), now).outcome).toBe("waiting");
    expect(countReady(file([scored, { ...waiting, ended: true, state: "refused" }]), now).outcome).toBe(
      "ready",
    );
  });

  it("is open for longer when its last day was moved while it was open", () => {
    expect(countReady(file([], { closesAt: "2027-02-28T21:59:59.000Z" }), now).outcome).toBe("open");
  });

  it("proposes offers, a reserve list and rejections without telling anybody", () => {
    const { decisions = [] } = rankApplications(
      file([entry("a", 80, ["IE"]), entry("b", 90, ["IE"]), entry("c", 59.99, ["FI"])]),
    );
    expect(decisions).toEqual([
      { ref: "case#b", decision: { kind: "offered", position: 1, country: "IE" } },
      { ref: "case#a", decision: { kind: "reserve", position: 2, decidedBy: "score" } },
      { ref: "case#c", decision: { kind: "rejected" } },
    ]);
  });

  it("tells each case by a signal once the ranking is approved, and dates the offers", () => {
    const ranked = [
      entry("a", 80, ["IE"], { decision: { kind: "reserve", position: 2 } }),
      entry("b", 90, ["IE"], { decision: { kind: "offered", position: 1, country: "IE" } }),
    ];
    const { decisions = [] } = publishRanking(file(ranked), now);
    expect(decisions.map(({ ref, signal }) => [ref, signal])).toEqual([
      ["case#b", "offered"],
      ["case#a", "reserve"],
    ]);
    expect(decisions[0]?.decision).toMatchObject({ madeAt: now, expiresAt: "2027-03-01T21:59:59.000Z" });
  });

  it("passes a declined place to the next on the reserve list who named the same country", () => {
    const { decisions } = refillPlaces(
      file([
        entry("a", 90, ["IE"], { decision: offered(1, "IE"), ended: true, state: "declined", endedAt: now }),
        entry("b", 80, ["FI"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
        entry("c", 70, ["FI", "IE"], { decision: { kind: "reserve", position: 3 }, state: "onReserveList" }),
      ]),
      now,
    );
    expect(decisions).toMatchObject([
      { ref: "case#c", signal: "offered", decision: { country: "IE", promotedFrom: "case#a", position: 3 } },
    ]);
  });

  it("passes the place of who withdraws after accepting on at once, before the money has come back", () => {
    const withdrawn = entry("a", 90, ["IE"], { decision: offered(1, "IE"), state: "withdrawnRecovery" });
    const { decisions } = refillPlaces(
      file([
        { ...withdrawn, bid: Object.assign({}, withdrawn.bid, { freedAt: now }) },
        entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
      ]),
      now,
    );
    expect(decisions).toMatchObject([{ ref: "case#b" }]);
  });

  it("waits for all offers that run out at one instant before it passes their places on", () => {
    const instant = "2027-02-27T21:59:59.000Z";
    const places = [
      entry("a", 90, ["IE"], { decision: offered(1, "IE"), ended: true, state: "expired", endedAt: instant }),
      entry("b", 85, ["FI"], { decision: offered(2, "FI"), state: "offer" }),
      entry("c", 70, ["FI", "IE"], { decision: { kind: "reserve", position: 3 }, state: "onReserveList" }),
    ];
    expect(refillPlaces(file(places), instant).decisions).toBeUndefined();
    expect(nextLook(file(places), instant)).toBe("2027-02-27T22:00:59.000Z");
  });

  it("holds a place whose answer is stored but not yet passed on, however late it is", () => {
    const places = [
      entry("a", 90, ["IE"], { decision: offered(1, "IE"), state: "offer" }),
      entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
    ];
    expect(refillPlaces(file(places), "2027-03-05T10:00:00.000Z")).toMatchObject({
      outcome: "moving",
      decisions: [],
    });
  });

  it.each([
    ["on the last day for offers", "2027-02-22T10:00:00.000Z", 1],
    ["after it", "2027-02-22T22:00:00.000Z", 0],
  ])("%s a freed place finds %s → %i takers", (_title, at, takers) => {
    const freed = file(
      [
        entry("a", 90, ["IE"], { decision: offered(1, "IE"), ended: true, state: "declined", endedAt: at }),
        entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
      ],
      { lastOfferDate: "2027-02-22" },
    );
    expect(refillPlaces(freed, at).decisions ?? []).toHaveLength(takers);
    if (takers === 0) expect(refillPlaces(freed, at).outcome).toBe("over");
  });

  it("promotes nobody beyond the budget, and does so once a grant turns out smaller than it might have been", () => {
    const costing = (cents: Record<string, number>, it: Entry): Entry => ({
      ...it,
      bid: Object.assign({}, it.bid, { cents }),
    });
    const call = (held: number) =>
      file(
        [
          entry("a", 90, ["IE"], {
            decision: offered(1, "IE"),
            ended: true,
            state: "declined",
            endedAt: now,
          }),
          costing({ FI: held }, entry("b", 85, ["FI"], { decision: offered(2, "FI"), state: "plan" })),
          costing(
            { IE: 100_000 },
            entry("c", 80, ["IE"], { decision: { kind: "reserve", position: 3 }, state: "onReserveList" }),
          ),
        ],
        { budgetCents: 200_000 },
      );
    expect(refillPlaces(call(110_000), now)).toMatchObject({ outcome: "moving", decisions: [] });
    expect(
      heldBack(call(110_000).entries ?? [], selection, { ...rulesOfCall, budgetCents: 200_000 }, now),
    ).toEqual([{ id: "case#c", share: "IE", promotedFrom: "case#a", missingCents: 10_000 }]);
    expect(refillPlaces(call(100_000), now).decisions).toMatchObject([{ ref: "case#c", signal: "offered" }]);
  });

  it("keeps the list open for withdrawals until the last journey begins, when the call sets no last day", () => {
    const accepted = [
      entry("a", 90, ["IE"], { decision: offered(1, "IE"), state: "awaitingDeparture" }),
      entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
    ];
    expect(refillPlaces(file(accepted), "2027-05-03T10:00:00.000Z").outcome).toBe("moving");
    expect(refillPlaces(file(accepted), "2027-05-04T10:00:00.000Z").outcome).toBe("over");
  });

  it("looks again when the next offer runs out, once the journeys have begun", () => {
    const late = [
      entry("a", 90, ["IE"], {
        decision: offered(1, "IE", { expiresAt: "2027-05-08T20:59:59.000Z" }),
        state: "offer",
      }),
      entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
    ];
    expect(refillPlaces(file(late), "2027-05-05T10:00:00.000Z").outcome).toBe("moving");
    expect(nextLook(file(late), "2027-05-05T10:00:00.000Z")).toBe("2027-05-08T20:59:59.000Z");
  });

  it("tells who still waits that the list is closed, and nobody else", () => {
    const { decisions } = closeReserve(
      file([
        entry("a", 90, ["IE"], { decision: offered(1, "IE"), state: "travelling" }),
        entry("b", 80, ["IE"], { decision: { kind: "reserve", position: 2 }, state: "onReserveList" }),
        entry("c", 75, ["IE"], {
          decision: { kind: "reserve", position: 3 },
          state: "withdrawn",
          ended: true,
        }),
      ]),
    );
    expect(decisions).toMatchObject([{ ref: "case#b", signal: "closed" }]);
  });
});
