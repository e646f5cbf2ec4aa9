import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { describeRun } from "../../../../infra/local/rehearse/machine.ts";
import { type CaseRow, casesCsv, mailsCsv, writeOutputs } from "../../../../infra/local/rehearse/outputs.ts";
import type { LedgerRow } from "../../../../infra/local/rehearse/postings.ts";
import { summarize } from "../../../../infra/local/rehearse/summary.ts";
import { closingTable } from "../../../../infra/local/rehearse/table.ts";
import { readPlainCall } from "./plain-files.ts";

const call = await readPlainCall();
const offered = {
  country: "IE",
  score: "87.50",
  order: 1,
  promoted: false,
  mails: 3,
  transitions: 12,
  itemsWritten: 9,
};
const money = { grantCents: 150000, advanceCents: 120000, balanceCents: 30000, recoveredCents: 0 };
const cases: readonly CaseRow[] = [
  { applicant: 'Ona "Onutė", Petraitienė', status: "late" },
  { applicant: "Jonas Petraitis", status: "completed", ...offered, ...money },
  { applicant: "Ieva Kairytė", status: "declined", ...offered, order: 2, promoted: true },
  {
    applicant: "Ana Butkutė",
    status: "reserve",
    score: "60.00",
    order: 3,
    mails: 2,
    transitions: 9,
    itemsWritten: 7,
  },
];
const hostile: readonly CaseRow[] = [
  { applicant: "=HYPERLINK(A1)", status: "late" },
  { applicant: "Ona\rOnaitė", status: "completed", ...offered, ...money, recoveredCents: -5 },
];
const mails = [
  {
    applicant: "Jonas Petraitis",
    role: "applicant",
    template: "acknowledged",
    language: "lt",
    sentAt: "2027-02-01T08:00:00.000Z",
  },
];
const totals = { virtualDays: 120, transitions: 345, items: 67 };

describe("cases.csv", () => {
  it("has a row a person, with nothing where something does not apply and 0 where there is no money", () => {
    expect(casesCsv(cases)).toBe(
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
    const written = casesCsv(hostile);
    expect(written).toContain("\n'=HYPERLINK(A1),late,");
    expect(written).toContain('\n"Ona\rOnaitė",completed,');
    expect(written).toContain(",-5,");
  });
});

describe("mails.csv", () => {
  it("has a row a mail, and its header even when nobody was written to", () => {
    expect(mailsCsv(mails)).toBe(
      "applicant,role,template,language,sent_at\nJonas Petraitis,applicant,acknowledged,lt,2027-02-01T08:00:00.000Z\n",
    );
    expect(mailsCsv([])).toBe("applicant,role,template,language,sent_at\n");
  });
});

describe("summary.json", () => {
  it("counts people by status and places by country, with amounts in all", () => {
    expect(summarize(call, cases, totals)).toMatchObject({
      call: "plain",
      applications: 4,
      status: { late: 1, duplicate: 0, reserve: 1, declined: 1, completed: 1 },
      country: {
        IE: { places: 1, offered: 2, promoted: 1, declined: 1, expired: 0, recovered: 0, completed: 1 },
        FI: { places: 1, offered: 0, completed: 0 },
      },
      cents: { granted: 150000, advanced: 120000, balance: 30000, recovered: 0 },
      ...totals,
    });
  });

  it("has its keys in the same order whatever the order of the people", () => {
    const [first, last] = [cases, cases.toReversed()].map((rows) =>
      JSON.stringify(summarize(call, rows, totals)),
    );
    expect(first).toBe(last);
  });

  it("also counts a status that the list does not have", () => {
    const withdrawn = [...cases, { applicant: "Rasa Norkutė", status: "withdrawn" }];
    expect(summarize(call, withdrawn, totals).status).toMatchObject({ withdrawn: 1 });
  });
});

describe("the closing table", () => {
  it("lists statuses and countries, each with its total", () => {
    const table = closingTable(summarize(call, cases, totals));
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

describe("run.json", () => {
  it("tells how fast the machine is, not which one it is", () => {
    const run = describeRun(12.34567);
    expect(run.wallSeconds).toBe(12.346);
    expect(Object.keys(run.machine)).toEqual(["cores", "processor", "memoryGigabytes", "node", "platform"]);
    expect(run.machine.cores).toBeGreaterThan(0);
  });
});

describe("the folder of a rehearsal", () => {
  const postings: LedgerRow[] = [
    {
      applicant: "Ona",
      kind: "granted",
      from: "budget",
      to: "committed",
      cents: 100,
      at: "2027-01-01T00:00:00Z",
    },
  ];
  const folder = mkdtempSync(join(tmpdir(), "kelias-outputs-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is made, holds the seven files whole and nothing unfinished, and is written the same way again", () => {
    const out = join(folder, "deep", "out");
    const payments = "<Document/>\n";
    const read = () =>
      ["cases.csv", "ledger.csv", "mails.csv", "payments.xml", "summary.json"].map((name) =>
        readFileSync(join(out, name), "utf8"),
      );
    writeOutputs(out, { call, cases, mails, postings, payments, totals, run: describeRun(1) });
    const before = read();
    writeOutputs(out, { call, cases, mails, postings, payments, totals, run: describeRun(2) });
    expect(read()).toEqual(before);
    expect(readdirSync(out).sort()).toEqual([
      "cases.csv",
      "ledger.csv",
      "mails.csv",
      "payments.xml",
      "report.html",
      "run.json",
      "summary.json",
    ]);
  });

  it("keeps no payments of an earlier rehearsal when nothing was paid in this one", () => {
    const out = join(folder, "again");
    for (const payments of ["<Document/>\n", undefined])
      writeOutputs(out, { call, cases, mails, postings, payments, totals, run: describeRun(1) });
    expect(readdirSync(out)).not.toContain("payments.xml");
  });
});
