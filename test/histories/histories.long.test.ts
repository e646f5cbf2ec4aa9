import { describe, expect, it } from "vitest";
import { historiesOf, releases } from "../../infra/histories/kept.ts";
import { replay } from "./replay.ts";

describe.each(releases())("cases that began at %s", (release) => {
  it.each(historiesOf(release).map((history) => ({ process: history.process, history })))(
    "of $process come to an end by every way that there was",
    async ({ history }) => {
      expect(await replay(history)).toEqual([]);
    },
  );
});
