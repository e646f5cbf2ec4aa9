import { describe, expect, it } from "vitest";
import {
  type Matched,
  match,
  type Place,
  type Seeker,
} from "../../../../workflows/blocks/matching/matching.ts";
import { seeded } from "../../../infra/local/rehearse/seeded.ts";

const place = (id: string, capacity: number, ...order: readonly string[]): Place => ({
  id,
  capacity,
  rankOf: (seeker) => (order.includes(seeker) ? order.indexOf(seeker) : undefined),
});
const found = (matched: readonly Matched[]) =>
  Object.fromEntries(matched.map(({ seeker, place: at }) => [seeker, at ?? "–"]));

describe("two sides with orders and capacities", () => {
  it("who is liked better by the host has the place, and the other goes on to the second wish", () => {
    const matched = match(
      [
        { id: "Ona", wants: ["Molėtai", "Utena"] },
        { id: "Jonas", wants: ["Molėtai", "Utena"] },
      ],
      [place("Molėtai", 1, "Jonas", "Ona"), place("Utena", 1, "Ona", "Jonas")],
    );
    expect(found(matched)).toEqual({ Ona: "Utena", Jonas: "Molėtai" });
    expect(matched[0]?.wishes).toEqual([
      { place: "Molėtai", outcome: "others" },
      { place: "Utena", outcome: "matched" },
    ]);
    expect(matched[1]?.wishes.at(1)).toEqual({ place: "Utena", outcome: "unneeded" });
  });

  it("a host with two places takes two, one with none takes nobody", () => {
    const wants = ["Molėtai"];
    const seekers = ["a", "b", "c"].map((id) => ({ id, wants }));
    expect(found(match(seekers, [place("Molėtai", 2, "c", "b", "a")]))).toEqual({
      a: "–",
      b: "Molėtai",
      c: "Molėtai",
    });
    expect(found(match(seekers, [place("Molėtai", 0, "c", "b", "a")]))).toEqual({ a: "–", b: "–", c: "–" });
  });

  it("who cannot come to a place, or wants one that is no more, is told so", () => {
    const [own] = match([{ id: "a", wants: ["own school", "gone"] }], [place("own school", 3)]);
    expect(own?.place).toBeUndefined();
    expect(own?.wishes.map(({ outcome }) => outcome)).toEqual(["excluded", "excluded"]);
  });

  it("without seekers, places or wishes nobody is matched", () => {
    expect(match([], [place("Molėtai", 1)])).toEqual([]);
    expect(match([{ id: "a", wants: [] }], [place("Molėtai", 1, "a")])).toEqual([
      { seeker: "a", wishes: [] },
    ]);
  });

  it("equal ranks are told apart by the identifier, whoever comes first", () => {
    const even: Place = { id: "x", capacity: 1, rankOf: () => 1 };
    const seekers = [
      { id: "b", wants: ["x"] },
      { id: "a", wants: ["x"] },
    ];
    expect(found(match(seekers, [even]))).toEqual({ a: "x", b: "–" });
    expect(found(match(seekers.toReversed(), [even]))).toEqual({ a: "x", b: "–" });
  });
});

/** A small world by a seed: up to six seekers, up to four places, some pairs impossible. */
function world(seed: number): { seekers: Seeker[]; places: Place[] } {
  const { whole, shuffle } = seeded(seed);
  const pick = (below: number) => whole(0, below - 1);
  const names = ["a", "b", "c", "d", "e", "f"].slice(0, 1 + pick(6));
  const homes = ["w", "x", "y", "z"].slice(0, 1 + pick(4));
  const places = homes.map((id) => place(id, pick(3), ...shuffle(names).slice(0, 1 + pick(names.length))));
  const seekers = names.map((id) => ({ id, wants: shuffle(homes).slice(0, pick(homes.length + 1)) }));
  return { seekers, places };
}

/** Every way to send each seeker to one of the places wanted or to none, that capacities and hosts allow. */
function allMatchings({ seekers, places }: ReturnType<typeof world>): ReadonlyMap<string, string>[] {
  return seekers.reduce<ReadonlyMap<string, string>[]>(
    (before, { id, wants }) =>
      before.flatMap((sent) => [
        sent,
        ...wants
          .filter((wish) => {
            const home = places.find((candidate) => candidate.id === wish);
            const there = [...sent.values()].filter((at) => at === wish).length;
            return home !== undefined && home.rankOf(id) !== undefined && there < home.capacity;
          })
          .map((wish) => new Map([...sent, [id, wish]])),
      ]),
    [new Map()],
  );
}

/** Is there a seeker and a place that would both rather have each other? */
function isBlocked(
  sent: ReadonlyMap<string, string>,
  { seekers, places }: ReturnType<typeof world>,
): boolean {
  return seekers.some(({ id, wants }) => {
    const now = sent.get(id);
    const rather = now === undefined ? wants : wants.slice(0, wants.indexOf(now));
    return rather.some((wish) => {
      const home = places.find((candidate) => candidate.id === wish);
      const rank = home?.rankOf(id);
      if (!home || rank === undefined || home.capacity === 0) return false;
      const there = [...sent]
        .filter(([, at]) => at === wish)
        .map(([seeker]) => home.rankOf(seeker) ?? Infinity);
      return there.length < home.capacity || there.some((other) => other > rank);
    });
  });
}

describe("against every matching that there could be, in 400 small worlds", () => {
  it("no two would rather have each other, and no seeker does better in any other such matching", () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const small = world(seed);
      const made = match(small.seekers, small.places);
      const sent = new Map(
        made.flatMap(({ seeker, place: at }) => (at === undefined ? [] : [[seeker, at] as const])),
      );
      expect(isBlocked(sent, small), `seed ${seed}`).toBe(false);
      const liking = (of: ReadonlyMap<string, string>, { id, wants }: Seeker) => {
        const at = of.get(id);
        return at === undefined ? wants.length : wants.indexOf(at);
      };
      for (const other of allMatchings(small).filter((candidate) => !isBlocked(candidate, small)))
        for (const seeker of small.seekers)
          expect(liking(sent, seeker), `seed ${seed}, ${seeker.id}`).toBeLessThanOrEqual(
            liking(other, seeker),
          );
    }
  });

  it("the order in which they are given changes nothing", () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { seekers, places } = world(seed);
      expect(found(match(seekers.toReversed(), places.toReversed()))).toEqual(found(match(seekers, places)));
    }
  });
});
