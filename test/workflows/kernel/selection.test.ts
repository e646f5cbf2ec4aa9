import { expect, it } from "vitest";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import { faultsOfSelection } from "../../../workflows/kernel/selection/check.ts";
import { decisionsAs } from "../../../workflows/kernel/selection/decision.ts";
import { earliest } from "../../../workflows/kernel/selection/keys.ts";
import { keysOf, standingIn } from "../../../workflows/kernel/selection/standing.ts";

it("says what of a selection its process does not have", () => {
  expect(faultsOfSelection(foreignInternship)).toEqual([]);
  const selects = {
    ...selection,
    weighing: "offer",
    offers: { open: ["offer", "nowhere"], givenBack: ["vanished"], ranOut: ["expired"] },
    order: [...selection.order, earliest("rural", () => "2027-01-01T00:00:00Z")],
    handsOn: "mornings",
  } as const;
  expect(faultsOfSelection({ ...foreignInternship, selects })).toEqual([
    "selection: offer weighs, and is no step",
    "selection: no state is called nowhere",
    "selection: no case ends as vanished",
    "selection: places on mornings are held back by no budget, so what they cost is not looked at",
    "selection: another key is called rural",
  ]);
});

it("stores which share was decided under the name that the process has for it, and reads it back", () => {
  const decisions = decisionsAs("subject");
  const made = { kind: "offered", position: 3, share: "fizika" } as const;
  expect(decisions.write(made)).toEqual({ kind: "offered", position: 3, subject: "fizika" });
  expect(decisions.read(decisions.write(made))).toEqual(made);
  expect(decisions.read({ kind: "matched", place: "Molėtai" })).toBeUndefined();
});

it("tells where a case stands with what its order goes by, and nothing of who was rejected", () => {
  const bid = {
    score: 48_000,
    applicant: "Ona",
    travelledBefore: false,
    rural: true,
    submittedAt: "2027-01-10T08:00:00.000Z",
    preferences: ["IE"],
  };
  const decision = { kind: "offered", position: 2, country: "IE", decidedBy: "score" };
  expect(standingIn({ bid, decision }, selection)).toEqual({
    kind: "offered",
    position: 2,
    share: "IE",
    decidedBy: "score",
    keys: { score: 48_000 },
  });
  expect(standingIn({ bid, decision: { kind: "rejected" } }, selection)).toBeUndefined();
  expect(keysOf(undefined, selection)).toEqual({});
});
