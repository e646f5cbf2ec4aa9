import { afterEach, describe, expect, it } from "vitest";
import { mailFeedback } from "../../../functions/events/mail-feedback.ts";
import { addressIdOf, taskPath } from "../../../functions/links.ts";
import { strandedFor } from "../../../functions/mails/hold.ts";
import { stopOf } from "../../../functions/mails/stopped.ts";
import { mailOfTag, tagOfMail } from "../../../functions/mails/tag.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
const opened: Stage[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const coordinator = "coordinator@agency.example";
const wrong = "vadovas@bounce.example";
const right = "vadovas@mokykla.example";

/** Somebody applies who has the principal's address wrong. */
async function toWrongAddress(principalEmail = wrong) {
  stage = await openStage();
  opened.push(stage);
  const ref = await stage.apply("pirma@mokykla.example", 90, { principalEmail });
  await stage.goOnUntil(ref, "endorsement");
  await stage.world.settle();
  return ref;
}
const mailsOf = async (ref: string, email: string) =>
  (await stage.load(ref)).mails.filter(({ to }) => to.email === email);
const held = async (ref: string, email = wrong) =>
  (await mailsOf(ref, email)).filter(({ heldAt }) => heldAt !== undefined);

async function cookieOf(member: string): Promise<string> {
  const { config, clock } = stage.world.house;
  const until = Math.floor(Date.parse(clock.now()) / 1000) + 3600;
  const entered = await stage.world.asked({
    method: "POST",
    target: enterPath(config.linkSecret, member, until),
    headers: { host: ["127.0.0.1"] },
    body: Buffer.alloc(0),
  });
  return entered.headers.find(([name]) => name === "set-cookie")?.[1].split(";")[0] ?? "";
}
const pageOf = (ref: string, email = wrong) =>
  `/console/cases/${idOf(ref)}/addresses/${addressIdOf(stage.world.house.config.linkSecret, email)}`;
async function console(
  method: "GET" | "POST",
  target: string,
  said: Record<string, string> = {},
  by = coordinator,
) {
  const answered = await stage.world.asked({
    method,
    target,
    headers: {
      host: ["127.0.0.1"],
      cookie: [await cookieOf(by)],
      "content-type": ["application/x-www-form-urlencoded"],
    },
    body: Buffer.from(new URLSearchParams(said).toString()),
  });
  await stage.world.settle();
  return { status: answered.status, html: String(answered.body) };
}

describe("an address that takes no mail", () => {
  it("gets no further mail, nothing is lost, and the coordinator sees it", async () => {
    const ref = await toWrongAddress();
    expect(await stopOf(stage.world.house, wrong)).toMatchObject({ status: "stopped", kind: "bounced" });
    const [first] = await held(ref);
    expect(first?.returned?.kind).toBe("bounced");
    const before = Date.parse(stage.world.house.clock.now());
    await stage.world.advanceTo(new Date(before + 4 * 86_400_000).toISOString());
    await stage.world.settle();
    const mails = await held(ref);
    expect(mails.length).toBeGreaterThan(1);
    expect(mails.filter(({ sentAt }) => sentAt === undefined).length).toBe(mails.length - 1);
    expect(mails.every(({ pending }) => pending === undefined)).toBe(true);
    const { lines } = await strandedFor(stage.world.house, coordinator);
    expect(lines.map((line) => line.ref)).toEqual([ref]);
    const { html } = await console("GET", "/console");
    expect(html).toContain("Nepristatyti laiškai");
    expect(html).toContain(pageOf(ref));
  });

  it("is put right in its case: the task goes to the right one, the old link stops, what was held goes out once", async () => {
    const ref = await toWrongAddress();
    const { linkSecret } = stage.world.house.config;
    const old = await stage.openTask(ref, "endorsement");
    const said = { email: right, source: "Paskambinau į mokyklą." };
    expect((await console("POST", pageOf(ref), said)).status).toBe(303);
    const task = await stage.openTask(ref, "endorsement");
    expect(task.assignee?.email).toBe(right);
    expect((await stage.world.request("GET", taskPath(linkSecret, old), {}, {})).status).toBe(404);
    expect((await mailsOf(ref, right)).map(({ template, heldAt }) => [template, heldAt])).toEqual([
      ["endorsement.task", undefined],
    ]);
    expect((await mailsOf(ref, right))[0]?.sentAt).toBeDefined();
    expect((await strandedFor(stage.world.house, coordinator)).lines).toEqual([]);
    const { head, file, process } = await stage.load(ref);
    expect(head.corrections).toMatchObject([
      { was: wrong, now: right, by: coordinator, reason: said.source },
    ]);
    expect(file.application.principalEmail).toBe(wrong);
    expect(process.people("principal", file)?.email).toBe(right);
    expect((await console("POST", pageOf(ref, right), said)).status).toBe(409);
    await stage.goOnUntil(ref, "screening");
  });

  it("is released when it works again: what was held goes out, but not what was answered meanwhile", async () => {
    const ref = await toWrongAddress("vadovas@complaint.example");
    const email = "vadovas@complaint.example";
    expect(await stopOf(stage.world.house, email)).toMatchObject({ status: "stopped", kind: "complained" });
    const now = Date.parse(stage.world.house.clock.now());
    await stage.world.advanceTo(new Date(now + 4 * 86_400_000).toISOString());
    await stage.world.settle();
    expect((await held(ref, email)).map(({ template }) => template)).toEqual(["endorsement.reminder"]);
    await stage.answer(await stage.openTask(ref, "endorsement"), {
      outcome: "endorsed",
      substitute: "Kolegė",
    });
    await console("POST", pageOf(ref, email), { reason: "Vadovas patvirtino telefonu." });
    expect(await stopOf(stage.world.house, email)).toMatchObject({
      status: "released",
      releasedBy: coordinator,
    });
    const [reminder] = (await mailsOf(ref, email)).filter(({ template }) => template.endsWith("reminder"));
    expect(reminder).toMatchObject({ unneededAt: expect.any(String) });
    expect(reminder?.sentAt).toBeUndefined();
    expect((await strandedFor(stage.world.house, coordinator)).lines).toEqual([]);
  });

  it("is mended by the case's coordinator alone, with a reason, and twice is as good as once", async () => {
    const ref = await toWrongAddress();
    const said = { email: right, source: "Paskambinau į mokyklą." };
    expect((await console("POST", pageOf(ref), said, "finance@agency.example")).status).toBe(403);
    expect((await console("POST", pageOf(ref), { email: right, source: "" })).status).toBe(422);
    expect((await console("POST", pageOf(ref), { email: "ne adresas", source: "x" })).status).toBe(422);
    expect((await console("POST", pageOf(ref), { email: wrong, source: "x" })).html).toContain(
      "tas pats adresas",
    );
    await Promise.all([console("POST", pageOf(ref), said), console("POST", pageOf(ref), said)]);
    expect((await stage.load(ref)).head.corrections).toHaveLength(1);
    expect(await mailsOf(ref, right)).toHaveLength(1);
    expect((await console("GET", `${pageOf(ref)}x`)).status).toBe(404);
  });
});

describe("an address that cannot be reached for now", () => {
  it("is stopped by the third delay within a fortnight, not by the first", async () => {
    const email = "vadovas@away.example";
    const ref = await toWrongAddress(email);
    expect(await stopOf(stage.world.house, email)).toMatchObject({ status: "counting" });
    expect(await held(ref, email)).toEqual([]);
    const [mail] = await mailsOf(ref, email);
    if (!mail) throw new Error("no mail");
    const report = async (time: string) =>
      mailFeedback(stage.world.house)(
        {
          time,
          detail: {
            eventType: "Bounce",
            bounce: { bounceType: "Transient" },
            mail: { tags: { mail: [tagOfMail(mail)] } },
          },
        },
        lambdaContext,
      );
    const first = (await stopOf(stage.world.house, email))?.since ?? "";
    expect(await report(first)).toEqual({ outcome: "noted" });
    const later = (days: number) => new Date(Date.parse(first) + days * 86_400_000).toISOString();
    expect(await report(later(15))).toEqual({ outcome: "noted" });
    expect(await report(later(16))).toEqual({ outcome: "noted" });
    expect(await report(later(17))).toEqual({ outcome: "stopped" });
  });
});

describe("a report of the mail provider", () => {
  const bounced = (tag: string) => ({
    time: "2027-01-20T08:00:00Z",
    detail: {
      eventType: "Bounce",
      bounce: { bounceType: "Permanent" },
      mail: { tags: { mail: [tag] } },
    },
  });

  it("of a mail that is not ours is let go; one of another shape is not taken", async () => {
    stage = await openStage();
    opened.push(stage);
    const hear = mailFeedback(stage.world.house);
    const unknown = { outcome: "unknown" };
    expect(await hear(bounced(""), lambdaContext)).toEqual(unknown);
    expect(await hear(bounced("../../etc"), lambdaContext)).toEqual(unknown);
    expect(await hear(bounced(tagOfMail({ pk: "case#x", sk: "head" })), lambdaContext)).toEqual(unknown);
    expect(await hear(bounced(tagOfMail({ pk: "case#x", sk: "mail#1" })), lambdaContext)).toEqual(unknown);
    for (const event of [{}, { detail: {} }, { ...bounced("x"), time: "yesterday" }, null, "<xml/>"])
      await expect(hear(event, lambdaContext)).rejects.toThrow();
  });

  it("finds its mail by a tag that SES takes", () => {
    const key = {
      pk: "case#9609d353438a70d8a6ccdf97",
      sk: "mail#000012#agreement.reminder#principal.school#3",
    };
    const tag = tagOfMail(key);
    expect(tag).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(mailOfTag(tag)).toEqual(key);
    expect(mailOfTag(tagOfMail({ pk: "draft#x", sk: "mail#1" }))).toBeUndefined();
  });

  it("that is older than the release of its address stops nothing again", async () => {
    const ref = await toWrongAddress();
    const [mail] = await held(ref);
    if (!mail) throw new Error("no mail");
    await console("POST", pageOf(ref), { email: right, source: "Paskambinau." });
    const again = await mailFeedback(stage.world.house)(
      { ...bounced(tagOfMail(mail)), time: mail.returned?.at },
      lambdaContext,
    );
    expect(again).toEqual({ outcome: "noted" });
    expect((await mailsOf(ref, right))[0]?.heldAt).toBeUndefined();
    expect(await stopOf(stage.world.house, right)).toBeUndefined();
  });
});
