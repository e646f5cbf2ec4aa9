import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderMail } from "../../../functions/mails/render.ts";
import { together } from "../../../functions/mails/together.ts";
import type { Mail } from "../../../functions/store/mail-items.ts";
import { openStage, type Stage } from "./stage.ts";

const host = "host-fi@agency.example";

describe("a host with three interns who is silent", () => {
  let stage: Stage;
  let refs: string[];
  const reminders = async (): Promise<readonly Mail[]> =>
    (await Promise.all(refs.map((ref) => stage.load(ref))))
      .flatMap(({ mails }) => mails)
      .filter(({ template, to }) => template === "hostConfirmation.reminder" && to.email === host);

  beforeAll(async () => {
    stage = await openStage({ places: { FI: 3 } });
    refs = [];
    for (const name of ["pirma", "antra", "trecia"])
      refs.push(await stage.apply(`${name}@mokykla.example`, 80));
    for (const ref of refs) await stage.goOnUntil(ref, "offer");
    for (const ref of refs) await stage.answer(await stage.openTask(ref, "offer"), { outcome: "accepted" });
    for (let turns = 0; turns < 30 && (await reminders()).length < 3; turns++) {
      await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
  });
  afterAll(() => stage.close());

  it("is reminded of all three by one mail", async () => {
    const mails = await reminders();
    expect(mails).toHaveLength(3);
    expect(mails.filter(({ sentAt }) => sentAt !== undefined)).toHaveLength(1);
    expect(mails.filter(({ unneededAt }) => unneededAt !== undefined)).toHaveLength(2);
    expect(mails.filter(({ pending }) => pending !== undefined)).toEqual([]);
  });

  it("which has a link to each of them", async () => {
    const [sent] = (await reminders()).filter(({ sentAt }) => sentAt !== undefined);
    if (!sent) throw new Error("no reminder went out");
    const reminded = await together(stage.world.house, sent);
    const others = reminded.outcome === "goes" ? reminded.others : [];
    const { text, html, subject } = await renderMail(
      stage.world.house.config,
      sent,
      await stage.load(sent.pk),
      { others },
    );
    expect(text).toContain("You have 2 other tasks");
    expect(new Set(text.match(/\/t\/case\/[^/]+/g)).size).toBe(3);
    expect(html).toContain("You have 2 other tasks");
    expect(text.match(/Austėja Žukauskaitė, by /g)).toHaveLength(2);
    expect(subject).not.toContain("Žukauskaitė");
  });

  it("and a day later, at the next reminder, by one again", async () => {
    for (let turns = 0; turns < 30 && (await reminders()).length < 6; turns++) {
      await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
    expect((await reminders()).filter(({ sentAt }) => sentAt !== undefined)).toHaveLength(2);
  });
});
