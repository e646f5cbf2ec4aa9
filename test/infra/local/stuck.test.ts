import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { headKey, idOf } from "../../../functions/store/keys.ts";
import { colleagueOf } from "./colleague.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let coordinator: ReturnType<typeof colleagueOf>;
beforeEach(async () => {
  stage = await openStage();
  coordinator = colleagueOf(stage, "coordinator@agency.example");
});
afterEach(() => stage.close());

const later = async (minutes: number) => {
  const now = Date.parse(stage.world.house.clock.now());
  await stage.world.advanceTo(new Date(now + minutes * 60_000).toISOString());
  await stage.world.settle();
};
/** The machine of a case or a call breaks down where it waits, as an error that nobody catches does. */
async function breakMachine(ref: string): Promise<void> {
  const task = (await stage.load(ref)).tasks.findLast(({ status }) => status === "open");
  await stage.world.house.engine.interrupt(task?.token ?? "", "Broken", 1);
  await stage.world.settle();
}
const list = async () => (await coordinator.get(paths.stuck())).text;
const restart = (ref: string) => coordinator.post(paths.restart(), { ref });

describe("a machine that broke down", () => {
  it("while an answer was on its way is started again, and the answer is not lost", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    expect(await list()).toContain("Nieko užstrigusio nėra.");
    await breakMachine(ref);
    expect(await stage.answer(asked, { outcome: "endorsed", substitute: "Kolegė" })).toBe(200);
    await later(30);
    const stuck = await list();
    expect(stuck).toContain("Austėja Žukauskaitė");
    expect(stuck).toContain("Eiga sugedo: Mokyklos vadovo pritarimas.");
    await Promise.all([restart(ref), restart(ref)]);
    expect((await stage.load(ref)).head).toMatchObject({
      generation: 2,
      restarts: [{ from: "screening" }],
    });
    expect(await stage.standing(ref)).toBe("screening");
    expect(await list()).toContain("Nieko užstrigusio nėra.");
    expect((await restart(ref)).status).toBe(303);
    expect((await stage.load(ref)).head.generation).toBe(2);
    await stage.goOnUntil(ref, "awaitingRanking");
  });

  it("is found by the deadline that it did not hold, goes by its old clock, and asks nobody twice", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    const mails = await stage.mailsTo(ref, "vadovas@mokykla.example");
    await breakMachine(ref);
    await later(10);
    expect(await list()).toContain("Nieko užstrigusio nėra.");
    await stage.world.advanceTo(new Date(Date.parse(asked.dueAt ?? "") + 3_600_000).toISOString());
    expect(await list()).toContain("Eiga sugedo");
    await restart(ref);
    await later(1);
    expect(await stage.standing(ref)).toBe("endorsementInPlace");
    const again = await stage.mailsTo(ref, "vadovas@mokykla.example");
    expect(again.filter((one) => one.endsWith("task"))).toEqual(mails);
  });

  it("while several were asked at once asks those who have not answered, and keeps who has", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "review");
    const task = await stage.openTask(ref, "review");
    await stage.answer(task, { outcome: "scored", score: 90, comment: "Gerai." });
    const first = (await stage.load(ref)).file.answers.filter(({ state }) => state === "review");
    await breakMachine(ref);
    const open = (await stage.load(ref)).tasks.find(
      ({ state, status }) => state === "review" && status === "open",
    );
    await stage.world.advanceTo(new Date(Date.parse(open?.dueAt ?? "") + 3_600_000).toISOString());
    expect(await list()).toContain("Eiga sugedo: Ekspertinis vertinimas");
    await restart(ref);
    await later(5);
    const { file, tasks } = await stage.load(ref);
    expect(file.answers.filter(({ state }) => state === "review").slice(0, first.length)).toEqual(first);
    expect(tasks.filter(({ sk }) => sk === open?.sk)).toMatchObject([{ status: "expired" }]);
    expect(first).toHaveLength(1);
    expect(tasks.some(({ visit }) => visit > task.visit)).toBe(true);
  });

  it("in a step that meets wrong data goes on once the data were put right", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "review");
    const { head } = await stage.load(ref);
    const broken = { ...head.application, rural: "galbūt" };
    await stage.world.house.table.change(headKey(ref), { set: { application: broken } });
    for (const task of (await stage.load(ref)).tasks.filter(({ state }) => state === "review"))
      await stage.answer(task, { outcome: "scored", score: 90, comment: "Gerai." });
    await later(60);
    expect(await list()).toContain("Eiga sugedo");
    await restart(ref);
    await later(60);
    expect(await list()).toContain("Eiga sugedo");
    const said = { value: "no", reason: "Paskambinau.", after: "0" };
    expect((await coordinator.post(paths.correction(idOf(ref), "rural"), said)).status).toBe(303);
    await restart(ref);
    expect(await list()).toContain("Nieko užstrigusio nėra.");
    expect(await stage.standing(ref)).toBe("awaitingRanking");
    const { text } = await coordinator.get(`${paths.consoleCase(idOf(ref))}?record=change`);
    expect(text).toContain("Byla tęsiama iš naujo po gedimo.");
  });

  it("of a call is started again like that of a case, and places are passed on as before", async () => {
    const first = await stage.apply("pirma@mokykla.example", 90);
    const second = await stage.apply("antra@mokykla.example", 80);
    await stage.goOnUntil(first, "offer");
    await stage.world.settle();
    await breakMachine("call#demo");
    await later(1);
    expect(await list()).toContain("Stažuotės užsienyje");
    await stage.answer(await stage.openTask(first, "offer"), { outcome: "declined" });
    await later(30);
    expect(await stage.standing(second)).toBe("onReserveList");
    await restart("call#demo");
    await later(5);
    expect(await stage.standing(second)).toBe("offer");
    expect(await list()).toContain("Nieko užstrigusio nėra.");
  });
});

describe("a case that waits for the word of a call that is over", () => {
  it("is told as such, and is ended by the coordinator's own word", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "awaitingRanking");
    const endedAt = stage.world.house.clock.now();
    await stage.world.house.table.change(headKey("call#demo"), { set: { endedAt } });
    await later(20);
    const { html, text } = await coordinator.get(paths.stuck());
    expect(text).toContain("Laukiama kvietimo sprendimo (Laukia pirmumo eilės), bet kvietimas jau baigtas");
    const here = paths.say(idOf(ref), "cancelled");
    expect(html).toContain(here);
    await coordinator.post(here, { reason: "Kvietimas baigtas." });
    expect((await stage.load(ref)).entry?.ended).toBe(true);
    expect(await list()).toContain("Nieko užstrigusio nėra.");
  });
});

describe("what mends", () => {
  it("is the coordinator's of that call alone, and takes nothing that it does not know", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    await breakMachine(ref);
    const finance = colleagueOf(stage, "finance@agency.example");
    expect((await finance.get(paths.stuck())).text).toContain("Nieko užstrigusio nėra.");
    expect((await finance.post(paths.restart(), { ref })).status).toBe(404);
    for (const odd of ["", "case#none", "call#none", "calls", "case#", "person#x", "<script>"])
      expect([odd, (await coordinator.post(paths.restart(), { ref: odd })).status]).toEqual([odd, 404]);
    const elsewhere = { ref, pk: "call#other", sk: "head" };
    expect((await coordinator.post(paths.tryAgain(), elsewhere)).status).toBe(404);
    expect((await coordinator.post(paths.tryAgain(), { ref, pk: ref, sk: "nothing" })).status).toBe(303);
    expect((await stage.load(ref)).head.generation).toBe(1);
  });
});
