import { describe, expect, it } from "vitest";
import { guest } from "../../../../workflows/blocks/asking.ts";
import {
  faultsOfMove,
  isFree,
  lineChange,
  linesChanging,
  moveBetween,
} from "../../../../workflows/blocks/budget/change.ts";
import { linesNow, versionsOfBudget } from "../../../../workflows/blocks/budget/lines.ts";
import { changeDecision } from "../../../../workflows/blocks/changing.ts";
import { silence } from "../../../../workflows/blocks/silence.ts";
import type { CaseFile } from "../../../../workflows/kernel/case-file.ts";
import { faultsOf } from "../../../../workflows/kernel/check.ts";
import { defineForm } from "../../../../workflows/kernel/form.ts";
import { formIn } from "../../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../../workflows/kernel/parse.ts";
import { pathsOf } from "../../../../workflows/kernel/paths.ts";
import { ask, awaiting, end, part } from "../../../../workflows/kernel/states.ts";
import type { StepResult } from "../../../../workflows/kernel/step-result.ts";
import { covering } from "../../kernel/covering.ts";
import { processWith } from "../../kernel/example.ts";
import { expected, walk } from "../../kernel/walk.ts";

const line = (category: string, cents: number) => ({ category, cents });
const lines = [line("staff", 80_000), line("equipment", 20_000)];
const move = (source: string, target: string, cents: number) => ({ source, target, cents });
const ceilings = { equipment: 30 };

describe("a change between lines (6.8), of a grant of 1 000 euros with at most 30 per cent equipment", () => {
  it.each([
    { of: move("staff", "staff", 100), problem: "own.sameLine" },
    { of: move("equipment", "staff", 20_001), problem: "tooLarge" },
    { of: move("staff", "equipment", 10_001), problem: "own.aboveCeiling" },
  ])("is refused: $of is $problem", ({ of, problem }) => {
    expect(faultsOfMove(lines, of, ceilings, 100_000)).toMatchObject([{ problem }]);
  });

  it("looks at no other line than the one that grows", () => {
    const above = [line("staff", 60_000), line("equipment", 40_000)];
    expect(faultsOfMove(above, move("equipment", "staff", 1_000), ceilings, 100_000)).toEqual([]);
  });

  it("is automatic up to the free share of the line that shrinks, of the coordinator above it", () => {
    expect(isFree(lines, move("staff", "equipment", 8_000), 10)).toBe(true);
    expect(isFree(lines, move("staff", "equipment", 8_001), 10)).toBe(false);
  });

  it("takes from one line and puts to the other, also to one that was not there", () => {
    expect(moveBetween(lines, move("staff", "equipment", 10_000))).toEqual([
      line("staff", 70_000),
      line("equipment", 30_000),
    ]);
    expect(moveBetween(lines, move("staff", "events", 500))).toEqual([
      line("staff", 79_500),
      line("equipment", 20_000),
      line("events", 500),
    ]);
  });
});

const signature = defineForm({ id: "signature", outcomes: ["signed"], fields: {} });
const { states, word } = linesChanging("change", {
  rules: () => ({ ceilings, freePercent: 10 }),
  during: ["waiting", "report"],
  signing: {
    parts: { school: part("applicant", signature, guest), agency: part("agency", signature, guest) },
    count: () => ({ outcome: "signed" }),
  },
});
const running = processWith(
  "waiting",
  {
    waiting: awaiting({ expired: "report" }, { instant: (_, now) => now }),
    report: ask("applicant", silence, {
      ...guest,
      on: { askAgain: "waiting", released: "done", expired: "done" },
    }),
    ...states,
    done: end("done"),
  },
  { change: word },
);

const at = "2027-06-01T08:00:00.000Z";
const asked = (state: string, said: ReturnType<typeof move>): CaseFile => ({
  ref: "case#1",
  process: "example",
  language: "lt",
  application: {},
  submittedAt: at,
  answers: [],
  records: [
    {
      state: "negotiated",
      visit: 0,
      step: "budget",
      outcome: "noted",
      data: { grantCents: 100_000, lines },
      at,
    },
  ],
  interruptions: [{ name: "change", at, by: "a@mokykla.example", state, visit: 3, values: said }],
  diary: [],
  call: {},
  callId: "iniciatyvos",
});

describe("a change that is asked for on the road", () => {
  it("goes back to where it stood, the report that was open too, and says so", async () => {
    expect(faultsOf(running)).toEqual([]);
    const paths = covering(pathsOf(running));
    expect(await walk(running, paths)).toEqual(paths.map((path) => expected(running, path)));
    for (const state of ["waiting", "report"])
      expect(states.changeReturn.run(asked(state, move("staff", "equipment", 100)), at)).toEqual({
        outcome: state,
        tell: [{ role: "applicant", template: "changeMade" }],
      });
  });

  it("is made at once where it is small, and is another version of the lines", () => {
    const file = asked("report", move("staff", "equipment", 8_000));
    expect(states.change.run(file, at).outcome).toBe("automatic");
    const { record, outcome } = states.changeMade.run(file, at);
    expect(states.changeMade.on[outcome]).toBe("changeReturn");
    const made: CaseFile = {
      ...file,
      records: [
        ...file.records,
        { state: "changeMade", visit: 5, step: record?.id ?? "", outcome: "made", data: record?.data, at },
      ],
    };
    expect(linesNow(made)).toEqual([line("staff", 72_000), line("equipment", 28_000)]);
    expect(versionsOfBudget(made)).toEqual([0, 5]);
  });

  it("is decided by the coordinator where it is larger; refused, it leaves everything as it was", () => {
    const file = asked("report", move("staff", "equipment", 9_000));
    expect(states.change.on[states.change.run(file, at).outcome]).toBe("changeDecision");
    const answer = { state: "changeDecision", visit: 5, form: changeDecision.id, values: {}, at, by: "" };
    const refused = { ...file, answers: [{ ...answer, outcome: "refused" }] };
    expect(states.changeReturn.run(refused, at)).toEqual({
      outcome: "report",
      tell: [{ role: "applicant", template: "changeRefused" }],
    });
    expect(linesNow(refused)).toEqual(lines);
  });

  const answered = (file: CaseFile, visit: number, form: string, outcome: string): CaseFile => ({
    ...file,
    answers: [...file.answers, { state: form, visit, form, outcome, values: {}, at, by: "" }],
  });
  const noted = (file: CaseFile, visit: number, { record, outcome }: StepResult<string>): CaseFile => ({
    ...file,
    records: [...file.records, { state: "", visit, step: record?.id ?? "", outcome, data: record?.data, at }],
  });

  it("is signed anew by all once it was decided on", () => {
    const file = answered(
      asked("report", move("staff", "equipment", 9_000)),
      5,
      changeDecision.id,
      "approved",
    );
    const made = states.changeMade.run(file, at);
    expect(states.changeMade.on[made.outcome]).toBe("changeAgreement");
    expect(Object.keys(states.changeAgreement.parts)).toEqual(["school", "agency"]);
    expect(states.changeAgreement.next).toBe("changeSignatures");
    expect(states.changeSignatures.on).toEqual({ signed: "changeReturn", missing: "changeSilence" });
  });

  it("is given up where somebody does not sign it: the lines before hold, as another version", () => {
    const approved = answered(
      asked("report", move("staff", "equipment", 9_000)),
      5,
      changeDecision.id,
      "approved",
    );
    const made = noted(approved, 6, states.changeMade.run(approved, at));
    expect(linesNow(made)).toEqual([line("staff", 71_000), line("equipment", 29_000)]);
    const givenUp = answered(made, 8, silence.id, "released");
    const undone = noted(givenUp, 9, states.changeUndone.run(givenUp, at));
    expect(linesNow(undone)).toEqual(lines);
    expect(versionsOfBudget(undone)).toEqual([0, 6, 9]);
    expect(states.changeReturn.run(undone, at).tell).toEqual([
      { role: "applicant", template: "changeRefused" },
    ]);
  });

  it("is refused by its form where it may not be: nobody is asked anything", () => {
    const form = formIn(word.form, asked("report", move("staff", "equipment", 1)));
    const read = (said: object) => parseAnswer(form, { reason: "Pabrango", ...said });
    expect(read(move("staff", "equipment", 10_001))).toMatchObject({
      outcome: "invalid",
      errors: [{ field: "cents", problem: "own.aboveCeiling" }],
    });
    expect(read(move("staff", "equipment", 10_000)).outcome).toBe("valid");
    expect(form.id).toBe(lineChange.id);
  });
});
