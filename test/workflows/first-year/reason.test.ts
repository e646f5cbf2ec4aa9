import { describe, expect, it } from "vitest";
import { says } from "../../../workflows/first-year/people.ts";
import type { Road } from "../../../workflows/first-year/roads.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";

const at = (day: string) => `2027-12-${day}T10:00:00.000Z`;

/** A novice's road that has ended: evaluated on the 1st, left by the school on the 2nd, with a pause said on the 3rd. */
const ended = (status: "failed" | "endedBySchool" | "passed"): CaseFile => {
  const road: Road = { spans: [], end: { status, on: "2027-12-09" } };
  const said = { form: "", by: "" };
  return {
    ...{
      ref: "case#1",
      process: "first-year",
      language: "lt",
      callId: "stazuote",
      call: {},
      application: {},
    },
    submittedAt: at("01"),
    answers: [
      {
        ...{ ...said, state: "evaluation", form: "evaluation", visit: 3, outcome: "failed", at: at("01") },
        values: { reason: "Pamokos nepasirengta vesti" },
      },
    ],
    interruptions: [
      {
        ...said,
        name: "endedBySchool",
        state: "underWay",
        visit: 5,
        at: at("02"),
        values: { reason: "Mokykla uždaroma" },
      },
      {
        ...said,
        name: "paused",
        state: "underWay",
        visit: 7,
        at: at("03"),
        values: { reason: "Stažuotojas serga" },
      },
    ],
    ...{ records: [], diary: [] },
    entry: { ...{ ref: "case#1", state: "atWork", ended: true, submittedAt: at("01") }, decision: road },
  };
};

describe("the reason that is told of the end of a first year", () => {
  it.each([
    ["failed", "Pamokos nepasirengta vesti"],
    ["endedBySchool", "Mokykla uždaroma"],
    ["passed", undefined],
  ] as const)(
    "is of a road that ends as %s why it did so, not why something else was said later",
    (status, reason) => {
      expect(says(ended(status)).reason).toBe(reason);
    },
  );
});
