import { beforeEach, describe, expect, it } from "vitest";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const people = "/console/calls/demo/people";
const importing = `${people}/reviewers/import`;
const reason = "Trūksta ekspertų.";

let house: DemoHouse;
let coordinator: Visitor;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  coordinator = await enter("coordinator");
});

async function enter(name: string): Promise<Visitor> {
  const who = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await who.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return who;
}

const personOf = (email: string) => `${people}/reviewers/of/${addressIdOf(house.config.linkSecret, email)}`;
const versionNow = async () => String((await loadCall(house, "demo"))?.changed ?? 0);
const reviewers = async () => {
  const stored = (await loadCall(house, "demo"))?.data?.reviewers;
  return Array.isArray(stored) ? stored.map((one: unknown) => one) : [];
};
const emails = async () => (await reviewers()).map((one) => Object(one).email);

const ona = {
  name: "Ona Onaitė",
  email: "ona@ekspertai.example",
  language: "lt",
  school: "Kuršėnų gimnazija",
};

describe("the people of a call", () => {
  it("are found by the beginning of a name or an address, and what was looked for stands in no address", async () => {
    const found = await coordinator.post(people, { text: "SECOND" });
    expect(found.location).toMatch(/\/people\?words=/);
    expect(found.location.toLowerCase()).not.toContain("second");
    const { text } = await coordinator.get(found.location);
    expect(text).toContain("second@agency.example");
    expect(text).not.toContain("first@agency.example");
  });

  it("are each a link to what is said of them for the coordinator alone, without their address in it", async () => {
    const { body } = await coordinator.get(people);
    expect(body).toContain(`href="${personOf("first@agency.example")}"`);
    expect(body).toContain(`href="${importing}"`);
    expect(body).toMatch(/<a [^>]*>Ekspertas</);
    expect(body).toMatch(/<h2 [^>]*id="reviewers"[^>]*>\s*Ekspertai\s*</);
    const finance = await enter("finance");
    expect((await finance.get(people)).body).not.toContain("/reviewers/of/");
    expect((await finance.get(personOf("first@agency.example"))).status).toBe(403);
    expect((await finance.get(importing)).status).toBe(403);
  });

  it("get one more, with who, when and why", async () => {
    const sent = await coordinator.post(`${people}/reviewers/of/new`, { ...ona, reason, seenVersion: "0" });
    expect([sent.status, sent.location]).toEqual([303, `${people}#reviewers`]);
    expect(await reviewers()).toHaveLength(5);
    expect((await reviewers()).at(-1)).toMatchObject({ ...ona });
    expect((await loadCall(house, "demo"))?.changes?.at(-1)).toMatchObject({
      reason,
      by: { name: "coordinator" },
    });
    await coordinator.post(`${people}/reviewers/of/new`, { ...ona, reason, seenVersion: "0" });
    expect(await reviewers()).toHaveLength(5);
  });

  it("are changed one at a time, the others as they were", async () => {
    const page = await coordinator.get(personOf("second@agency.example"));
    expect(page.body).toContain('value="second@agency.example"');
    const said = { name: "Antra Antraitė", email: "second@agency.example", language: "en", limit: "7" };
    await coordinator.post(personOf("second@agency.example"), { ...said, reason, seenVersion: "0" });
    const [first, second] = await reviewers();
    expect(first).toMatchObject({ name: "first" });
    expect(second).toMatchObject({ name: "Antra Antraitė", language: "en", limit: 7 });
  });

  it("say at the field what is wrong, and keep what was typed", async () => {
    const wrong = await coordinator.post(`${people}/reviewers/of/new`, {
      ...ona,
      email: "ona",
      school: "Viena; kita",
      seenVersion: "0",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#email"');
    expect(wrong.body).toContain('href="#school"');
    expect(wrong.body).toContain('href="#reason"');
    expect(wrong.body).toContain('value="Viena; kita"');
    expect(await reviewers()).toHaveLength(4);
  });

  it("include its staff, each with the page on which who stands in the role is changed, or chosen among colleagues", async () => {
    const change = "/console/calls/demo/change/role-finance";
    expect((await coordinator.get(people)).body).toContain(`href="${change}"`);
    const id = addressIdOf(house.config.linkSecret, "agency@agency.example");
    const chosen = await coordinator.get(`${change}?person=${id}`);
    expect(chosen.body).toContain('value="agency@agency.example"');
    const said = { financeName: "Fausta", financeEmail: "fausta@agency.example", financeLanguage: "lt" };
    const sent = await coordinator.post(change, { ...said, reason, seenVersion: "0" });
    expect([sent.status, sent.location]).toEqual([303, people]);
    expect((await coordinator.get(people)).text).toContain("fausta@agency.example");
    expect((await loadCall(house, "demo"))?.changes?.at(-1)).toMatchObject({ reason });
    expect((await (await enter("agency")).get(change)).status).toBe(404);
  });

  it("stay where they may not be taken off, and whoever wrote meanwhile is not undone", async () => {
    const gone = await coordinator.post(personOf("first@agency.example"), {
      do: "remove",
      reason,
      seenVersion: "0",
    });
    expect(gone.status).toBe(422);
    await coordinator.post(`${people}/reviewers/of/new`, { ...ona, reason, seenVersion: "0" });
    const jonas = { ...ona, name: "Jonas", email: "jonas@ekspertai.example" };
    const late = await coordinator.post(`${people}/reviewers/of/new`, { ...jonas, reason, seenVersion: "0" });
    expect([late.status, late.body.includes('value="Jonas"')]).toEqual([409, true]);
    expect(await reviewers()).toHaveLength(5);
  });
});

describe("a table of people", () => {
  const table = [
    "El. paštas;Vardas ir pavardė;Kalba;Mokykla",
    "ona@ekspertai.example;Ona Onaitė;lietuvių;Kuršėnų gimnazija",
    "FIRST@agency.example;Pirmas Pirmaitis;lt;",
  ].join("\n");

  it("is shown before it is taken: who comes, who changes, who stays", async () => {
    const shown = await coordinator.post(importing, { text: table, seenVersion: "0" });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Bus pridėta: 1; atnaujinta: 1.");
    expect(shown.text).toContain("Kuršėnų gimnazija");
    expect(await reviewers()).toHaveLength(4);
  });

  it("is taken with the reason, once, and takes nobody off the list", async () => {
    const hidden =
      /name="text" value="([^"]*)"/.exec((await coordinator.post(importing, { text: table })).body)?.[1] ??
      "";
    const text = hidden.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
    const unsaid = await coordinator.post(importing, { text, do: "take", seenVersion: "0" });
    expect([unsaid.status, unsaid.text.includes("Parašykite, kodėl sąrašas keičiamas")]).toEqual([422, true]);
    for (const _ of ["sent", "sent again"])
      await coordinator.post(importing, { text, do: "take", reason, seenVersion: "0" });
    expect(await versionNow()).toBe("1");
    expect(await reviewers()).toHaveLength(5);
    expect(await emails()).toContain("ona@ekspertai.example");
    expect((await reviewers())[0]).toMatchObject({ name: "Pirmas Pirmaitis" });
  });

  it("comes as a file, too", async () => {
    const edge = "edge";
    const body = [
      `--${edge}`,
      'Content-Disposition: form-data; name="file"; filename="ekspertai.csv"',
      "Content-Type: text/csv",
      "",
      table,
      `--${edge}--`,
      "",
    ].join("\r\n");
    const headers = { "content-type": `multipart/form-data; boundary=${edge}` };
    const shown = await coordinator.ask("POST", importing, { headers, body });
    expect(shown.text).toContain("Bus pridėta: 1; atnaujinta: 1.");
    const broken = await coordinator.ask("POST", importing, { headers, body: "--other" });
    expect(broken.status).toBe(400);
  });

  it("says each fault by line and column, and nothing is taken", async () => {
    const shown = await coordinator.post(importing, {
      text: "Vardas;El. paštas;Kalba\nOna;ona;lt\n;jonas@a.example;rusų\nPetras;p@a.example;lt\nPetras;P@a.example;lt",
      seenVersion: "0",
    });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain("Rastos 4 klaidos.");
    expect(shown.text).toMatch(/2 El\. paštas ona /);
    expect(shown.text).toMatch(/3 Vardas ir pavardė – /);
    expect(shown.text).toMatch(/3 Kalba \(lt arba en\) rusų /);
    expect(shown.text).toContain("5 El. paštas p@a.example Šis el. paštas lentelėje jau yra");
    expect(await reviewers()).toHaveLength(4);
  });

  it.each([
    ["", "Lentelėje nėra nė vieno asmens."],
    ['Ona;"ona', "1 eilutėje atidarytos kabutės neuždarytos."],
    ["Vardas;El. paštas;Ūgis\nOna;o@a.example;180", "1 eilutėje yra nežinomų stulpelių: „Ūgis“."],
    ["a;b@a.example;lt;;;;;;;x", "1 eilutėje yra 10 stulp."],
  ])("says what is wrong with it as a whole: %s", async (text, said) => {
    const answer = await coordinator.post(importing, { text, seenVersion: "0" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
  });
});

describe("a table of staff", () => {
  const staffImport = "/console/calls/demo/staff/import";
  const staff = async () => Object((await loadCall(house, "demo"))?.data?.staff);
  const preview = (text: string, by = coordinator) => by.post(staffImport, { text, seenVersion: "0" });
  const take = (text: string) =>
    coordinator.post(staffImport, { text, do: "take", reason, seenVersion: "0" });

  it("is for the coordinator of the call alone", async () => {
    expect((await coordinator.get(people)).body).toContain(`href="${staffImport}"`);
    expect((await coordinator.get(staffImport)).text).toContain("Programos koordinatorius");
    const finance = await enter("finance");
    expect((await finance.get(people)).body).not.toContain(staffImport);
    const sent = await preview("finance;Fausta;finance@agency.example", finance);
    expect([(await finance.get(staffImport)).status, sent.status]).toEqual([403, 403]);
  });

  it("is shown before it is taken: who is new, who changes role, who stays, who leaves, and what it does not name", async () => {
    const shown = await preview(
      [
        "Pareigos;Vardas ir pavardė;El. paštas;Laiškų kalba",
        "agentura;finance;FINANCE@agency.example;",
        "Finance officer;Fausta Faustaitė;fausta@agency.example;en",
      ].join("\n"),
    );
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Pareigų, kurias perims kitas žmogus: 2;");
    expect(shown.text).toContain("Keičia pareigas (iki šiol: Finansininkas); perima iš: agency");
    expect(shown.text).toContain("Pradeda dirbti su šiuo kvietimu; pareigas perima iš: finance");
    expect(shown.text).toMatch(/nebeturės agency \(Agentūra\)/);
    expect(shown.text).toMatch(/nesikeičia coordinator \(Programos koordinatorius\)/);
    expect(await staff()).toMatchObject({ finance: { email: "finance@agency.example" } });
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it("says that somebody gets one more role, that another stays, and that there is nothing to take", async () => {
    const more = await preview("finance;agency;agency@agency.example;lt");
    expect(more.text).toContain("Gauna daugiau pareigų (turi ir: Agentūra); perima iš: finance");
    const same = await preview("finance;finance;finance@agency.example");
    expect(same.text).toContain("kurios nesikeis: 1");
    expect(same.body).not.toContain('value="take"');
  });

  it("is taken with the reason, once, and keeps the language of whoever is there already", async () => {
    const text = "finance;Fausta;fausta@agency.example;en\nagency;Agnė;agency@agency.example";
    const unsaid = await coordinator.post(staffImport, { text, do: "take", seenVersion: "0" });
    expect([unsaid.status, unsaid.text.includes("Parašykite, kodėl darbuotojai keičiami")]).toEqual([
      422,
      true,
    ]);
    for (const _ of ["sent", "sent again"]) expect((await take(text)).location).toBe(people);
    expect(await versionNow()).toBe("1");
    expect(await staff()).toMatchObject({
      coordinator: { email: "coordinator@agency.example" },
      agency: { name: "Agnė", language: "lt" },
      finance: { name: "Fausta", email: "fausta@agency.example", language: "en" },
    });
    expect((await loadCall(house, "demo"))?.changes?.at(-1)).toMatchObject({ reason });
  });

  it("says each fault by line and column with what is expected, and nothing is taken", async () => {
    const shown = await preview(
      [
        "Pareigos;Vardas;El. paštas;Kalba".replace("Kalba", "Laiškų kalba"),
        "finance;;;",
        "Buhalteris;Ona;ona@a.example;",
        "agency;Ona;ona;fr",
        "Agentūra;Ona;ona@a.example;",
      ].join("\n"),
    );
    expect(shown.status).toBe(422);
    expect(shown.text).toMatch(/2 Vardas ir pavardė – Šios pareigos negali likti be žmogaus/);
    expect(shown.text).toMatch(/3 Pareigos Buhalteris Įrašykite vienas iš šių pareigų: „Programos koord/);
    expect(shown.text).toMatch(/4 El\. paštas ona /);
    expect(shown.text).toMatch(/4 Laiškų kalba fr Įrašykite lt arba en/);
    expect(shown.text).toMatch(/5 Pareigos Agentūra Šios pareigos lentelėje jau yra/);
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it.each([
    ["the coordinator as who pays", "finance;Aš;coordinator@agency.example"],
    ["who pays as the coordinator", "coordinator;Fina;finance@agency.example"],
    [
      "the coordinator as who pays, while another takes the call over",
      "finance;Aš;coordinator@agency.example\ncoordinator;Ona;ona@agency.example",
    ],
  ])("refuses at its line %s", async (_, text) => {
    for (const answer of [await preview(text), await take(text)]) {
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(/1 El\. paštas \S+ „El\. paštas“: kvietimo koordinatorius pats/);
    }
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it("refuses who approves the ranking as who coordinates", async () => {
    const answer = await preview("coordinator;Komisija;commission@agency.example");
    expect(answer.status).toBe(422);
    expect(answer.body).not.toContain('value="take"');
  });

  it("warns whoever gives the call out of hand, and leads them where they may still go", async () => {
    const text = "coordinator;Ona;ona@agency.example;lt";
    expect((await preview(text)).text).toContain("Šio kvietimo nebekoordinuosite");
    expect((await take(text)).location).toBe("/console");
    expect((await coordinator.get(staffImport)).status).not.toBe(200);
    expect((await (await enter("ona")).get(staffImport)).status).toBe(200);
  });
});

describe("a table of people that the rules of the call refuse", () => {
  it("says so at its line before it is taken", async () => {
    const text = "Ona Onaitė;ona@ekspertai.example\nKomisija;commission@agency.example";
    const shown = await coordinator.post(importing, { text, seenVersion: "0" });
    expect(shown.status).toBe(422);
    expect(shown.body).not.toContain('value="take"');
  });
});
