import { describe, expect, it } from "vitest";
import { match } from "../../../../workflows/blocks/matching/matching.ts";
import { placesFor } from "../../../../workflows/blocks/matching/pairs.ts";
import { byName, earliest, having, highest } from "../../../../workflows/kernel/selection/keys.ts";
import { pairs } from "../../../../workflows/kernel/selection/pairs.ts";

/** Schools and creators of a creative partnership (processes.md 7.2 to 7.4). */
interface School {
  readonly name: string;
  readonly wishes: readonly string[];
  readonly rural: boolean;
  readonly pupils: number;
  readonly submittedAt: string;
  readonly fields: readonly string[];
}

interface Creator {
  readonly id: string;
  readonly capacity: number;
  readonly named: readonly string[];
  readonly fields: readonly string[];
}

const partnership = (choices: number) =>
  pairs<School, Creator>({
    wants: ({ wishes }) => wishes.slice(0, choices),
    capacity: ({ capacity }) => capacity,
    names: ({ named }) => named,
    likes: () => [
      having("rural", ({ rural }) => rural),
      highest("pupils", "number", ({ pupils }) => pupils),
      earliest("submittedAt", ({ submittedAt }) => submittedAt),
      byName("name", ({ name }) => name),
    ],
    fits: (school, { fields }) => school.fields.some((field) => fields.includes(field)),
  });

const school = (name: string, wishes: readonly string[], more: Partial<School> = {}): School => ({
  name,
  wishes,
  rural: false,
  pupils: 100,
  submittedAt: "2027-02-01T10:00:00Z",
  fields: ["music"],
  ...more,
});

const creator = (id: string, more: Partial<Creator> = {}): Creator => ({
  id,
  capacity: 1,
  named: [],
  fields: ["music", "dance"],
  ...more,
});

/** Who keeps a place with whom. */
function kept(schools: readonly School[], creators: readonly Creator[], choices = 3) {
  const looking = schools.map((bid) => ({ id: bid.name, bid }));
  const said = partnership(choices);
  const places = placesFor(looking, creators, said);
  const seekers = looking.map(({ id, bid }) => ({ id, wants: said.wants(bid) }));
  return Object.fromEntries(match(seekers, places).map(({ seeker, place }) => [seeker, place]));
}

describe("two sides that choose each other", () => {
  it("whoever is named twice stands where they were named first", () => {
    const [one, other] = [school("a", ["k"]), school("b", ["k"])];
    expect(kept([one, other], [creator("k", { named: ["b", "a", "b"] })])).toMatchObject({ b: "k" });
  });

  it.each<{ rule: string; first: Partial<School>; second: Partial<School> }>([
    { rule: "a rural school before a larger one", first: { rural: true }, second: { pupils: 900 } },
    {
      rule: "more pupils before the earlier",
      first: { pupils: 200 },
      second: { submittedAt: "2027-01-01T10:00:00Z" },
    },
    { rule: "the earlier", first: {}, second: { submittedAt: "2027-02-02T10:00:00Z" } },
  ])("a creator takes $rule", ({ first, second }) => {
    const schools = [school("B", ["ana"], first), school("A", ["ana"], second)];
    expect(kept(schools, [creator("ana")])).toEqual({ A: undefined, B: "ana" });
  });

  it("takes first whom it named, as named, whatever else; who wants elsewhere is not taken", () => {
    const schools = [school("A", ["ana"], { rural: true }), school("B", ["ana"]), school("C", ["beata"])];
    expect(kept(schools, [creator("ana", { named: ["C", "B"] }), creator("beata", { capacity: 0 })])).toEqual(
      {
        A: undefined,
        B: "ana",
        C: undefined,
      },
    );
  });

  it("gives each side the best that the other lets it have: who is turned away goes on to the next wish", () => {
    const schools = [school("A", ["ana", "beata"]), school("B", ["ana", "beata"], { rural: true })];
    expect(kept(schools, [creator("ana"), creator("beata")])).toEqual({ A: "beata", B: "ana" });
    expect(kept(schools, [creator("ana"), creator("beata")], 1)).toEqual({ A: undefined, B: "ana" });
  });

  it("brings nobody together who do not fit", () => {
    const dancers = school("A", ["ana", "beata"], { fields: ["dance"] });
    expect(kept([dancers], [creator("ana", { fields: ["music"] }), creator("beata")])).toEqual({
      A: "beata",
    });
  });
});
