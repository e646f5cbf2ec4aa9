import { describe, expect, it } from "vitest";
import { type ReserveEntry, type ReserveOffer, refill } from "../../../workflows/blocks/reserve/reserve.ts";

const now = "2027-04-20T09:00:00Z";

const offerOf = (state: ReserveOffer["state"], facts: Partial<ReserveOffer> = {}): ReserveOffer => ({
  share: "FI",
  madeAt: "2027-04-10T09:00:00Z",
  expiresAt: "2027-04-30T20:59:59Z",
  state,
  ...facts,
});

const declined = (freedAt: string, facts: Partial<ReserveOffer> = {}): ReserveOffer =>
  offerOf("declined", { freedAt, ...facts });

const entry = (position: number, wants: string[], offer?: ReserveOffer): ReserveEntry => ({
  id: `case-${position}`,
  position,
  wants,
  offer,
});

describe("a freed place", () => {
  it("goes to the first on the reserve list who named its country", () => {
    const entries = [
      entry(1, ["FI"], declined("2027-04-15T09:00:00Z")),
      entry(2, ["IE"]),
      entry(3, ["IE", "FI"]),
      entry(4, ["FI"]),
    ];
    expect(refill(entries, { FI: 1, IE: 0 }, now)).toEqual({
      expired: [],
      offers: [{ id: "case-3", share: "FI", promotedFrom: "case-1" }],
      unaffordable: [],
    });
  });

  it.each<{ rule: string; offer: ReserveOffer }>([
    { rule: "declined", offer: declined("2027-04-15T09:00:00Z") },
    {
      rule: "withdrawn after it was accepted",
      offer: offerOf("withdrawn", { freedAt: "2027-04-15T09:00:00Z" }),
    },
    { rule: "expired and marked so", offer: offerOf("expired", { expiresAt: "2027-04-17T20:59:59Z" }) },
    { rule: "open, with its time just up", offer: offerOf("open", { expiresAt: now }) },
  ])("is one that was $rule", ({ offer }) => {
    expect(refill([entry(1, ["FI"], offer), entry(2, ["FI"])], { FI: 1 }, now).offers).toHaveLength(1);
  });

  it.each<{ rule: string; offer: ReserveOffer }>([
    { rule: "accepted", offer: offerOf("accepted") },
    { rule: "open, a second before its time", offer: offerOf("open", { expiresAt: "2027-04-20T09:00:01Z" }) },
    { rule: "declined in what is still the future", offer: declined("2027-04-20T09:00:01Z") },
  ])("is none that is $rule", ({ offer }) => {
    expect(refill([entry(1, ["FI"], offer), entry(2, ["FI"])], { FI: 1 }, now).offers).toEqual([]);
  });

  it("is passed on once only", () => {
    const entries = [
      entry(1, ["FI"], declined("2027-04-15T09:00:00Z")),
      entry(2, ["FI"], offerOf("open", { promotedFrom: "case-1" })),
      entry(3, ["FI"]),
    ];
    expect(refill(entries, { FI: 1 }, now)).toEqual({ expired: [], offers: [], unaffordable: [] });
  });

  it("moves nobody from a country already offered, though it was named first", () => {
    const entries = [
      entry(1, ["FI"], declined("2027-04-15T09:00:00Z")),
      entry(2, ["FI", "IE"], offerOf("open", { share: "IE" })),
      entry(3, ["FI"]),
    ];
    expect(refill(entries, { FI: 1, IE: 1 }, now).offers).toMatchObject([{ id: "case-3" }]);
  });

  it("is never offered again to who gave one back", () => {
    const entries = [
      entry(1, ["FI"], declined("2027-04-15T09:00:00Z")),
      entry(2, ["FI"], declined("2027-04-16T09:00:00Z", { promotedFrom: "case-1" })),
    ];
    expect(refill(entries, { FI: 1 }, now).offers).toEqual([]);
  });

  it("stays empty when the call has fewer places by now", () => {
    const entries = [
      entry(1, ["FI"], offerOf("accepted")),
      entry(2, ["FI"], declined("2027-04-15T09:00:00Z")),
      entry(3, ["FI"]),
    ];
    expect(refill(entries, { FI: 1 }, now).offers).toEqual([]);
    expect(refill(entries, { FI: 2 }, now).offers).toHaveLength(1);
  });

  it("is an error when nobody knows since when it is free", () => {
    expect(() => refill([entry(1, ["FI"], offerOf("declined"))], { FI: 1 }, now)).toThrow("but when?");
  });
});

describe("several freed places", () => {
  it("are taken in the order in which they were freed", () => {
    const entries = [
      entry(1, ["FI"], declined("2027-04-16T09:00:00Z")),
      entry(2, ["IE"], declined("2027-04-15T09:00:00Z", { share: "IE" })),
      entry(3, ["FI", "IE"]),
      entry(4, ["FI"]),
    ];
    expect(refill(entries, { FI: 1, IE: 1 }, now).offers).toEqual([
      { id: "case-3", share: "IE", promotedFrom: "case-2" },
      { id: "case-4", share: "FI", promotedFrom: "case-1" },
    ]);
  });

  it("freed in the same second are taken in the order of the ranking, whatever order they are read in", () => {
    const midnight = "2027-04-17T20:59:59Z";
    const entries = [
      entry(1, ["IE"], offerOf("open", { share: "IE", expiresAt: midnight })),
      entry(2, ["FI"], offerOf("open", { expiresAt: midnight })),
      entry(3, ["FI", "IE"]),
      entry(4, ["FI"]),
    ];
    const moved = {
      expired: ["case-1", "case-2"],
      offers: [
        { id: "case-3", share: "IE", promotedFrom: "case-1" },
        { id: "case-4", share: "FI", promotedFrom: "case-2" },
      ],
      unaffordable: [],
    };
    expect(refill(entries, { FI: 1, IE: 1 }, now)).toEqual(moved);
    expect(refill(entries.toReversed(), { FI: 1, IE: 1 }, now)).toEqual(moved);
  });
});

describe("the budget of a call", () => {
  const costing = (FI: number, reserved: ReserveEntry): ReserveEntry => ({ ...reserved, cents: { FI } });
  const freed = costing(900, entry(1, ["FI"], declined("2027-04-15T09:00:00Z")));
  const held = costing(1000, entry(2, ["FI"], offerOf("accepted")));
  const next = costing(1200, entry(3, ["FI"]));
  const cheaper = costing(100, entry(4, ["FI"]));
  const within = (budget: number) => refill([freed, held, next, cheaper], { FI: 2 }, now, undefined, budget);

  it("bears a promotion that brings the places held up to it exactly", () => {
    expect(within(2200).offers).toMatchObject([{ id: "case-3" }]);
    expect(within(2200).unaffordable).toEqual([]);
  });

  it("holds a promotion back that would exceed it by a cent, and passes nobody over for who costs less", () => {
    expect(within(2199).offers).toEqual([]);
    expect(within(2199).unaffordable).toEqual([
      { id: "case-3", share: "FI", promotedFrom: "case-1", missingCents: 1 },
    ]);
  });

  it("is used up by each promotion in turn", () => {
    const also = costing(500, entry(5, ["FI"], declined("2027-04-16T09:00:00Z")));
    const { offers, unaffordable } = refill(
      [freed, also, held, next, cheaper],
      { FI: 3 },
      now,
      undefined,
      2299,
    );
    expect(offers.map(({ id }) => id)).toEqual(["case-3"]);
    expect(unaffordable).toMatchObject([{ id: "case-4", missingCents: 1 }]);
  });
});

describe("the last day for offers", () => {
  const lastOfferDay = "2027-04-17";
  const freedAt = (instant: string) => [entry(1, ["FI"], declined(instant)), entry(2, ["FI"])];

  it("is still a day for offers, to its last second in Vilnius", () => {
    expect(refill(freedAt("2027-04-17T20:59:59Z"), { FI: 1 }, now, lastOfferDay).offers).toHaveLength(1);
  });

  it("is not stretched: a place freed a second later stays empty", () => {
    expect(refill(freedAt("2027-04-17T21:00:00Z"), { FI: 1 }, now, lastOfferDay).offers).toEqual([]);
  });

  it("is that on which an offer ran out, though it was marked as expired after midnight", () => {
    const ranOut = { expiresAt: "2027-04-17T20:59:59Z", freedAt: "2027-04-17T21:00:03Z" };
    const entries = [entry(1, ["FI"], offerOf("expired", ranOut)), entry(2, ["FI"])];
    expect(refill(entries, { FI: 1 }, now, lastOfferDay).offers).toHaveLength(1);
  });
});
