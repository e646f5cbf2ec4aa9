import { describe, expect, it } from "vitest";
import { linesNow, versionsOfBudget } from "../../../../workflows/blocks/budget/lines.ts";
import { negotiating } from "../../../../workflows/blocks/budget/negotiation.ts";
import type { CaseFile } from "../../../../workflows/kernel/case-file.ts";
import { formIn } from "../../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../../workflows/kernel/parse.ts";
import { selection } from "../../../../workflows/school-initiative/call.ts";
import { schoolInitiative } from "../../../../workflows/school-initiative/process.ts";

const staff = (cents: number) => ({ category: "staff", cents });
const equipment = (cents: number) => ({ category: "equipment", cents });

/** A school that asked for 1 500 euros, equipment at most 30 per cent, as far as its road has come. */
const school = (grantCents: number, more: Partial<CaseFile> = {}): CaseFile => ({
  ref: "case#1",
  process: "school-initiative",
  language: "lt",
  application: { lines: [staff(120_000), equipment(30_000)] },
  submittedAt: "2027-01-20T08:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: { ceilings: { equipment: 30 } },
  callId: "iniciatyvos",
  entry: {
    ref: "case#1",
    state: "award",
    ended: false,
    submittedAt: "2027-01-20T08:00:00.000Z",
    decision: { kind: "offered", cents: grantCents, ...(grantCents < 150_000 ? { isPartial: true } : {}) },
  },
  ...more,
});

const { award, negotiation, negotiated } = negotiating({
  selection,
  requested: ({ application }) => application.lines as ReturnType<typeof staff>[],
  ceilings: () => ({ equipment: 30 }),
  next: "agreement",
});

/** The case after a step has run. */
const stepped = (file: CaseFile, state: string, step: typeof award | typeof negotiated): CaseFile => {
  const { outcome, record } = step.run(file, "2027-03-01T08:00:00.000Z");
  const visit = file.records.length + file.answers.length;
  const at = "2027-03-01T08:00:00.000Z";
  return record
    ? {
        ...file,
        records: [...file.records, { state, visit, step: record.id, outcome, data: record.data, at }],
      }
    : file;
};

const read = (file: CaseFile, lines: unknown) => {
  const parsed = parseAnswer(formIn(negotiation.form, file), { lines });
  return parsed.outcome === "valid" ? parsed.value.values : parsed.errors;
};
const answered = (file: CaseFile, lines: unknown): CaseFile => ({
  ...file,
  answers: [
    ...file.answers,
    {
      state: "negotiation",
      visit: file.records.length + file.answers.length,
      form: negotiation.form.id,
      outcome: "submitted",
      values: { lines },
      at: "2027-03-02T08:00:00.000Z",
      by: "mokykla@mokykla.example",
    },
  ],
});

describe("a grant of money", () => {
  it("of all that was asked for is agreed on at once, with the lines of the request", () => {
    const file = school(150_000);
    expect(award.on[award.run(file, "").outcome]).toBe("agreement");
    expect(linesNow(stepped(file, "award", award))).toEqual([staff(120_000), equipment(30_000)]);
  });

  it("in part is negotiated about, from each line times grant/request, the rest on the first (6.7)", () => {
    const file = school(100_001);
    expect(award.on[award.run(file, "").outcome]).toBe("negotiation");
    const offered = stepped(file, "award", award);
    expect(formIn(negotiation.form, offered).values).toEqual({ lines: [staff(80_001), equipment(20_000)] });
    expect(versionsOfBudget(offered)).toEqual([]);
    expect(linesNow(stepped(offered, "negotiated", negotiated))).toEqual([staff(80_001), equipment(20_000)]);
  });

  it("is spread as the school says, and that is the first version of the lines", () => {
    const offered = stepped(school(100_000), "award", award);
    const said = answered(offered, [staff(40_000), equipment(25_000), staff(35_000)]);
    const agreed = stepped(said, "negotiated", negotiated);
    expect(linesNow(agreed)).toEqual([staff(75_000), equipment(25_000)]);
    expect(versionsOfBudget(agreed)).toHaveLength(1);
    expect(formIn(negotiation.form, said).values).toEqual({
      lines: [staff(40_000), equipment(25_000), staff(35_000)],
    });
  });

  it.each([
    { lines: [staff(70_000), equipment(30_000)], says: { lines: [staff(70_000), equipment(30_000)] } },
    { lines: [staff(63_000), equipment(27_000)], says: ["own.lessThanGranted"] },
    { lines: [staff(75_000), equipment(30_000)], says: ["sumTooLarge"] },
    { lines: [staff(69_999), equipment(30_001)], says: ["shareTooLarge"] },
  ])("of 1 000 euros takes $lines as $says", ({ lines, says }) => {
    const read1000 = read(stepped(school(100_000), "award", award), lines);
    const told = Array.isArray(read1000) ? read1000.map(({ problem }) => problem).toSorted() : read1000;
    expect(told).toEqual(says);
  });

  it("may keep what rounding put above a ceiling, and no cent more", () => {
    const asked = [equipment(30), staff(70)];
    const file = stepped(school(99, { application: { lines: asked } }), "award", award);
    expect(formIn(negotiation.form, file).values).toEqual({ lines: [equipment(30), staff(69)] });
    expect(read(file, [equipment(30), staff(69)])).toEqual({ lines: [equipment(30), staff(69)] });
    expect(read(file, [equipment(31), staff(68)])).toMatchObject([{ problem: "shareTooLarge" }]);
  });
});

it("all that is said of a negotiation has words in both languages, none of its process", async () => {
  for (const language of ["lt", "en"] as const) {
    const words = await schoolInitiative.words[language]();
    for (const key of ["step.award", "task.negotiation.why", "negotiation.lines.row", "step.negotiated"])
      expect(words[key]).toEqual(expect.not.stringContaining(key));
  }
});
