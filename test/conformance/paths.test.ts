import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import { type Path, pathsOf } from "../../workflows/kernel/paths.ts";
import { covering } from "../workflows/kernel/covering.ts";
import { expected, walk } from "../workflows/kernel/walk.ts";

/** So many paths are gone whenever something changes; of a process with more, those on which each two ways follow each other. */
const few = 50;

const processes = (await everyProcess()).map((process) => {
  const all = pathsOf(process);
  return { id: process.id, process, all, some: all.length <= few ? all : covering(all) };
});

describe.each(processes)("the machine of $id", ({ process, all, some }) => {
  it(`goes ${some.length} of its ${all.length} paths, state by state, to their ends`, async () => {
    expect(await walk(process, some)).toEqual(some.map((path) => expected(process, path)));
  });

  it("comes on them to every end, and by every way of every state", () => {
    const ends = (paths: readonly Path[]) => new Set(paths.map(({ end }) => end));
    const ways = (paths: readonly Path[]) =>
      new Set(paths.flatMap(({ passages }) => passages.map(({ state, way }) => `${state} ${way}`)));
    expect(ends(some)).toEqual(ends(all));
    expect(ways(some)).toEqual(ways(all));
  });
});
