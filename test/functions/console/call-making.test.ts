import { beforeEach, describe, expect, it } from "vitest";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { callForm } from "../../../workflows/foreign-internship/call-form.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterAs, enterPath } from "../web/enter.ts";
import { postedForm } from "../web/posted.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const typed = typedInternshipCall;
const pages = callForm.form.pages;

let house: DemoHouse;
let coordinator: Visitor;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  coordinator = await enterAs(house, "coordinator@agency.example");
});

const begin = async (source = "template:foreign-internship"): Promise<string> => {
  const { location, status } = await coordinator.post("/console/calls/new", { source });
  expect(status).toBe(303);
  return location;
};
const fieldsOf = (page: string) => pages.find(({ id }) => id === page)?.fields ?? [];
const send = (draft: string, page: string, more: Record<string, string> = {}, by = coordinator) =>
  by.post(`${draft}/${page}`, {
    ...postedForm(callForm.form, fieldsOf(page), typed),
    seenVersion: "0",
    ...more,
  });
async function fillIn(draft: string, but: Record<string, string> = {}): Promise<void> {
  for (const { id } of pages) await send(draft, id, id === "texts" ? but : {});
}

describe("a new call", () => {
  it("is put aside and taken up again, with all that was typed", async () => {
    const draft = await begin();
    expect((await coordinator.post(`${draft}/aside`, { aside: "yes" })).location).toBe("/console/calls/new");
    expect((await coordinator.get("/console/calls/new")).body).not.toContain(draft);
    expect((await coordinator.get(draft)).text).toContain("Juodraštį į šalį atidėjo");
    await coordinator.post(`${draft}/aside`, { aside: "no" });
    expect((await coordinator.get("/console/calls/new")).body).toContain(draft);
  });

  it("is its maker's, and of colleagues who are named in it; other coordinators find none", async () => {
    const [stranger, colleague] = ["stranger", "colleague"].map((name) => ({
      ...demoCall.staff.coordinator,
      email: `${name}@agency.example`,
    }));
    for (const [id, one] of Object.entries({ a: stranger, b: colleague }))
      await publishCall(house, { ...demoCall, id, staff: { ...demoCall.staff, coordinator: one } });
    const draft = await begin();
    await fillIn(draft);
    await send(draft, "staff", { agencyEmail: "colleague@agency.example", seenVersion: "1" });
    const [other, named] = [
      await enterAs(house, "stranger@agency.example"),
      await enterAs(house, "colleague@agency.example"),
    ];
    for (const path of ["", "/texts", "/check", "/preview/lt", "/preview/lt/application"]) {
      expect([path, (await other.get(`${draft}${path}`)).status]).toEqual([path, 404]);
      expect([path, (await named.get(`${draft}${path}`)).status]).toEqual([path, 200]);
    }
    for (const path of ["/texts", "/aside", "/publish"])
      expect([path, (await other.post(`${draft}${path}`)).status]).toEqual([path, 404]);
    expect((await other.get("/console/calls/new")).body).not.toContain(draft);
    expect((await named.get("/console/calls/new")).body).toContain(draft);
  });

  it("is begun by whoever coordinates one; others may not", async () => {
    const finance = await enterAs(house, "finance@agency.example");
    const draft = await begin();
    const addresses = [
      "/console/calls/new",
      draft,
      `${draft}/texts`,
      `${draft}/check`,
      `${draft}/preview/lt`,
    ];
    for (const address of addresses) {
      expect([address, (await finance.get(address)).status]).toEqual([address, 403]);
      expect([address, (await visitor(house).get(address)).status]).toEqual([address, 403]);
    }
    for (const address of ["/console/calls/new", `${draft}/texts`, `${draft}/publish`])
      expect([address, (await finance.post(address)).status]).toEqual([address, 403]);
    expect((await finance.get("/console")).text).not.toContain("Naujas kvietimas");
    expect((await coordinator.get("/console")).text).toContain("Naujas kvietimas");
  });

  it("begins from a template of each process, and asks which", async () => {
    const { text } = await coordinator.get("/console/calls/new");
    for (const name of ["Stažuotė užsienyje", "Supervizija", "Mini mokymai", "Ugdomasis vadovavimas"])
      expect(text).toContain(`Šablonas: ${name}`);
    const wrong = await coordinator.post("/console/calls/new", { source: "template:selection-call" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Klaida");
    expect((await coordinator.post("/console/calls/new")).status).toBe(422);
  });

  it("has the values of its template, with dates to come and its maker as coordinator", async () => {
    const draft = await begin();
    const { text, body } = await coordinator.get(draft);
    expect(text).toContain("Užpildyta 4 iš 9 dalių.");
    expect(text).toContain("Be pavadinimo");
    expect(body).toContain('aria-describedby="places-status"');
    const rules = await coordinator.get(`${draft}/rules`);
    expect(rules.body).toMatch(/name="minimumScore" value="60"/);
    const staff = await coordinator.get(`${draft}/staff`);
    expect(staff.body).toMatch(/name="coordinatorEmail" value="coordinator@agency.example"/);
  });

  it("can be a copy of another call, at new dates and another address", async () => {
    const draft = await begin("call:demo");
    expect((await coordinator.get(`${draft}/texts`)).body).toMatch(
      /name="titleLt" value="Stažuotės užsienyje"/,
    );
    const countries = await coordinator.get(`${draft}/places`);
    expect(countries.body).toMatch(/name="countries-2-institution" value="Tampereen koulu"/);
    expect((await coordinator.get(`${draft}/dates`)).body).toMatch(/name="closesOn-month"[^>]*value="02"/);
    const { text } = await coordinator.get("/console/calls/new");
    expect(text).toContain("Stažuotės užsienyje");
  });

  it("keeps each page as it was typed, and says what is wrong with it where it is", async () => {
    const draft = await begin();
    const answer = await send(draft, "places", {
      "countries-2-town": "",
      "countries-2-ends-month": "13",
      "countries-2-places": "daug",
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#countries-2-town"');
    expect(answer.body).toContain('href="#countries-2-ends-year"');
    expect(answer.text).toContain("2-oji šalis, Miestas");
    const again = await coordinator.get(`${draft}/places`);
    expect(again.body).toMatch(/name="countries-2-ends-month"[^>]*value="13"/);
    expect(again.body).toMatch(/name="countries-2-places" value="daug"/);
  });

  it("offers countries by the Lithuanian alphabet", async () => {
    const { body } = await coordinator.get(`${await begin()}/places`);
    const names = [
      "Airija",
      "Belgija",
      "Čekija",
      "Ispanija",
      "Islandija",
      "Jungtinė Karalystė",
      "Šveicarija",
    ];
    const found = [...body.matchAll(/<option value="[A-Z]{2}"[^>]*>([^<]+)</g)].map(([, name = ""]) => name);
    expect(found.filter((name) => names.includes(name))).toEqual([
      "Airija",
      "Belgija",
      "Čekija",
      "Islandija",
      "Ispanija",
      "Jungtinė Karalystė",
      "Šveicarija",
    ]);
  });

  it("has room for another country whenever it is asked for", async () => {
    const draft = await begin();
    const answer = await send(draft, "places", { more: "countries" });
    expect([answer.status, answer.location]).toEqual([303, `${draft}/places#countries`]);
    const { body } = await coordinator.get(`${draft}/places`);
    expect(body).toContain('name="countries-3-town"');
    expect(body).not.toContain('name="countries-4-town"');
  });

  it("says which line of a list of people is wrong", async () => {
    const draft = await begin();
    const answer = await send(draft, "reviewers", { reviewers: "Ana; ana@a.lt\nBeata beata@b.lt\n;;;" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("„Ekspertai, 2 eilutė, el. paštas“");
    expect(answer.body).toContain("Beata beata@b.lt");
  });

  it("can be left and gone on with", async () => {
    const draft = await begin();
    const answer = await send(draft, "texts", { later: "yes" });
    expect(answer.location).toBe(draft);
    expect((await coordinator.get(draft)).text).toContain("Pavasario kvietimas");
    expect((await coordinator.get("/console/calls/new")).text).toContain("Pavasario kvietimas");
  });
});

describe("two coordinators who make one call", () => {
  it("write two pages at a time; of one page the second reads that the first was there, and loses nothing", async () => {
    const draft = await begin();
    const other = await enterAs(house, "coordinator@agency.example");
    await send(draft, "texts");
    expect((await send(draft, "rules", {}, other)).status).toBe(303);
    const second = await send(draft, "texts", { titleLt: "Antrasis pavadinimas" }, other);
    expect(second.status).toBe(409);
    expect(second.text).toContain("šią dalį pakeitė kitas žmogus");
    expect(second.body).toContain("Antrasis pavadinimas");
    expect(second.body).toContain('name="seenVersion" value="1"');
    expect((await coordinator.get(`${draft}/texts`)).body).toContain("Pavasario kvietimas");
    const third = await send(draft, "texts", { titleLt: "Antrasis pavadinimas", seenVersion: "1" }, other);
    expect(third.status).toBe(303);
    expect((await coordinator.get(`${draft}/texts`)).body).toContain("Antrasis pavadinimas");
  });
});

describe("before it is published", () => {
  it("all that is wrong is listed, with ways to it", async () => {
    const draft = await begin();
    const { text, body } = await coordinator.get(`${draft}/check`);
    expect(body).toContain(`href="${draft}/texts?change#titleLt"`);
    expect(text).not.toContain("Kvietimą iš karto matys visi");
    const published = await coordinator.post(`${draft}/publish`);
    expect(published.status).toBe(422);
    expect(await loadCall(house, "pavasaris-2027")).toBeUndefined();
  });

  it("is what the process itself does not take told at its field", async () => {
    const draft = await begin();
    await fillIn(draft);
    await send(draft, "places", { seenVersion: "1", "countries-2-town": "Atlantida" });
    const { body, text } = await coordinator.get(`${draft}/check`);
    expect(body).toContain(`href="${draft}/places?change#countries-2-town"`);
    expect(text).toContain("„2-oji šalis, Miestas“: tokios vietovės nerandame");
  });

  it("is seen as an applicant will see it, in both languages, with nothing to send", async () => {
    const draft = await begin();
    expect((await coordinator.get(`${draft}/preview/lt`)).location).toBe(`${draft}/check`);
    await fillIn(draft);
    const lt = await coordinator.get(`${draft}/preview/lt`);
    expect(lt.text).toContain("Peržiūra");
    expect(lt.text).toContain("Kviečiame mokytojus.");
    expect(lt.text).toContain("Dublin West Education Centre");
    const en = await coordinator.get(`${draft}/preview/en`);
    expect(en.body).toContain('<html lang="en"');
    expect(en.text).toContain("We invite teachers.");
    const form = await coordinator.get(`${draft}/preview/en/application`);
    expect(form.body).toMatch(/<fieldset class="govuk-fieldset" disabled/);
    expect(form.text).toContain("Full name");
    for (const { body } of [lt, en, form]) expect(body).not.toContain("<form");
    expect((await coordinator.get(`${draft}/preview/de`)).status).toBe(404);
    expect(await loadCall(house, "pavasaris-2027")).toBeUndefined();
  });

  it("has an address that no other call has, and a last day that has not passed", async () => {
    const draft = await begin();
    await fillIn(draft, { callId: "demo" });
    const answer = await coordinator.post(`${draft}/publish`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("toks adresas jau yra");
    house.at("2027-02-01T08:00:00.000Z");
    const late = await enterLater();
    expect((await late.post(`${draft}/publish`)).text).toContain("ši diena jau praėjo");
  });
});

const enterLater = async (): Promise<Visitor> => {
  const one = visitor(house);
  const until = Date.parse("2027-02-10T08:00:00.000Z") / 1000;
  await one.post(enterPath(house.config.linkSecret, "coordinator@agency.example", until));
  return one;
};

describe("published", () => {
  it("is open to everybody, once, however often it is asked", async () => {
    const draft = await begin();
    await fillIn(draft);
    const [first, second] = await Promise.all([
      coordinator.post(`${draft}/publish`),
      coordinator.post(`${draft}/publish`),
    ]);
    const third = await coordinator.post(`${draft}/publish`);
    for (const answer of [first, second, third])
      expect([answer.status, answer.location]).toEqual([303, "/console/calls/pavasaris-2027"]);
    const head = await loadCall(house, "pavasaris-2027");
    expect(head).toMatchObject({
      process: "selection-call",
      data: { applicationProcess: "foreign-internship", budgetCents: 3_500_050, places: { IE: 4, FI: 4 } },
      toStart: { from: "open", visit: 1 },
    });
    expect((await coordinator.get("/console/calls/pavasaris-2027")).text).toContain(
      "Paskelbė coordinator, 2027",
    );
    expect((await visitor(house).get("/")).text).toContain("Pavasario kvietimas");
    const page = await visitor(house).get("/calls/pavasaris-2027");
    expect(page.text).toContain("Kviečiame mokytojus.");
    expect(page.text).toContain("rasa@agentura.example");
  });

  it("is no draft any more", async () => {
    const draft = await begin();
    await fillIn(draft);
    await coordinator.post(`${draft}/publish`);
    expect((await coordinator.get(draft)).text).toContain("Šis kvietimas jau paskelbtas.");
    expect((await send(draft, "texts", { titleLt: "Kitas", seenVersion: "1" })).location).toBe(draft);
    expect((await coordinator.get(`${draft}/check`)).location).toBe(draft);
    expect((await coordinator.get("/console/calls/new")).text).toContain("Rengiamų kvietimų nėra.");
    expect((await loadCall(house, "pavasaris-2027"))?.data?.title).toEqual({
      lt: "Pavasario kvietimas",
      en: "Call of spring",
    });
  });
});

describe("hostile posts", () => {
  const script = "<script>alert(1)</script>";
  it.each([
    ["texts of a script", { titleLt: script, aboutLt: script }],
    ["a version that is none", { seenVersion: "1e9" }],
    ["a version below nothing", { seenVersion: "-1" }],
    ["fields that nobody asked for", { isAdmin: "yes", publishedAs: "demo", constructor: "x" }],
    ["a hundred thousand letters", { aboutLt: "ą".repeat(20_000) }],
  ])("%s never break a page, and what they say is shown as text", async (_, more) => {
    const draft = await begin();
    const answer = await send(draft, "texts", more);
    expect(answer.status).toBeLessThan(500);
    for (const address of [draft, `${draft}/texts`, `${draft}/check`]) {
      const { status, body } = await coordinator.get(address);
      expect(status).toBeLessThan(500);
      expect(body).not.toContain(script);
    }
  });

  it("are refused when they are too large, say a name twice, or come from elsewhere", async () => {
    const draft = await begin();
    expect((await send(draft, "texts", { aboutLt: "a".repeat(300_000) })).status).toBe(413);
    const twice = { titleLt: ["a", "b"] };
    expect((await coordinator.post(`${draft}/texts`, twice)).status).toBe(400);
    const elsewhere = await coordinator.ask("POST", `${draft}/publish`, {
      headers: { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
    });
    expect(elsewhere.status).toBe(403);
    for (const address of [`${draft}/nothing`, "/console/call-drafts/unknown", `${draft}/__proto__`])
      expect((await coordinator.get(address)).status).toBe(404);
  });

  it("with thousands of rows are told the limit", async () => {
    const draft = await begin();
    const reviewers = Array.from({ length: 3000 }, (_, n) => `N ${n}; n${n}@a.lt`).join("\n");
    const answer = await send(draft, "reviewers", { reviewers });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("gali būti ne daugiau kaip 200 įrašų");
  });
});
