import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Read aloud at once wherever somebody is on the page (`role="alert"`), or on the page of the laptop alone. */
const otherwise = ["functions/console/claim.tsx", "functions/web/uploading.tsx", "infra/local/time-page.tsx"];

it("what is wrong with an answer is announced as a fault on every page: one part draws it", () => {
  const drawing = globSync("{functions,infra}/**/*.tsx").filter((file) =>
    readFileSync(file, "utf8").includes('class="govuk-error-message"'),
  );
  expect(drawing.toSorted()).toEqual(["functions/web/parts/error-message.tsx", ...otherwise].toSorted());
});
