import { afterEach, describe, expect, it } from "vitest";
import { taskPath } from "../../functions/links.ts";
import { adviceOn, StartFault } from "../../infra/local/start-fault.ts";
import { openStage, type Stage } from "../infra/local/stage.ts";
import { renamed } from "./changed.ts";
import { putBack, releaseOf } from "./release.ts";

let stage: Stage;
afterEach(async () => {
  await stage.close();
  putBack();
});

describe("a state that has another name after a release", () => {
  const release = () => releaseOf("foreign-internship", (process) => renamed(process, "plan", "programme"));
  const usualIn = (state: string) => (state === "programme" ? "plan" : state);

  it("the link that its person has shows the question, takes the answer, and the case ends as it would have", async () => {
    stage = await openStage({}, { usualIn });
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "plan");
    const task = await stage.openTask(ref, "plan");
    await stage.startAnew(release);
    expect(await stage.standing(ref)).toBe("programme");
    const path = taskPath(stage.world.house.config.linkSecret, task);
    const page = await stage.world.request("GET", path, {}, {});
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain("Parenkite stažuotės planą");
    expect(await stage.answer(task, await stage.usual(task))).toBe(200);
    expect(await stage.standing(ref)).toBe("planAgreement");
    await stage.goOnUntil(ref, "completed");
    const { tasks, mails } = await stage.load(ref);
    expect(tasks.filter(({ state }) => state === "programme")).toHaveLength(1);
    expect(mails.filter(({ template }) => template === "programme.task")).toHaveLength(1);
  });

  it("without a line that says so the product does not start: who would be stranded is told, and what to write", async () => {
    stage = await openStage({ places: { FI: 2 } });
    const standing = await stage.apply("pirma@mokykla.example", 90);
    await stage.apply("antra@mokykla.example", 85);
    await stage.goOnUntil(standing, "plan");
    const unsaid = () =>
      releaseOf("foreign-internship", (process) => renamed(process, "plan", "programme", {}));
    const refused = await stage.startAnew(unsaid).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartFault);
    expect(refused instanceof StartFault ? adviceOn(refused) : "").toContain(
      'foreign-internship: 1 case stands in "plan", which is no state any more; write into its process: moved: { plan: "programme" }',
    );
    await stage.startAnew(async () => putBack());
    expect(await stage.standing(standing)).toBe("plan");
  });

  it("nor where nobody stands there yet and somebody may still come", async () => {
    stage = await openStage();
    await stage.apply("pirma@mokykla.example", 90);
    const unsaid = () =>
      releaseOf("foreign-internship", (process) => renamed(process, "report", "account", {}));
    await expect(stage.startAnew(unsaid)).rejects.toThrow(
      'foreign-internship: 1 case can still come to "report", which is no state any more; write into its process: moved: { report: "account" }',
    );
    await stage.startAnew(async () => putBack());
  });
});
