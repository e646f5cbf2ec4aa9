import { expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import { pathsOf } from "../../workflows/kernel/paths.ts";
import { expected, walk } from "../workflows/kernel/walk.ts";

const processes = (await everyProcess()).map((process) => ({
  id: process.id,
  process,
  paths: pathsOf(process),
}));

it.each(processes)(
  "the compiled machine of $id goes each of its paths, state by state, to its end",
  async ({ process, paths }) => {
    expect(await walk(process, paths)).toEqual(paths.map((path) => expected(process, path)));
  },
);
