import { describe, expect, it } from "vitest";
import { rank } from "../../../workflows/blocks/ranking/ranking.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { type Bid, selection } from "../../../workflows/school-initiative/call.ts";

const asking = (id: string, score: number, euros: number, more: Partial<Bid> = {}) => ({
  id,
  bid: {
    score: points(score),
    bonus: 0,
    applicant: id,
    rural: false,
    submittedAt: "2027-02-01T10:00:00Z",
    requestedCents: euros * 100,
    ...more,
  },
});

const terms = (budgetEuros: number, partialFloorPercent = 50) => ({
  closesAt: "2027-02-28T21:59:59.000Z",
  offerDays: 7,
  places: {},
  budgetCents: budgetEuros * 100,
  partialFloorPercent,
  minimumScore: 60,
});

describe("money, given along the order", () => {
  it("is offered whole as far as it goes; the first that does not fit ends it, though a later one would fit", () => {
    const ranked = rank(
      [asking("a", 90, 600), asking("b", 80, 600), asking("c", 70, 100)],
      selection,
      terms(1000),
    );
    expect(ranked).toMatchObject([
      { id: "a", kind: "offered", cents: 60_000, position: 1 },
      { id: "b", kind: "reserve", reservePosition: 1, position: 2, decidedBy: "total" },
      { id: "c", kind: "reserve", reservePosition: 2, position: 3 },
    ]);
  });

  it("is offered in part to the first of all who does not fit, in whole euros, when enough is left", () => {
    const left = { ...terms(0), budgetCents: 50_099 };
    expect(rank([asking("a", 90, 1000)], selection, left)).toMatchObject([
      { kind: "offered", cents: 50_000, isPartial: true },
    ]);
    expect(rank([asking("a", 90, 1002)], selection, left)).toMatchObject([{ kind: "reserve" }]);
  });

  it("is offered to whoever asks for nothing as well: it fits, and is read again as an offer", () => {
    const [made] = rank([asking("a", 90, 0)], selection, terms(0));
    expect(made).toMatchObject({ kind: "offered", cents: 0 });
    expect(selection.decisionIn({ kind: "offered", position: 1, cents: 0 })).toMatchObject({ cents: 0 });
  });

  it("goes by total, rural, smaller request, earlier, name; the minimum is that of the score without bonus", () => {
    const bonus = points(5);
    const ranked = rank(
      [
        asking("e", 80, 300, { submittedAt: "2027-02-01T11:00:00Z" }),
        asking("d", 80, 300, { submittedAt: "2027-02-01T10:30:00Z" }),
        asking("f", 80, 300, { submittedAt: "2027-02-01T11:00:00Z" }),
        asking("c", 80, 200),
        asking("b", 75, 900, { rural: true, bonus }),
        asking("a", 81, 900),
        asking("low", 59.99, 10, { rural: true, bonus }),
      ],
      selection,
      terms(10_000),
    );
    expect(
      ranked.map(({ id, ...placed }) => [id, "decidedBy" in placed ? placed.decidedBy : placed.kind]),
    ).toEqual([
      ["a", undefined],
      ["b", "total"],
      ["c", "rural"],
      ["d", "requested"],
      ["e", "submittedAt"],
      ["f", "applicant"],
      ["low", "rejected"],
    ]);
  });
});
