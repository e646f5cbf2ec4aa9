import { describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../../functions/demo-house.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";

type Days = readonly [from: string, to: string];

const typedDay = (name: string, day: string) => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date };
};
const typedTerms = (terms: readonly (readonly [id: string, ...Days])[]) =>
  Object.assign(
    {},
    ...terms.map(([id, from, to], index) => ({
      [`terms-${index + 1}-id`]: id,
      ...typedDay(`terms-${index + 1}-from`, from),
      ...typedDay(`terms-${index + 1}-to`, to),
    })),
  );

/** A coordinator types the terms of a call, and what these are paid with. */
async function types(terms: Parameters<typeof typedTerms>[0], mentorCents = "600") {
  const house = demoHouse("2027-01-20T10:00:00.000Z");
  await publishCall(house, demoCall);
  const coordinator = visitor(house);
  const until = Date.parse(house.clock.now()) / 1000 + 86_400;
  await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", until));
  const { location: draft } = await coordinator.post("/console/calls/new", {
    source: "template:first-year",
  });
  const { status, body } = await coordinator.post(`${draft}/terms`, {
    ...typedTerms(terms),
    mentorCents,
    seenVersion: "0",
  });
  const told = [...body.matchAll(/<a href="#([^"]+)">([^<]+)<\/a><\/li>/g)];
  return { status, body, told: told.map(([, at = "", sentence = ""]) => [at, sentence]) };
}

describe("the page of a call's terms", () => {
  it.each([
    [
      "a term that ends before it begins",
      [["ruduo", "2027-12-01", "2027-11-30"]],
      "terms-1-to-year",
      "„1-asis laikotarpis, Paskutinė diena“: pabaiga negali būti ankstesnė už pradžią.",
    ],
    [
      "a term twice",
      [
        ["ruduo", "2027-09-01", "2027-12-31"],
        ["ruduo", "2028-01-01", "2028-06-15"],
      ],
      "terms-2-id",
      "„2-asis laikotarpis, Trumpas pavadinimas“: tas pats jau įrašytas anksčiau. Įrašykite kitą.",
    ],
    [
      "a day that is none",
      [["ruduo", "2027-09-01", "2027-11-31"]],
      "terms-1-to-year",
      "„1-asis laikotarpis, Paskutinė diena“: tokios dienos nėra. Įrašykite metus, mėnesį ir dieną, pavyzdžiui, 2027 3 15.",
    ],
    [
      "a name with a blank",
      [["2027 ruduo", "2027-09-01", "2027-12-31"]],
      "terms-1-id",
      "„1-asis laikotarpis, Trumpas pavadinimas“: rašykite taip, kaip pavyzdyje: 2027-1.",
    ],
    ["no term", [], "terms-1-id", "Įrašykite atsakymą: „Laikotarpiai, už kuriuos mokama“."],
  ] as const)("tells of %s at its field, and what was typed stands", async (_, terms, at, sentence) => {
    const { status, body, told } = await types(terms);
    expect([status, told]).toEqual([422, [[at, sentence]]]);
    for (const [id] of terms) expect(body).toContain(`value="${id}"`);
  });

  it("takes terms with days between them, which nobody is paid for", async () => {
    const terms = [
      ["ruduo", "2027-09-01", "2027-12-31"],
      ["pavasaris", "2028-01-10", "2028-06-15"],
    ] as const;
    expect(await types(terms)).toMatchObject({ status: 303 });
  });
});
