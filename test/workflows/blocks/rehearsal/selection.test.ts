import { describe, expect, it } from "vitest";
import { csvOf } from "../../../../infra/local/rehearse/outputs.ts";
import { closingTable } from "../../../../infra/local/rehearse/table.ts";
import type { ApplicantBecame } from "../../../../workflows/blocks/rehearsal/applicants.ts";
import { casesTable } from "../../../../workflows/blocks/rehearsal/figures.ts";
import { printedTables, summarize } from "../../../../workflows/blocks/rehearsal/selection.ts";
import { selecting } from "../../../../workflows/foreign-internship/rehearsal.ts";
import { plainCall, somebodyCalled } from "../../../infra/local/rehearse/plain-files.ts";

const columns = [
  ...["country", "score", "order", "promoted", "grant_cents", "advance_cents", "balance_cents"],
  ...["recovered_cents", "mails", "transitions", "items_written"],
];
const work = { mails: 3, transitions: 12, items_written: 9 };
const offered = { country: "IE", score: "87.50", order: 1, promoted: "no", ...work };
const money = { grant_cents: 150000, advance_cents: 120000, balance_cents: 30000, recovered_cents: 0 };
const somebody = (name: string, status: string, figures: ApplicantBecame["figures"] = {}) => ({
  row: somebodyCalled(name),
  status,
  figures,
});
const cases: readonly ApplicantBecame[] = [
  somebody('Ona "Onutė", Petraitienė', "late"),
  somebody("Jonas Petraitis", "completed", { ...offered, ...money }),
  somebody("Ieva Kairytė", "declined", { ...offered, order: 2, promoted: "yes" }),
  somebody("Ana Butkutė", "reserve", {
    ...{ score: "60.00", order: 3, mails: 2, transitions: 9, items_written: 7 },
  }),
];
const hostile: readonly ApplicantBecame[] = [
  somebody("=HYPERLINK(A1)", "late"),
  somebody("Ona\rOnaitė", "completed", { ...offered, ...money, recovered_cents: -5 }),
];
const totals = { virtualDays: 120, transitions: 345, items: 67 };

describe("cases.csv", () => {
  it("has a row a person, with nothing where something does not apply and 0 where there is no money", () => {
    expect(csvOf(casesTable(columns, cases))).toBe(
      [
        "applicant,status,country,score,order,promoted,grant_cents,advance_cents,balance_cents,recovered_cents,mails,transitions,items_written",
        '"Ona ""Onutė"", Petraitienė",late,,,,,,,,,,,',
        "Jonas Petraitis,completed,IE,87.50,1,no,150000,120000,30000,0,3,12,9",
        "Ieva Kairytė,declined,IE,87.50,2,yes,,,,,3,12,9",
        "Ana Butkutė,reserve,,60.00,3,,,,,,2,9,7",
        "",
      ].join("\n"),
    );
  });

  it("holds no formula and no bare line break, and its numbers stay numbers", () => {
    const written = csvOf(casesTable(columns, hostile));
    expect(written).toContain("\n'=HYPERLINK(A1),late,");
    expect(written).toContain('\n"Ona\rOnaitė",completed,');
    expect(written).toContain(",-5,");
  });
});

describe("summary.json", () => {
  it("counts people by status and places by country, with amounts in all", () => {
    expect(summarize(selecting, plainCall, cases, totals)).toMatchObject({
      call: "plain",
      applications: 4,
      status: { late: 1, duplicate: 0, reserve: 1, declined: 1, completed: 1 },
      shares: {
        IE: { places: 1, offered: 2, promoted: 1, declined: 1, expired: 0, recovered: 0, completed: 1 },
        FI: { places: 1, offered: 0, completed: 0 },
      },
      cents: { granted: 150000, advanced: 120000, balance: 30000, recovered: 0 },
      ...totals,
    });
  });

  it("has its keys in the same order whatever the order of the people", () => {
    const [first, last] = [cases, cases.toReversed()].map((rows) =>
      JSON.stringify(summarize(selecting, plainCall, rows, totals)),
    );
    expect(first).toBe(last);
  });

  it("also counts a status that the list does not have", () => {
    const withdrawn = [...cases, somebody("Rasa Norkutė", "withdrawn")];
    expect(summarize(selecting, plainCall, withdrawn, totals).status).toMatchObject({ withdrawn: 1 });
  });
});

describe("the closing table", () => {
  it("lists statuses and countries, each with its total", () => {
    const table = closingTable({
      all: cases,
      totals,
      told: { tables: [], printed: printedTables(selecting, summarize(selecting, plainCall, cases, totals)) },
    });
    expect(table).toContain("status      people\n──────────  ──────\nlate             1\n");
    expect(table).toContain("completed        1\n──────────  ──────\nall              4\n");
    expect(table).toContain(
      [
        "country  places  offered  promoted  declined  expired  recovered  completed",
        "───────  ──────  ───────  ────────  ────────  ───────  ─────────  ─────────",
        "IE            1        2         1         1        0          0          1",
        "FI            1        0         0         0        0          0          0",
        "───────  ──────  ───────  ────────  ────────  ───────  ─────────  ─────────",
        "all           2        2         1         1        0          0          1",
      ].join("\n"),
    );
    expect(table).toContain("120 virtual days, 345 transitions, 67 items written\n");
  });
});
