import { describe, expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { mainRoad } from "../../../workflows/kernel/main-road.ts";
import { project } from "../blocks/series/project.ts";

const processes = await everyProcess();

describe("the road that a case is meant to take", () => {
  it.each(processes.map((process) => [process.id, process] as const))(
    "of %s leads to an end that is none of breaking off, and stands nowhere twice",
    (_id, process) => {
      for (const from of [process.start, process.givenStart ?? process.start]) {
        const road = mainRoad(process, from);
        const last = process.states[road.at(-1) ?? ""];
        expect(road[0]).toBe(from);
        expect(new Set(road).size).toBe(road.length);
        // Who stands in a register year after year ends it by a word of their own: there is no other good end; and a school's part in
        // a campaign is a plan.
        expect(["completed", "closed", "planned", "stopped"]).toContain(
          last?.kind === "end" ? last.status : "no end",
        );
      }
    },
  );

  it("leads home from every state, whatever turned the case there", () => {
    for (const process of processes)
      for (const name of Object.keys(process.states)) {
        const last = mainRoad(process, name).at(-1) ?? "";
        expect([process.id, name, process.states[last]?.kind]).toEqual([process.id, name, "end"]);
      }
  });

  it("of an internship abroad is the one that the programme describes", () => {
    const [internship] = processes;
    const stops = internship
      ? mainRoad(internship).filter((one) => internship.states[one]?.kind !== "step")
      : [];
    expect(stops.join(" ")).toBe(
      "endorsement screening review awaitingRanking offer hostConfirmation plan planAgreement agreement advance " +
        "departure awaitingDeparture travelling attendance report reportReview balance dissemination completed",
    );
  });

  it("of dated duties comes back to them, and goes on when all are over", () => {
    const road = mainRoad(project);
    expect(road).toContain("milestonePay");
    expect(road.at(-1)).toBe("completed");
  });
});
