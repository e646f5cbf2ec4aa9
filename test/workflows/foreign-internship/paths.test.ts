import { expect, it } from "vitest";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { pathsOf } from "../../../workflows/kernel/paths.ts";

const paths = pathsOf(foreignInternship);
const goes = (...states: readonly string[]) =>
  paths.filter(({ passages, end }) => {
    const road = [...passages.map(({ state }) => state), end].join(" ");
    return road.includes(states.join(" "));
  }).length;

it("an internship abroad has 1903 paths; the most of one end arrive", () => {
  expect(paths).toHaveLength(1903);
  const ends = Object.entries(Object.groupBy(paths, ({ end }) => end));
  expect(Object.fromEntries(ends.map(([end, those]) => [end, those?.length]))).toEqual({
    completed: 772,
    recovered: 198,
    withdrawn: 361,
    cancelled: 523,
    refused: 3,
    ineligible: 9,
    incomplete: 4,
    rejected: 13,
    reserve: 4,
    declined: 8,
    offerExpired: 8,
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
  expect(goes("agreement", "signatures", "agreement", "signatures", "advance")).toBeGreaterThan(0);
  expect(goes("awaitingDeparture", "withdrawal", "withdrawnRecovery", "withdrawn")).toBeGreaterThan(0);
});

it("nobody withdraws once the journey has begun", () => {
  const after = ["travelling", "attendance", "attendanceFollowUp", "report", "reportReview", "dissemination"];
  for (const state of after) expect(goes(state, "withdrawal")).toBe(0);
});
