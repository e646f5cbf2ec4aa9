import { beforeAll, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { everyProcess, processOf } from "../../../workflows/catalogue.ts";
import { demoHouse } from "../demo-house.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const kinds = (await everyProcess()).filter(({ call }) => call?.read);

let guest: Visitor;
beforeAll(async () => {
  const house = demoHouse("2027-02-10T08:00:00.000Z");
  guest = visitor({ ...house, keepLines: async () => undefined });
  for (const { id, rehearsal } of kinds) {
    const rehearsed = await rehearsal?.();
    const example = await rehearsed?.example();
    const given = { ...example?.call, process: id, id };
    const read = await rehearsed?.read(
      id === "national-internship-place" ? placesFor(given) : given,
      await processOf(id),
    );
    if (read?.outcome !== "read") throw new Error(`the example of ${id} cannot be read`);
    await publishCall(house, read.call.given);
  }
});

/** The example of internships in Lithuania is written for both of its processes. */
const placesFor = (given: object) => ({ ...given, id: "national-internship-place" });

const page = async (id: string, language: "lt" | "en" = "en") =>
  (await guest.get(`${paths.call(id)}?lang=${language}`)).text;

describe("the public page of a call", () => {
  it.each(kinds.map(({ id }) => id))(
    "says of %s for whom it is, what is paid, how it is decided, when, and whom to ask",
    async (id) => {
      const english = await page(id);
      for (const said of [
        "For whom",
        "How long it takes",
        "What is paid",
        "When what happens",
        "Whom to ask",
      ])
        expect(english).toContain(said);
      const lithuanian = await page(id, "lt");
      for (const said of ["Kam skirta", "Kas mokama", "Kada kas vyksta"]) expect(lithuanian).toContain(said);
      expect(lithuanian).toMatch(/Kontaktai \S+ \S+, \S+@/u);
    },
  );

  it.each(
    kinds.filter(({ call }) => Object.keys(call?.brief?.criteria ?? {}).length > 0).map(({ id }) => id),
  )("says of %s how it is decided who takes part", async (id) => {
    expect(await page(id)).toContain("How it is decided");
  });

  it("says what an internship abroad pays a day in each country, and by what rates it pays the way", async () => {
    const said = await page("foreign-internship");
    for (const one of ["€108.00", "€114.00", "from €28.00 to €1,735.00", "80%", "at least 60 points of 100"])
      expect(said).toContain(one);
    expect(said).toContain("score has not taken part before rural school sent earlier name");
  });

  it("says of a grant for schools which strands there are, how much of it they may ask for, and when they report", async () => {
    const said = await page("school-initiative");
    for (const one of [
      "Strand",
      "At most",
      "The school’s own share",
      "More points for a rural school",
      "Reports",
    ])
      expect(said).toContain(one);
  });

  it("tells schools that offer places from teachers who want to go", async () => {
    const said = await page("national-internship-place");
    expect(said).toContain("For schools and other institutions");
    expect(said).toContain("Schools that want to take interns in.");
    expect(await page("foreign-internship")).toContain("For teachers and other people");
  });

  it("calls what somebody begins there what it is: schools that offer places make no application", async () => {
    expect(await page("foreign-internship", "lt")).toContain("Pradėti paraišką");
    expect(await page("foreign-internship")).toContain("Start the application");
    const place = await page("national-internship-place", "lt");
    expect(place).toContain("Pasiūlyti vietą");
    expect(place).not.toContain("Pradėti paraišką");
    expect(await page("national-internship-place")).toContain("Offer a place");
  });
});
