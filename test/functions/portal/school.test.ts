import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { headItem } from "../../../functions/store/items.ts";
import { headKey, idOf, refOfCall } from "../../../functions/store/keys.ts";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { typedOn } from "../web/demo-pages.ts";
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
const silute = {
  code: "190000002",
  name: "Vydūno gimnazija",
  municipality: "Šilutės r.",
  settlement: "Šilutė",
  kind: "miestas",
};
const codes = { rusne: rusne.code, silute: silute.code };

let house: DemoHouse;
let teacher: Visitor;
let draft: string;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, { ...demoCall, schools: [rusne, silute] });
  teacher = visitor(house);
  draft = (await teacher.post("/calls/demo/drafts")).location.split("/")[2] ?? "";
});

const school = () => `/drafts/${draft}/school`;
const nothing = { schoolCode: "", school: "", municipality: "", town: "", experienceYears: "12" };

describe("the page on which a school is picked, without scripts", () => {
  it("finds what was typed and offers it to be picked", async () => {
    const searched = await teacher.post(school(), {
      ...nothing,
      schoolCode: "silutes",
      search: "schoolCode",
    });
    expect([searched.status, searched.location]).toEqual([303, `${school()}#schoolCode`]);
    const page = await teacher.get(school());
    expect(page.text).toContain("Radome 2 atitikmenis");
    expect(page.text).toContain("Atmatos mokykla, Rusnė, Šilutės r. sav.");
    expect(page.body).toContain(`value="${codes.rusne}"`);
    expect(page.text).not.toContain("Klaida");
  });

  it("goes on with the one that was picked, and shows what the list says of it", async () => {
    const picked = { "schoolCode-searched": "silutes", "schoolCode-pick": codes.rusne };
    const taken = await teacher.post(school(), { ...nothing, schoolCode: "silutes", ...picked });
    expect([taken.status, taken.location]).toEqual([303, `/drafts/${draft}/principal`]);
    const again = await teacher.get(school());
    expect(again.text).toContain("Rusnė");
    expect(again.text).toContain("Iš mokyklų sąrašo.");
    expect(again.text).toMatch(/Kaimo vietovės mokykla\s+Iš mokyklų sąrašo\.\s+Taip/);
    expect((await teacher.get(`/drafts/${draft}/principal`)).text).toContain("vadove@rusne.example");
  });

  it("takes another search for a search, whatever was picked before", async () => {
    const picked = { "schoolCode-searched": "silutes", "schoolCode-pick": codes.rusne };
    const taken = await teacher.post(school(), { ...nothing, schoolCode: "vydūno", ...picked });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain("pasirinkite mokyklą iš rastų");
    expect(taken.text).toContain("Vydūno gimnazija, Šilutė");
    expect(taken.text).not.toContain("Atmatos mokykla");
  });

  it("says once that a school is wanted, and nothing of what the list would say", async () => {
    const taken = await teacher.post(school(), nothing);
    expect(taken.status).toBe(422);
    expect(taken.text).toContain("suraskite savo mokyklą arba ją įrašykite");
    expect(taken.body.match(/govuk-error-message/g)).toHaveLength(1);
  });

  it("lets a school be entered that is not in the list", async () => {
    const own = { school: "Nauja mokykla", municipality: "Utenos r.", town: "Utena" };
    expect((await teacher.post(school(), { ...nothing, ...own })).location).toBe(
      `/drafts/${draft}/principal`,
    );
  });

  it("offers the municipalities that are like what was typed", async () => {
    const own = { school: "Nauja mokykla", municipality: "uten", town: "Utena" };
    const taken = await teacher.post(school(), { ...nothing, ...own });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain("Utenos r. sav.");
    const picked = { "municipality-searched": "uten", "municipality-pick": "Utenos r." };
    expect((await teacher.post(school(), { ...nothing, ...own, ...picked })).status).toBe(303);
  });

  it("keeps with the application what the list said, and sends it", async () => {
    for (const { id } of application.pages) {
      const isKnown = id === "school" || id === "principal";
      await teacher.post(`/drafts/${draft}/${id}`, isKnown ? { ...nothing } : typedOn(id));
    }
    const picked = { "schoolCode-searched": "rusne", "schoolCode-pick": codes.rusne };
    await teacher.post(school(), { ...nothing, schoolCode: "rusne", ...picked });
    const check = await teacher.get(`/drafts/${draft}/check`);
    expect(check.text).toContain("Daiva Petraitė");
    expect((await teacher.post(`/drafts/${draft}/submit`)).status).toBe(303);
  });
});

/** What a program applies with. */
const said = (more: object) => {
  const {
    school: _school,
    municipality: _municipality,
    town: _town,
    rural: _rural,
    ...rest
  } = demoApplication;
  const { principalName: _name, principalEmail: _email, ...others } = rest;
  return { ...others, ...more };
};
const principal = { principalName: "Jonas", principalEmail: "jonas@mokykla.example" };
async function apply(more: object) {
  const sent = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: said(more),
    draftId: "d",
  });
  if (sent.outcome !== "stored") return sent;
  const loaded = await loadCase(house, sent.ref);
  return { ...sent, application: loaded?.file.application };
}

describe("what is a fact of the school", () => {
  it("is taken from the list: its name and place, whether it is rural, and whom to ask", async () => {
    expect(await apply({ schoolCode: codes.rusne })).toMatchObject({
      application: {
        schoolCode: codes.rusne,
        school: "Atmatos mokykla",
        municipality: "Šilutės r.",
        town: "Rusnė",
        rural: true,
        principalName: "Daiva Petraitė",
        principalEmail: "vadove@rusne.example",
      },
    });
  });

  it("is not taken from whoever applies, whatever they say", async () => {
    expect(await apply({ schoolCode: codes.silute, rural: true, town: "Rusnė", ...principal })).toMatchObject(
      {
        application: { rural: false, town: "Šilutė", principalEmail: "jonas@mokykla.example" },
      },
    );
  });

  it("is not known of a school that stands in no list", async () => {
    const own = { school: "Nauja mokykla", municipality: "Utenos r.", town: "Utena", rural: true };
    const sent = await apply({ ...own, ...principal });
    expect(sent).toMatchObject({ outcome: "stored", application: { school: "Nauja mokykla" } });
    expect("application" in sent && sent.application).not.toHaveProperty("rural");
  });

  it("leaves whoever leads the school to name somebody else", async () => {
    expect(await apply({ schoolCode: codes.rusne, email: "vadove@rusne.example" })).toMatchObject({
      outcome: "invalid",
      errors: [
        { field: "principalName", problem: "missing" },
        { field: "principalEmail", problem: "missing" },
      ],
    });
  });

  it("is wrong of a code that the list does not have", async () => {
    expect(await apply({ schoolCode: "190000009", ...principal })).toEqual({
      outcome: "invalid",
      errors: [{ field: "schoolCode", problem: "unknownSchool" }],
    });
  });

  it("tells the coordinator which address was typed", async () => {
    const coordinator = visitor(house);
    await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
    const sent = await apply({ schoolCode: codes.silute, ...principal });
    const page = await coordinator.get(paths.consoleCase(idOf("ref" in sent ? sent.ref : "")));
    expect(page.text).toMatch(/el\. paštas \(įrašė pareiškėjas\)/i);
    expect(page.text).not.toMatch(/savivaldybė \(įrašė pareiškėjas\)/i);
  });

  it("does not weigh on what everything about a case reads: of a call's list its head has a fingerprint", async () => {
    const head = headItem.parse(await house.table.get(headKey(refOfCall("demo"))));
    expect(head.data?.schools).toMatch(/^[0-9a-f]{64}$/);
  });
});
