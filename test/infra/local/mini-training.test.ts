import { afterEach, describe, expect, it } from "vitest";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { askedIn } from "../../../workflows/kernel/money.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

let stage: GroupStage;
afterEach(() => stage.close());

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const call = {
  id: "mini-mokymai",
  process: "mini-training",
  title: { lt: "Mini mokymai", en: "Mini-trainings" },
  opens: "2027-01-04T08:00",
  closes: "2027-03-31T23:59:59",
  minimum: 2,
  hours: 4,
  hourCents: 3000,
  staff: { coordinator: contact("coordinator"), agency: contact("agency"), finance: contact("finance") },
  trainers: [{ ...contact("trainer"), town: "Utena", groups: 1 }],
};
const school = {
  school: "Molėtų gimnazija",
  municipality: "Molėtų rajono savivaldybė",
  town: "Molėtai",
  fullName: "Rūta Žemaitė",
  email: "ruta@mokykla.example",
  need: "Norime išmokti planuoti pamokas kartu.",
  size: 3,
};
const teacher = (name: string) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: school.school,
  tasks: "yes",
});

/** A school whose programme is agreed after one change; its group can be joined. */
async function toGroup() {
  stage = await openGroupStage(call);
  const ref = await stage.apply("mini-mokymai", school);
  await stage.answer(ref, "topic", { outcome: "agreed", topic: "Pamokų planavimas kartu" });
  await stage.answer(ref, "invitation", { outcome: "accepted" });
  await stage.answer(ref, "programme", { content: "Du užsiėmimai.", task: "Suplanuokite pamoką dviese." });
  await stage.answer(ref, "programmeAgreement", { outcome: "changes", reasons: "Trumpiau." });
  await stage.answer(ref, "programme", { content: "Užsiėmimai.", task: "Suplanuokite pamoką dviese." });
  await stage.answer(ref, "programmeAgreement", { outcome: "agreed" });
  return { ref, callId: ref.slice("case#".length), group: ref.replace("case#", "call#") };
}

/** Three teachers, of whom one is at one of two sessions only. */
async function afterTheSessions() {
  const { ref, callId, group } = await toGroup();
  const teachers: string[] = [];
  for (const name of ["Ana", "Beata", "Celina"]) teachers.push(await stage.apply(callId, teacher(name)));
  await stage.passTo("2027-02-01T08:00:00.000Z");
  const days = { day1: "2027-02-10", day2: "2027-02-17" };
  expect(
    await stage.answer(group, "planning", { ...days, day2: "2027-02-10", at: "14.00", place: "Salė" }),
  ).toBe(422);
  await stage.answer(group, "planning", { ...days, at: "14.00", place: "Salė" });
  for (const [index, day] of Object.values(days).entries()) {
    await stage.passTo(`${day}T20:00:00.000Z`);
    const present = teachers.slice(0, index === 0 ? 3 : 2);
    await stage.answer(group, "attendance", { outcome: "held", present });
    for (const one of present) await stage.answer(one, "presence", { outcome: "there" });
  }
  // What is queued is passed on a moment later, when the machine waits again.
  await stage.passTo("2027-02-17T20:05:00.000Z");
  return { ref, group, teachers };
}

describe("a mini-training", () => {
  it("is for the school's own people: topic, trainer and programme are agreed, then its page is theirs to hand on", async () => {
    const { ref, callId } = await toGroup();
    expect(await stage.mailsOf(ref)).toContain("groupOpened");
    expect(String((await stage.world.request("GET", "/", {}, {})).body)).not.toContain(callId);
    const page = String((await stage.world.request("GET", `/calls/${callId}`, {}, {})).body);
    expect(page).toContain("Pamokų planavimas kartu");
  });

  it("certifies the hours of whoever was at enough sessions and tried the task; the trainer is paid by the hours held", async () => {
    const { ref, teachers } = await afterTheSessions();
    const [ana = "", beata = "", celina = ""] = teachers;
    const tried = { tried: "Planavome su kolege.", pupils: "Dirbo noriai." };
    for (const one of teachers) await stage.answer(one, "practicalTask", tried);
    await stage.answer(ana, "taskReview", { outcome: "returned", reasons: "Kas pasikeitė?" });
    await stage.answer(ana, "practicalTask", tried);
    for (const one of teachers) await stage.answer(one, "taskReview", { outcome: "accepted" });
    for (const one of [ana, beata]) await stage.answer(one, "feedback", { useful: "5", recommends: "yes" });
    await stage.answer(celina, "feedback", { useful: "4", recommends: "yes" });
    expect(await Promise.all([ana, beata, celina].map(stage.stands))).toEqual([
      "completed",
      "completed",
      "attended",
    ]);
    const paper = await makeDocument(
      stage.world.house,
      "certificate",
      "applicant",
      await stage.load(ana),
      "lt",
    );
    expect(await textOf(paper ?? new Uint8Array())).toContain("8 akademinės valandos");
    await stage.answer(ref, "trainerReport", { done: "Viskas.", advice: "Tęsti." });
    await stage.answer(ref, "reportReview", { outcome: "accepted" });
    await stage.answer(ref, "feeClaim", { iban: "LT121000011101001000", hoursRight: "yes" });
    const { process, file } = await stage.load(ref);
    expect(process.money && askedIn(process.money, file, "fee")).toEqual({ payment: "fee", cents: 8 * 3000 });
    await stage.answer(ref, "fee", { outcome: "paid", paidOn: stage.world.house.clock.now().slice(0, 10) });
    expect(await stage.stands(ref)).toBe("completed");
  });

  it("whose participants stay silent ends all the same, without certificates", async () => {
    const { ref, teachers } = await afterTheSessions();
    await stage.passTo("2027-04-30T08:00:00.000Z");
    for (const one of teachers) expect(await stage.stands(one)).toBe("attended");
    expect(await stage.stands(ref)).toBe("trainerReport");
  });

  it("that a school gives up ends with its group, and who has joined is told why", async () => {
    const { ref, callId, group } = await toGroup();
    const one = await stage.apply(callId, teacher("Ana"));
    const { breakIn } = await import("../../../functions/cases/road/interrupt.ts");
    const loaded = await stage.load(ref);
    await breakIn(
      stage.world.house,
      loaded,
      { name: "withdrawn", by: school.email },
      { reason: "Remontas." },
    );
    await stage.world.settle();
    expect(await stage.stands(ref)).toBe("withdrawn");
    expect(await stage.stands(one)).toBe("cancelled");
    expect((await stage.load(group)).head.status).toBe("calledOff");
    expect(await stage.mailsOf(one)).toContain("cancelled");
  });
});
