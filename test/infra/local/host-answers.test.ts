import { afterEach, describe, expect, it } from "vitest";
import { taskPath } from "../../../functions/links.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { hostOf } from "../../../workflows/foreign-internship/journey.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Somebody has accepted a place in Finland, and the host is asked. */
async function hostIsAsked() {
  stage = await openStage();
  const ref = await stage.apply("ona@mokykla.example", 90);
  await stage.goOnUntil(ref, "hostConfirmation");
  return { ref, task: await stage.openTask(ref, "hostConfirmation") };
}
const proposed = { outcome: "declined", reason: "Atostogos", starts: "2027-09-06", ends: "2027-09-10" };

describe("a host who is asked to take an intern in", () => {
  it("reads in the mail on which days", async () => {
    const { ref } = await hostIsAsked();
    const loaded = await stage.load(ref);
    const mail = loaded.mails.find(({ template }) => template === "hostConfirmation.task");
    const { starts } = hostOf(loaded.file);
    expect(mail).toBeDefined();
    if (!mail) return;
    const { text } = await renderMail(stage.world.house.config, mail, loaded);
    expect(text).toMatch(new RegExp(`from ${Number(starts.slice(8))} [A-Z][a-z]+ ${starts.slice(0, 4)} to `));
  });

  it("may propose other days: the coordinator agrees to them, both are told, and the host is not asked again", async () => {
    const { ref, task } = await hostIsAsked();
    expect(await stage.answer(task, { ...proposed, ends: "2027-09-01" })).toBe(422);
    expect(await stage.answer(task, { ...proposed, ends: undefined })).toBe(422);
    expect(await stage.answer(task, proposed)).toBe(200);
    const asked = await stage.openTask(ref, "hostFollowUp");
    const { linkSecret } = stage.world.house.config;
    const page = await stage.world.request("GET", taskPath(linkSecret, asked), {}, {});
    expect(String(page.body)).toMatch(/name="starts-day"[^>]*value="06"/);
    const { starts, ends } = proposed;
    expect(await stage.answer(asked, { outcome: "confirmed", note: "Sutarta", starts, ends })).toBe(200);
    expect(await stage.standing(ref)).toBe("plan");
    expect(hostOf((await stage.load(ref)).file)).toMatchObject({ starts, ends });
    expect(await stage.mailsTo(ref, "ona@mokykla.example")).toContain("daysAgreed");
    expect(await stage.mailsTo(ref, task.assignee?.email ?? "")).toContain("daysAgreed");
  });

  it("may say no: another host takes its place and is asked, and the first is not told what it said itself", async () => {
    const { ref, task } = await hostIsAsked();
    expect(await stage.answer(task, { outcome: "declined" })).toBe(422);
    await stage.answer(task, { outcome: "declined", reason: "Mokykla remontuojama" });
    const { starts, ends } = hostOf((await stage.load(ref)).file);
    const other = { institution: "Hervannan koulu", contactName: "Aino", contactEmail: "aino@koulu.example" };
    await stage.staffSays(ref, "changed", { starts, ends, ...other, reason: "Kita mokykla" });
    expect((await stage.openTask(ref, "hostConfirmation")).assignee?.email).toBe("aino@koulu.example");
    expect(await stage.mailsTo(ref, task.assignee?.email ?? "")).not.toContain("hostReleased");
  });

  it("may say no, and where nobody else is found the case ends with the reason told", async () => {
    const { ref, task } = await hostIsAsked();
    await stage.answer(task, { outcome: "declined", reason: "Mokykla remontuojama" });
    const said = { outcome: "givenUp", note: "Skambinta", reason: "Kitos mokyklos nėra" };
    expect(await stage.answer(await stage.openTask(ref, "hostFollowUp"), said)).toBe(200);
    expect((await stage.load(ref)).entry).toMatchObject({ ended: true, state: "cancelled" });
  });
});
