import { expect, it } from "vitest";
import { selectingCallFile } from "../../../workflows/blocks/rehearsal/selecting-call.ts";

const call = {
  id: "dotacijos",
  process: "small-grants",
  opens: "2027-02-01T09:00",
  closes: "2027-02-28",
  minimumScore: 60,
  scoreGap: 20,
};

it("a rehearsal of a call that selects and pays fills in who stands behind it, and nobody in the place of who is named", () => {
  const { staff, reviewers, payer } = selectingCallFile.filled(selectingCallFile.shape.parse(call));
  expect(Object.keys(staff)).toEqual(["coordinator", "commission", "agency", "finance"]);
  expect(reviewers.length).toBeGreaterThanOrEqual(3);
  expect(payer).toMatchObject({ iban: "LT121000011101001000" });
  const named = { name: "Agentūra", iban: "LT601010012345678901" };
  expect(selectingCallFile.filled({ ...call, payer: named })).toMatchObject({ payer: named });
  expect(selectingCallFile.faults({ ...call, closes: "2027-01-01" })).toEqual([
    "closes: expected a time after opens (2027-02-01T09:00)",
  ]);
});
