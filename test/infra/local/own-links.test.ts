import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correctAddress } from "../../../functions/cases/corrections/correct-address.ts";
import { reassign } from "../../../functions/cases/people/reassign.ts";
import { addressIdOf, casePath, taskPath } from "../../../functions/links.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const applicant = "ona@mokykla.example";
const principal = "vadovas@mokykla.example";
const by = { name: "Rasa", email: "coordinator@agency.example", language: "lt" } as const;

let stage: Stage;
let ref: string;
beforeEach(async () => {
  stage = await openStage();
  ref = await stage.apply(applicant, 90);
});
afterEach(() => stage.close());

const browser = () => visitor(stage.world.house);
const statusOf = async (path: string): Promise<number> => (await browser().get(path)).status;

/** The newest link to the own page that was mailed, from what the product knows now. */
const ownNow = async (): Promise<string> => {
  const { head } = await stage.load(ref);
  return casePath(stage.world.house.config.linkSecret, ref, undefined, head.renewed);
};
const correct = async (was: string, now: string) => {
  await correctAddress(stage.world.house, await stage.load(ref), {
    was,
    now,
    by: by.email,
    reason: "Rašybos klaida.",
  });
  await stage.world.settle();
};

describe("the link of an own page", () => {
  it("ends when the applicant's address is put right: whoever got the mails there is kept out", async () => {
    const old = await ownNow();
    expect(await statusOf(old)).toBe(200);
    await correct(applicant, "ona.onaite@mokykla.example");
    expect(await statusOf(old)).toBe(404);
    expect(await statusOf(`${old}/say/withdrawn`)).toBe(404);
    expect(await statusOf(await ownNow())).toBe(200);
  });

  it("stays when somebody else's address in the case is put right", async () => {
    const old = await ownNow();
    await correct(principal, "direktorius@mokykla.example");
    expect(await statusOf(old)).toBe(200);
  });

  it("is renewed by its owner: the new one comes by mail alone, and the earlier ones end", async () => {
    const old = await ownNow();
    expect((await browser().get(`${old}/link`)).text).toContain("panaikinti ankstesnes");
    expect(await statusOf(old)).toBe(200);
    const answer = await browser().post(`${old}/link`);
    expect(answer.status).toBe(200);
    const fresh = await ownNow();
    expect(answer.body).not.toContain(fresh);
    const { clock } = stage.world.house;
    await stage.world.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    await stage.world.settle();
    expect([await statusOf(old), await statusOf(fresh)]).toEqual([404, 200]);
    const { table, config } = stage.world.house;
    const mails = await table.query(`address#${addressIdOf(config.linkSecret, applicant)}`, "mail#newLink");
    expect(mails.map(({ sentAt }) => typeof sentAt)).toEqual(["string"]);
    expect((await browser().post(`${old}/link`)).status).toBe(404);
  });

  it("takes with it the links of what the applicant is asked, which the own page showed", async () => {
    await stage.goOnUntil(ref, "offer");
    const asked = await stage.openTask(ref, "offer");
    const old = taskPath(stage.world.house.config.linkSecret, asked);
    expect(await statusOf(old)).toBe(200);
    await browser().post(`${await ownNow()}/link`);
    expect([await statusOf(old), await statusOf(`/api/tasks${old.slice(2)}`)]).toEqual([404, 404]);
    const now = await stage.openTask(ref, "offer");
    expect(await statusOf(taskPath(stage.world.house.config.linkSecret, now))).toBe(200);
    expect((await browser().get(await ownNow())).body).toContain(
      taskPath(stage.world.house.config.linkSecret, now),
    );
  });
});

describe("the link of a task", () => {
  it("of a guest ends when the guest's address is put right", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const old = taskPath(stage.world.house.config.linkSecret, await stage.openTask(ref, "endorsement"));
    await correct(principal, "direktorius@mokykla.example");
    const now = taskPath(stage.world.house.config.linkSecret, await stage.openTask(ref, "endorsement"));
    expect([await statusOf(old), await statusOf(now)]).toEqual([404, 200]);
  });

  it.each(["screening", "review"])("%s ends for whoever handed it on", async (state) => {
    await stage.goOnUntil(ref, state);
    const { house } = stage.world;
    const task = await stage.openTask(ref, state);
    const old = taskPath(house.config.linkSecret, task);
    const to = { name: "Kitas", email: "kitas@agency.example", language: "lt" } as const;
    expect(await reassign(house, task, to, { reason: "Atostogos.", by })).toBe("given");
    const now = taskPath(house.config.linkSecret, await stage.openTask(ref, state));
    expect(await statusOf(now)).toBe(200);
    expect(await statusOf(old)).toBeGreaterThanOrEqual(400);
    expect((await browser().get(old)).body).not.toContain(applicant);
  });
});
