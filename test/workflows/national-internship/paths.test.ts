import { expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { nationalInternshipMatching } from "../../../workflows/national-internship/matching/process.ts";
import { nationalInternshipPlace } from "../../../workflows/national-internship/place/process.ts";
import { nationalInternship } from "../../../workflows/national-internship/process.ts";
import { nationalInternshipRegister } from "../../../workflows/national-internship/register/process.ts";

it.each([
  [nationalInternship, 579],
  [nationalInternshipMatching, 41],
  [nationalInternshipPlace, 20],
  [nationalInternshipRegister, 14],
] as const)("the paths of $0.id are $1", (process, count) => {
  expect(pathsOf(process)).toHaveLength(count);
});
