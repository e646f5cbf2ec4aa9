import { afterEach, describe, expect, it } from "vitest";
import { taskPath } from "../../../functions/links.ts";
import { selection } from "../../../workflows/foreign-internship/selection.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const appeals = [
  { name: "Rasa Koordinatorė", email: "coordinator@agency.example", language: "lt" },
  { name: "Vida Teisinga", email: "vida@appeals.example", language: "lt" },
];
const withAppeals = { appealDays: 3, appeals, minimumScore: 60 };

/** Three people for one place: the first gets it, the second waits, the third is below the minimum. */
async function ranked(call = {}): Promise<readonly [string, string, string]> {
  stage = await openStage({ ...withAppeals, ...call });
  const first = await stage.apply("pirma@mokykla.example", 90);
  const second = await stage.apply("antra@mokykla.example", 80);
  const third = await stage.apply("trecia@mokykla.example", 50);
  await stage.goOnUntil(third, "rejectionTold");
  return [first, second, third];
}
const made = async (ref: string) => selection.decisionIn((await stage.load(ref)).entry?.decision);
const upheld = (score: number) => ({ outcome: "upheld", score, reason: "Ekspertas nepastebėjo." });

describe("an appeal against the ranking", () => {
  it("is decided by somebody who has not decided before, also when the first of the list has", async () => {
    const [, , third] = await ranked();
    expect(await stage.say(third, "appealed", { reason: "Neteisinga." })).toBe("accepted");
    const task = await stage.openTask(third, "rankingAppeal");
    expect(task.assignee?.email).toBe("vida@appeals.example");
    expect(await stage.mailsTo(third, "trecia@mokykla.example")).toContain("appealReceived");
  });

  it("is shown to whoever decides on it, with the score that it is about", async () => {
    const [, , third] = await ranked();
    await stage.say(third, "appealed", { reason: "Ekspertas neskaitė antro priedo." });
    const task = await stage.openTask(third, "rankingAppeal");
    const { house } = stage.world;
    const { text } = await visitor(house).get(taskPath(house.config.linkSecret, task));
    for (const part of ["Pareiškėjas: Pateikti skundą", "Ekspertas neskaitė antro priedo.", "Balas 50,00"])
      expect(text).toContain(part);
    expect(text, "nobody judges by where money is paid").not.toContain("IBAN");
  });

  it("that is upheld with a score worth a place adds a place: nobody loses theirs", async () => {
    const [first, second, third] = await ranked();
    await stage.goOnUntil(first, "hostConfirmation");
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(95));
    expect(await stage.standing(third)).toBe("offer");
    expect(await made(third)).toMatchObject({ position: 1, share: "FI", added: true });
    expect(await made(first)).toMatchObject({ position: 2, share: "FI" });
    expect(await stage.standing(first)).toBe("hostConfirmation");
    expect(await made(second)).toMatchObject({ position: 3, kind: "reserve" });
    expect(await stage.mailsTo(second, "antra@mokykla.example")).toContain("positionChanged");
    expect(await stage.mailsTo(first, "pirma@mokykla.example")).not.toContain("positionChanged");
  });

  it("that is upheld with a score worth no place orders the reserve list anew, and those who move are told", async () => {
    const [, second, third] = await ranked();
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(85.25));
    expect(await stage.standing(third)).toBe("onReserveList");
    expect(await made(third)).toMatchObject({ position: 2, kind: "reserve" });
    expect(await made(second)).toMatchObject({ position: 3, kind: "reserve" });
    const mails = await stage.mailsTo(second, "antra@mokykla.example");
    expect(mails.filter((template) => template === "positionChanged")).toHaveLength(1);
  });

  it("the place that is freed later goes by the new order", async () => {
    const [first, second, third] = await ranked();
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(85));
    await stage.say(first, "withdrawn");
    expect(await stage.standing(third)).toBe("offer");
    expect(await stage.standing(second)).toBe("onReserveList");
  });

  it("an added place is not passed on while the places of the quota are taken", async () => {
    const [first, second, third] = await ranked();
    await stage.goOnUntil(first, "hostConfirmation");
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(95));
    await stage.say(third, "withdrawn");
    expect(await stage.standing(third)).toBe("withdrawn");
    expect(await stage.standing(second)).toBe("onReserveList");
  });

  it("that the budget does not bear waits at its place on the reserve list", async () => {
    const [, , third] = await ranked({ budgetCents: 130_000 });
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(95));
    expect(await stage.standing(third)).toBe("onReserveList");
    expect(await made(third)).toMatchObject({ position: 1, kind: "reserve" });
  });

  it("that is dismissed leaves everything as it was, and cannot be made again", async () => {
    const [, second] = await ranked();
    await stage.say(second, "appealed", { reason: "Neteisinga." });
    const task = await stage.openTask(second, "rankingAppeal");
    await stage.answer(task, { outcome: "dismissed", reason: "Vertinta pagal taisykles." });
    expect(await stage.standing(second)).toBe("onReserveList");
    expect(await stage.mailsTo(second, "antra@mokykla.example")).toContain("appealDismissed");
    expect(await stage.say(second, "appealed", { reason: "Vis tiek." })).toBe("tooLate");
  });

  it("after the call's days is too late: the rejection is final, and the reserve list stays as it is", async () => {
    const [, second, third] = await ranked();
    await stage.goOnUntil(third, "rejected");
    expect(await stage.say(third, "appealed", { reason: "Vėlai." })).toBe("tooLate");
    const { world } = stage;
    const nextSecond = Date.parse(world.house.clock.now()) + 1000;
    await world.advanceTo(new Date(nextSecond).toISOString());
    expect(await stage.say(second, "appealed", { reason: "Vėlai." })).toBe("tooLate");
    expect(
      (await stage.mailsTo(third, "trecia@mokykla.example")).filter((sent) => sent === "rejected"),
    ).toHaveLength(1);
  });

  it("two deciding at once: the second answer is told that it was answered, and one score counts", async () => {
    const [, , third] = await ranked();
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    const task = await stage.openTask(third, "rankingAppeal");
    const said = await Promise.all([stage.answer(task, upheld(95)), stage.answer(task, upheld(70))]);
    expect(said.toSorted()).toEqual([200, 409]);
  });

  it("publishes the changed ranking as a document of its own", async () => {
    const [, , third] = await ranked();
    await stage.say(third, "appealed", { reason: "Neteisinga." });
    await stage.answer(await stage.openTask(third, "rankingAppeal"), upheld(95));
    const documents = stage.world.house.documents;
    expect(await documents.read("calls/demo/ranking-1.json")).toBeDefined();
    const second = await documents.read("calls/demo/ranking-2.json");
    expect(Buffer.from(second?.body ?? "").toString("utf8")).toContain("rescoredAt");
  });
});

describe("an appeal against the screening", () => {
  async function ineligible(): Promise<string> {
    stage = await openStage(withAppeals);
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "screening");
    const task = await stage.openTask(ref, "screening");
    await stage.answer(task, { outcome: "ineligible", reason: "Trūksta patirties." });
    return ref;
  }

  it("that is upheld brings the application to the reviewers, and the ranking waits for it", async () => {
    const ref = await ineligible();
    expect(await stage.standing(ref)).toBe("ineligibleTold");
    await stage.say(ref, "appealed", { reason: "Patirties yra." });
    const task = await stage.openTask(ref, "screeningAppeal");
    await stage.answer(task, { outcome: "upheld", reason: "Tikrai yra." });
    await stage.goOnUntil(ref, "offer");
  });

  it("that nobody makes lets the decision become final after the call's days", async () => {
    const ref = await ineligible();
    await stage.goOnUntil(ref, "ineligible");
    expect(await stage.say(ref, "appealed", { reason: "Vėlai." })).toBe("tooLate");
  });

  it("is not there in a call without appeals", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "screening");
    await stage.answer(await stage.openTask(ref, "screening"), { outcome: "ineligible", reason: "Ne." });
    expect(await stage.say(ref, "appealed", { reason: "Noriu." })).toBe("tooLate");
  });
});
