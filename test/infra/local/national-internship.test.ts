import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { breakIn } from "../../../functions/cases/interrupt.ts";
import { revoke } from "../../../functions/certificates/revoke.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

let stage: GroupStage;
afterEach(() => stage.close());

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const register = {
  id: "vietos-2027",
  process: "national-internship-place",
  title: { lt: "Vietos stažuotojams 2027", en: "Places for interns 2027" },
  opens: "2027-01-04T08:00",
  closes: "2027-12-31T23:59:59",
  minimumYears: 8,
  hoursPerDay: 8,
  staff: { coordinator: contact("coordinator"), agency: contact("agency") },
};
const host = (school: string, more: object = {}) => ({
  school,
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  fullName: `${school} kuratorė`,
  email: `${school.toLowerCase().replaceAll(/[^a-z]/g, "")}@mokykla.example`,
  method: "Tyrinėjimais grįstas mokymas",
  offers: "Stebi pamokas ir veda savo.",
  starts: "2027-05-03",
  ends: "2027-05-07",
  capacity: 1,
  ...more,
});
const intern = (name: string, places: readonly string[], more: object = {}) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: "Utenos gimnazija",
  municipality: "Utenos rajono savivaldybė",
  town: "Utena",
  experienceYears: 12,
  principalName: "Jonas Petraitis",
  principalEmail: "vadovas@mokykla.example",
  motivation: "Noriu išmokti.",
  shares: "Kaip vertinti kaupiamuoju balu.",
  places,
  truthful: "yes",
  ...more,
});
const internships = "vietos-2027-1";
const call = `call#${internships}`;

const say = async (ref: string, name: string, values: object) => {
  const said = await breakIn(
    stage.world.house,
    await stage.load(ref),
    { name, by: "coordinator@agency.example" },
    values,
  );
  await stage.world.settle();
  return said;
};

/** Two schools have published a place each, and the coordinator has opened a call with both. */
async function toCall(...hosts: readonly object[]): Promise<readonly string[]> {
  const places: string[] = [];
  for (const one of hosts) {
    const ref = await stage.apply(register.id, one);
    await stage.answer(ref, "approval", { outcome: "approved" });
    places.push(ref);
  }
  const announced = await say("call#vietos-2027", "announced", {
    titleLt: "Stažuotės Lietuvoje",
    titleEn: "Internships in Lithuania",
    closes: "2027-02-15",
    places,
  });
  expect(announced).toEqual({ outcome: "accepted" });
  await stage.world.settle();
  return places;
}

async function admitted(said: object): Promise<string> {
  const ref = await stage.apply(internships, said);
  await stage.answer(ref, "endorsement", { outcome: "endorsed" });
  await stage.answer(ref, "screening", { outcome: "eligible" });
  return ref;
}

/** A host's answer to the question of the call; of several the one for this place. */
async function order(place: string, said: object): Promise<void> {
  const { tasks } = await stage.load(call);
  const task = tasks.find((one) => one.status === "open" && one.part === place);
  if (!task) throw new Error(`${place}: not asked`);
  const path = taskPath(stage.world.house.config.linkSecret, task).slice("/t".length);
  const { status, body } = await stage.world.request("POST", `/api/tasks${path}`, said, {});
  if (status !== 200) throw new Error(JSON.stringify(body));
  await stage.world.settle();
}

/** The address of an intern's own page. */
const own = (ref: string): string => casePath(stage.world.house.config.linkSecret, ref);
const page = async (path: string) => String((await stage.world.request("GET", path, {}, {})).body);
const write = async (ref: string, day: string, done: string): Promise<number> => {
  const answer = await stage.world.asked({
    method: "POST",
    target: `${own(ref)}/diary/${day}`,
    headers: { host: ["127.0.0.1"], "content-type": ["application/x-www-form-urlencoded"] },
    body: Buffer.from(new URLSearchParams({ done }).toString()),
  });
  return answer.status;
};

describe("internship in Lithuania", () => {
  beforeEach(async () => {
    stage = await openGroupStage(register);
  });

  it("a place and an intern find each other, and the intern's own school becomes the next place", async () => {
    const [moletai = "", anyksciai = ""] = await toCall(host("Molėtų gimnazija"), host("Anykščių gimnazija"));
    expect(await stage.stands(moletai)).toBe("hosting");
    expect(await page("/")).toContain("Stažuotės Lietuvoje");

    const ona = await admitted(intern("Ona", [moletai, anyksciai]));
    const jonas = await admitted(intern("Jonas", [moletai, anyksciai], { school: "Visagino gimnazija" }));
    const tooNew = await stage.apply(internships, intern("Rasa", [moletai], { experienceYears: 3 }));
    expect(await stage.stands(tooNew)).toBe("inexperienced");
    expect(await stage.mailsOf(tooNew)).toContain("inexperienced");

    await stage.passTo("2027-02-16T08:00:00.000Z");
    await order(moletai, { first: [jonas] });
    await order(anyksciai, {});
    expect(await stage.stands(ona)).toBe("awaitingMatch");
    await stage.answer(call, "approval", { outcome: "approved" });
    expect((await stage.load(jonas)).entry?.decision).toMatchObject({ kind: "matched", place: moletai });
    expect((await stage.load(ona)).entry?.decision).toMatchObject({
      kind: "matched",
      place: anyksciai,
      wishes: [
        { place: moletai, outcome: "others" },
        { place: anyksciai, outcome: "matched" },
      ],
    });
    expect(await stage.mailsOf(ona)).toContain("matched");

    await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
    const plan = {
      goals: "Išmokti.",
      activities: "Stebėsiu.",
      sessionTopic: "Vertinimas",
      sessionOn: "2027-05-06",
    };
    await stage.answer(ona, "plan", plan);
    await stage.answer(ona, "planAgreement", { outcome: "agreed" });
    await stage.passTo("2027-05-03T09:00:00.000Z");
    expect(await stage.stands(ona)).toBe("staying");
    expect(await stage.mailsOf(ona)).toContain("diaryOpens");

    expect(await write(ona, "2027-05-03", "Stebėjau tris pamokas.")).toBe(303);
    expect(await write(ona, "2027-05-04", "Rytoj.")).toBe(409);
    await stage.passTo("2027-05-06T09:00:00.000Z");
    expect(await stage.mailsOf(ona)).toContain("diaryMissing");
    await stage.passTo("2027-05-08T09:00:00.000Z");
    expect(await page(`${own(ona)}/diary`)).toContain("Neparašyta");

    const evaluated = { outcome: "evaluated", daysMissed: 1, sessionHeld: "yes", evaluation: "Puikiai." };
    await stage.answer(ona, "evaluation", { outcome: "sessionLater", sessionOn: "2027-05-12" });
    await stage.passTo("2027-05-13T08:00:00.000Z");
    await stage.answer(ona, "evaluation", evaluated);
    const next = {
      method: "Kaupiamasis vertinimas",
      offers: "Dirbsime kartu.",
      starts: "2027-11-08",
      ends: "2027-11-12",
    };
    await stage.answer(ona, "hostingPlan", { organises: "Rūpinsis pavaduotoja.", capacity: 2, ...next });
    await stage.answer(ona, "hostingPlanReview", { outcome: "returned", reasons: "Kas rūpinsis?" });
    await stage.answer(ona, "hostingPlan", { organises: "Rūpinsis Ona.", capacity: 2, ...next });
    await stage.answer(ona, "hostingPlanReview", { outcome: "accepted" });
    await stage.answer(ona, "report", { learned: "Daug.", use: "Visur." });
    await stage.answer(ona, "reportReview", { outcome: "accepted" });
    expect(await stage.stands(ona)).toBe("completed");
    expect((await stage.load(ona)).certificate?.says).toMatchObject({
      days: 4,
      hours: 32,
      institution: "Anykščių gimnazija",
    });

    await stage.passTo("2027-05-13T08:05:00.000Z");
    const places = (await stage.load("call#vietos-2027")).file.entries ?? [];
    const given = places.filter(({ state }) => state === "published");
    expect(given.map(({ bid }) => bid)).toMatchObject([
      { school: "Utenos gimnazija", method: "Kaupiamasis vertinimas", capacity: 2 },
    ]);
  });

  it("the certificate is evidence in the next application of the same person, and of nobody else", async () => {
    const [moletai = ""] = await toCall(host("Molėtų gimnazija"));
    const ona = await admitted(intern("Ona", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await order(moletai, {});
    await stage.answer(call, "approval", { outcome: "approved" });
    await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
    await stage.answer(ona, "plan", {
      goals: "a",
      activities: "b",
      sessionTopic: "c",
      sessionOn: "2027-05-06",
    });
    await stage.answer(ona, "planAgreement", { outcome: "agreed" });
    await stage.passTo("2027-05-10T09:00:00.000Z");
    const evaluated = { outcome: "evaluated", daysMissed: 0, sessionHeld: "yes", evaluation: "Puikiai." };
    await stage.answer(ona, "evaluation", evaluated);
    const next = {
      method: "Vertinimas",
      offers: "Kartu.",
      starts: "2027-11-08",
      ends: "2027-11-12",
      capacity: 1,
    };
    await stage.answer(ona, "hostingPlan", { organises: "Ona.", ...next });
    await stage.answer(ona, "hostingPlanReview", { outcome: "accepted" });
    await stage.answer(ona, "report", { learned: "Daug.", use: "Visur." });
    await stage.answer(ona, "reportReview", { outcome: "accepted" });
    await stage.passTo("2027-05-10T09:05:00.000Z");
    const number = (await stage.load(ona)).certificate?.number ?? "";

    const register2 = await stage.load("call#vietos-2027");
    const place = (register2.file.entries ?? []).find(({ state }) => state === "published")?.ref ?? "";
    const titles = { titleLt: "Ruduo", titleEn: "Autumn" };
    await say("call#vietos-2027", "announced", { ...titles, closes: "2027-06-30", places: [place] });
    await stage.world.settle();
    const tried = async (who: object) => {
      const path = "/api/calls/vietos-2027-2/applications";
      const key = {
        "idempotency-key": `evidence-${Buffer.from(JSON.stringify(who)).toString("base64url").slice(-60)}`,
      };
      const { body } = await stage.world.request("POST", path, who, key);
      return JSON.stringify(body);
    };
    const visagine = { school: "Visagino gimnazija" };
    const again = { ...intern("Ona", [place], visagine), earlierCertificate: number };
    expect(await tried({ ...again, earlierCertificate: "1234-5678" })).toContain("unknownCertificate");
    expect(await tried({ ...again, fullName: "Kita Mokytoja" })).toContain("othersCertificate");
    const stored = await tried(again);
    expect(stored).toContain("ref");
    const taken = { category: "mistake", reason: "Klaida." };
    await revoke(stage.world.house, await stage.load(ona), "coordinator@agency.example", taken);
    expect(await tried({ ...again, email: "kita@mokykla.example" })).toContain("revokedCertificate");
  });

  it("a host that falls away sends its intern to the next wish, or to wait", async () => {
    const [moletai = "", anyksciai = ""] = await toCall(host("Molėtų gimnazija"), host("Anykščių gimnazija"));
    const ona = await admitted(intern("Ona", [moletai, anyksciai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await order(moletai, {});
    await order(anyksciai, {});
    await stage.answer(call, "approval", { outcome: "approved" });
    expect(await stage.stands(ona)).toBe("hostAcceptance");
    await say(moletai, "cancelled", { reason: "Mokykla remontuojama." });
    await stage.world.settle();
    expect((await stage.load(ona)).entry?.decision).toMatchObject({ place: anyksciai });
    expect(await stage.mailsOf(ona)).toContain("placeLost");
    await stage.answer(ona, "hostAcceptance", { outcome: "declined", reason: "Kuratorė serga." });
    expect(await stage.stands(ona)).toBe("onWaitingList");
    await stage.passTo("2027-05-04T08:00:00.000Z");
    expect(await stage.stands(ona)).toBe("unmatched");
    expect(await stage.stands(anyksciai)).toBe("completed");
  });

  it("nobody goes to their own school, nor where the host or the coordinator sees a conflict", async () => {
    const [moletai = ""] = await toCall(host("Molėtų gimnazija", { capacity: 3 }));
    const own1 = await admitted(intern("Ana", [moletai], { school: "molėtų gimnazija" }));
    const refused = await admitted(intern("Beata", [moletai]));
    const apart = await admitted(intern("Celina", [moletai]));
    const free = await admitted(intern("Daiva", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await order(moletai, { refused: [refused], reason: "Sesuo." });
    await stage.answer(call, "approval", {
      outcome: "again",
      apart: [`${apart} ${moletai}`],
      reason: "Giminės.",
    });
    await stage.answer(call, "approval", { outcome: "approved" });
    const kinds = [];
    for (const ref of [own1, refused, apart, free]) kinds.push(await stage.stands(ref));
    expect(kinds).toEqual(["onWaitingList", "onWaitingList", "onWaitingList", "hostAcceptance"]);
    expect((await stage.load(call)).records.some(({ document }) => document === "matching-1")).toBe(true);
  });

  it("a day has one page, however often it is sent, and what stood there before is kept", async () => {
    const [moletai = ""] = await toCall(host("Molėtų gimnazija"));
    const ona = await admitted(intern("Ona", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await order(moletai, {});
    await stage.answer(call, "approval", { outcome: "approved" });
    await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
    await stage.answer(ona, "plan", {
      goals: "a",
      activities: "b",
      sessionTopic: "c",
      sessionOn: "2027-05-06",
    });
    await stage.answer(ona, "planAgreement", { outcome: "agreed" });
    expect(await write(ona, "2027-05-03", "Per anksti.")).toBe(409);
    await stage.passTo("2027-05-03T09:00:00.000Z");
    await Promise.all([1, 2, 3].map(() => write(ona, "2027-05-03", "Stebėjau pamokas.")));
    expect(await write(ona, "2027-05-03", "Stebėjau ir vedžiau pamokas.")).toBe(303);
    expect(await write(ona, "2027-05-03", "x".repeat(1501))).toBe(422);
    expect(await write(ona, "2027-05-09", "Sekmadienis.")).toBe(404);
    const pages = await stage.world.house.table.query(ona, "diary#");
    expect(pages).toMatchObject([
      {
        day: "2027-05-03",
        values: { done: "Stebėjau ir vedžiau pamokas." },
        earlier: [{ values: { done: "Stebėjau pamokas." } }],
      },
    ]);
  });

  it("a call that is called off gives its places back to the register", async () => {
    const [moletai = ""] = await toCall(host("Molėtų gimnazija"));
    const ona = await admitted(intern("Ona", [moletai]));
    await say(call, "calledOff", { reason: "Lėšų nebėra." });
    await stage.world.settle();
    expect(await stage.stands(ona)).toBe("cancelled");
    expect(await stage.stands(moletai)).toBe("published");
  });
});
