import { afterEach, describe, expect, it } from "vitest";
import { casePath } from "../../../functions/links.ts";
import { askedIn } from "../../../workflows/kernel/money.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

let stage: GroupStage;
afterEach(() => stage.close());

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const call = {
  id: "ugdomasis-vadovavimas",
  process: "peer-coaching",
  title: { lt: "Ugdomasis vadovavimas", en: "Peer coaching" },
  opens: "2027-01-04T08:00",
  closes: "2027-01-31T23:59:59",
  trainingEnds: "2027-02-12",
  hourCents: 2500,
  staff: { coordinator: contact("coordinator"), agency: contact("agency"), finance: contact("finance") },
};
const coach = {
  fullName: "Rūta Žemaitė",
  email: "ruta@mokykla.example",
  school: "Molėtų gimnazija",
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  principalName: "Jonas Petraitis",
  principalEmail: "vadovas@mokykla.example",
  experienceYears: 12,
  motivation: "Noriu padėti kolegoms.",
  subject: "Matematika",
  instrument: "rubric",
};
const colleague = (name: string) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: "Utenos gimnazija",
  openLessons: "yes",
});

/** A coach who was endorsed and trained; the group can be joined. */
async function toGroup() {
  stage = await openGroupStage(call);
  const ref = await stage.apply(call.id, coach);
  await stage.answer(ref, "endorsement", { outcome: "endorsed" });
  await stage.passTo("2027-02-13T08:00:00.000Z");
  await stage.answer(ref, "training", { outcome: "attended" });
  return { ref, callId: ref.slice("case#".length), group: ref.replace("case#", "call#") };
}

describe("peer coaching", () => {
  it("a candidate becomes a coach by the endorsement and the training; who missed it does not", async () => {
    stage = await openGroupStage(call);
    const ref = await stage.apply(call.id, coach);
    await stage.answer(ref, "endorsement", { outcome: "endorsed" });
    expect(await stage.stands(ref)).toBe("awaitingTraining");
    await stage.passTo("2027-02-13T08:00:00.000Z");
    expect(await stage.answer(ref, "training", { outcome: "missed" })).toBe(422);
    await stage.answer(ref, "training", { outcome: "missed", reason: "Trūko dviejų dienų." });
    expect(await stage.stands(ref)).toBe("notAccredited");
    expect(await stage.mailsOf(ref)).toContain("notAccredited");
  });

  it("an accredited coach's group is among the calls, needs three colleagues, and goes its cycles with them", async () => {
    const { ref, callId, group } = await toGroup();
    expect(String((await stage.world.request("GET", "/", {}, {})).body)).toContain(
      "Ugdomasis vadovavimas: Matematika",
    );
    const colleagues: string[] = [];
    for (const name of ["Ana", "Beata", "Celina"])
      colleagues.push(await stage.apply(callId, colleague(name)));
    await stage.passTo("2027-03-08T08:00:00.000Z");
    const [ana = "", beata = "", celina = ""] = colleagues;
    expect(await stage.answer(ana, "before", { pupils: 24, average: 101 })).toBe(422);
    for (const one of colleagues) await stage.answer(one, "before", { pupils: 24, average: "61,5" });
    const days = { day1: "2027-03-15", day2: "2027-04-12" };
    await stage.answer(group, "planning", { ...days, at: "10:00", place: "Utenos gimnazija" });
    for (const [index, day] of Object.values(days).entries()) {
      await stage.passTo(`${day}T20:00:00.000Z`);
      const present = colleagues.slice(0, index === 0 ? 3 : 2);
      const said = { present, technology: ["quizzes"], change: "Daugiau klausimų mokiniams." };
      await stage.answer(group, "attendance", { outcome: "held", ...said });
      for (const one of present) await stage.answer(one, "presence", { outcome: "there" });
    }
    await stage.passTo("2027-04-12T20:05:00.000Z");
    for (const one of colleagues) await stage.answer(one, "after", { pupils: 23, average: "70" });
    const { linkSecret } = stage.world.house.config;
    const own = String((await stage.world.request("GET", casePath(linkSecret, ana), {}, {})).body);
    expect(own).toContain('aria-label="Prieš: 61,5 %; Po: 70 %"');
    expect(own).toContain("Mokinių mažiau kaip trisdešimt");
    for (const one of colleagues)
      await stage.answer(one, "reflection", { changed: "Klausiu dažniau.", useful: "5", recommends: "yes" });
    expect(await Promise.all([ana, beata, celina].map(stage.stands))).toEqual([
      "completed",
      "completed",
      "attended",
    ]);
    const { certificate } = await stage.load(ref);
    expect(certificate?.says).toMatchObject({ holder: coach.fullName, hours: 6, starts: "2027-03-15" });
    await stage.answer(ref, "feeClaim", { iban: "LT121000011101001000", hoursRight: "yes" });
    const { process, file } = await stage.load(ref);
    expect(process.money && askedIn(process.money, file, "fee")).toEqual({ payment: "fee", cents: 6 * 2500 });
    await stage.answer(ref, "fee", { outcome: "paid", paidOn: stage.world.house.clock.now().slice(0, 10) });
    expect(await stage.stands(ref)).toBe("completed");
  });

  it("with two colleagues is too small a group: the coordinator may let it go on", async () => {
    const { callId, group } = await toGroup();
    const one = await stage.apply(callId, colleague("Ana"));
    await stage.apply(callId, colleague("Beata"));
    await stage.passTo("2027-03-08T08:00:00.000Z");
    await stage.answer(group, "tooFew", { outcome: "goOn" });
    expect(await stage.stands(one)).toBe("before");
  });
});
