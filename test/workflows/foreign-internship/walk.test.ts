import { expect, it } from "vitest";
import { foreignInternship } from "../../../workflows/foreign-internship/process.ts";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { covering } from "../kernel/covering.ts";
import { expected, walk } from "../kernel/walk.ts";

const all = pathsOf(foreignInternship);
const paths = covering(all);

it(`the compiled machine goes ${paths.length} paths of an internship abroad on which each two ways follow each other`, async () => {
  expect(await walk(foreignInternship, paths)).toEqual(
    paths.map((path) => expected(foreignInternship, path)),
  );
});

it("and they come to every end, by every way of every state", () => {
  const ends = (some: typeof paths) => new Set(some.map(({ end }) => end));
  const ways = (some: typeof paths) =>
    new Set(some.flatMap(({ passages }) => passages.map(({ state, way }) => `${state} ${way}`)));
  expect(ends(paths)).toEqual(ends(all));
  expect(ways(paths)).toEqual(ways(all));
});
