import { beforeEach, describe, expect, it } from "vitest";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { callForm } from "../../../workflows/foreign-internship/call-form.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterAs } from "../web/enter.ts";
import { postedForm } from "../web/posted.ts";
import type { Visitor } from "../web/visitor.ts";

let house: DemoHouse;
let coordinator: Visitor;
const address = "/console/calls/demo/change";
const reason = "Vėluoja mokyklų patvirtinimai.";

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  coordinator = await enterAs(house, "coordinator@agency.example");
});

const partOf = (field: string) => {
  const part = callForm.form.pages.find(({ fields }) => fields.includes(field));
  if (!part) throw new Error(field);
  return part;
};

/** Changes some fields of one part of the demonstration call; all else of it is sent as its page shows it. */
async function change(
  typed: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, string>> = { reason },
  by = coordinator,
) {
  const head = await loadCall(house, "demo");
  const stored = callForm.typedOf("demo", head?.data ?? {});
  const part = partOf(Object.keys(typed)[0] ?? "titleLt");
  const names = part.fields.filter((name) => Object.hasOwn(callForm.changes, name));
  const posted = postedForm(callForm.form, names, { ...stored, ...typed });
  return by.post(`${address}/${part.id}`, { ...posted, seenVersion: String(head?.changed ?? 0), ...more });
}
const apply = (email = "austeja@mokykla.example") =>
  submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: { ...demoApplication, email },
    draftId: email,
  });

describe("a published call", () => {
  it("is changed by its own coordinator alone", async () => {
    await publishCall(house, {
      ...demoCall,
      id: "other",
      staff: {
        ...demoCall.staff,
        coordinator: { name: "Kita", email: "kita@agency.example", language: "lt" },
      },
    });
    // Who works for another call finds nothing here; who works for this one may read, but not this.
    for (const [email, reads, changes] of [
      ["kita@agency.example", 404, 404],
      ["finance@agency.example", 404, 403],
    ] as const) {
      const other = await enterAs(house, email);
      expect((await other.get(address)).status).toBe(reads);
      expect((await change({ closesOn: "2027-02-10" }, { reason }, other)).status).toBe(changes);
      expect((await other.get("/console/calls/demo")).text).not.toContain("Keisti paskelbtą kvietimą");
    }
    expect((await coordinator.get("/console/calls/demo")).text).toContain("Keisti paskelbtą kvietimą");
  });

  it("asks only what may change", async () => {
    const list = await coordinator.get(address);
    expect(list.text).toContain("Datos");
    expect(list.text).not.toContain("Darbuotojai");
    expect((await coordinator.get(`${address}/staff`)).status).toBe(404);
    const pages = await Promise.all(
      callForm.form.pages.map(async ({ id }) => (await coordinator.get(`${address}/${id}`)).body),
    );
    const body = pages.join("");
    expect(body).toContain('name="closesOn-day"');
    for (const name of ["callId", "coordinatorEmail", "commission", "advancePercent", "payerIban"])
      expect(body).not.toContain(`name="${name}"`);
  });

  it("takes applications by its new last day, and shows what was changed, by whom and why", async () => {
    expect((await change({ closesOn: "2027-02-15" })).location).toBe("/console/calls/demo");
    const { text } = await coordinator.get("/console/calls/demo");
    for (const said of [
      "Pakeitimai po paskelbimo",
      "2027 m. sausio 31 d.",
      "2027 m. vasario 15 d.",
      "coordinator",
      reason,
    ])
      expect(text).toContain(said);
    house.at("2027-02-10T08:00:00.000Z");
    expect((await apply()).outcome).toBe("stored");
    house.at("2027-02-16T08:00:00.000Z");
    expect((await apply("ona@mokykla.example")).outcome).toBe("late");
  });

  it("keeps of its data all that was not changed, whether its form knows it or not", async () => {
    const before = (await loadCall(house, "demo"))?.data;
    await house.table.change(
      { pk: "call#demo", sk: "head" },
      { set: { data: { ...before, unlisted: true } } },
    );
    await change({ titleEn: "Going abroad" });
    expect((await loadCall(house, "demo"))?.data).toEqual({
      ...before,
      unlisted: true,
      title: { lt: "Stažuotės užsienyje", en: "Going abroad" },
    });
  });

  it("is not changed without a reason, nor by nothing", async () => {
    const silent = await change({ titleEn: "Going abroad" }, { reason: " " });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain("„Kodėl keičiama?“");
    expect(silent.body).toContain("Going abroad");
    const same = await change({});
    expect(same.status).toBe(422);
    expect(same.text).toContain("Nieko nepakeitėte.");
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it("says why a change is refused, and changes nothing then, not even what is allowed", async () => {
    await apply();
    const answer = await change({ closesOn: "2027-01-20", lastOfferDate: "2027-03-20" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("dieną galima tik pavėlinti");
    expect(answer.text).toContain("paraiškų jau yra, todėl atrankos taisyklių keisti nebegalima");
    expect(answer.body).toMatch(/name="closesOn-day"[^>]*value="20"/);
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it("gets room for another row without being changed", async () => {
    const answer = await change({ countries: [] }, { more: "countries" });
    expect(answer.status).toBe(200);
    expect((await loadCall(house, "demo"))?.changes).toBeUndefined();
  });

  it("shows what a change goes against where that cannot change", async () => {
    const answer = await change({ closesOn: "2027-04-10" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("„1-oji šalis, ");
    expect(answer.body).toContain('<div id="countries"');
  });

  it("changes its people in their lists, to which its parts lead, and in no lines", async () => {
    const list = await coordinator.get(address);
    expect(list.body).toContain('href="/console/calls/demo/people"');
    for (const part of ["reviewers", "commission"])
      expect((await coordinator.get(`${address}/${part}`)).body).not.toMatch(/id="(reviewers|appeals)"/);
    const before = (await loadCall(house, "demo"))?.data?.reviewers;
    expect((await change({ seed: "pavasaris", reviewers: "" })).status).toBe(303);
    expect((await loadCall(house, "demo"))?.data?.reviewers).toEqual(before);
    const both = { name: "E", email: "commission@agency.example", reason, seenVersion: "1" };
    const refused = await coordinator.post("/console/calls/demo/people/reviewers/of/new", both);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("„Atrankos komisija, 1 eilutė“: ");
  });

  it("changed by two at a time tells the second, and loses nothing", async () => {
    const other = await enterAs(house, "coordinator@agency.example");
    await change({ titleEn: "First" });
    const second = await change({ titleEn: "Second" }, { reason, seenVersion: "0" }, other);
    expect(second.status).toBe(409);
    expect(second.text).toContain("kvietimą pakeitė kitas žmogus");
    expect(second.body).toContain("Second");
    expect(second.body).toContain('name="seenVersion" value="1"');
    expect((await change({ titleEn: "Second" }, { reason, seenVersion: "1" }, other)).status).toBe(303);
    const head = await loadCall(house, "demo");
    expect(head?.changes?.map(({ fields }) => fields)).toEqual([
      [{ field: "titleEn", was: "Internships abroad", now: "First" }],
      [{ field: "titleEn", was: "First", now: "Second" }],
    ]);
  });

  it("changed by two at the same instant is changed once", async () => {
    const answers = await Promise.all([change({ titleEn: "First" }), change({ titleEn: "Second" })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await loadCall(house, "demo"))?.changed).toBe(1);
  });

  it("that is over, or that people do not make, cannot be changed", async () => {
    await house.table.change(
      { pk: "call#demo", sk: "head" },
      { set: { endedAt: "2027-02-01T00:00:00.000Z" } },
    );
    expect((await coordinator.get(address)).status).toBe(404);
    expect((await coordinator.get("/console/calls/demo")).text).not.toContain("Keisti paskelbtą kvietimą");
    expect((await coordinator.get("/console/calls/unknown/change")).status).toBe(404);
  });

  it.each([
    ["hostile texts", { titleEn: "<script>alert(1)</script>" }],
    ["a day that does not exist", { closesOn: "2027-02-31" }],
    ["a budget that is none", { budget: "1e400" }],
  ])("is never broken by %s", async (_, typed) => {
    const answer = await change(typed);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain("<script>alert");
    const { status, body } = await coordinator.get("/console/calls/demo");
    expect(status).toBe(200);
    expect(body).not.toContain("<script>alert");
  });
});
