import { afterEach, describe, expect, it } from "vitest";
import { refOfCall } from "../../../functions/store/keys.ts";
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
    expect(await stage.staffSays(call, "calledOff", { countries: ["FI"], reason })).toBe("accepted");
    await passOn();
    expect(await stage.standing(finland)).toBe("cancellationCosts");
    expect(await stage.standing(ireland)).toBe(before);
    expect(await stage.standing(waiting)).toBe("onReserveList");
    await stage.answer(await stage.openTask(finland, "cancellationCosts"), {
      borne: 80,
      reason: "Bilietai.",
    });
    expect(await stage.standing(finland)).toBe("cancellationRecovery");
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
    expect(await stage.staffSays(call, "calledOff", { reason })).toBe("tooLate");
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
    await stage.staffSays(call, "calledOff", { countries: ["FI"], reason });
    await passOn();
    await stage.goOnUntil(first, "offer");
    expect((await stage.load(first)).entry?.decision).toMatchObject({ country: "IE" });
    expect(await stage.standing(second)).toBe("onReserveList");
  });

  it("no country that the call does not have, and nothing without a reason", async () => {
    stage = await openStage();
    expect(await stage.staffSays(call, "calledOff", { countries: ["NO"], reason })).toBe("invalid");
    expect(await stage.staffSays(call, "calledOff", { countries: ["FI"] })).toBe("invalid");
  });
});
