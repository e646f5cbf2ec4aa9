import { afterEach, beforeEach, expect, it } from "vitest";
import { placeOf } from "../../../functions/addresses/of-ref.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import type { Task } from "../../../functions/store/items.ts";
import { colleagueOf, hiddenIn } from "./colleague.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let coordinator: ReturnType<typeof colleagueOf>;
beforeEach(async () => {
  stage = await openStage();
  coordinator = colleagueOf(stage, "coordinator@agency.example");
});
afterEach(() => stage.close());

const stuck = async () => (await coordinator.get(paths.stuck())).text;

/** Nobody answers until the question is over and asked again. */
async function stayingSilent(ref: string, state: string): Promise<Task> {
  const { dueAt = "" } = await stage.openTask(ref, state);
  await stage.world.advanceTo(new Date(Date.parse(dueAt) + 60_000).toISOString());
  await stage.world.settle();
  return stage.openTask(ref, state);
}

it("whoever does not answer is asked three times; then a person decides who answers in their place", async () => {
  const ref = await stage.apply("pirma@mokykla.example", 90);
  await stage.goOnUntil(ref, "planAgreement");
  const first = await stage.openTask(ref, "planAgreement");
  const host = first.assignee?.email ?? "";
  const asked = async () =>
    (await stage.mailsTo(ref, host)).filter((one) => one.includes("planAgreement.task")).length;
  for (const times of [2, 3]) {
    await stayingSilent(ref, "planAgreement");
    expect(await asked()).toBe(times);
    expect(await stuck()).toContain("Nieko užstrigusio nėra.");
  }
  const last = await stayingSilent(ref, "planAgreement");
  expect(await asked()).toBe(3);
  const told = await stuck();
  expect(told).toContain("neatsako");
  expect(told).toContain("Jau klausta 3 kartus");
  expect(told).toContain("Pavesti atsakyti kolegai");
  expect(told).toContain("Užbaigti bylą");

  const form = await coordinator.get(paths.reassign(...placeOf(last)));
  expect(form.status).toBe(200);
  const colleague = /<input[^>]*type="radio"[^>]*value="([^"]+)"|<option value="([^"]+)"/.exec(form.html);
  const person = colleague?.[1] ?? colleague?.[2] ?? "";
  await coordinator.post(paths.reassign(...placeOf(last)), {
    ...hiddenIn(form.html),
    person,
    reason: "Priimančioji mokykla pritarė telefonu.",
  });
  const given = await stage.openTask(ref, "planAgreement");
  expect(given.assignee?.email).not.toBe(host);
  expect(given.handovers).toHaveLength(1);
  const theirs = await colleagueOf(stage, given.assignee?.email ?? "").get(paths.console());
  expect(theirs.text).toContain("Suderinkite stažuotės planą");
  expect(await stage.answer(given, { outcome: "agreed" })).toBe(200);
  await stage.world.settle();
  expect(await stage.standing(ref)).not.toBe("planAgreement");
  expect(await stuck()).toContain("Nieko užstrigusio nėra.");
});
