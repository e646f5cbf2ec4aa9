import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Refill,
  type ReserveEntry,
  type ReserveOffer,
  refill,
} from "../../../workflows/blocks/reserve/reserve.ts";
import { points } from "../../../workflows/kernel/score.ts";
import { rankAbroad } from "../foreign-internship/ranking.ts";

type Quotas = Readonly<Record<string, number>>;
type Answer = "accept" | "decline" | "silent" | "withdraw";

const countries = ["IE", "SI", "FI"];
const hour = 3_600_000;
const published = Date.parse("2027-04-01T09:00:00Z");
const iso = (at: number): string => new Date(at).toISOString();

/** A call as it may turn out: who stands where, and how each would answer an offer. */
const calls = fc.record({
  quotas: fc.record({ IE: fc.nat({ max: 3 }), SI: fc.nat({ max: 3 }), FI: fc.nat({ max: 3 }) }),
  people: fc.array(
    fc.record({
      preferences: fc.uniqueArray(fc.constantFrom(...countries), { minLength: 1, maxLength: 2 }),
      answer: fc.constantFrom<Answer>("accept", "decline", "silent", "withdraw"),
    }),
    { maxLength: 20 },
  ),
  /** The hours after publication at which somebody looks: nobody promises that they are regular. */
  looks: fc
    .array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 12 })
    .map((hours) => hours.toSorted((a, b) => a - b)),
});

type Call = typeof calls extends fc.Arbitrary<infer T> ? T : never;

const offerAt = (share: string, at: number, promotedFrom?: string): ReserveOffer => ({
  share,
  madeAt: iso(at),
  expiresAt: iso(at + 168 * hour),
  state: "open",
  promotedFrom,
});

/** The ranking of the call, its offers made. */
function atPublication({ people, quotas }: Call): ReserveEntry[] {
  const applications = people.map(({ preferences }, index) => ({
    id: `case-${index}`,
    applicant: "",
    score: points(100 - index),
    travelledBefore: false,
    rural: false,
    submittedAt: iso(published),
    preferences,
  }));
  return rankAbroad(applications, quotas, 0).map((ranked, index) => ({
    id: ranked.id,
    position: index + 1,
    wants: people[index]?.preferences ?? [],
    ...(ranked.kind === "offered" && { offer: offerAt(ranked.share ?? "", published) }),
  }));
}

/** Everyone answers a day after their offer, as they would; who withdraws does so a day after accepting. */
const answered = (entries: readonly ReserveEntry[], { people }: Call, now: number): ReserveEntry[] =>
  entries.map((entry) => {
    const answer = people[Number(entry.id.slice("case-".length))]?.answer;
    const { offer } = entry;
    if (!offer || answer === "silent" || answer === undefined) return entry;
    const due = Date.parse(offer.madeAt) + 24 * hour;
    if (offer.state === "open" && due <= now) {
      return answer === "decline"
        ? { ...entry, offer: { ...offer, state: "declined" as const, freedAt: iso(due) } }
        : { ...entry, offer: { ...offer, state: "accepted" as const } };
    }
    if (offer.state === "accepted" && answer === "withdraw" && due + 24 * hour <= now) {
      return { ...entry, offer: { ...offer, state: "withdrawn" as const, freedAt: iso(due + 24 * hour) } };
    }
    return entry;
  });

const stored = (entries: readonly ReserveEntry[], moved: Refill, now: number): ReserveEntry[] =>
  entries.map((entry) => {
    const made = moved.offers.find(({ id }) => id === entry.id);
    if (made) return { ...entry, offer: offerAt(made.share, now, made.promotedFrom) };
    if (entry.offer && moved.expired.includes(entry.id)) {
      return { ...entry, offer: { ...entry.offer, state: "expired" as const } };
    }
    return entry;
  });

/** Plays the call and hands over every move with the state before and after it. */
function play(
  call: Call,
  see: (before: readonly ReserveEntry[], moved: Refill, after: readonly ReserveEntry[], now: number) => void,
): void {
  let entries = atPublication(call);
  for (const hours of call.looks) {
    const now = published + hours * hour;
    const before = answered(entries, call, now);
    const moved = refill(before, call.quotas, iso(now));
    entries = stored(before, moved, now);
    see(before, moved, entries, now);
  }
}

const holders = (entries: readonly ReserveEntry[], country: string): number =>
  entries.filter(
    ({ offer }) => offer?.share === country && (offer.state === "open" || offer.state === "accepted"),
  ).length;

const everyMove = (see: (call: Call, ...move: Parameters<Parameters<typeof play>[1]>) => void): void =>
  fc.assert(
    fc.property(calls, (call) => {
      play(call, (...move) => see(call, ...move));
    }),
  );

describe("however a call turns out and whenever somebody looks", () => {
  it("no country ever has more holders than places", () => {
    everyMove(({ quotas }: { quotas: Quotas }, _before, _moved, after) => {
      for (const country of countries) {
        expect(holders(after, country)).toBeLessThanOrEqual(quotas[country] ?? 0);
      }
    });
  });

  it("no place stays empty while somebody waits for its country", () => {
    everyMove(({ quotas }: { quotas: Quotas }, _before, _moved, after) => {
      for (const { offer, wants } of after) {
        if (offer) continue;
        for (const country of wants) expect(holders(after, country)).toBe(quotas[country] ?? 0);
      }
    });
  });

  it("nobody who waits for a country is passed over for one who stands below", () => {
    everyMove((_call, _before, moved, after) => {
      for (const { id, share } of moved.offers) {
        const promoted = after.find((entry) => entry.id === id);
        const passedOver = after.filter(
          (entry) =>
            !entry.offer && entry.wants.includes(share) && entry.position < (promoted?.position ?? 0),
        );
        expect(passedOver).toEqual([]);
      }
    });
  });

  it("looking twice changes nothing", () => {
    everyMove(({ quotas }, _before, _moved, after, now) => {
      expect(refill(after, quotas, iso(now))).toEqual({ expired: [], offers: [], unaffordable: [] });
    });
  });

  it("the order in which the entries are read does not matter", () => {
    everyMove(({ quotas }, before, moved, _after, now) => {
      expect(refill(before.toReversed(), quotas, iso(now))).toEqual(moved);
    });
  });

  it("nobody gets a second offer, and no place is passed on twice", () => {
    everyMove((_call, before, moved, after) => {
      for (const { id } of moved.offers)
        expect(before.find((entry) => entry.id === id)).not.toHaveProperty("offer.state");
      const sources = after.flatMap(({ offer }) => offer?.promotedFrom ?? []);
      expect(new Set(sources).size).toBe(sources.length);
    });
  });
});
