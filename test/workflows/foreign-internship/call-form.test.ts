import { describe, expect, it } from "vitest";
import { readCall } from "../../../workflows/foreign-internship/call.ts";
import { callForm } from "../../../workflows/foreign-internship/call-form.ts";
import { errorAt, type Standing, weighChange } from "../../../workflows/kernel/call-form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { typedInternshipCall } from "./typed-call.ts";

const valuesOf = (typed: unknown) => {
  const parsed = parseAnswer(callForm.form, typed);
  if (parsed.outcome === "invalid") throw new Error(JSON.stringify(parsed.errors));
  return parsed.value.values;
};
const errorsOf = (typed: unknown) => {
  const parsed = parseAnswer(callForm.form, typed);
  return parsed.outcome === "invalid" ? parsed.errors : [];
};

describe("a call for internships abroad", () => {
  const typed = typedInternshipCall;
  const [ireland, finland] = Array.isArray(typed.countries) ? typed.countries : [];

  it("names each country once, and sends nobody before it has closed", () => {
    const countries = [ireland, { ...finland, country: "IE", starts: "2027-01-31", ends: "2027-01-30" }];
    expect(errorsOf({ ...typed, countries })).toEqual([
      { field: "countries", problem: "repeated", at: { row: 2, column: "country" } },
      { field: "countries", problem: "outOfOrder", at: { row: 2, column: "ends" } },
    ]);
    const early = [ireland, { ...finland, starts: "2027-01-31" }];
    expect(errorsOf({ ...typed, countries: early })).toEqual([
      { field: "countries", problem: "beforeClosing", at: { row: 2, column: "starts" } },
    ]);
  });

  it("scores by criteria whose weights make up 100, each told in as many words in both languages", () => {
    const [need, sharing] = Array.isArray(typed.rubric) ? typed.rubric : [];
    const rubric = [
      { ...need, weight: "50", anchorsEn: "not shown\nclear" },
      { ...sharing, anchorsLt: "1\n2\n3\n4" },
    ];
    expect(errorsOf({ ...typed, rubric })).toEqual([
      { field: "rubric", problem: "notHundred", limit: 90 },
      { field: "rubric", problem: "anchorsDiffer", limit: 3, at: { row: 1, column: "anchorsEn" } },
      { field: "rubric", problem: "anchorCount", at: { row: 2, column: "anchorsLt" } },
    ]);
  });

  it("takes relations of its own reviewers alone, and gives them to whom they belong", async () => {
    const known = Array.isArray(typed.relations) ? typed.relations : [];
    const relations = [...known, { reviewer: "nobody@ekspertai.example", kind: "taught", whom: "Ona" }];
    expect(errorsOf({ ...typed, relations })).toEqual([
      { field: "relations", problem: "noReviewer", at: { row: 3, column: "reviewer" } },
    ]);
    const { data } = await readCall(callForm.fileOf(valuesOf(typed)));
    expect(data).toMatchObject({
      conflicts: ["school", "household"],
      reviewers: [
        { reads: ["lt"], limit: 40, municipality: "Utenos r." },
        {
          relations: [
            { kind: "taught", name: "Ona Onaitė" },
            { kind: "declared", email: "ona@m.example" },
          ],
        },
        { language: "en" },
      ],
    });
  });

  it("lets nobody rank and approve", () => {
    const commission = "Koordinatorė; Coordinator@agency.example\nAntra; antra@ekspertai.example";
    expect(errorsOf({ ...typed, commission })).toEqual([
      { field: "commission", problem: "ranksToo", at: { row: 1 } },
      { field: "commission", problem: "ranksToo", at: { row: 2 } },
    ]);
  });

  it("says in which row a town stands that nobody knows", async () => {
    const countries = [ireland, { ...finland, town: "Atlantida" }];
    const file = callForm.fileOf(valuesOf({ ...typed, countries }));
    const fault = await readCall(file).catch((error: unknown) => error);
    expect(fault).toMatchObject({ path: ["hosts", "FI", "town"], problem: "unknownTown" });
    expect(errorAt(callForm, { countries }, ["hosts", "FI", "town"], "unknownTown")).toEqual({
      field: "countries",
      problem: "unknownTown",
      at: { row: 2, column: "town" },
    });
  });

  it.each([
    [["staff", "agency", "email"], { field: "agencyEmail" }],
    [["title", "en"], { field: "titleEn" }],
    [["closes"], { field: "closesOn" }],
    [["budgetCents"], { field: "budget" }],
    [["reviewers", 2, "email"], { field: "reviewers", at: { row: 3, column: "email" } }],
    [["somethingElse"], { field: "callId" }],
  ])("finds the field behind %j of its file", (path, where) => {
    expect(errorAt(callForm, typed, path, "notTaken")).toEqual({ problem: "notTaken", ...where });
  });
});

describe("after publishing", () => {
  const stored = typedInternshipCall;
  const [ireland, finland] = Array.isArray(stored.countries) ? stored.countries : [];
  const open: Standing = {
    now: "2027-01-10T08:00:00.000Z",
    opensAt: "2027-01-04T07:00:00.000Z",
    closesAt: "2027-01-31T21:59:59.000Z",
    hasApplications: true,
  };
  const weigh = (typed: Readonly<Record<string, unknown>>, standing: Partial<Standing> = {}) => {
    const weighed = weighChange(callForm, stored, typed, { ...open, ...standing });
    return weighed.outcome === "invalid" ? weighed.errors : weighed.value.changed;
  };

  it.each([
    ["a text", { titleEn: "Call of the spring" }, { field: "titleEn", was: "Call of spring" }],
    ["whom to ask", { contactPhone: "+370 611 11111" }, { field: "contactPhone", was: "+370 600 00000" }],
    ["a later last day", { closesOn: "2027-02-15" }, { field: "closesOn", was: "2027-01-31" }],
    ["more money", { budget: "40000" }, { field: "budget", was: 35000.5, now: 40000 }],
    ["no limit of money", { budget: "" }, { field: "budget", was: 35000.5, now: undefined }],
  ])("%s may change, and it is said what it was", (_, typed, changed) => {
    expect(weigh(typed)).toEqual([{ now: Object.values(typed)[0], ...changed }]);
  });

  it("more places, another host's contact and more reviewers may come", () => {
    const countries = [{ ...ireland, places: "5", contactEmail: "new@host.example" }, finland];
    const reviewers = `${stored.reviewers}\nKetvirta; ketvirta@ekspertai.example`;
    expect(weigh({ countries, reviewers })).toMatchObject([{ field: "countries" }, { field: "reviewers" }]);
  });

  it.each([
    ["an earlier last day", { closesOn: "2027-01-30" }, {}, { field: "closesOn", problem: "onlyLater" }],
    [
      "a last day that is over",
      { closesOn: "2027-02-15" },
      { now: "2027-02-01T08:00:00.000Z" },
      { field: "closesOn", problem: "isOver" },
    ],
    ["a first day that has come", { opensOn: "2027-01-12" }, {}, { field: "opensOn", problem: "hasOpened" }],
    ["less money", { budget: "30000" }, {}, { field: "budget", problem: "onlyMore" }],
    [
      "fewer places",
      { countries: [{ ...ireland, places: "3" }, finland] },
      { hasApplications: false },
      { field: "countries", problem: "onlyMore", at: { row: 1, column: "places" } },
    ],
    [
      "more places when nobody can apply for them any more",
      { countries: [{ ...ireland, places: "5" }, finland] },
      { now: "2027-02-01T08:00:00.000Z" },
      { field: "countries", problem: "isOver", at: { row: 1, column: "places" } },
    ],
    [
      "another host once somebody has applied",
      { countries: [{ ...ireland, institution: "Elsewhere" }, finland] },
      {},
      { field: "countries", problem: "hasApplications", at: { row: 1, column: "institution" } },
    ],
    [
      "a country that falls away",
      { countries: [ireland] },
      {},
      { field: "countries", problem: "hasApplications" },
    ],
    [
      "a country that comes",
      { countries: [ireland, finland, { ...ireland, country: "NO" }] },
      {},
      { field: "countries", problem: "hasApplications", at: { row: 3 } },
    ],
    [
      "a reviewer who is taken off the list",
      { reviewers: String(stored.reviewers).replace("trecia@", "kita@") },
      {},
      { field: "reviewers", problem: "onlyAdded" },
    ],
    [
      "a rule of the selection",
      { minimumScore: "70" },
      {},
      { field: "minimumScore", problem: "hasApplications" },
    ],
  ])("%s is refused", (_, typed, standing, error) => {
    expect(weigh(typed, standing)).toEqual([error]);
  });

  it("a rule of the selection may change as long as nobody has applied", () => {
    expect(weigh({ minimumScore: "70" }, { hasApplications: false })).toEqual([
      { field: "minimumScore", was: 60, now: 70 },
    ]);
  });

  it("what is no right answer at all is refused before its rule is asked", () => {
    expect(weigh({ closesOn: "2027-02-30" })).toEqual([{ field: "closesOn", problem: "notDate" }]);
    expect(weigh({ closesOn: "2027-04-06" })).toEqual([
      { field: "countries", problem: "beforeClosing", at: { row: 1, column: "starts" } },
      { field: "countries", problem: "beforeClosing", at: { row: 2, column: "starts" } },
    ]);
  });

  it("what may never change is not even looked at", () => {
    expect(weigh({ callId: "another", travelDays: "6" })).toEqual([]);
  });
});
