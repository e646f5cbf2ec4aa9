import { describe, expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { nationalInternshipMatching } from "../../../workflows/national-internship/matching/process.ts";
import { nationalInternshipPlace } from "../../../workflows/national-internship/place/process.ts";
import { nationalInternship } from "../../../workflows/national-internship/process.ts";
import { nationalInternshipRegister } from "../../../workflows/national-internship/register/process.ts";
import { expected, walk } from "../kernel/walk.ts";

describe.each([
  [nationalInternship, 294],
  [nationalInternshipMatching, 41],
  [nationalInternshipPlace, 20],
  [nationalInternshipRegister, 14],
] as const)("the paths of $id", (process, count) => {
  const paths = pathsOf(process);

  it(`are ${count}`, () => {
    expect(paths).toHaveLength(count);
  });

  it("are gone by the compiled machine, state by state, to their ends", async () => {
    expect(await walk(process, paths)).toEqual(paths.map((path) => expected(process, path)));
  }, 120_000);
});
