import { beforeEach, describe, expect, it } from "vitest";
import { readCallDraft } from "../../../functions/calls/call-drafts.ts";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { callForm } from "../../../workflows/foreign-internship/call-form.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterAs } from "../web/enter.ts";
import { postedForm } from "../web/posted.ts";
import type { Visitor } from "../web/visitor.ts";

let house: DemoHouse;
let coordinator: Visitor;
let draft: string;
let people: string;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  coordinator = await enterAs(house, "coordinator@agency.example");
  draft = (await coordinator.post("/console/calls/new", { source: "template:foreign-internship" })).location;
  people = `${draft}/people/reviewers`;
});

const stored = async () =>
  String((await readCallDraft(house, draft.split("/").at(-1) ?? ""))?.values.reviewers ?? "")
    .split("\n")
    .filter((line) => line !== "");
const ona = { name: "Ona Onaitė", email: "ona@ekspertai.example", language: "lt" };
const add = (said: Readonly<Record<string, string>>, seenVersion: string, by = coordinator) =>
  by.post(`${people}/of/new`, { ...said, do: "keep", seenVersion });

describe("the people of a call that is being made", () => {
  it("are no lines on its page: what is typed beside them is kept on the way to their list", async () => {
    const { body, text } = await coordinator.get(`${draft}/reviewers`);
    expect(body).not.toContain('<textarea class="govuk-textarea" id="reviewers"');
    expect(text).toContain("Sąraše: 0 iš daugiausia 200.");
    const sent = await coordinator.post(`${draft}/reviewers`, {
      ...{ seed: "pavasaris", seenVersion: "0" },
      people: "reviewers",
    });
    expect([sent.status, sent.location]).toEqual([303, people]);
    await add(ona, "1");
    const again = await coordinator.get(`${draft}/reviewers`);
    expect(again.body).toMatch(/name="seed" value="pavasaris"/);
    expect(again.text).toContain("Sąraše: 1 iš daugiausia 200. Ona Onaitė");
    // Sending the page again says nothing of them.
    await coordinator.post(`${draft}/reviewers`, { seed: "ruduo", seenVersion: "2", later: "yes" });
    expect(await stored()).toEqual(["Ona Onaitė; ona@ekspertai.example; lt; ; ; ; "]);
  });

  it("are put on it one by one, though it is not whole yet, and nobody is asked why", async () => {
    const { body } = await coordinator.get(`${people}/of/new`);
    expect(body).not.toContain('name="reason"');
    expect((await add(ona, "0")).location).toBe(people);
    const wrong = await add({ ...ona, email: "ona" }, "1");
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#email"');
    // One address is one person.
    expect((await add({ ...ona, name: "Kita Ona" }, "1")).status).toBe(422);
    expect(await stored()).toHaveLength(1);
    const one = `${people}/of/${addressIdOf(house.config.linkSecret, ona.email)}`;
    expect((await coordinator.get(people)).body).toContain(`href="${one}"`);
    await coordinator.post(one, { ...ona, name: "Ona Onaitienė", do: "keep", seenVersion: "1" });
    expect(await stored()).toEqual(["Ona Onaitienė; ona@ekspertai.example; lt; ; ; ; "]);
    await coordinator.post(one, { do: "remove", seenVersion: "2" });
    expect(await stored()).toEqual([]);
  });

  it("can be taken off where their line was wrong before, which holds up nobody else", async () => {
    const reviewers = "Beata beata@b.lt\nAna; ana@a.lt";
    await coordinator.post(`${draft}/reviewers`, { reviewers, seenVersion: "0", later: "yes" });
    const { text } = await coordinator.get(people);
    expect(text).toContain("Beata beata@b.lt");
    expect((await add(ona, "1")).location).toBe(people);
    const wrong = `${people}/of/${addressIdOf(house.config.linkSecret, "")}`;
    expect((await coordinator.post(wrong, { do: "remove", seenVersion: "2" })).location).toBe(people);
    expect((await stored()).map((line) => line.split("; ")[0])).toEqual(["Ana", "Ona Onaitė"]);
  });

  it("come from a table, by their addresses, after a look at what becomes of each", async () => {
    await add(ona, "0");
    const text = "Ona Onaitė; ona@ekspertai.example; en\nJonas Jonaitis; jonas@ekspertai.example";
    const shown = await coordinator.post(`${people}/import`, { text, seenVersion: "1" });
    expect(shown.text).toContain("Bus pridėta: 1; atnaujinta: 1.");
    expect(shown.body).not.toContain('name="reason"');
    expect(await stored()).toHaveLength(1);
    const taken = await coordinator.post(`${people}/import`, { text, do: "take", seenVersion: "1" });
    expect(taken.location).toBe(people);
    expect((await stored()).map((line) => line.split("; ").slice(0, 3))).toEqual([
      ["Ona Onaitė", "ona@ekspertai.example", "en"],
      ["Jonas Jonaitis", "jonas@ekspertai.example", ""],
    ]);
    const wrong = await coordinator.post(`${people}/import`, { text: "Rūta; ruta", seenVersion: "2" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Rasta 1 klaida");
  });

  it("are found by the beginning of a name, and it stands in no address", async () => {
    await add(ona, "0");
    await add({ name: "Žydrė Žydraitė", email: "Zydre@ekspertai.example" }, "1");
    const found = await coordinator.post(people, { text: "zydr" });
    expect(found.location).toMatch(/\/reviewers\?words=/);
    expect(found.location).not.toContain("zydr");
    const { text } = await coordinator.get(found.location);
    expect(text).toContain("Žydrė Žydraitė");
    expect(text).not.toContain("Ona Onaitė");
  });

  it("are theirs to write who make the call; of two at one time the second reads that the first was there", async () => {
    await publishCall(house, {
      ...demoCall,
      id: "other",
      staff: {
        ...demoCall.staff,
        coordinator: { ...demoCall.staff.coordinator, email: "stranger@agency.example" },
      },
    });
    const [stranger, finance] = [
      await enterAs(house, "stranger@agency.example"),
      await enterAs(house, "finance@agency.example"),
    ];
    for (const address of [people, `${people}/import`, `${people}/of/new`]) {
      expect([address, (await stranger.get(address)).status]).toEqual([address, 404]);
      expect([address, (await finance.get(address)).status]).toEqual([address, 403]);
      expect([address, (await stranger.post(address, ona)).status]).toEqual([address, 404]);
    }
    for (const list of ["titleLt", "countries", "nobody"])
      expect([list, (await coordinator.get(`${draft}/people/${list}`)).status]).toEqual([list, 404]);
    await add(ona, "0");
    const late = await add({ name: "Jonas", email: "jonas@ekspertai.example" }, "0");
    expect(late.status).toBe(409);
    expect(late.body).toContain('value="jonas@ekspertai.example"');
    expect(await stored()).toHaveLength(1);
  });

  it("work for the call once it is published, and their list is none any more", async () => {
    const { reviewers, ...typed } = typedInternshipCall;
    for (const { id, fields } of callForm.form.pages) {
      const asked = fields.filter((name) => name !== "reviewers");
      await coordinator.post(`${draft}/${id}`, {
        ...postedForm(callForm.form, asked, typed),
        seenVersion: "0",
      });
    }
    expect((await coordinator.post(`${draft}/publish`)).status).toBe(422);
    const text = String(reviewers);
    await coordinator.post(`${people}/import`, { text, do: "take", seenVersion: "1" });
    expect((await coordinator.post(`${draft}/publish`)).location).toBe("/console/calls/pavasaris-2027");
    const published = (await loadCall(house, "pavasaris-2027"))?.data?.reviewers;
    expect(published).toMatchObject([
      { name: "Pirma Ekspertė", school: "Utenos gimnazija", limit: 40 },
      { name: "Antra Ekspertė", language: "lt" },
      { name: "Trečia Ekspertė", language: "en" },
    ]);
    expect((await coordinator.get(people)).location).toBe(draft);
  });
});
