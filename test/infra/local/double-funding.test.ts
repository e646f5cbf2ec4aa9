import { afterEach, describe, expect, it } from "vitest";
import { fundedElsewhere } from "../../../functions/funding/periods.ts";
import { taskPath } from "../../../functions/links.ts";
import { postingsOf, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { demoApplication } from "../../functions/demo-house.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const account = { iban: demoApplication.iban };

/** Two applications, of which the first has its advance already; the second has been signed. */
async function afterTheFirst(second: Readonly<Record<string, unknown>>, until = "doubleFunding") {
  stage = await openStage({ places: { FI: 2 } });
  const first = await stage.apply("pirma@mokykla.example", 90, account);
  const other = await stage.apply("antra@mokykla.example", 80, second);
  await stage.goOnUntil(first, "departure");
  await stage.goOnUntil(other, until);
  return { first, other };
}

describe("the same person and period", () => {
  it("in two cases, by the account: no advance is paid before the coordinator has looked at both", async () => {
    const { first, other } = await afterTheFirst(account);
    const task = await stage.openTask(other, "doubleFunding");
    const page = String(
      (await stage.world.request("GET", taskPath(stage.world.house.config.linkSecret, task), {}, {})).body,
    );
    expect(page).toContain("Tas pats žmogus finansuojamas ir kitose bylose");
    expect(page).toContain(first.slice("case#".length));
    expect(await stage.answer(task, { outcome: "separate" })).toBe(422);
    expect(
      await stage.answer(task, { outcome: "separate", reason: "Sutuoktiniai su bendra sąskaita." }),
    ).toBe(200);
    expect(await stage.standing(other)).toBe("advance");
  });

  it("funded twice: the second internship ends, and nothing is paid for it", async () => {
    const { other } = await afterTheFirst(account);
    const task = await stage.openTask(other, "doubleFunding");
    await stage.answer(task, { outcome: "same", reason: "Tas pats žmogus." });
    await stage.world.settle();
    const { entry, process, file } = await stage.load(other);
    expect(entry).toMatchObject({ ended: true, state: "cancelled" });
    expect(sumsOf(postingsOf(process.money, file)).paid).toEqual({});
  });

  it("is not somebody else of the same name", async () => {
    const { other } = await afterTheFirst({}, "advance");
    expect(await stage.standing(other)).toBe("advance");
  });

  it("is no longer funded by a case that was withdrawn before anything was paid", async () => {
    stage = await openStage({ places: { FI: 2 } });
    const first = await stage.apply("pirma@mokykla.example", 90, account);
    const other = await stage.apply("antra@mokykla.example", 80, account);
    await stage.goOnUntil(first, "agreement");
    const loaded = await stage.load(other);
    expect(await fundedElsewhere(stage.world.house, loaded)).toMatchObject([{ ref: first }]);
    await stage.say(first, "withdrawn", { reason: "Negaliu." });
    await stage.goOnUntil(other, "advance");
    expect(await fundedElsewhere(stage.world.house, await stage.load(other))).toEqual([]);
  });
});
