import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { revoke } from "../../../functions/certificates/revoke.ts";
import { casePath } from "../../../functions/links.ts";
import { call, host, intern, internships, type NationalStage, openNationalStage } from "./national-stage.ts";

let stage: NationalStage;
beforeEach(async () => {
  stage = await openNationalStage();
});
afterEach(() => stage.close());

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
  it("a place and an intern find each other, and the intern's own school becomes the next place", async () => {
    const [moletai = "", anyksciai = ""] = await stage.toCall(
      host("Molėtų gimnazija"),
      host("Anykščių gimnazija"),
    );
    expect(await stage.stands(moletai)).toBe("hosting");
    expect(await page("/")).toContain("Stažuotės Lietuvoje");

    const ona = await stage.admitted(intern("Ona", [moletai, anyksciai]));
    const jonas = await stage.admitted(
      intern("Jonas", [moletai, anyksciai], { school: "Visagino gimnazija" }),
    );
    const tooNew = await stage.apply(internships, intern("Rasa", [moletai], { experienceYears: 3 }));
    expect(await stage.stands(tooNew)).toBe("inexperienced");
    expect(await stage.mailsOf(tooNew)).toContain("inexperienced");

    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.order(moletai, { first: [jonas] });
    await stage.order(anyksciai, {});
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
    const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija"));
    const ona = await stage.admitted(intern("Ona", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.order(moletai, {});
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
    await stage.say("call#vietos-2027", "announced", { ...titles, closes: "2027-06-30", places: [place] });
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
    const [moletai = "", anyksciai = ""] = await stage.toCall(
      host("Molėtų gimnazija"),
      host("Anykščių gimnazija"),
    );
    const ona = await stage.admitted(intern("Ona", [moletai, anyksciai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.order(moletai, {});
    await stage.order(anyksciai, {});
    await stage.answer(call, "approval", { outcome: "approved" });
    expect(await stage.stands(ona)).toBe("hostAcceptance");
    await stage.say(moletai, "cancelled", { reason: "Mokykla remontuojama." });
    await stage.world.settle();
    expect((await stage.load(ona)).entry?.decision).toMatchObject({ place: anyksciai });
    expect(await stage.mailsOf(ona)).toContain("placeLost");
    await stage.answer(ona, "hostAcceptance", { outcome: "declined", reason: "Kuratorė serga." });
    expect(await stage.stands(ona)).toBe("onWaitingList");
    await stage.passTo("2027-05-04T08:00:00.000Z");
    expect(await stage.stands(ona)).toBe("unmatched");
    expect(await stage.stands(anyksciai)).toBe("completed");
  });

  it.each([
    ["the place falls away", "placeLost", { reason: "Mokykla remontuojama." }],
    ["the intern withdraws", "withdrawn", {}],
    ["the coordinator ends it", "cancelled", { reason: "Klaida." }],
  ])(
    "a school that expects somebody is told when %s, and its calendar loses the stay",
    async (_, word, said) => {
      const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija"));
      const ona = await stage.admitted(intern("Ona", [moletai]));
      await stage.passTo("2027-02-16T08:00:00.000Z");
      await stage.order(moletai, {});
      await stage.answer(call, "approval", { outcome: "approved" });
      await stage.answer(ona, "hostAcceptance", { outcome: "accepted", contactPerson: "Rūta" });
      const plan = { goals: "a", activities: "b", sessionTopic: "c", sessionOn: "2027-05-06" };
      await stage.answer(ona, "plan", plan);
      await stage.answer(ona, "planAgreement", { outcome: "agreed" });
      await stage.say(ona, word, said);
      await stage.world.settle();
      const { mails } = await stage.load(ona);
      const calendarsOf = (role: string) =>
        mails.filter((mail) => mail.role === role).map(({ calendar }) => calendar?.method);
      expect(calendarsOf("host").at(-1)).toBe("cancel");
      expect(calendarsOf("applicant")).toContain("cancel");
    },
  );

  it("nobody goes to their own school, nor where the host or the coordinator sees a conflict", async () => {
    const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija", { capacity: 3 }));
    const own1 = await stage.admitted(intern("Ana", [moletai], { school: "molėtų gimnazija" }));
    const refused = await stage.admitted(intern("Beata", [moletai]));
    const apart = await stage.admitted(intern("Celina", [moletai]));
    const free = await stage.admitted(intern("Daiva", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.order(moletai, { refused: [refused], reason: "Sesuo." });
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
    const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija"));
    const ona = await stage.admitted(intern("Ona", [moletai]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.order(moletai, {});
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

  it("a place that falls while hosts are asked ends all their questions, and the others are asked anew", async () => {
    const [moletai = "", anyksciai = "", utena = ""] = await stage.toCall(
      host("Molėtų gimnazija"),
      host("Anykščių gimnazija"),
      host("Utenos progimnazija"),
    );
    const ona = await stage.admitted(intern("Ona", [moletai, anyksciai]));
    await stage.admitted(intern("Rasa", [utena]));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    const asked = async () =>
      (await stage.load(call)).tasks
        .filter(
          ({ state, status, part }) => state === "hostOrders" && status === "open" && part !== undefined,
        )
        .map(({ part }) => part);
    expect(new Set(await asked())).toEqual(new Set([moletai, anyksciai, utena]));
    await stage.order(anyksciai, { first: [ona] });
    await stage.say(call, "placeFallen", { place: moletai, reason: "Mokykla uždaroma." });
    await stage.world.settle();
    expect(await asked()).toEqual([utena]);
    await stage.order(utena, {});
    await stage.answer(call, "approval", { outcome: "approved" });
    expect((await stage.load(ona)).entry?.decision).toMatchObject({ place: anyksciai });
  });

  it("a call that is called off while hosts are asked asks nobody any more", async () => {
    const places = await stage.toCall(host("Molėtų gimnazija"), host("Anykščių gimnazija"));
    const ona = await stage.admitted(intern("Ona", places));
    await stage.passTo("2027-02-16T08:00:00.000Z");
    await stage.say(call, "calledOff", { reason: "Lėšų nebėra." });
    await stage.world.settle();
    expect((await stage.load(call)).tasks.filter(({ status }) => status === "open")).toEqual([]);
    expect(await stage.stands(ona)).toBe("cancelled");
  });

  it("a call that is called off gives its places back to the register", async () => {
    const [moletai = ""] = await stage.toCall(host("Molėtų gimnazija"));
    const ona = await stage.admitted(intern("Ona", [moletai]));
    await stage.say(call, "calledOff", { reason: "Lėšų nebėra." });
    await stage.world.settle();
    expect(await stage.stands(ona)).toBe("cancelled");
    expect(await stage.stands(moletai)).toBe("published");
  });
});
