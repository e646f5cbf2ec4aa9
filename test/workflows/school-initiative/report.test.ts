import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { calculationsOf } from "../../../workflows/kernel/sheet.ts";
import { application, progress } from "../../../workflows/school-initiative/forms.ts";
import { settleEarly } from "../../../workflows/school-initiative/ledger.ts";
import { says, sheets, things } from "../../../workflows/school-initiative/papers.ts";
import { caseOf } from "./case.ts";

const form = formIn(progress, caseOf());

/** As a spreadsheet puts cells on the clipboard: tabs between them, a line a row. */
const row = (number: number, cents = "12,50") =>
  ["staff", cents, "2027-09-15", `SF-${number}`, `Išlaida ${number}`].join("\t");
const pasted = (rows: readonly string[]) =>
  parseAnswer(form, { done: "Viskas.", costs: rows.join("\r\n"), coSpentCents: "100" });

describe("a report with 200 rows of costs, pasted from a spreadsheet", () => {
  const rows = Array.from({ length: 200 }, (_, index) => row(index + 1));

  it("is read row by row", () => {
    const read = pasted(rows);
    expect(read).toMatchObject({ outcome: "valid" });
    if (read.outcome !== "valid") return;
    const { costs = [] } = read.value.values;
    expect(costs).toHaveLength(200);
    expect(costs[199]).toEqual({
      category: "staff",
      cents: 1250,
      paidOn: "2027-09-15",
      document: "SF-200",
      what: "Išlaida 200",
    });
  });

  it("tells of each fault in which row and column it is", () => {
    const wrong = rows
      .with(6, row(7, "daug"))
      .with(119, row(120).replace("staff", "alga"))
      .with(199, "staff\t1");
    const read = pasted(wrong);
    if (read.outcome === "valid") throw new Error("it was taken");
    expect(read.errors.map(({ at, problem }) => [at?.row, at?.column, problem])).toEqual([
      [7, "cents", expect.any(String)],
      [120, "category", "unknownOption"],
      [200, "paidOn", "missing"],
      [200, "document", "missing"],
      [200, "what", "missing"],
    ]);
  });
});

const at = "2027-10-01T09:00:00.000Z";
const reported = (visit: number, name: string) => ({
  ...{ state: "milestoneReport", visit, form: "progress", outcome: "submitted", by: "", at },
  values: { things: [{ name, cents: 45_050, place: "Gamtos kabinetas", document: "SF-7" }] },
});

describe("the register of things bought", () => {
  it("has what accepted reports say: one that was returned has said nothing", () => {
    const accepted = { claimed: [], acceptedCents: 0, payCents: 0, lines: [] };
    const noted = { state: "milestoneWeighing", visit: 8, outcome: "none", step: "acceptedCosts", at };
    const file = caseOf([{ ...noted, data: accepted }], {
      answers: [reported(4, "Mikroskopas"), reported(6, "Mikroskopas M1"), reported(10, "Dar nepriimta")],
    });
    expect(things.rows(file)).toEqual([
      {
        name: "6-1",
        holder: "Mikroskopas M1",
        state: "bought",
        facts: { school: "Anykščių gimnazija", place: "Gamtos kabinetas", price: "450.50" },
        from: "2027-10-01",
        consent: true,
      },
    ]);
  });
});

describe("whoever endorses", () => {
  const contact = { name: "Jonas Jonaitis", email: "jonas@gimnazija.example" };
  const school = {
    ...{ code: "190000001", name: "Anykščių gimnazija", municipality: "Anykščių rajono savivaldybė" },
    ...{ settlement: "Anykščiai", kind: "miestas", contact },
  };
  const factsFor = (kind: string, email = "rima@gimnazija.example") => {
    const said = { kind, email, schoolCode: school.code };
    const { call } = caseOf();
    return formIn(application, caseOf([], { application: said, call: { ...call, schools: [school] } })).facts;
  };

  it("is of an association the head of its school, by the address of the list", () => {
    expect(factsFor("association")).toMatchObject({
      founderName: contact.name,
      founderEmail: contact.email,
    });
  });

  it("is whoever is named for a school, and where the head of an association's school applies", () => {
    for (const facts of [factsFor("school"), factsFor("association", contact.email)])
      expect(facts).not.toHaveProperty("founderEmail");
  });
});

describe("a school reads of its reports", () => {
  const accepted = (visit: number, day: string) => ({
    ...{ state: "milestoneWeighing", visit, outcome: "none", step: "acceptedCosts" },
    data: {
      ...{ claimed: [], acceptedCents: 500, payCents: 0 },
      lines: [
        { label: "accepted", text: "staff", count: 1, unitCents: 500, sumCents: 500, source: "report" },
      ],
    },
    at: `${day}T09:00:00.000Z`,
  });

  it("on which day each was accepted, and of which stage it was", () => {
    const file = caseOf([accepted(8, "2027-10-02"), accepted(14, "2028-03-05")]);
    expect(calculationsOf({ sheets }, file).map(({ title, lines: [line] }) => [title, line?.source])).toEqual(
      [
        [
          { word: "sheet.milestone.title", with: { number: 1 } },
          { word: "sheet.source.report", with: { day: { day: "2027-10-02" } } },
        ],
        [
          { word: "sheet.milestone.title", with: { number: 2 } },
          { word: "sheet.source.report", with: { day: { day: "2028-03-05" } } },
        ],
      ],
    );
  });

  it("what there is to mend of one that was returned, until it is sent again", () => {
    const sent = reported(10, "Projektorius");
    const reasons = "Trūksta sąskaitos.";
    const returned = {
      ...{ state: "milestoneReview", visit: 11, form: "contentReview", outcome: "returned" },
      ...{ values: { reasons }, by: "", at },
    };
    const saidOf = (answers: CaseFile["answers"]) => says(caseOf([], { answers }));
    expect(saidOf([sent])).toMatchObject({ returned: "no" });
    expect(saidOf([sent, returned])).toMatchObject({ returned: "yes", mend: reasons });
    expect(saidOf([sent, returned, reported(13, "Projektorius")])).toMatchObject({ returned: "no" });
  });

  it("how much to pay back, and to which account, once more was paid than is due", () => {
    const paid = { state: "advance", visit: 9, form: "payment", outcome: "paid", by: "", at };
    const records = [
      {
        state: "award",
        visit: 5,
        step: "budget",
        outcome: "whole",
        at,
        data: { grantCents: 1_000_000, lines: [] },
      },
    ];
    const file = caseOf(records, { answers: [{ ...paid, values: { paidOn: "2027-03-01" } }] });
    const { outcome, record, tell } = settleEarly(file);
    expect([outcome, tell]).toEqual(["overpaid", [{ role: "applicant", template: "toReturn" }]]);
    const settled = {
      state: "termination",
      visit: 30,
      step: record?.id ?? "",
      outcome,
      data: record?.data,
      at,
    };
    expect(says(caseOf([...records, settled]))).toMatchObject({ toReturn: { cents: 300_000 } });
  });
});
