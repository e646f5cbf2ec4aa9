import { describe, expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { miniTrainingGroup } from "../../../workflows/mini-training/group/process.ts";
import { miniTrainingParticipant } from "../../../workflows/mini-training/participant/process.ts";
import { miniTraining } from "../../../workflows/mini-training/process.ts";
import { expected, walk } from "../kernel/walk.ts";

describe.each([
  [miniTraining, 49],
  [miniTrainingGroup, 20],
  [miniTrainingParticipant, 40],
] as const)("the paths of $id", (process, count) => {
  const paths = pathsOf(process);

  it(`are ${count}`, () => {
    expect(paths).toHaveLength(count);
  });

  it("are gone by the compiled machine, state by state, to their ends", async () => {
    expect(await walk(process, paths)).toEqual(paths.map((path) => expected(process, path)));
  }, 120_000);
});
