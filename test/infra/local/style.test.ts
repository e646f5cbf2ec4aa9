import { expect, it } from "vitest";
import { makeAssets, storedAsset } from "../../../infra/local/style.ts";

it("style sheet and script are served as they are written today: else run npx tsx infra/local/style.ts", async () => {
  for (const [name, made] of Object.entries(await makeAssets()))
    expect(await storedAsset(name), name).toBe(made);
});
