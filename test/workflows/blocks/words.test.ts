import { describe, expect, it } from "vitest";
import * as z from "zod";
import { admissionStates, endorsementStates, screeningStates } from "../../../workflows/blocks/admission.ts";
import { ending } from "../../../workflows/blocks/ending.ts";
import { byFounder, byPrincipal } from "../../../workflows/blocks/endorsement/endorser.ts";
import { offering, offerRoad } from "../../../workflows/blocks/offer.ts";
import { founder, principal } from "../../../workflows/blocks/roles.ts";
import { silence } from "../../../workflows/blocks/silence.ts";
import { organisation, person } from "../../../workflows/kernel/applicant.ts";
import { defineProcess } from "../../../workflows/kernel/define-process.ts";
import { days, workingDays } from "../../../workflows/kernel/duration.ts";
import { email } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { bidOf } from "../../../workflows/kernel/selection/bid.ts";
import { byName } from "../../../workflows/kernel/selection/keys.ts";
import { type Award, budget, places, selects } from "../../../workflows/kernel/selection/selection.ts";
import { ask, step } from "../../../workflows/kernel/states.ts";

const bid = bidOf({ applicant: z.string(), wants: z.string(), cents: z.number() });
type Bid = z.infer<typeof bid>;

const selecting = (award: Award<Bid>) =>
  selects<Bid>({
    bid,
    order: [byName("applicant", ({ applicant }) => applicant)],
    award,
    terms: () => ({ closesAt: "", offerDays: 7, places: {} }),
    weighing: "weighing",
    offers: offerRoad,
    handsOn: "mornings",
    publishes: [],
  });
const ofMoney = selecting(budget({ asks: ({ cents }) => cents }));
const ofPlaces = selecting(places({ named: "share", list: "towns", wants: ({ wants }) => [wants] }));

/** After its eligibility is told an application waits for the ranking; who accepts an offer may fall silent. */
const road = (selection: typeof ofMoney) => ({
  ...screeningStates({ eligible: "weighing", ineligible: "ineligible" }),
  weighing: step(() => ({ outcome: "weighed" }), { weighed: "awaitingRanking" }),
  ...offering({ selection, accepted: "silent", rejected: "rejected" }),
  silent: ask("coordinator", silence, {
    within: days(5),
    on: { askAgain: "silent", released: "lapsed", expired: "silent" },
  }),
  ...{ refused: ending("refused"), ineligible: ending("ineligible"), incomplete: ending("incomplete") },
  ...{ rejected: ending("rejected"), lapsed: ending("lapsed") },
});
const plain = {
  application: defineForm({ id: "application", outcomes: ["sent"], fields: { email: email({}) } }),
  start: "endorsement",
  interruptions: {},
  people: () => undefined,
  words: { lt: async () => ({ default: {} }), en: async () => ({ default: {} }) },
} as const;

const ofSchools = defineProcess({
  ...plain,
  id: "money-for-schools",
  roles: { founder },
  applicant: organisation(),
  states: { ...endorsementStates("screening", byFounder), ...road(ofMoney) },
  selects: ofMoney,
});
const ofTeachers = defineProcess({
  ...plain,
  id: "places-for-teachers",
  roles: { principal },
  applicant: person(),
  states: { ...endorsementStates("screening"), ...road(ofPlaces) },
  selects: ofPlaces,
});
const withoutAward = defineProcess({
  ...plain,
  id: "offers",
  roles: { principal },
  states: { ...endorsementStates("screening", byPrincipal), ...road(ofPlaces) },
});

describe("money for schools, endorsed by the founder", () => {
  it("is told as money, to a school, and of its founder", async () => {
    const [lt, en] = await Promise.all([ofSchools.words.lt(), ofSchools.words.en()]);
    expect(en).toMatchObject({
      "status.declined": "Grant declined",
      "status.reserve": "The money did not reach",
      "silence.outcome.released": "Withdraw the grant",
      "endorsement.title": "Endorsement by the founder",
      "role.founder": "Founder",
      "key.applicant": "name of the institution",
    });
    expect(lt).toMatchObject({
      "status.declined": "Dotacijos atsisakyta",
      "mail.expired.subject": "Dotacijos pasiūlymas nebegalioja",
      "endorsement.outcome.label": "Ar pritariate paraiškai?",
      "state.endorsementInPlace": "Steigėjas laiku neatsakė, todėl sprendžia programos koordinatorius.",
    });
  });

  it("says nothing of teachers, of principals, or of places, but those in an order", async () => {
    const ofOthers = /mokytoj|mokyklos vadov|\bviet(a|ą|os|ų|oje)\b|\bplaces?\b(?! of)|teacher|principal/i;
    const inAnOrder = /eilėje|sąraše|joje|jame|ranking|order|reserve list|place in it|founder’s place/i;
    for (const words of [await ofSchools.words.lt(), await ofSchools.words.en()]) {
      const sentences = Object.entries(words).flatMap(([key, text]) =>
        text.split(/(?<=[.!?])\s/).map((sentence) => ({ key, sentence })),
      );
      expect(
        sentences.filter(({ sentence }) => ofOthers.test(sentence) && !inAnOrder.test(sentence)),
      ).toEqual([]);
    }
  });

  it("gives a founder ten working days, and asks for no substitute", () => {
    const { endorsement } = ofSchools.states;
    expect(endorsement).toMatchObject({ role: "founder", within: workingDays(10) });
    expect(endorsement?.kind === "ask" && Object.keys(endorsement.form.fields)).toEqual(["reason"]);
  });
});

it("places for teachers are told as places, by the principal who has seven days", async () => {
  expect(await ofTeachers.words.en()).toMatchObject({
    "status.declined": "Place declined",
    "status.reserve": "No place fell free",
    "silence.outcome.released": "Pass the place on",
    "endorsement.outcome.label": "Do you agree that the teacher takes part?",
    "key.applicant": "name",
  });
  expect(ofTeachers.states.endorsement).toMatchObject({ role: "principal", within: days(7) });
});

it("where a call shares out neither, what it offers is an offer", async () => {
  expect(await withoutAward.words.en()).toMatchObject({
    "status.declined": "Offer declined",
    "silence.outcome.released": "Ask no more, the case ends",
  });
});

it("a teacher's way in is the principal's endorsement and the screening", () => {
  expect(Object.keys(admissionStates({ eligible: "a", ineligible: "b" }))).toEqual([
    ...Object.keys(endorsementStates("screening", byPrincipal)),
    ...Object.keys(screeningStates({ eligible: "a", ineligible: "b" })),
  ]);
});

it("whoever is not endorsed by anybody is not told that somebody will be asked", async () => {
  const { refused: _, ...states } = road(ofPlaces);
  const unendorsed = defineProcess({ ...plain, id: "unendorsed", start: "screening", states });
  expect((await unendorsed.words.en())["state.submitted"]).toBe("We have your application.");
});
