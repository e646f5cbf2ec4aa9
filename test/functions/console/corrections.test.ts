import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { entryKey, headKey, idOf, uploadKey } from "../../../functions/store/keys.ts";
import { ownerKey } from "../../../functions/uploads/owner.ts";
import { uploadsSeenBy } from "../../../functions/uploads/seen.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let ref: string;
let coordinator: Visitor;

async function enter(email: string): Promise<Visitor> {
  const member = visitor(house);
  await member.post(enterPath(house.config.linkSecret, email, 2_000_000_000));
  return member;
}
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const raw = { ...demoApplication, fullName: "Austėja Žukauskatė" };
  const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
  coordinator = await enter("coordinator@agency.example");
});

const at = (field: string) => paths.correction(idOf(ref), field);
const reason = "Pareiškėja paskambino.";
const stored = async () => {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error("no case");
  return loaded;
};

describe("a typing error in an application", () => {
  it("is put right with the old value kept: who, when, what it was, what it is and why", async () => {
    expect((await coordinator.get(paths.corrections(idOf(ref)))).body).toContain(at("fullName"));
    expect((await coordinator.get(at("fullName"))).text).toContain("Austėja Žukauskatė");
    const done = await coordinator.post(at("fullName"), { value: "Austėja Žukauskaitė", reason, after: "0" });
    expect([done.status, done.location]).toEqual([303, `/console/cases/${idOf(ref)}`]);
    const { head, file } = await stored();
    expect(file.application.fullName).toBe("Austėja Žukauskaitė");
    expect(head.amendments).toEqual([
      {
        field: "fullName",
        was: "Austėja Žukauskatė",
        now: "Austėja Žukauskaitė",
        at: house.clock.now(),
        by: { name: demoCall.staff.coordinator.name, email: "coordinator@agency.example" },
        reason,
      },
    ]);
  });

  it("is put right once by a page that is sent twice, and not over what a colleague has just changed", async () => {
    const said = { value: "Austėja Žukauskaitė", reason, after: "0" };
    await Promise.all([coordinator.post(at("fullName"), said), coordinator.post(at("fullName"), said)]);
    expect((await coordinator.post(at("fullName"), said)).status).toBe(303);
    const old = await coordinator.post(at("fullName"), { ...said, value: "Austėja Z" });
    expect([old.status, old.text.includes("kitas darbuotojas")]).toEqual([409, true]);
    expect((await stored()).head.amendments).toHaveLength(1);
  });

  it("is read by the application's own form, and by the answers beside it", async () => {
    const said = { reason, after: "0" };
    expect((await coordinator.post(at("experienceYears"), { ...said, value: "dvylika" })).status).toBe(422);
    expect((await coordinator.post(at("experienceYears"), { ...said, value: "71" })).status).toBe(422);
    expect((await coordinator.post(at("fullName"), { ...said, value: "ž".repeat(121) })).status).toBe(422);
    expect((await coordinator.post(at("fullName"), { value: "Ona", reason: "", after: "0" })).status).toBe(
      422,
    );
    const same = await coordinator.post(at("fullName"), { ...said, value: "Austėja Žukauskatė" });
    expect([same.status, same.text.includes("taip ir parašyta")]).toEqual([409, true]);
    const date = { "value-year": "2027", "value-month": "3", "value-day": "1" };
    expect((await coordinator.post(at("availableFrom"), { ...said, ...date })).status).toBe(303);
    const early = { ...date, "value-month": "2", reason, after: "1" };
    expect((await coordinator.post(at("availableTo"), early)).status).toBe(422);
    expect((await coordinator.post(at("phone"), { value: "", reason, after: "1" })).status).toBe(303);
    expect((await stored()).file.application).not.toHaveProperty("phone");
  });

  it("is not a way to change an address, an account, a file or a declaration", async () => {
    for (const field of [
      "email",
      "principalEmail",
      "iban",
      "languageProofFile",
      "truthful",
      "countries",
      "x",
    ])
      expect([field, (await coordinator.post(at(field), { value: "x", reason })).status]).toEqual([
        field,
        404,
      ]);
  });

  it("is let stand where it decides the ranking and the application was weighed, which the page says", async () => {
    const rural = () => coordinator.post(at("rural"), { value: "yes", reason, after: "0" });
    await house.table.change(entryKey("demo", ref), { set: { bid: { score: 80 } } });
    const refused = await rural();
    expect([refused.status, refused.text.includes("nebekeičiama")]).toEqual([409, true]);
    expect((await stored()).file.application.rural).toBeUndefined();
    expect((await coordinator.get(paths.corrections(idOf(ref)))).text).toContain("nebekeičiama");
    await house.table.change(entryKey("demo", ref), { remove: ["bid"] });
    expect((await rural()).status).toBe(303);
    expect((await stored()).file.application.rural).toBe(true);
  });

  it("may be a certificate's copy without the name, which the coordinator makes where there is none, or a better one", async () => {
    const copy = "languageProofNameless";
    expect((await coordinator.get(at(copy))).status).toBe(404);
    const { application } = (await stored()).file;
    const certificate = "a".repeat(24);
    await house.table.change(headKey(ref), {
      set: { application: { ...application, languageProofFile: certificate } },
    });
    expect((await coordinator.get(paths.corrections(idOf(ref)))).text).toContain("kopija be vardo");
    const begun = "Uždengtas vardas";
    const toFile = await coordinator.post(at(copy), { upload: "value", reason: begun, after: "0" });
    expect(toFile.location).toBe(paths.correctionUpload(idOf(ref), copy, "value"));
    expect((await coordinator.get(toFile.location)).body).toContain('type="file"');
    expect((await (await enter("finance@agency.example")).get(toFile.location)).status).toBe(403);

    const covered = "b".repeat(24);
    const owner = ownerKey({ kind: "correction", id: idOf(ref), name: copy });
    const released = { id: covered, field: "value", status: "released", type: "pdf", bytes: 9_000 } as const;
    await house.table.put({ ...uploadKey(owner, "value", covered), ...released, at: house.clock.now() });
    expect((await coordinator.get(at(copy))).text).toContain("Įkeltas failas: PDF, 9 kB");
    expect((await coordinator.get(at(copy))).text).toContain(begun);
    const why = { reason: "Uždengtas vardas ir parašas.", after: "0" };
    expect((await coordinator.post(at(copy), why)).status).toBe(303);
    const loaded = await stored();
    expect(loaded.file.application).toMatchObject({ languageProofFile: certificate, [copy]: covered });
    expect(loaded.head.amendments).toEqual([
      expect.objectContaining({ field: copy, now: covered, reason: "Uždengtas vardas ir parašas." }),
    ]);
    expect(uploadsSeenBy("reviewer", loaded).map(({ id }) => id)).toEqual([covered]);
  });

  it("is put right by the coordinator of the call alone", async () => {
    const said = { value: "Kitas", reason, after: "0" };
    const finance = await enter("finance@agency.example");
    expect((await finance.post(at("fullName"), said)).status).toBe(403);
    expect((await finance.get(`/console/cases/${idOf(ref)}`)).body).not.toContain("/corrections");
    expect((await visitor(house).post(at("fullName"), said)).status).toBe(403);
    expect((await stored()).head.amendments).toBeUndefined();
  });
});
