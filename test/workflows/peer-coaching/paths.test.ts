import { expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { peerCoachingGroup } from "../../../workflows/peer-coaching/group/process.ts";
import { peerCoachingParticipant } from "../../../workflows/peer-coaching/participant/process.ts";
import { peerCoaching } from "../../../workflows/peer-coaching/process.ts";

it.each([
  [peerCoaching, 29],
  [peerCoachingGroup, 20],
  [peerCoachingParticipant, 56],
] as const)("the paths of $0.id are $1", (process, count) => {
  expect(pathsOf(process)).toHaveLength(count);
});
