import { expect, it } from "vitest";
import { pathsOf } from "../../../workflows/kernel/paths.ts";
import { selectionCall } from "../../../workflows/selection-call/process.ts";
import { expected, walk } from "../kernel/walk.ts";

const paths = pathsOf(selectionCall);

it(`the compiled machine goes each of the ${paths.length} paths of a call, state by state, to its end`, async () => {
  expect(await walk(selectionCall, paths)).toEqual(paths.map((path) => expected(selectionCall, path)));
});
