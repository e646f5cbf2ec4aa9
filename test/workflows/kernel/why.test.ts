import { expect, it } from "vitest";
import { days } from "../../../workflows/kernel/duration.ts";
import { longText, number } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { ask, end } from "../../../workflows/kernel/states.ts";
import { why as tellsWhy, whyAnswered, whySaid } from "../../../workflows/kernel/why.ts";

const visit = defineForm({
  id: "visit",
  outcomes: ["fine", "findings"],
  fields: {
    count: number({ min: 0, max: 9 }),
    findings: tellsWhy({ max: 2000, for: ["findings"] }),
    reason: longText({ max: 2000, optional: true }),
  },
});
const process = {
  states: {
    visit: ask("coordinator", visit, {
      within: days(5),
      on: { fine: "done", findings: "done", expired: "done" },
    }),
    done: end("done"),
  },
  interruptions: { controlled: { form: visit } },
};
const values = { count: 2, findings: "Two invoices are missing.", reason: "Routine." };

it("what tells why is the question that a form says, whatever it is called", () => {
  expect(whyAnswered(process, { state: "visit", values })).toBe("Two invoices are missing.");
  expect(whySaid(process, { name: "controlled", values })).toBe("Two invoices are missing.");
});

it("nobody told why where they were not asked, or said nothing", () => {
  expect(whyAnswered(process, { state: "visit", values: { count: 0 } })).toBeUndefined();
  expect(whyAnswered(process, { state: "elsewhere", values })).toBeUndefined();
  expect(whySaid(process, { name: "unknown", values })).toBeUndefined();
});
