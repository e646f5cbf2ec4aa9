import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { holidayFile } from "../../../infra/local/facts/holidays.ts";

it("the file of holidays is what date-holidays says today: else run npm run facts", () => {
  const file = new URL("../../../workflows/facts/holidays.lt.json", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(holidayFile());
});
