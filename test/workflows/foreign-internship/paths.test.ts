import { expect, it } from "vitest";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { pathsOf } from "../../../workflows/kernel/paths.ts";

const paths = pathsOf(foreignInternship);
const goes = (...states: readonly string[]) =>
  paths.filter(({ passages, end }) => {
    const road = [...passages.map(({ state }) => state), end].join(" ");
    return road.includes(states.join(" "));
  }).length;

it("an internship abroad has 6531 paths; the most of one end arrive", () => {
  expect(paths).toHaveLength(6531);
  const ends = Object.entries(Object.groupBy(paths, ({ end }) => end));
  expect(Object.fromEntries(ends.map(([end, those]) => [end, those?.length]))).toEqual({
    completed: 4616,
    recovered: 1167,
    lapsed: 173,
    declined: 14,
    offerExpired: 8,
    reserve: 37,
    rejected: 18,
    ineligible: 17,
    incomplete: 4,
    refused: 3,
    withdrawn: 150,
    cancelled: 324,
  });
});

it("among them are the roads that people take most: and the ones that they fear", () => {
  expect(
    goes("endorsement", "screening", "panel", "review", "weighing", "awaitingRanking", "offer"),
  ).toBeGreaterThan(0);
  expect(goes("onReserveList", "offer", "hostConfirmation")).toBeGreaterThan(0);
  expect(goes("screening", "supplement", "supplements", "screening", "panel")).toBeGreaterThan(0);
  expect(goes("report", "reportReview", "report", "reportReview", "settlement")).toBeGreaterThan(0);
  expect(goes("report", "recovery", "fullRecovery", "recovered")).toBeGreaterThan(0);
  expect(goes("agreement", "signatures", "silentParty", "agreement", "signatures")).toBeGreaterThan(0);
  expect(goes("advance", "advanceAccount", "advance", "departure")).toBeGreaterThan(0);
  expect(
    goes("awaitingDeparture", "withdrawal", "withdrawalSettlement", "withdrawnRecovery"),
  ).toBeGreaterThan(0);
});

it("nobody withdraws once the journey has begun", () => {
  const after = ["travelling", "attendance", "attendanceFollowUp", "report", "reportReview", "dissemination"];
  for (const state of after) expect(goes(state, "withdrawal")).toBe(0);
});
