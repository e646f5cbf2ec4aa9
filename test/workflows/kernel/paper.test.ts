import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { faultsOf } from "../../../workflows/kernel/check.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import {
  asItWas,
  type Paper,
  paper,
  partiesTo,
  sheetOf,
  signatures,
  texts,
  versionsBy,
} from "../../../workflows/kernel/paper.ts";
import { wordsOfPapers } from "../../../workflows/kernel/paper-words.ts";
import { defineRecord } from "../../../workflows/kernel/record.ts";
import { calculationsOf, sheet, sheetLine } from "../../../workflows/kernel/sheet.ts";
import { all, ask, end, part } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";

const consent = defineForm({ id: "consent", outcomes: ["given"], fields: {} });
const within = days(7);
const states = {
  consents: all(
    { mentor: part("supervisor", consent, { within }), novice: part("applicant", consent, { within }) },
    "weighed",
  ),
  weighed: ask("coordinator", consent, { within, on: { given: "done", expired: "done" } }),
  done: end("done"),
};
const load = defineRecord(
  "load",
  z.object({ loadCents: z.number(), extraCents: z.number().optional(), lines: z.array(sheetLine) }),
);

const agreement = paper({
  to: ["applicant"],
  versions: versionsBy(load),
  parts: { ...texts("duties"), consents: signatures(consent), load: sheetOf("load") },
});

const said = (visit: number) => ({ state: "consents", visit, form: "consent", outcome: "given", values: {} });
const worked = (visit: number, at: string, data: unknown = { loadCents: 5_00, lines: [] }) => ({
  state: "load",
  visit,
  step: load.id,
  outcome: "worked",
  data,
  at,
});

/** Worked out, signed by one, changed, worked out anew, signed by the other. */
const file: CaseFile = {
  ref: "case#1",
  process: "example",
  language: "lt",
  application: {},
  submittedAt: "2027-01-01T08:00:00.000Z",
  records: [worked(2, "2027-01-02T08:00:00.000Z"), worked(6, "2027-01-06T08:00:00.000Z")],
  answers: [
    { ...said(3), part: "novice", at: "2027-01-03T08:00:00.000Z", by: "novice@example.lt" },
    { ...said(7), part: "mentor", at: "2027-01-07T08:00:00.000Z", by: "mentor@example.lt" },
  ],
  interruptions: [
    {
      name: "changed",
      at: "2027-01-04T08:00:00.000Z",
      by: "c@example.lt",
      state: "consents",
      visit: 3,
      values: {},
    },
  ],
  diary: [],
  call: {},
  callId: "demo",
};

describe("a paper with versions", () => {
  it("is there from the first on, as of the latest signature under the latest", () => {
    expect(agreement.asOf({ ...file, records: [] })).toBeUndefined();
    expect(agreement.asOf({ ...file, answers: file.answers.slice(0, 1) })).toBe("2027-01-06T08:00:00.000Z");
    expect(agreement.asOf(file)).toBe("2027-01-07T08:00:00.000Z");
  });

  it("can be read as it was until it was changed, with who had signed it by then", () => {
    const before = asItWas(file, versionsBy(load), 1);
    expect(before.records.map(({ visit }) => visit)).toEqual([2]);
    expect(before.answers.map(({ part: party }) => party)).toEqual(["novice"]);
    expect(asItWas(file, versionsBy(load), 2)).toEqual(file);
  });
});

describe("the words of a paper", () => {
  it("are those of its parts, with a label for each party that a state asks to sign", () => {
    expect(wordsOfPapers({ states, papers: { agreement } })).toEqual([
      "agreement.title",
      "agreement.foot",
      "agreement.duties.title",
      "agreement.duties.text",
      "agreement.consents.title",
      "agreement.consents.mentor",
      "agreement.consents.novice",
      "agreement.consents.coordinator",
    ]);
  });

  it("name a role where one person is asked alone, and the part where several are", () => {
    expect(partiesTo({ states }, "consent")).toEqual({
      mentor: "supervisor",
      novice: "applicant",
      coordinator: "coordinator",
    });
  });
});

describe("a process is refused", () => {
  const process = processWith("consents", states);
  const faultsWith = (papers: Readonly<Record<string, Paper>>) =>
    faultsOf({ ...process, papers }).filter((fault) => fault.startsWith("papers"));

  it("with a paper that shows a sheet which does not exist", () => {
    expect(faultsWith({ agreement })).toEqual([
      "papers: agreement.load shows the sheet load, which does not exist",
    ]);
  });

  it("with a paper that nobody is asked to sign", () => {
    const alone = paper({
      to: [],
      asOf: () => undefined,
      parts: { signed: signatures({ ...consent, id: "oath" }) },
    });
    expect(faultsWith({ alone })).toEqual([
      "papers: nobody is asked for oath, which alone.signed is signed with",
    ]);
  });

  it("with a paper for a role that it does not have", () => {
    const lost = paper({ to: ["applicant", "stranger"], asOf: () => undefined, parts: {} });
    expect(faultsWith({ lost })).toEqual(["papers.lost: nobody is called stranger"]);
  });

  it.each(["certificate", "evidence", "agreement-1", "Order"])("with a paper called %s", (name) => {
    expect(faultsWith({ [name]: paper({ to: [], asOf: () => undefined, parts: {} }) })).toEqual([
      expect.stringContaining(`papers: ${name} stands in an address`),
    ]);
  });
});

describe("a sheet", () => {
  const said = {
    record: load,
    to: ["applicant"],
    lines: ["hours"],
    sums: ["loadCents", "extraCents"],
    sources: { call: () => ({}), published: (_file: CaseFile, source: string) => ({ source }) },
    published: "published",
  } as const;
  const line = (source: string) => ({ label: "hours", count: 2, unitCents: 250, sumCents: 500, source });
  const records = [
    worked(2, "2027-01-02T08:00:00.000Z", { loadCents: 5_00, lines: [line("call")] }),
    worked(6, "2027-01-06T08:00:00.000Z", { loadCents: 5_00, extraCents: 0, lines: [line("Order V-1")] }),
  ];

  it("shows what was worked out last, and leaves a sum out that there was none of", () => {
    const [made, ...more] = calculationsOf({ sheets: { load: sheet(said) } }, { ...file, records });
    expect(more).toEqual([]);
    expect(made?.at).toBe("2027-01-06T08:00:00.000Z");
    expect(made?.sums.map(({ cents }) => cents)).toEqual([500, 0]);
    const [first] = calculationsOf(
      { sheets: { load: sheet(said) } },
      { ...file, records: records.slice(0, 1) },
    );
    expect(first?.sums).toHaveLength(1);
  });

  it("tells a source by its name, and one without by what was published", () => {
    const each = calculationsOf({ sheets: { load: sheet({ ...said, isEach: true }) } }, { ...file, records });
    expect(each.map(({ lines: [first] }) => first?.source)).toEqual([
      { word: "sheet.source.call", with: {} },
      { word: "sheet.source.published", with: { source: "Order V-1" } },
    ]);
  });
});

describe("what a line of a sheet was called", () => {
  const line = { label: "pay", text: "staff", count: 1, unitCents: 5, sumCents: 5, source: "report" };
  const worksOut = {
    ...file,
    records: [worked(2, "2027-01-02T08:00:00.000Z", { loadCents: 5, lines: [line] })],
  };
  const labelOf = (more: { readonly textsOf?: string }) =>
    calculationsOf(
      {
        sheets: {
          load: sheet({
            record: load,
            to: ["applicant"],
            lines: ["pay"],
            sums: ["loadCents"],
            sources: {},
            ...more,
          }),
        },
      },
      worksOut,
    ).flatMap(({ lines }) => lines.map(({ label }) => label));

  it("is told as it was written, or as the option that it is of a list", () => {
    expect(labelOf({})).toEqual([[{ word: "sheet.line.pay" }, "staff"]]);
    expect(labelOf({ textsOf: "categories" })).toEqual([
      [{ word: "sheet.line.pay" }, { option: "staff", of: "categories" }],
    ]);
  });
});
