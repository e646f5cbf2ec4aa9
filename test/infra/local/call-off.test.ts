import { afterEach, describe, expect, it } from "vitest";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { noteInterruption } from "../../../functions/cases/road/interrupt.ts";
import { enterUntil, taskPath } from "../../../functions/links.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const call = refOfCall("demo");
const reason = "Šalyje neramu.";
const passOn = async (): Promise<void> => {
  await stage.world.advanceTo(new Date(Date.parse(stage.world.house.clock.now()) + 61_000).toISOString());
  await stage.world.settle();
};

/** Two countries with a place each: one person goes to each, a third waits for either. */
async function onTheWay() {
  stage = await openStage({ places: { FI: 1, IE: 1 } });
  const finland = await stage.apply("pirma@mokykla.example", 90, { countries: ["FI"] });
  const ireland = await stage.apply("antra@mokykla.example", 85, { countries: ["IE"] });
  const waiting = await stage.apply("trecia@mokykla.example", 80, { countries: ["FI", "IE"] });
  await stage.goOnUntil(finland, "departure");
  return { finland, ireland, waiting };
}

describe("the agency calls off", () => {
  it("a country: who goes there is broken off and settled, the others go on, and nobody is promoted to it", async () => {
    const { finland, ireland, waiting } = await onTheWay();
    const before = await stage.standing(ireland);
    expect(await stage.staffSays(call, "calledOff", { shares: ["FI"], reason })).toBe("accepted");
    await passOn();
    expect(await stage.standing(finland)).toBe("cancellationCosts");
    expect(await stage.standing(ireland)).toBe(before);
    expect(await stage.standing(waiting)).toBe("onReserveList");
    await stage.answer(await stage.openTask(finland, "cancellationCosts"), {
      borne: 80,
      reason: "Bilietai.",
    });
    const recovery = await stage.openTask(finland, "cancellationRecovery");
    const finance = await visitor(stage.world.house).get(
      taskPath(stage.world.house.config.linkSecret, recovery),
    );
    expect(finance.text).toContain("Bilietai.");
    await stage.say(ireland, "withdrawn");
    await passOn();
    expect(await stage.standing(waiting)).toBe("offer");
  });

  it("the whole call: every case that has not ended is broken off, with the reason, and the call is over", async () => {
    const { finland, waiting } = await onTheWay();
    await stage.staffSays(call, "calledOff", { reason });
    await passOn();
    expect(await stage.standing(waiting)).toBe("cancelled");
    expect(await stage.mailsTo(waiting, "trecia@mokykla.example")).toContain("cancelled");
    expect(await stage.standing(finland)).toBe("cancellationCosts");
    expect((await stage.load(call)).head).toMatchObject({ status: "calledOff" });
    expect(await stage.staffSays(call, "calledOff", { reason: "Dėl kitos priežasties." })).toBe("tooLate");
  });

  it("the whole call, and again because nobody told her that it was heard: it was, and nobody is told twice", async () => {
    const { waiting } = await onTheWay();
    await stage.staffSays(call, "calledOff", { reason });
    await passOn();
    const mails = await stage.mailsTo(waiting, "trecia@mokykla.example");
    expect(await stage.staffSays(call, "calledOff", { reason })).toBe("accepted");
    await passOn();
    expect(await stage.mailsTo(waiting, "trecia@mokykla.example")).toEqual(mails);
    expect((await stage.load(call)).head.interruptions).toHaveLength(1);
  });

  it("an open call: it takes no more applications, and those who applied are told", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "screening");
    await stage.staffSays(call, "calledOff", { reason });
    await passOn();
    expect(await stage.standing(ref)).toBe("cancelled");
    expect(await stage.apply("vela@mokykla.example", 90)).toBe("");
  });

  it("a country while the commission looks at the ranking: it is made anew with the places that are left", async () => {
    stage = await openStage({ places: { FI: 1, IE: 1 } });
    const first = await stage.apply("pirma@mokykla.example", 90, { countries: ["FI", "IE"] });
    const second = await stage.apply("antra@mokykla.example", 85, { countries: ["IE"] });
    await stage.goOnUntil(second, "awaitingRanking");
    await stage.world.advanceTo((await stage.load(call)).tasks.at(-1)?.dueAt ?? "");
    await stage.world.settle();
    expect((await stage.load(call)).head.state).toBe("impartiality");
    await stage.staffSays(call, "calledOff", { shares: ["FI"], reason });
    await passOn();
    await stage.goOnUntil(first, "offer");
    expect((await stage.load(first)).entry?.decision).toMatchObject({ country: "IE" });
    expect(await stage.standing(second)).toBe("onReserveList");
  });

  it("no country that the call does not have, and nothing without a reason", async () => {
    stage = await openStage();
    expect(await stage.staffSays(call, "calledOff", { shares: ["NO"], reason })).toBe("invalid");
    expect(await stage.staffSays(call, "calledOff", { shares: ["FI"] })).toBe("invalid");
  });
});

describe("a coordinator who calls off", () => {
  const here = "/console/calls/demo/say/calledOff";
  const coordinator = async () => {
    const { house } = stage.world;
    const browser = visitor(house);
    const until = enterUntil(house.clock.now());
    await browser.post(enterPath(house.config.linkSecret, "coordinator@agency.example", until), {});
    return browser;
  };

  it("says which of both it is: a form that says nothing does not mean everything", async () => {
    const { finland } = await onTheWay();
    const browser = await coordinator();
    const { text } = await browser.get(here);
    expect(text).toContain("Kas atšaukiama?");
    expect(text).not.toContain("Kas atšaukiama? (neprivaloma)");
    expect((await browser.post(here, { reason })).status).toBe(422);
    expect((await browser.post(here, { reason, extent: "some" })).status).toBe(422);
    await passOn();
    expect(await stage.standing(finland)).toBe("departure");
  });

  it("reads what ends and for whom before anything does, and says it once more", async () => {
    const { finland, ireland } = await onTheWay();
    const before = await stage.standing(ireland);
    const browser = await coordinator();
    const said = { reason, extent: "some", shares: "FI" };
    const page = await browser.post(here, said);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Tuo bus nutraukta 1 byla.");
    expect(page.body).toContain(`/console/cases/${finland.slice("case#".length)}`);
    expect(page.body).not.toContain(`/console/cases/${ireland.slice("case#".length)}`);
    expect(await stage.standing(finland)).toBe("departure");
    expect((await browser.post(here, { ...said, sure: "yes" })).status).toBe(303);
    await passOn();
    expect(await stage.standing(finland)).toBe("cancellationCosts");
    expect(await stage.standing(ireland)).toBe(before);
  });

  it("ends the whole call only by saying so, and reads that everybody's case ends", async () => {
    await onTheWay();
    const browser = await coordinator();
    expect((await browser.post(here, { reason, extent: "whole" })).text).toContain(
      "Tuo bus nutrauktos 3 bylos.",
    );
  });
});

describe("a call that is called off ends every case of it", () => {
  const callsOff = () => stage.staffSays(call, "calledOff", { reason });
  const appeals = [
    { name: "Rasa Koordinatorė", email: "coordinator@agency.example", language: "lt" },
    { name: "Vida Teisinga", email: "vida@appeals.example", language: "lt" },
  ];

  it("whose appeal is examined: once it is upheld, the case is told that there is no place to be had", async () => {
    stage = await openStage({ appealDays: 3, appeals, minimumScore: 60 });
    await stage.apply("pirma@mokykla.example", 90);
    const ref = await stage.apply("antra@mokykla.example", 50);
    await stage.goOnUntil(ref, "rejectionTold");
    await stage.say(ref, "appealed", { reason: "Neteisinga." });
    await callsOff();
    await passOn();
    expect(await stage.standing(ref)).toBe("rankingAppeal");
    const upheld = { outcome: "upheld", score: 95, reason: "Ekspertas nepastebėjo." };
    await stage.answer(await stage.openTask(ref, "rankingAppeal"), upheld);
    await passOn();
    expect(await stage.standing(ref)).toBe("cancelled");
    expect((await stage.load(ref)).head).toMatchObject({ owed: [] });
    expect((await stage.load(ref)).head.pending).toBeUndefined();
  });

  it("that hears another word at that moment: it withdraws as it said, and is not told a second time", async () => {
    const { waiting } = await onTheWay();
    const { house } = stage.world;
    const withdrawn = { name: "withdrawn", by: "trecia@mokykla.example" };
    expect(await noteInterruption(house, await stage.load(waiting), withdrawn, {})).toMatchObject({
      outcome: "noted",
    });
    await callsOff();
    await passOn();
    expect(await stage.standing(waiting)).toBe("withdrawn");
    expect(await stage.mailsTo(waiting, "trecia@mokykla.example")).not.toContain("cancelled");
  });

  it("that was acknowledged while the call looked through its cases", async () => {
    stage = await openStage();
    const { house } = stage.world;
    const { put } = house.table;
    const table: typeof house.table = {
      ...house.table,
      put: async (item, options) => {
        if (item.sk === "head") await callsOff();
        return put(item, options);
      },
    };
    const raw = { ...demoApplication, countries: ["FI"] };
    const sent = { callId: "demo", language: "lt" as const, raw, draftId: "late" };
    const stored = await submitApplication({ ...house, table }, sent);
    if (stored.outcome !== "stored") throw new Error(stored.outcome);
    expect((await stage.load(call)).head.status).toBe("calledOff");
    await passOn();
    expect(await stage.standing(stored.ref)).toBe("cancelled");
  });
});
