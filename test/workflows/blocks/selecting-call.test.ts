import { describe, expect, it } from "vitest";
import * as z from "zod";
import { selectingCall } from "../../../workflows/blocks/call-form/selecting/call.ts";
import { keptAs } from "../../../workflows/blocks/call-form/selecting/own.ts";
import { weighChange } from "../../../workflows/kernel/call-form.ts";
import { number, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

/** As school initiatives are called for (processes.md 6): money by rank, strands with a most each, milestones on their days. */
const strands = keptAs(
  rows({
    max: 12,
    columns: { strand: text({ max: 40 }), maxEuros: number({ min: 0, max: 1_000_000, decimals: 2 }) },
  }),
  {
    schema: z.record(z.string(), z.strictObject({ maxCents: z.number().int() })),
    of: (said) =>
      Object.fromEntries(
        said.map(({ strand, maxEuros }) => [strand, { maxCents: Math.round(maxEuros * 100) }]),
      ),
    typed: (kept) =>
      Object.entries(kept).map(([strand, { maxCents }]) => ({ strand, maxEuros: String(maxCents / 100) })),
  },
);
const none = async () => ({ default: {} });
const initiative = selectingCall({
  process: "school-initiative",
  award: "money",
  has: ["reviews", "advance"],
  own: { strands, coFundingPercent: number({ min: 0, max: 90 }), note: text({ max: 80, optional: true }) },
  pages: { strands: ["strands"], rules: ["coFundingPercent", "note"] },
  typed: { coFundingPercent: "10" },
  words: { lt: none, en: none },
});

const reviewers = [1, 2, 3].map((n) => `Ekspertė ${n}; e${n}@ekspertai.example`).join("\n");
const typed = {
  callId: "iniciatyvos-2027",
  titleLt: "Mokyklų iniciatyvos",
  titleEn: "School initiatives",
  opensOn: "2027-01-04",
  opensAt: "9:00",
  closesOn: "2027-01-31",
  lastOfferDate: "",
  strands: [{ strand: "parents", maxEuros: "5000" }],
  advancePercent: "80",
  toShare: "120000",
  partialFloorPercent: "50",
  payerName: "",
  payerIban: "",
  rubric: [],
  reviewers,
  conflicts: ["school"],
  relations: [],
  seed: "2027",
  commission: "Tomas; tomas@komisija.example",
  coordinatorName: "Rasa",
  coordinatorEmail: "rasa@agentura.example",
  coordinatorLanguage: "lt",
  agencyName: "Jonas",
  agencyEmail: "jonas@agentura.example",
  agencyLanguage: "lt",
  financeName: "Vytas",
  financeEmail: "vytas@agentura.example",
  financeLanguage: "lt",
  minimumScore: "60",
  scoreGap: "20",
  offerDays: "7",
  coFundingPercent: "10",
  note: "",
};

const form = await initiative.call.form();
const parsed = (said: unknown) => parseAnswer(form.form, said);
const valuesOf = (said: unknown) => {
  const read = parsed(said);
  if (read.outcome === "invalid") throw new Error(JSON.stringify(read.errors));
  return read.value.values;
};
const errorsOf = (said: unknown) => {
  const read = parsed(said);
  return read.outcome === "invalid" ? read.errors : [];
};
const madeFrom = (said: unknown) => initiative.call.read(form.fileOf(valuesOf(said)));

describe("the call of a process that selects and pays", () => {
  it("asks what every such call asks, and what the process asks on its own page or after the block's", () => {
    expect(form.form.pages.map(({ id }) => id)).toEqual([
      "texts",
      "dates",
      "strands",
      "budget",
      "rubric",
      "reviewers",
      "approval",
      "staff",
      "rules",
    ]);
    const fieldsOf = (id: string) => form.form.pages.find((page) => page.id === id)?.fields;
    expect(fieldsOf("budget")).toEqual([
      "advancePercent",
      "toShare",
      "partialFloorPercent",
      "payerName",
      "payerIban",
    ]);
    expect(fieldsOf("rules")).toEqual(["minimumScore", "scoreGap", "offerDays", "coFundingPercent", "note"]);
  });

  it("says everything in both languages but the process's own questions", async () => {
    const said = await Promise.all([form.words.lt(), form.words.en()]);
    for (const words of said)
      expect(form.needs.map(({ key }) => key).filter((key) => words[key] === undefined)).toEqual([
        "callForm.page.strands",
        "callForm.strands.label",
        "callForm.strands.strand.label",
        "callForm.strands.maxEuros.label",
        "callForm.strands.row",
        "callForm.coFundingPercent.label",
        "callForm.note.label",
      ]);
    expect(said.map((words) => words["callForm.offerDays.label"])).toEqual([
      "Kiek dienų galioja pasiūlymas skirti lėšų?",
      "For how many days does an offer of money stand?",
    ]);
  });

  it("makes the file of a call, as it is stored and as a case reads it", async () => {
    const { id, data } = await madeFrom(typed);
    expect(id).toBe("iniciatyvos-2027");
    expect(data).toMatchObject({ opensAt: "2027-01-04T07:00:00.000Z", closesAt: "2027-01-31T21:59:59.000Z" });
    const call = initiative.callOf({ call: data });
    expect(call.strands).toEqual({ parents: { maxCents: 500_000 } });
    expect([call.coFundingPercent, call.note, call.advancePercent]).toEqual([10, undefined, 80]);
    expect(initiative.termsOf(data)).toEqual({
      closesAt: "2027-01-31T21:59:59.000Z",
      offerDays: 7,
      minimumScore: 60,
      scoreGap: 20,
      budgetCents: 12_000_000,
      partialFloorPercent: 50,
      places: {},
    });
  });

  it("types a stored call into the form again, so that a copy is the same call", async () => {
    const { id, data } = await madeFrom(typed);
    expect(await madeFrom(form.typedOf(id, data))).toEqual({ id, data });
  });

  it("lets nobody rank and approve, in the form or in a file", async () => {
    const commission = "Ekspertė 1; E1@ekspertai.example";
    expect(errorsOf({ ...typed, commission })).toEqual([
      { field: "commission", problem: "ranksToo", at: { row: 1 } },
    ]);
    const file = form.fileOf(valuesOf(typed));
    const staff = { ...Object(file.staff), commission: Object(file.staff).coordinator };
    await expect(initiative.call.read({ ...file, staff })).rejects.toThrow("who ranks does not approve");
  });

  it("adds money only while people can apply, and holds its own rules once somebody has", () => {
    const change = (said: Readonly<Record<string, unknown>>, now: string, hasApplications: boolean) => {
      const standing = {
        now,
        opensAt: "2027-01-04T07:00:00.000Z",
        closesAt: "2027-01-31T21:59:59.000Z",
        hasApplications,
      };
      const weighed = weighChange(form, typed, said, standing);
      return weighed.outcome === "invalid" ? weighed.errors.map(({ problem }) => problem) : [];
    };
    const [open, over] = ["2027-01-20T10:00:00.000Z", "2027-02-20T10:00:00.000Z"];
    expect(change({ toShare: "150000" }, open, true)).toEqual([]);
    expect(change({ toShare: "90000" }, open, false)).toEqual(["onlyMore"]);
    expect(change({ toShare: "150000" }, over, true)).toEqual(["isOver"]);
    expect(change({ coFundingPercent: "20" }, open, false)).toEqual([]);
    expect(change({ coFundingPercent: "20" }, open, true)).toEqual(["hasApplications"]);
  });
});

it("a call of places that are all alike asks how many, and nothing that it does not have", async () => {
  const { call, termsOf } = selectingCall({
    process: "career-transition",
    award: "places",
    has: [],
    own: {},
    typed: {},
    words: { lt: none, en: none },
  });
  const { form: asked, fileOf } = await call.form();
  const {
    strands: _strands,
    toShare: _toShare,
    partialFloorPercent: _floor,
    advancePercent: _,
    ...said
  } = typed;
  const { coFundingPercent: _percent, note: _note, rubric: _rubric, reviewers: _reviewers, ...plain } = said;
  const { conflicts: _conflicts, relations: _relations, seed: _seed, scoreGap: _gap, ...left } = plain;
  const read = parseAnswer(asked, { ...left, places: "12", budget: "" });
  if (read.outcome === "invalid") throw new Error(JSON.stringify(read.errors));
  const { data } = await call.read(fileOf(read.value.values));
  expect(termsOf(data)).toMatchObject({ places: { all: 12 }, minimumScore: 60 });
  expect(Object.keys(asked.fields)).not.toContain("reviewers");
  expect(Object.keys(asked.fields)).not.toContain("appealDays");
});
