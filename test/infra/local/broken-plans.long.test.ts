import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { taskPath } from "../../../functions/links.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const settled = async (ref: string) =>
  (await stage.load(ref)).file.records.find((record) => record.step === "settlement")?.data;

const granted = async (ref: string) => {
  const record = (await stage.load(ref)).file.records.find(({ step }) => step === "grant");
  return z.object({ grantCents: z.number(), advanceCents: z.number() }).parse(record?.data);
};

describe("an applicant withdraws", () => {
  it("while the principal is asked: the case ends at once, and the principal's link needs no answer any more", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    const asked = await stage.openTask(ref, "endorsement");
    expect(await stage.say(ref, "withdrawn")).toBe("accepted");
    expect(await stage.standing(ref)).toBe("withdrawn");
    const path = taskPath(stage.world.house.config.linkSecret, asked).slice("/t".length);
    const late = await stage.world.request("POST", `/api/tasks${path}`, { outcome: "endorsed" }, {});
    expect(late).toMatchObject({ status: 410, body: { code: "cancelled" } });
  });

  it("with an offer in hand: the place goes at once to the next on the reserve list", async () => {
    const first = await stage.apply("pirma@mokykla.example", 90);
    const second = await stage.apply("antra@mokykla.example", 80);
    await stage.goOnUntil(first, "offer");
    expect(await stage.standing(second)).toBe("onReserveList");
    const at = stage.world.house.clock.now();
    await stage.say(first, "withdrawn");
    expect(await stage.standing(first)).toBe("withdrawn");
    expect(await stage.standing(second)).toBe("offer");
    expect(stage.world.house.clock.now()).toBe(at);
  });

  it("after the advance was paid: it is recovered before the case ends, and the freed place is offered on", async () => {
    const first = await stage.apply("pirma@mokykla.example", 90);
    const second = await stage.apply("antra@mokykla.example", 80);
    await stage.goOnUntil(first, "departure");
    await stage.say(first, "withdrawn");
    expect(await stage.standing(first)).toBe("withdrawnRecovery");
    await stage.goOnUntil(second, "offer");
    const recovery = await stage.openTask(first, "withdrawnRecovery");
    expect(await stage.answer(recovery, { recoveredOn: stage.world.house.clock.now().slice(0, 10) })).toBe(
      200,
    );
    expect(await stage.standing(first)).toBe("withdrawn");
  });

  it("with tickets bought in vain: the coordinator decides what is borne, and the rest of the advance comes back", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "departure");
    await stage.say(ref, "withdrawn", { reason: "Susirgau.", costs: "300" });
    const decision = await stage.openTask(ref, "withdrawalCosts");
    await stage.answer(decision, { borne: 200.5, reason: "Bilietai be grąžinimo." });
    const { advanceCents } = await granted(ref);
    expect(await settled(ref)).toMatchObject({ dueCents: 20_050, recoveredCents: advanceCents - 20_050 });
    expect(await stage.standing(ref)).toBe("withdrawnRecovery");
  });

  it("before the advance, with tickets that are borne: they are paid, and nothing comes back", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "advance");
    await stage.say(ref, "withdrawn", { costs: 99.99 });
    await stage.answer(await stage.openTask(ref, "withdrawalCosts"), { borne: "99,99", reason: "Taip." });
    expect(await settled(ref)).toMatchObject({ dueCents: 9999, balanceCents: 9999, recoveredCents: 0 });
    expect(await stage.standing(ref)).toBe("withdrawnBalance");
  });

  it("once the journey has begun it is too late", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "attendance");
    expect(await stage.say(ref, "withdrawn")).toBe("tooLate");
    expect(await stage.standing(ref)).toBe("attendance");
  });
});

describe("the coordinator cancels an internship", () => {
  const cancel = (ref: string, costs: string) =>
    stage.staffSays(ref, "cancelled", { reason: "Priimančioji įstaiga užsidaro.", costs });

  it("before a place was offered: the case ends at once", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "screening");
    expect(await cancel(ref, "")).toBe("accepted");
    expect(await stage.standing(ref)).toBe("cancelled");
  });

  it("before a grant was agreed: the case ends at once, and the place goes to nobody", async () => {
    const first = await stage.apply("pirma@mokykla.example", 90);
    const second = await stage.apply("antra@mokykla.example", 80);
    await stage.goOnUntil(first, "hostConfirmation");
    expect(await cancel(first, "")).toBe("accepted");
    expect(await stage.standing(first)).toBe("cancelled");
    expect(await stage.standing(second)).toBe("onReserveList");
    expect(await settled(first)).toBeUndefined();
  });

  it("after the advance, with tickets bought in vain: the advance less the tickets comes back", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "departure");
    const { advanceCents } = await granted(ref);
    await cancel(ref, "210,50");
    expect(await stage.standing(ref)).toBe("cancellationRecovery");
    expect(await settled(ref)).toMatchObject({
      dueCents: 21_050,
      recoveredCents: advanceCents - 21_050,
      balanceCents: 0,
    });
    await stage.answer(await stage.openTask(ref, "cancellationRecovery"), {
      recoveredOn: stage.world.house.clock.now().slice(0, 10),
    });
    expect(await stage.standing(ref)).toBe("cancelled");
  });

  it("before the advance was paid, with tickets bought in vain: the tickets are paid, up to the grant", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "advance");
    await cancel(ref, "20000");
    const { grantCents } = await granted(ref);
    expect(await settled(ref)).toMatchObject({
      dueCents: grantCents,
      balanceCents: grantCents,
      recoveredCents: 0,
    });
    expect(await stage.standing(ref)).toBe("cancellationBalance");
  });

  it("is not for the time after the journey began", async () => {
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "attendance");
    expect(await cancel(ref, "")).toBe("tooLate");
  });
});
