import { afterEach, describe, expect, it } from "vitest";
import { addressIdOf, taskPath } from "../../../functions/links.ts";
import { strandedFor } from "../../../functions/mails/hold.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const coordinator = "coordinator@agency.example";
const asked = "rastine@mokykla.example";
const deputy = "pavaduotoja@mokykla.example";

/** Somebody applies and names the school's office instead of its head. */
async function toTheOffice() {
  stage = await openStage();
  const ref = await stage.apply("pirma@mokykla.example", 90, { principalEmail: asked });
  await stage.goOnUntil(ref, "endorsement");
  const task = await stage.openTask(ref, "endorsement");
  const link = taskPath(stage.world.house.config.linkSecret, task);
  return { ref, link, guest: visitor(stage.world.house) };
}

async function inConsole() {
  const { config, clock } = stage.world.house;
  const browser = visitor(stage.world.house);
  await browser.post(
    enterPath(config.linkSecret, coordinator, Math.floor(Date.parse(clock.now()) / 1000) + 30 * 86_400),
  );
  return browser;
}
const addressPage = (ref: string) =>
  `/console/cases/${idOf(ref)}/addresses/${addressIdOf(stage.world.house.config.linkSecret, asked)}`;

/** The day of the next reminder comes. */
async function reminder() {
  const { clock } = stage.world.house;
  await stage.world.advanceTo(new Date(Date.parse(clock.now()) + 4 * 86_400_000).toISOString());
  await stage.world.settle();
}

describe("a guest who was asked by mistake", () => {
  it("names who should answer; the coordinator asks that person, whose name the case then has", async () => {
    const { ref, link, guest } = await toTheOffice();
    expect((await guest.get(link)).text).toContain("Tai ne man arba turėtų atsakyti kitas žmogus");
    expect(
      (await guest.post(`${link}/not-me`, { outcome: "someoneElse", name: "", email: "x" })).status,
    ).toBe(422);
    const said = { outcome: "someoneElse", name: "Rita Pavaduotoja", email: deputy, note: "Ji pavaduoja." };
    expect((await guest.post(`${link}/not-me`, said)).status).toBe(303);
    expect((await guest.get(link)).text).toContain("Koordinatoriui pranešta");
    expect((await strandedFor(stage.world.house, coordinator)).lines.map((line) => line.ref)).toEqual([ref]);
    const console = await inConsole();
    const shown = await console.get(addressPage(ref));
    expect(shown.text).toContain("Gavėjas sako, kad turėtų atsakyti kitas žmogus: Rita Pavaduotoja");
    expect(shown.body).toContain(`value="${deputy}"`);
    const right = { email: deputy, name: "Rita Pavaduotoja", source: "Pasakė raštinė." };
    expect((await console.post(addressPage(ref), right)).status).toBe(303);
    await stage.world.settle();
    expect(await stage.mailsTo(ref, deputy)).toEqual(["endorsement.task"]);
    expect((await strandedFor(stage.world.house, coordinator)).lines).toEqual([]);
    expect((await guest.get(link)).status).toBe(404);
    const loaded = await stage.load(ref);
    expect(loaded.process.people("principal", loaded.file)).toMatchObject({
      name: "Rita Pavaduotoja",
      email: deputy,
    });
    expect((await stage.openTask(ref, "endorsement")).assignee?.name).toBe("Rita Pavaduotoja");
    await reminder();
    const sent = await stage.mailsTo(ref, deputy);
    expect(sent.toSorted()).toEqual(["endorsement.reminder", "endorsement.task"]);
  });

  it("is not reminded again, and may still answer after all", async () => {
    const { ref, link, guest } = await toTheOffice();
    await guest.post(`${link}/not-me`, { outcome: "notMe" });
    await reminder();
    expect(await stage.mailsTo(ref, asked)).toEqual(["endorsement.task"]);
    expect((await guest.post(link, { outcome: "endorsed", substitute: "Yra." })).status).toBe(303);
  });

  it("is asked again when the coordinator knows that it is the right one", async () => {
    const { ref, link, guest } = await toTheOffice();
    await guest.post(`${link}/not-me`, { outcome: "notMe" });
    const console = await inConsole();
    const sent = await console.post(addressPage(ref), { reason: "Vadovė skaito raštinės paštą." });
    expect(sent.status).toBe(303);
    await stage.world.settle();
    expect(await stage.mailsTo(ref, asked)).toEqual(["endorsement.task", "endorsement.task"]);
    expect((await guest.get(link)).text).not.toContain("Koordinatoriui pranešta");
  });

  it("is a guest: neither an applicant nor a reviewer is offered it", async () => {
    const { ref } = await toTheOffice();
    await stage.goOnUntil(ref, "review");
    const task = await stage.openTask(ref, "review");
    const link = taskPath(stage.world.house.config.linkSecret, task);
    expect((await visitor(stage.world.house).get(`${link}/not-me`)).status).toBe(404);
    expect((await visitor(stage.world.house).post(`${link}/not-me`, { outcome: "notMe" })).status).toBe(404);
  });
});
