import { expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { standingCall } from "../../../workflows/standing-call/process.ts";
import { supervisionGroup } from "../../../workflows/supervision/group/process.ts";
import { supervisionParticipant } from "../../../workflows/supervision/participant/process.ts";
import { supervision } from "../../../workflows/supervision/process.ts";

it.each([
  [standingCall, 7],
  [supervision, 37],
  [supervisionGroup, 21],
  [supervisionParticipant, 80],
] as const)("the paths of $0.id are $1", (process, count) => {
  expect(pathsOf(process)).toHaveLength(count);
});
