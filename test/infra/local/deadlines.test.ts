import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import type { Task } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { colleagueOf, hiddenIn } from "./colleague.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let coordinator: ReturnType<typeof colleagueOf>;
let ref: string;
beforeEach(async () => {
  stage = await openStage();
  coordinator = colleagueOf(stage, "coordinator@agency.example");
  ref = await stage.apply("pirma@mokykla.example", 90);
});
afterEach(() => stage.close());

const principal = "vadovas@mokykla.example";
const taskNow = async (sk: string): Promise<Task> => {
  const task = (await stage.load(ref)).tasks.find((one) => one.sk === sk);
  if (!task) throw new Error(`no ${sk}`);
  return task;
};
const plusDays = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();
const passTo = async (instant: string) => {
  await stage.world.advanceTo(instant);
  await stage.world.settle();
};
/** The coordinator gives a task so many days more. */
async function extend(task: Task, days: number, reason = "Mokykloje karantinas.") {
  const here = paths.extend(idOf(ref), task);
  const hidden = hiddenIn((await coordinator.get(here)).html);
  const [year = "", month = "", day = ""] = plusDays(task.dueAt ?? "", days)
    .slice(0, 10)
    .split("-");
  const said = { ...hidden, "day-year": year, "day-month": month, "day-day": day, reason };
  return { here, said, ...(await coordinator.post(here, said)) };
}

describe("a deadline that is moved", () => {
  it("holds: the question stays open past its old end, its reminders move with it, and it expires at the new end", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const was = asked.dueAt ?? "";
    expect((await extend(asked, 14)).status).toBe(303);
    const moved = await taskNow(asked.sk);
    expect(moved.dueAt).toBe(plusDays(was, 14));
    expect(moved.extensions).toMatchObject([
      { was, due: moved.dueAt, reason: "Mokykloje karantinas.", by: { email: "coordinator@agency.example" } },
    ]);
    await passTo(plusDays(was, 1));
    expect(await taskNow(asked.sk)).toMatchObject({ status: "open", visit: asked.visit });
    expect(await stage.standing(ref)).toBe("endorsement");
    const before = await stage.mailsTo(ref, principal);
    await passTo(plusDays(was, 13));
    const after = await stage.mailsTo(ref, principal);
    expect(before.filter((one) => one === "endorsement.extended")).toHaveLength(1);
    expect(after.filter((one) => one.endsWith("reminder")).length).toBeGreaterThan(
      before.filter((one) => one.endsWith("reminder")).length,
    );
    await passTo(plusDays(was, 13.9));
    expect(await taskNow(asked.sk)).toMatchObject({ status: "open" });
    await passTo(plusDays(was, 15));
    expect(await taskNow(asked.sk)).toMatchObject({ status: "expired" });
    expect(await stage.standing(ref)).not.toBe("endorsement");
  });

  it("is answered in its new time, and the road goes on as ever; nobody is reminded just at the old end", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const was = asked.dueAt ?? "";
    await extend(asked, 7);
    const count = (await stage.mailsTo(ref, principal)).length;
    await passTo(plusDays(was, -1));
    const planned = (await stage.mailsTo(ref, principal)).length - count;
    await passTo(new Date(Date.parse(was) + 3_600_000).toISOString());
    expect((await stage.mailsTo(ref, principal)).length - count).toBe(planned);
    expect(planned).toBeGreaterThan(0);
    await stage.answer(await taskNow(asked.sk), { outcome: "endorsed", substitute: "Kolegė" });
    expect(await stage.standing(ref)).toBe("screening");
  });

  it("can be moved again, and holds for one of several who are asked at once while the others' does not change", async () => {
    await stage.goOnUntil(ref, "review");
    const reviews = (await stage.load(ref)).tasks.filter(({ state }) => state === "review");
    const [first, second] = reviews;
    if (!first || !second) throw new Error("nobody reviews");
    const was = first.dueAt ?? "";
    await extend(first, 5);
    await extend(await taskNow(first.sk), 5, "Serga.");
    expect((await taskNow(first.sk)).extensions?.map(({ due }) => due)).toEqual([
      plusDays(was, 5),
      plusDays(was, 10),
    ]);
    await passTo(plusDays(was, 6));
    expect([(await taskNow(first.sk)).status, (await taskNow(second.sk)).status]).toEqual([
      "open",
      "expired",
    ]);
    await passTo(plusDays(was, 11));
    expect((await taskNow(first.sk)).status).toBe("expired");
    expect((await stage.load(ref)).tasks.some(({ visit }) => visit > first.visit)).toBe(true);
  });

  it("holds for one of the parties to an agreement, who signs after the others' time", async () => {
    await stage.goOnUntil(ref, "agreement");
    const parties = (await stage.load(ref)).tasks.filter(({ state }) => state === "agreement");
    const school = parties.find(({ part }) => part === "school");
    if (!school) throw new Error("the school is not asked to sign");
    const was = school.dueAt ?? "";
    await extend(school, 7);
    for (const other of parties.filter(({ part }) => part !== "school"))
      expect(await stage.answer(other, { agreed: "yes" })).toBe(200);
    await passTo(plusDays(was, 2));
    expect(await taskNow(school.sk)).toMatchObject({ status: "open" });
    expect(await stage.standing(ref)).toBe("agreement");
    expect(await stage.answer(await taskNow(school.sk), { agreed: "yes" })).toBe(200);
    expect(await stage.standing(ref)).toBe("advance");
  });

  it("is moved once by a page that is sent twice, and not over a colleague's", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const { here, said } = await extend(asked, 7);
    expect((await coordinator.post(here, said)).status).toBe(303);
    expect((await taskNow(asked.sk)).extensions).toHaveLength(1);
    expect((await coordinator.post(here, { ...said, "day-day": "28" })).status).toBe(409);
    const mails = await stage.mailsTo(ref, principal);
    expect(mails.filter((one) => one === "endorsement.extended")).toHaveLength(1);
  });

  it("needs a later day, not too late a one, and a reason; only the call's coordinator moves it", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    expect((await extend(asked, -1)).text).toContain("pasirinkite dieną, vėlesnę už dabartinį terminą");
    expect((await extend(asked, 61)).status).toBe(422);
    expect((await extend(asked, 3, " ")).status).toBe(422);
    const { here, said } = await extend(asked, 0);
    const finance = colleagueOf(stage, "finance@agency.example");
    expect((await finance.post(here, said)).status).toBe(403);
    for (const day of ["", "99", "0x1f", "31.5"])
      expect((await coordinator.post(here, { ...said, "day-day": day })).status).toBe(422);
    expect((await taskNow(asked.sk)).extensions).toBeUndefined();
    expect((await coordinator.get(here.replace("endorsement", "screening"))).status).toBe(404);
  });

  it("is not moved where others count on it, nor when it is over", async () => {
    await stage.goOnUntil(ref, "offer");
    const offer = await stage.openTask(ref, "offer");
    expect((await coordinator.get(paths.extend(idOf(ref), offer))).status).toBe(409);
    const answered = (await stage.load(ref)).tasks.find(({ state }) => state === "endorsement");
    expect((await coordinator.get(paths.extend(idOf(ref), answered ?? offer))).status).toBe(409);
  });

  it("is told by what is foreseen for the case", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const before = (await coordinator.get(paths.ahead(idOf(ref)))).text;
    await extend(asked, 14);
    const after = (await coordinator.get(paths.ahead(idOf(ref)))).text;
    expect(before).toContain("2027 m. sausio 17 d. 23.59 val.");
    expect(after).not.toContain("2027 m. sausio 17 d. 23.59 val.");
    expect(after).toContain("2027 m. sausio 31 d. 23.59 val.");
  });
});

describe("a reminder that the coordinator sends", () => {
  const reminders = async () =>
    (await stage.load(ref)).mails.filter(({ template, by }) => template === "endorsement.reminder" && by);

  it("is one a day, however often it is asked for, and says who had it sent", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const here = paths.remind(idOf(ref), asked);
    expect((await coordinator.post(here)).text).toContain("jau rašyta");
    await passTo(plusDays(stage.world.house.clock.now(), 1));
    expect((await coordinator.get(here)).text).toContain(principal);
    await Promise.all([coordinator.post(here), coordinator.post(here)]);
    expect((await coordinator.post(here)).status).toBe(303);
    expect(await reminders()).toMatchObject([
      { by: { email: "coordinator@agency.example" }, sentAt: expect.any(String) },
    ]);
    await passTo(plusDays(stage.world.house.clock.now(), 1));
    await coordinator.post(here);
    expect(await reminders()).toHaveLength(2);
  });

  it("goes to nobody who has answered, and is the coordinator's alone", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const here = paths.remind(idOf(ref), await stage.openTask(ref, "endorsement"));
    await passTo(plusDays(stage.world.house.clock.now(), 1));
    expect((await colleagueOf(stage, "finance@agency.example").post(here)).status).toBe(403);
    await stage.goOnUntil(ref, "screening");
    expect((await coordinator.post(here)).status).toBe(409);
    expect(await reminders()).toEqual([]);
  });
});
