import { beforeEach, describe, expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { idOf } from "../../../functions/store/keys.ts";
import type { DemoHouse } from "../demo-house.ts";
import { demoHouse, withArticle, withCoach } from "../public/house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const rasa = "rasa.jankauskiene@agentura.example";
const reason = "Paprašė telefonu, nes perėjo į kitą mokyklą.";

let house: DemoHouse;
let coordinator: Visitor;
let guest: Visitor;
let coach: { readonly ref: string; readonly own: string };
beforeEach(async () => {
  house = demoHouse("2027-02-10T08:00:00.000Z");
  coach = await withCoach(house, "Živilė Žukė", { listed: "yes" });
  guest = visitor({ ...house, keepLines: async () => undefined });
  coordinator = visitor({ ...house, keepLines: async () => undefined });
  await coordinator.post(enterPath(house.config.linkSecret, rasa, 2_000_000_000));
});

const here = () => paths.publicOfCase(idOf(coach.ref));
const hiding = async () =>
  /href="([^"]*\/public\/\d{20})"/.exec((await coordinator.get(here())).body)?.[1] ?? "";

describe("a consent that staff take back in the name of whoever is shown", () => {
  it("is asked with a reason, and takes the name away at once", async () => {
    expect((await coordinator.get(paths.consoleCase(idOf(coach.ref)))).text).toContain("Kas rodoma viešai");
    const page = await hiding();
    expect((await coordinator.get(page)).text).toContain("Vėl sutikti gali tik pats žmogus");
    const unsaid = await coordinator.post(page, { reason: "" });
    expect(unsaid.status).toBe(422);
    expect((await guest.get("/registers/coach")).text).toContain("Žukė");
    expect(await coordinator.post(page, { reason })).toMatchObject({ status: 303, location: here() });
    for (const address of ["/registers/coach", "/registers/coach/list.csv", "/api/registers/coach"])
      expect((await guest.get(address)).body, address).not.toContain("Žukė");
  });

  it("stands in the record of the case and on the person's own page, with who said it and why", async () => {
    await coordinator.post(await hiding(), { reason });
    const record = await coordinator.get(paths.consoleCase(idOf(coach.ref)));
    expect(record.text).toContain(`Sutikimas rodyti viešai atšauktas. Atšaukė ${rasa}`);
    expect(record.text).toContain(reason);
    expect((await coordinator.get(here())).text).toContain(reason);
    const own = await guest.get(`${coach.own}/public`);
    expect(own.text).toContain("atšaukė programos darbuotojas");
    expect(own.text).toContain(reason);
  });

  it("is taken back once, and given again by the person alone", async () => {
    const page = await hiding();
    await coordinator.post(page, { reason });
    expect(await coordinator.post(page, { reason })).toMatchObject({ status: 303 });
    expect((await house.table.query(coach.ref, "consent#"))[0]).toMatchObject({
      agrees: false,
      said: [{ agrees: false, by: rasa, reason }],
    });
    expect(await coordinator.get(page)).toMatchObject({ status: 303, location: here() });
    expect((await coordinator.get(here())).body).not.toMatch(/\/public\/\d{20}/);
    await guest.post(`${coach.own}/public`, { kind: "coach", name: "coach", agrees: "yes" });
    await house.keepLines();
    expect((await guest.get("/registers/coach")).text).toContain("Žukė");
    expect((await guest.get(`${coach.own}/public`)).text).not.toContain("programos darbuotojas");
  });

  it("is for the coordinator alone, and only of what the case shows", async () => {
    const page = await hiding();
    const finance = visitor(house);
    const algirdas = "algirdas.zukauskas@agentura.example";
    await finance.post(enterPath(house.config.linkSecret, algirdas, 2_000_000_000));
    expect((await finance.get(here())).text).toContain("Živilė Žukė");
    expect((await finance.get(here())).body).not.toContain(page);
    expect((await finance.post(page, { reason })).status).toBe(403);
    expect((await coordinator.post(`${here()}/12345678901234567890`, { reason })).status).toBe(404);
    expect((await guest.get("/registers/coach")).text).toContain("Žukė");
  });
});

it("an article of the library goes with the consent of whoever wrote it", async () => {
  const published = await withArticle();
  const staff = visitor(published.house);
  await staff.post(enterPath(published.house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
  const list = paths.publicOfCase(idOf(published.ref));
  const page = /href="([^"]*\/public\/\d{20})"/.exec((await staff.get(list)).body)?.[1] ?? "";
  await staff.post(page, { reason });
  expect((await staff.get("/library")).text).not.toContain("Reiškinių mokymas");
});
