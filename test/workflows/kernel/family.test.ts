import { expect, it } from "vitest";
import { everyProcess } from "../../../workflows/catalogue.ts";

/** What a process on its way starts from: its calls are made for what comes. */
const general = ["selection-call", "daily-call", "standing-call"];

it("every process says what people do in it, for lists in which it stands among others", async () => {
  const silent = (await everyProcess()).filter(
    ({ id, family }) => family === undefined && !general.includes(id),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});
