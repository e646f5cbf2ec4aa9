import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { describeRun } from "../../../../infra/local/rehearse/machine.ts";
import {
  csvOf,
  mailsTable,
  type Outputs,
  summaryOf,
  writeOutputs,
} from "../../../../infra/local/rehearse/outputs.ts";
import { closingTable } from "../../../../infra/local/rehearse/table.ts";

const call = { id: "mini", opens: "2027-01-11T09:00", title: { lt: "Kvietimas", en: "Call" } };
const ona = { line: 2, name: "Ona", email: "ona@mokykla.example" };
const totals = { virtualDays: 120, transitions: 345, items: 67 };
const mails = [
  {
    applicant: "Jonas Petraitis",
    role: "applicant",
    template: "acknowledged",
    language: "lt",
    sentAt: "2027-02-01T08:00:00.000Z",
  },
];
const moved = [
  {
    applicant: "Ona",
    kind: "granted",
    from: "budget",
    to: "committed",
    cents: 100,
    at: "2027-01-01T00:00:00Z",
  },
] as const;
const all = [
  { row: ona, status: "completed", kind: "asks", hours: 8 },
  { row: { ...ona, line: 3 }, status: "left", kind: "joins" },
  { row: { ...ona, line: 4 }, status: "left", kind: "joins" },
];
const cases = { name: "cases.csv", columns: ["name", "status"], rows: [["Ona", "completed"]] };
const outputs: Omit<Outputs, "run"> = {
  ...{ call, all, totals, mails, moved, mailsInCases: 1, endings: new Map(), payments: "<Document/>\n" },
  told: { tables: [cases] },
  cases: { all: 3, ended: 3 },
};

describe("mails.csv", () => {
  it("has a row a mail, and its header even when nobody was written to", () => {
    expect(csvOf(mailsTable(mails))).toBe(
      "applicant,role,template,language,sent_at\nJonas Petraitis,applicant,acknowledged,lt,2027-02-01T08:00:00.000Z\n",
    );
    expect(csvOf(mailsTable([]))).toBe("applicant,role,template,language,sent_at\n");
  });
});

describe("of a process that says no summary of its own", () => {
  it("people are counted by their kind and how they ended, in summary.json and at the end", () => {
    expect(summaryOf("mini", { all, totals })).toEqual({
      call: "mini",
      applications: 3,
      status: { "asks.completed": 1, "joins.left": 2 },
      ...totals,
    });
    const table = closingTable({ all, told: { tables: [] }, totals });
    expect(table).toContain("who       status  people  hours\n");
    expect(table).toContain("joins       left       2      0\n");
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
  const folder = mkdtempSync(join(tmpdir(), "kelias-outputs-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is made, holds the seven files whole and nothing unfinished, and is written the same way again", () => {
    const out = join(folder, "deep", "out");
    const names = ["cases.csv", "ledger.csv", "mails.csv", "payments.xml", "report.html", "summary.json"];
    const read = () => names.map((name) => readFileSync(join(out, name), "utf8"));
    writeOutputs(out, { ...outputs, run: describeRun(1) });
    const before = read();
    writeOutputs(out, { ...outputs, run: describeRun(2) });
    expect(read()).toEqual(before);
    expect(readdirSync(out).sort()).toEqual([...names.slice(0, 5), "run.json", "summary.json"]);
  });

  it("keeps no payments of an earlier rehearsal when nothing was paid in this one", () => {
    const out = join(folder, "again");
    for (const payments of ["<Document/>\n", undefined])
      writeOutputs(out, { ...outputs, payments, run: describeRun(1) });
    expect(readdirSync(out)).not.toContain("payments.xml");
  });

  it("has the process's own ledger where it says one, with what spreadsheets like", () => {
    const out = join(folder, "own");
    const own = {
      name: "ledger.csv",
      columns: ["deliverer"],
      rows: [["Ona"]],
      isForSpreadsheets: true,
    } as const;
    writeOutputs(out, { ...outputs, told: { tables: [cases, own] }, run: describeRun(1) });
    expect(readFileSync(join(out, "ledger.csv"), "utf8")).toBe("\uFEFFdeliverer\r\nOna\r\n");
  });
});
