import { describe, expect, it } from "vitest";
import type { History } from "../../infra/histories/history.ts";
import { historiesOf, releases } from "../../infra/histories/kept.ts";
import { replay } from "./replay.ts";

const atOnce = 30;

/** So many roads at once that each test is over in a minute or two. */
const inParts = (history: History) =>
  Array.from({ length: Math.ceil(history.roads.length / atOnce) }, (_, part) => {
    const roads = history.roads.slice(part * atOnce, (part + 1) * atOnce);
    return { process: history.process, first: part * atOnce, history: { ...history, roads } };
  });

describe.each(releases())("cases that began at %s", (release) => {
  it.each(historiesOf(release).flatMap(inParts))(
    "of $process come to an end by every way that there was, from road $first on",
    async ({ history }) => {
      expect(await replay(history)).toEqual([]);
    },
  );
});
