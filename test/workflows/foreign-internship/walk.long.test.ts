import { expect, it } from "vitest";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { expected, walk } from "../kernel/walk.ts";

const paths = pathsOf(foreignInternship);

it(`the compiled machine goes each of the ${paths.length} paths of an internship abroad, state by state, to its end`, async () => {
  expect(await walk(foreignInternship, paths)).toEqual(
    paths.map((path) => expected(foreignInternship, path)),
  );
});
