import { afterEach, expect, it } from "vitest";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import { misfitOf } from "../../../functions/reconcile/standing.ts";
import { openStage, type Stage } from "../../infra/local/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Machines that run, and wait for whatever the table has. */
const machines = {
  running: async function* () {},
  standing: async () => "running" as const,
  waitsFor: async () => true,
  stop: async () => undefined,
};
const misfit = (loaded: LoadedCase) => misfitOf({ machines, clock: stage.world.house.clock }, loaded);

it("a case set back to where one of two reviewers had been asked is taken up again: the other would never be", async () => {
  stage = await openStage();
  const ref = await stage.apply("ona@mokykla.example", 80);
  await stage.goOnUntil(ref, "review");
  const loaded = await stage.load(ref);
  const asked = loaded.tasks.filter(({ state, status }) => state === "review" && status === "open");
  expect(asked).toHaveLength(2);
  expect(await misfit(loaded)).toBeUndefined();
  for (const lost of asked)
    expect(await misfit({ ...loaded, tasks: loaded.tasks.filter((task) => task !== lost) })).toBe(
      "elsewhere",
    );
}, 60_000);
