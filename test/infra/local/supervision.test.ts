import { composeIBAN } from "ibantools";
import { afterEach, describe, expect, it } from "vitest";
import { breakIn } from "../../../functions/cases/road/interrupt.ts";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { factsFor } from "../../../functions/reading/facts.ts";
import { membershipOf } from "../../../workflows/blocks/group/joining.ts";
import { beginsAt } from "../../../workflows/blocks/group/meetings.ts";
import { postingsOf, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { askedIn } from "../../../workflows/kernel/money.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { contact, supervisedSchool, supervisionCall } from "../../supervision-call.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

let stage: GroupStage;
afterEach(() => stage.close());

const call = {
  ...supervisionCall,
  capacity: 4,
  minimum: 3,
  hourCents: 4000,
  supervisors: [
    { ...contact("far"), town: "Klaipėda", groups: 2 },
    { ...contact("near"), town: "Vilnius", groups: 2 },
    { ...contact("partial"), town: "Vilnius", groups: 2, conflicts: ["Vilniaus „Žiburio“ gimnazija"] },
  ],
};
const school = supervisedSchool;
const days = ["01", "08", "15", "22", "29"].map((day) => `2027-03-${day}`).concat("2027-04-05", "2027-04-12");
const plan = {
  ...Object.fromEntries(days.map((day, index) => [`day${index + 1}`, day])),
  at: "15:30",
  place: "Mokyklos biblioteka",
};

const { apply, answer, openTask, passTo, load, stands, mailsOf } = {
  apply: (...said: Parameters<GroupStage["apply"]>) => stage.apply(...said),
  answer: (...said: Parameters<GroupStage["answer"]>) => stage.answer(...said),
  openTask: (...said: Parameters<GroupStage["openTask"]>) => stage.openTask(...said),
  passTo: (instant: string) => stage.passTo(instant),
  load: (ref: string) => stage.load(ref),
  stands: (ref: string) => stage.stands(ref),
  mailsOf: (ref: string) => stage.mailsOf(ref),
};

/** A school's group, approved and led; the ref of the school's case and of the group. */
async function toGroup() {
  stage = await openGroupStage(call);
  const ref = await apply("supervizijos", school);
  await answer(ref, "approval", { outcome: "approved" });
  await answer(ref, "invitation", { outcome: "accepted" });
  return { ref, group: ref.replace("case#", "call#"), callId: ref.slice("case#".length) };
}
const teacher = (name: string) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: school.school,
  allMeetings: "yes",
});

/** Five teachers join a group for four; the seven meetings are planned. */
async function toMeetings() {
  const { ref, group, callId } = await toGroup();
  const teachers: string[] = [];
  for (const name of ["Ana", "Beata", "Celina", "Daiva", "Egle"]) {
    teachers.push(await apply(callId, teacher(name)));
    const now = Date.parse(stage.world.house.clock.now());
    await passTo(new Date(now + 60_000).toISOString());
  }
  await passTo("2027-02-01T08:00:00.000Z");
  for (const one of teachers.slice(0, 4)) await answer(one, "confidentiality", { outcome: "agreed" });
  await answer(group, "planning", plan);
  return { ref, group, teachers };
}
/** Holds the next meeting; those who were there confirm it. */
async function meet(group: string, day: string, present: readonly string[]): Promise<void> {
  await passTo(`${day}T20:00:00.000Z`);
  expect(await answer(group, "attendance", { outcome: "held", present, themes: ["cooperation"] })).toBe(200);
  for (const one of present) await answer(one, "presence", { outcome: "there" });
}

describe("a school asks for a supervision", () => {
  it("the nearest supervisor who is free and impartial is asked; who was left out stands in the record with why", async () => {
    stage = await openGroupStage(call);
    const ref = await apply("supervizijos", school);
    await answer(ref, "approval", { outcome: "approved" });
    expect((await openTask(ref, "invitation")).assignee?.email).toBe("near@agency.example");
    const record = (await load(ref)).records.find(({ step }) => step === "matched");
    expect(JSON.stringify(record?.data)).toContain(
      '"email":"partial@agency.example","km":0,"groups":0,"excluded":"conflict"',
    );
    await answer(ref, "invitation", { outcome: "declined", reason: "Neturiu laiko." });
    expect((await openTask(ref, "invitation")).assignee?.email).toBe("far@agency.example");
    await answer(ref, "invitation", { outcome: "conflict", reason: "Dirbu čia." });
    expect((await openTask(ref, "appointment")).assignee?.email).toBe("coordinator@agency.example");
    expect(await answer(ref, "appointment", { outcome: "appointed", deliverer: "nobody@x.example" })).toBe(
      422,
    );
    await answer(ref, "appointment", { outcome: "appointed", deliverer: "far@agency.example" });
    expect((await openTask(ref, "invitation")).assignee?.email).toBe("far@agency.example");
  });

  it("a group that its school keeps to itself is not among the calls, and open to whoever has its address", async () => {
    const { callId } = await toGroup();
    const home = String((await stage.world.request("GET", "/", {}, {})).body);
    expect(home).not.toContain(callId);
    const page = await stage.world.request("GET", `/calls/${callId}`, {}, {});
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain("Supervizija: Vilniaus „Žiburio“ gimnazija");
  });
});

describe("a supervision group", () => {
  it("moves its next meeting before it begins: calendars take the change, and attendance is asked after the new one", async () => {
    const { group, teachers } = await toMeetings();
    const word = { name: "meetingMoved", by: "coordinator@agency.example" };
    const said = await breakIn(stage.world.house, await load(group), word, {
      day: "2027-03-03",
      at: "16:00",
    });
    expect(said).toEqual({ outcome: "accepted" });
    await stage.world.settle();
    const [first] = membershipOf((await load(teachers[0] ?? "")).file)?.meetings ?? [];
    expect(first).toMatchObject({ number: 1, day: "2027-03-03", at: "16:00", moved: 1 });
    expect(await mailsOf(teachers[0] ?? "")).toContain("meetingMoved");
    await passTo("2027-03-01T20:00:00.000Z");
    await expect(openTask(group, "attendance")).rejects.toThrow("not asked");
    await passTo("2027-03-03T20:00:00.000Z");
    expect((await openTask(group, "attendance")).status).toBe("open");
  });

  it("asks its supervisor on pages that open, also while somebody waits for a place, and tells who waits where in the queue", async () => {
    const { group, teachers } = await toMeetings();
    const { linkSecret } = stage.world.house.config;
    await passTo("2027-03-01T20:00:00.000Z");
    const asked = await openTask(group, "attendance");
    const page = await stage.world.request("GET", taskPath(linkSecret, asked), {}, {});
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain("Ana Mokytoja");
    const waiting = await stage.world.request("GET", casePath(linkSecret, teachers[4] ?? ""), {}, {});
    expect(String(waiting.body)).toContain("Esate pirmas (-a) laukiančiųjų sąraše");
    const next = await stage.world.request("GET", casePath(linkSecret, teachers[0] ?? ""), {}, {});
    expect(String(next.body)).not.toContain("val..");
  });

  it("gives its places to who came first; who is too many waits, and gets the place of who leaves before the first meeting", async () => {
    const { group, teachers } = await toMeetings();
    const [first = "", , , , last = ""] = teachers;
    expect(await stands(last)).toBe("onWaitingList");
    expect(await mailsOf(last)).toContain("onWaitingList");
    await breakIn(stage.world.house, await load(first), { name: "withdrawn", by: "ana@mokykla.example" }, {});
    await stage.world.settle();
    expect(await stands(first)).toBe("withdrawn");
    expect(await stands(last)).toBe("confidentiality");
    expect(await mailsOf(last)).toContain("meetingsPlanned");
    const members = (await load(group)).records.findLast(({ step }) => step === "members");
    expect(JSON.stringify(members?.data)).not.toContain("Ana");
  });

  it("sends its meetings into calendars, and the change of one that is moved", async () => {
    const { group, teachers } = await toMeetings();
    const [first = ""] = teachers;
    await passTo("2027-03-01T20:00:00.000Z");
    expect(await answer(group, "attendance", { outcome: "moved", day: "2027-03-04", at: "9 val." })).toBe(
      422,
    );
    await answer(group, "attendance", { outcome: "moved", day: "2027-03-04", at: "16:00" });
    const { mails, file } = await load(first);
    const moved = mails.find(({ template }) => template === "meetingMoved");
    const planned = mails.find(({ template }) => template === "meetingsPlanned");
    expect(planned?.calendar?.events).toHaveLength(7);
    const before = planned?.calendar?.events.find(({ name }) => name === "meeting-1");
    const after = moved?.calendar?.events.find(({ name }) => name === "meeting-1");
    expect(before).toMatchObject({
      sequence: 0,
      when: { begins: "2027-03-01T13:30:00.000Z", ends: "2027-03-01T17:15:00.000Z" },
    });
    expect(after).toMatchObject({ sequence: 1, when: { begins: "2027-03-04T14:00:00.000Z" } });
    expect(membershipOf(file)?.meetings.map(beginsAt)[0]).toBe("2027-03-04T14:00:00.000Z");
  });

  it("certifies who was at all meetings, made up ones with them; asks each whether the solution was carried out, twice; and tells the school counts that name nobody", async () => {
    const { ref, group, teachers } = await toMeetings();
    const [ana = "", beata = "", celina = "", daiva = ""] = teachers;
    for (const [index, day] of days.entries())
      await meet(
        group,
        day,
        index === 2 ? [ana, celina, daiva] : [ana, beata, celina, ...(index < 5 ? [daiva] : [])],
      );
    expect(await mailsOf(beata)).toContain("missedMeeting");
    await answer(group, "closing", { goals: "4", madeUp: [beata] });
    for (const one of [ana, beata, celina])
      await answer(one, "solution", { outcome: "chosen", problem: "mėlynas", solution: "pirmas žingsnis" });
    await answer(daiva, "solution", { outcome: "none" });
    await passTo("2027-05-14T08:00:00.000Z");
    await answer(ana, "implementation", { outcome: "done" });
    await answer(celina, "implementation", { outcome: "partly" });
    await answer(beata, "implementation", { outcome: "notYet" });
    const company = (await load(beata)).mails.find(({ template }) => template === "needsCompany");
    expect(company?.to.email).toBe("near@agency.example");
    await passTo("2027-06-14T08:00:00.000Z");
    await answer(beata, "implementation", { outcome: "notYet" });
    for (const one of [ana, beata, celina, daiva])
      if ((await stands(one)) === "evaluation")
        await answer(one, "evaluation", { useful: "5", recommends: "yes" });
    await stage.world.settle();
    expect(await Promise.all([ana, beata, celina, daiva].map(stands))).toEqual([
      "completed",
      "completed",
      "completed",
      "attended",
    ]);
    const certified = await load(ana);
    const paper = await makeDocument(stage.world.house, "certificate", "applicant", certified, "lt");
    expect(await textOf(paper ?? new Uint8Array())).toContain("35 akademinės valandos");
    expect(await answer(ref, "feeClaim", { iban: "LT12 1000 0111 0100 1001", hoursRight: "yes" })).toBe(422);
    await answer(ref, "feeClaim", { iban: "LT12 1000 0111 0100 1000", hoursRight: "yes" });
    const { process, file } = await load(ref);
    expect(process.money && askedIn(process.money, file, "fee")).toEqual({
      payment: "fee",
      cents: 35 * 4000,
    });
    expect(process.money?.payee(file, "fee")).toEqual({ name: "near", iban: "LT121000011101001000" });
    await answer(ref, "fee", { outcome: "returned", returnReason: "Uždaryta" });
    await answer(ref, "feeAccount", { iban: composeIBAN({ countryCode: "LT", bban: "1000001110100200" }) });
    await answer(ref, "fee", {
      outcome: "paid",
      paidOn: (await load(ref)).tasks.at(-1)?.openedAt.slice(0, 10),
    });
    expect(await stands(ref)).toBe("completed");
    const settled = await load(ref);
    expect(sumsOf(postingsOf(settled.process.money, settled.file))).toMatchObject({
      granted: 140_000,
      paid: { fee: 140_000 },
      toPay: 0,
      committed: 140_000,
    });
    const words = await mailsOf(ref);
    expect(words).toContain("completed");
    expect((await load(ref)).entry?.decision).toMatchObject({ meetings: 7 });
    expect(JSON.stringify((await load(ref)).entry?.decision)).not.toContain("took");
  });

  it("keeps a participant's labels from everybody but the participant and the supervisor", async () => {
    const { group, teachers } = await toMeetings();
    const [ana = ""] = teachers;
    for (const day of days) await meet(group, day, teachers.slice(0, 4));
    await answer(group, "closing", { goals: "4", madeUp: [] });
    await answer(ana, "solution", { outcome: "chosen", problem: "mėlynas klausimas", solution: "žingsnis" });
    const loaded = await load(ana);
    for (const role of ["coordinator", "agency", "finance"] as const) {
      const seen = factsFor(role, loaded).flatMap((fact) =>
        fact.kind === "answer" ? Object.keys(fact.form.fields) : [],
      );
      expect(seen).not.toContain("problem");
    }
    const own = factsFor("applicant", loaded).flatMap((fact) =>
      fact.kind === "answer" ? Object.keys(fact.form.fields) : [],
    );
    expect(own).toContain("problem");
  });

  it("that too few have joined is the coordinator's to decide on; called off, all who joined are told why", async () => {
    const { ref, group, callId } = await toGroup();
    const one = await apply(callId, teacher("Ana"));
    await passTo("2027-02-01T08:00:00.000Z");
    expect(await answer(group, "tooFew", { outcome: "givenUp" })).toBe(422);
    await answer(group, "tooFew", { outcome: "givenUp", reason: "Prisijungė viena." });
    await stage.world.settle();
    expect(await stands(one)).toBe("cancelled");
    expect(await stands(ref)).toBe("calledOff");
    expect((await load(group)).head.status).toBe("calledOff");
  });
});
