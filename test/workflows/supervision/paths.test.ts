import { describe, expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { standingCall } from "../../../workflows/standing-call/process.ts";
import { supervisionGroup } from "../../../workflows/supervision/group/process.ts";
import { supervisionParticipant } from "../../../workflows/supervision/participant/process.ts";
import { supervision } from "../../../workflows/supervision/process.ts";
import { expected, walk } from "../kernel/walk.ts";

describe.each([
  [standingCall, 7],
  [supervision, 37],
  [supervisionGroup, 21],
  [supervisionParticipant, 80],
] as const)("the paths of $id", (process, count) => {
  const paths = pathsOf(process);

  it(`are ${count}`, () => {
    expect(paths).toHaveLength(count);
  });

  it("are gone by the compiled machine, state by state, to their ends", async () => {
    expect(await walk(process, paths)).toEqual(paths.map((path) => expected(process, path)));
  }, 120_000);
});
