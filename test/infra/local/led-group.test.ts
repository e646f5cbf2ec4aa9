import { afterEach, describe, expect, it } from "vitest";
import type { Mailer } from "../../../functions/adapters/mailer.ts";
import { ledPath } from "../../../functions/links.ts";
import { renderMail } from "../../../functions/mails/render.ts";
import { membershipOf } from "../../../workflows/blocks/group/joining.ts";
import { beginsAt } from "../../../workflows/blocks/group/meetings.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { contact, supervisedSchool, supervisionCall } from "../../supervision-call.ts";
import { type GroupStage, openGroupStage } from "./group-stage.ts";

const call = {
  ...supervisionCall,
  capacity: 4,
  minimum: 2,
  supervisors: [{ ...contact("vedantysis"), town: "Vilnius", groups: 2 }],
};
const school = supervisedSchool;
const teacher = (name: string) => ({
  fullName: `${name} Mokytoja`,
  email: `${name.toLowerCase()}@mokykla.example`,
  school: school.school,
  allMeetings: "yes",
});
const days = ["01", "08", "15", "22", "29"].map((day) => `2027-03-${day}`).concat("2027-04-05", "2027-04-12");

let stage: GroupStage;
afterEach(() => stage.close());

/** A group of three that its supervisor leads, before its meetings are planned. */
async function ledGroup() {
  stage = await openGroupStage(call);
  const ref = await stage.apply("supervizijos", school);
  await stage.answer(ref, "approval", { outcome: "approved" });
  await stage.answer(ref, "invitation", { outcome: "accepted" });
  const group = ref.replace("case#", "call#");
  const teachers: string[] = [];
  for (const name of ["Ana", "Beata", "Celina"])
    teachers.push(await stage.apply(group.slice("call#".length), teacher(name)));
  await stage.passTo("2027-02-01T08:00:00.000Z");
  for (const one of teachers) await stage.answer(one, "confidentiality", { outcome: "agreed" });
  const page = ledPath(stage.world.house.config.linkSecret, group, "vedantysis@agency.example");
  return { group, teachers, page, leader: visitor(stage.world.house) };
}
const planned = {
  ...Object.fromEntries(days.map((day, index) => [`day${index + 1}`, day])),
  at: "15:30",
  at2: "17:00",
  place: "Mokyklos biblioteka",
};

describe("whoever leads a group", () => {
  it("signs in with a code and comes to the group's page, not to the console", async () => {
    const { page } = await ledGroup();
    const sent: string[] = [];
    const mailer: Mailer = {
      send: async ({ text }) => {
        sent.push(text);
        return { outcome: "sent", providerId: "1" };
      },
    };
    const browser = visitor({ ...stage.world.house, mailer });
    await browser.post("/sign-in", { email: "vedantysis@agency.example" });
    const code = /\b\d{6}\b/.exec(sent.at(-1) ?? "")?.[0] ?? "";
    const { location } = await browser.post("/sign-in/code", { code });
    expect(location).toBe("/my");
    const { body, text } = await browser.get(location);
    expect(text).toContain("Jūs vedate šią grupę.");
    expect(body).toContain(`href="${page}"`);
    expect((await browser.get(page)).text).toContain("Suderinkite septynis susitikimus");
  });

  it("names an hour for a date of its own where it is not the usual one", async () => {
    const { group, teachers } = await ledGroup();
    await stage.answer(group, "planning", planned);
    const meetings = membershipOf((await stage.load(teachers[0] ?? "")).file)?.meetings ?? [];
    expect(meetings.map(beginsAt).slice(0, 3)).toEqual([
      "2027-03-01T13:30:00.000Z",
      "2027-03-08T15:00:00.000Z",
      "2027-03-15T13:30:00.000Z",
    ]);
  });

  it("sees who takes part, how to reach them and when the group meets, and takes both along as files", async () => {
    const { group, page, leader } = await ledGroup();
    await stage.answer(group, "planning", planned);
    const { text, body } = await leader.get(page);
    expect(text).toContain("Ana Mokytoja");
    expect(text).toContain("ana@mokykla.example");
    expect(text).toContain("2027 m. kovo 8 d. 17.00 val.");
    expect(text).toContain("Mokyklos biblioteka");
    const list = /href="([^"]+people\.csv[^"]*)"/.exec(body)?.[1] ?? "";
    expect((await leader.get(list)).body).toContain("celina@mokykla.example");
    const calendar = /href="([^"?]+calendar\.ics)[^"]*"/.exec(body)?.[1] ?? "";
    const events = (await leader.get(calendar)).body;
    expect(events.match(/BEGIN:VEVENT/g)).toHaveLength(7);
    expect(events).toContain("DTSTART:20270308T150000Z");
  });

  it("moves the next meeting ahead of it, without the coordinator", async () => {
    const { group, teachers, page, leader } = await ledGroup();
    await stage.answer(group, "planning", planned);
    const { body } = await leader.get(page);
    const move = /href="([^"]+\/say\/meetingMoved)"/.exec(body)?.[1] ?? "";
    expect((await leader.get(move)).status).toBe(200);
    const day = { "day-year": "2027", "day-month": "3", "day-day": "3" };
    expect((await leader.post(move, { ...day, at: "16:00" })).status).toBe(303);
    await stage.world.settle();
    const [first] = membershipOf((await stage.load(teachers[0] ?? "")).file)?.meetings ?? [];
    expect(first).toMatchObject({ day: "2027-03-03", at: "16:00", moved: 1 });
    expect((await stage.load(group)).head.interruptions.at(-1)?.by).toBe("vedantysis@agency.example");
  });

  it("may not call the group off: that is the coordinator's", async () => {
    const { page, leader } = await ledGroup();
    expect((await leader.get(`${page}/say/calledOff`)).status).toBe(404);
  });

  it("finds what to mark on the group's page, and who missed which meeting after it", async () => {
    const { group, teachers, page, leader } = await ledGroup();
    await stage.answer(group, "planning", planned);
    await stage.passTo("2027-03-01T20:00:00.000Z");
    expect((await leader.get(page)).text).toContain("Pažymėkite, kas dalyvavo susitikime");
    const [ana = "", beata = "", celina = ""] = teachers;
    await stage.answer(group, "attendance", {
      outcome: "held",
      present: [ana, celina],
      themes: ["cooperation"],
    });
    const { text } = await leader.get(page);
    expect(text).toContain("2 dalyviai");
    const missed = (await stage.load(beata)).mails.find(({ template }) => template === "missedMeeting");
    expect(missed).toBeDefined();
    if (!missed) return;
    const { text: told } = await renderMail(stage.world.house.config, missed, await stage.load(beata));
    expect(told).toContain("vedantysis, vedantysis@agency.example");
    expect(told).toContain("2027 m. kovo 1 d. 15.30 val.");
  });

  it("has a page that nobody else's link opens", async () => {
    const { group, leader } = await ledGroup();
    const others = ledPath(stage.world.house.config.linkSecret, group, "kitas@agency.example");
    expect((await leader.get(others)).status).toBe(404);
  });
});
