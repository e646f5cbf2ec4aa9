import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { openCall } from "../../../functions/calls/open.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const rusne = {
  code: "190000001",
  name: "Atmatos mokykla",
  municipality: "Šilutės r.",
  settlement: "Rusnė",
  kind: "miestelis",
  contact: { name: "Daiva Petraitė", email: "vadove@rusne.example" },
};
const utena = {
  code: "190000002",
  name: "Aukštakalnio mokykla",
  municipality: "Utenos r.",
  settlement: "Utena",
  kind: "miestas",
};
const person = (role: string) => ({
  name: `${role} Vardaitė`,
  email: `${role}@agency.example`,
  language: "lt",
});
const staff = { coordinator: person("coordinator"), agency: person("agency") };
const paying = { staff: { ...staff, finance: person("finance") } };
const deliverer = { ...person("vedeja"), town: "Vilnius", groups: 2 };
const place = { starts: "2027-04-05", ends: "2027-04-09", capacity: 2 };

/** A call of each process whose applicants say where their school is, and what else one applies with. */
const stories = [
  {
    process: "supervision",
    call: { ...paying, supervisors: [deliverer] },
    rest: { themes: ["conflict"], size: 8, open: true },
  },
  {
    process: "mini-training",
    call: { ...paying, trainers: [deliverer] },
    rest: { need: "Bendradarbiavimas pamokoje", size: 8 },
  },
  {
    process: "peer-coaching",
    call: { ...paying, trainingEnds: "2027-03-01" },
    rest: { experienceYears: 9, motivation: "Padėti kolegoms", subject: "Fizika", instrument: "test" },
  },
  {
    process: "national-internship-place",
    call: { staff },
    rest: { method: "Patyriminis mokymas", offers: "Pamokos lauke", ...place },
  },
];

const own = { fullName: "Ona Kalnietė", email: "ona@mokykla.example" };
const typed = { school: "Nauja mokykla", municipality: "Utenos r.", town: "Utena" };
const principal = { principalName: "Jonas Jonaitis", principalEmail: "jonas@mokykla.example" };

it.each((await everyProcess()).flatMap(({ id, application }) => (application ? [{ id, application }] : [])))(
  "$id lets the school be picked wherever it asks for one",
  ({ application }) => {
    const kinds = Object.entries(application.fields).map(([name, { kind, listed }]) => ({
      name,
      kind,
      listed,
    }));
    const asked = kinds.filter(({ name }) => name === "school" || name === "municipality");
    expect(asked.every(({ listed }) => listed)).toBe(true);
    expect(kinds.some(({ kind }) => kind === "school")).toBe(asked.length > 0);
  },
);

describe.each(stories)("the school of whoever applies for $process", ({ process, call, rest }) => {
  let house: DemoHouse;
  beforeEach(async () => {
    house = demoHouse();
    const times = { opens: "2027-01-04T08:00", closes: "2027-01-31T23:59:59" };
    const title = { lt: "Kvietimas", en: "Call" };
    await publishCall(house, { id: "pavasaris", process, title, ...times, ...call, schools: [rusne, utena] });
  });
  const asksPrincipal = process === "peer-coaching";
  const apply = async (said: object) => {
    const raw = { ...own, ...rest, ...said };
    const sent = await submitApplication(house, { callId: "pavasaris", language: "lt", raw, draftId: "d" });
    if (sent.outcome !== "stored") return sent;
    return { ref: sent.ref, application: (await loadCase(house, sent.ref))?.file.application };
  };

  it("is picked without scripts, and what the list says of it is shown", async () => {
    const teacher: Visitor = visitor(house);
    const draft = (await teacher.post("/calls/pavasaris/drafts")).location.split("/")[2] ?? "";
    const page = `/drafts/${draft}/school`;
    await teacher.post(page, { schoolCode: "rusne", search: "schoolCode" });
    expect((await teacher.get(page)).text).toContain("Atmatos mokykla, Rusnė, Šilutės r. sav.");
    const picked = { "schoolCode-searched": "rusne", "schoolCode-pick": rusne.code };
    expect((await teacher.post(page, { schoolCode: "rusne", ...picked })).status).toBe(303);
    const again = await teacher.get(page);
    expect(again.text).toMatch(/Kaimo vietovės mokykla\s+Iš mokyklų sąrašo\.\s+Taip/);
    expect(again.text).not.toContain("Mano mokyklos sąraše nėra");
    if (asksPrincipal)
      expect((await teacher.get(`/drafts/${draft}/principal`)).text).toContain("vadove@rusne.example");
  });

  it("says itself whether it is rural, whatever the applicant says", async () => {
    expect(await apply({ schoolCode: rusne.code, rural: false })).toMatchObject({
      application: { school: "Atmatos mokykla", municipality: "Šilutės r.", town: "Rusnė", rural: true },
    });
    const sent = await apply({ email: "kita@mokykla.example", ...typed, ...principalIf(), rural: true });
    expect(sent).toMatchObject({ application: { school: "Nauja mokykla" } });
    expect("application" in sent && sent.application).not.toHaveProperty("rural");
  });

  const principalIf = () => (asksPrincipal ? principal : {});

  it("is told to the coordinator as typed where it was typed", async () => {
    const coordinator = visitor(house);
    await coordinator.post(enterPath(house.config.linkSecret, staff.coordinator.email, 2_000_000_000));
    const seen = async (said: object) => {
      const sent = await apply(said);
      return (await coordinator.get(paths.consoleCase(idOf("ref" in sent ? sent.ref : "")))).text;
    };
    const picked = await seen({ schoolCode: rusne.code });
    expect(picked).toContain("Atmatos mokykla");
    expect(picked).not.toContain("(įrašė pareiškėjas)");
    const entered = await seen({ email: "kita@mokykla.example", ...typed, ...principalIf() });
    expect(entered).toMatch(/savivaldybė \(įrašė pareiškėjas\)/i);
    if (asksPrincipal) expect(entered).toMatch(/vadovo el\. paštas \(įrašė pareiškėjas\)/i);
  });
});

describe("whoever joins what a school's case has opened", () => {
  it("finds the schools of the call in which the school asked", async () => {
    const house = demoHouse();
    await publishCall(house, {
      id: "pavasaris",
      process: "supervision",
      title: { lt: "Kvietimas", en: "Call" },
      opens: "2027-01-04T08:00",
      closes: "2027-01-31T23:59:59",
      ...paying,
      supervisors: [deliverer],
      schools: [rusne, utena],
    });
    const data = {
      opensAt: "2027-01-04T08:00:00.000Z",
      closesAt: "2027-01-31T21:59:59.000Z",
      title: { lt: "Supervizija", en: "Supervision" },
      parent: { ref: "case#a", callId: "pavasaris" },
    };
    const group = { id: "grupe", applicationProcess: "supervision-participant", data };
    await openCall(house, group, "2027-01-10T08:00:00.000Z");
    const raw = { ...own, schoolCode: rusne.code, allMeetings: true };
    const sent = await submitApplication(house, { callId: "grupe", language: "lt", raw, draftId: "d" });
    const loaded = "ref" in sent ? await loadCase(house, sent.ref) : undefined;
    expect(loaded?.file.application).toEqual({ ...raw, school: "Atmatos mokykla" });
  });
});
