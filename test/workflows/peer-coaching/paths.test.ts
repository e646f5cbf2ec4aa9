import { describe, expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { peerCoachingGroup } from "../../../workflows/peer-coaching/group/process.ts";
import { peerCoachingParticipant } from "../../../workflows/peer-coaching/participant/process.ts";
import { peerCoaching } from "../../../workflows/peer-coaching/process.ts";
import { expected, walk } from "../kernel/walk.ts";

describe.each([
  [peerCoaching, 29],
  [peerCoachingGroup, 20],
  [peerCoachingParticipant, 56],
] as const)("the paths of $id", (process, count) => {
  const paths = pathsOf(process);

  it(`are ${count}`, () => {
    expect(paths).toHaveLength(count);
  });

  it("are gone by the compiled machine, state by state, to their ends", async () => {
    expect(await walk(process, paths)).toEqual(paths.map((path) => expected(process, path)));
  }, 120_000);
});
