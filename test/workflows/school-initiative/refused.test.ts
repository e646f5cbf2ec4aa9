import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { parseAnswer, saidSoFar } from "../../../workflows/kernel/parse.ts";
import { application } from "../../../workflows/school-initiative/forms.ts";
import { paidOf, settle, weighMilestone } from "../../../workflows/school-initiative/ledger.ts";
import { caseOf } from "./case.ts";

describe("the page of the budget refuses, at its field and in the order of the specification (6.1)", () => {
  const whole = {
    ...caseOf().application,
    ...{ position: "head", municipality: "Anykščių rajono savivaldybė", kind: "school" },
    ...{ summary: "Gamtos kabinetas.", plan: "Rudenį.", measure: "Testu.", truthful: "yes" },
    coCents: "2000",
  };
  const errorsOf = (said: Readonly<Record<string, string>>) => {
    const raw = { ...whole, ...said };
    const typed = saidSoFar(formIn(application, caseOf([], { application: {} })), raw);
    const read = parseAnswer(formIn(application, caseOf([], { application: typed })), raw);
    return read.outcome === "invalid" ? read.errors : [];
  };

  it("a line above its ceiling, by the category and what it may be at most", () => {
    const lines = "staff; 500,00\nequipment; 500,00";
    expect(errorsOf({ lines })).toEqual([
      { field: "lines", problem: "shareTooLarge", limit: 40, with: { group: "equipment" } },
    ]);
  });

  it("more than the strand has", () => {
    expect(errorsOf({ lines: "staff; 25000,01", coCents: "10000" })).toEqual([
      { field: "lines", problem: "sumTooLarge", limit: 2_500_000 },
    ]);
  });

  it("too little of the school's own", () => {
    expect(errorsOf({ lines: "staff; 900,00", coCents: "99,99" })).toMatchObject([
      { field: "coCents", problem: "own.coFunding" },
    ]);
    expect(errorsOf({ lines: "staff; 900,00", coCents: "100" })).toEqual([]);
  });
});

it("costs above the grant are taken as they were, and count up to the grant: nothing is paid beyond it", () => {
  const at = "2027-10-01T09:00:00.000Z";
  const noted = (state: string, visit: number, step: string, data: unknown) => ({
    ...{ state, visit, step, data, at },
    outcome: "due",
  });
  const answered = (state: string, visit: number, form: string, values: Record<string, unknown>) => ({
    ...{ state, visit, form, values, at, by: "" },
    outcome: form === "payment" ? "paid" : "submitted",
  });
  const lines = [{ category: "staff", cents: 1_000_000 }];
  const duty = (number: string) => ({ series: "milestone", number, on: "2027-09-30" });
  const costs = [{ category: "staff", cents: 2_500_000 }];
  const records = [
    noted("award", 1, "budget", { grantCents: 1_000_000, lines }),
    noted("milestone", 3, "duty", duty("1")),
  ];
  const answers = [
    answered("advance", 2, "payment", {}),
    answered("milestoneReport", 4, "progress", { costs, coSpentCents: 900_000 }),
  ];
  const first = weighMilestone(caseOf(records, { answers }));
  expect(first.record?.data).toMatchObject({ acceptedCents: 1_000_000, payCents: 500_000 });

  const after: CaseFile = caseOf(
    [
      ...records,
      noted("milestoneWeighing", 5, "acceptedCosts", first.record?.data),
      noted("milestone", 7, "duty", duty("2")),
    ],
    {
      answers: [
        ...answers,
        answered("milestonePay", 6, "payment", {}),
        answered("milestoneReport", 8, "progress", { costs, coSpentCents: 900_000 }),
      ],
    },
  );
  expect(weighMilestone(after).record?.data).toMatchObject({ acceptedCents: 1_000_000, payCents: 0 });
  const { record } = settle(after);
  expect([paidOf(after), record?.data]).toMatchObject([
    800_000,
    { balanceCents: 200_000, recoveredCents: 0 },
  ]);
});
