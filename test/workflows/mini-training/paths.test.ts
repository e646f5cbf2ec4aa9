import { expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { miniTrainingGroup } from "../../../workflows/mini-training/group/process.ts";
import { miniTrainingParticipant } from "../../../workflows/mini-training/participant/process.ts";
import { miniTraining } from "../../../workflows/mini-training/process.ts";

it.each([
  [miniTraining, 49],
  [miniTrainingGroup, 20],
  [miniTrainingParticipant, 40],
] as const)("the paths of $0.id are $1", (process, count) => {
  expect(pathsOf(process)).toHaveLength(count);
});
