import { afterEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import type { Functions } from "../../../infra/local/functions.ts";
import { colleagueOf } from "./colleague.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** What calls of machines fail by, while anything is set here. */
let trouble: Error | undefined;
const named = (name: string): Error => Object.assign(new Error("not now"), { name });
const between =
  (call: Functions["call"]): Functions["call"] =>
  async (name, event) => {
    if (trouble) throw trouble;
    return call(name, event);
  };
/** Somebody applies while the machines' functions fail so. */
async function applyDuring(error: Error): Promise<string> {
  trouble = undefined;
  stage = await openStage({}, { between });
  await stage.world.settle();
  trouble = error;
  return stage.apply("pirma@mokykla.example", 90);
}
const later = async (hours: number): Promise<void> => {
  const now = Date.parse(stage.world.house.clock.now());
  await stage.world.advanceTo(new Date(now + hours * 3_600_000).toISOString());
  await stage.world.settle();
};
const stuck = async () => (await colleagueOf(stage, "coordinator@agency.example").get(paths.stuck())).text;
const nothingStuck = "Nieko užstrigusio nėra.";

describe("an execution that has failed", () => {
  it("by what passes is followed by the next, until the outage is over: nobody has to do anything", async () => {
    const ref = await applyDuring(named("Lambda.ServiceException"));
    await later(40);
    const { head } = await stage.load(ref);
    expect(head.restarts?.[0]).toMatchObject({ by: { name: "Kelias", email: "" }, from: "endorsement" });
    expect(await stuck()).toContain(nothingStuck);
    trouble = undefined;
    await later(30);
    expect(await stage.standing(ref)).toBe("endorsement");
    expect((await stage.load(ref)).tasks.map(({ state }) => state)).toEqual(["endorsement"]);
    expect((await stage.load(ref)).head.takeUp).toBeUndefined();
  });

  it("by what passes again and again is the coordinator's in the end", async () => {
    const ref = await applyDuring(named("Lambda.TooManyRequestsException"));
    await later(24 * 9);
    expect((await stage.load(ref)).head.restarts).toHaveLength(5);
    expect(await stuck()).toContain("Eiga sugedo");
    await later(24 * 9);
    expect((await stage.load(ref)).head.generation).toBe(6);
  });

  it("by a defect is the coordinator's at once, and is not taken up", async () => {
    const ref = await applyDuring(named("TypeError"));
    await later(1);
    expect(await stuck()).toContain("Eiga sugedo");
    await later(24 * 9);
    expect((await stage.load(ref)).head).toMatchObject({ generation: 1 });
    expect((await stage.load(ref)).head.restarts).toBeUndefined();
  });
});
