import { beforeEach, expect, it } from "vitest";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { entryKey } from "../../../functions/store/keys.ts";
import { certifiedCase } from "../certificates/certified-case.ts";
import type { DemoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

/** Somebody asks to be erased after signing in, and the coordinator of their call says yes or no. */

let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  ({ house, ref } = await certifiedCase());
});

const ended = () => house.table.change(entryKey("demo", ref), { set: { ended: true } });

async function signedIn() {
  const browser = visitor(house);
  await browser.post("/sign-in", { email: "austeja@mokykla.example" });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
  return browser;
}

async function staff(role: string) {
  const browser = visitor(house);
  await browser.post(enterPath(house.config.linkSecret, `${role}@agency.example`, 2_000_000_000));
  return browser;
}

/** The mail on their request: sent by the sweeper, as the page has said it already. */
async function mailed() {
  await sweeper(house, { timer: { now: () => 0, wait: async () => undefined } })({}, lambdaContext);
  return house.sent.find(
    ({ to, subject }) => to === "austeja@mokykla.example" && subject.includes("ištrinti"),
  );
}

const requestOn = (page: { readonly body: string }) =>
  /name="request" value="([^"]+)"/.exec(page.body)?.[1] ?? "";

it("nobody can ask as long as a case goes on, and reads which one", async () => {
  const person = await signedIn();
  expect((await person.get("/my/data")).text).toContain("Prašyti galėsite, kai baigsis");
  await person.post("/my/data", { word: "ask" });
  expect((await (await staff("coordinator")).get("/console/erasures")).text).toContain("Niekas neprašo");
});

it("the coordinator agrees once, both read when, and until somebody is erased it can be taken back", async () => {
  await ended();
  const person = await signedIn();
  expect((await person.get("/my/data")).text).toContain("Prašau ištrinti mano duomenis");
  await person.post("/my/data", { word: "ask" });
  expect((await person.get("/my/data")).text).toContain("Laukiame koordinatoriaus sprendimo");

  const coordinator = await staff("coordinator");
  expect((await coordinator.get("/console")).text).toContain("Prašymai ištrinti duomenis: 1");
  // A code alone says nothing of which call it is.
  expect((await coordinator.get("/console/erasures")).text).toMatch(/Stažuotės užsienyje, [0-9A-F]{8}/);
  const asked = await coordinator.get("/console/erasures");
  expect(asked.text).toContain("austeja@mokykla.example");
  await coordinator.post("/console/erasures", { request: requestOn(asked), agrees: "yes" });
  expect((await coordinator.get("/console/erasures")).text).toContain("Duomenys bus ištrinti");
  const mail = await mailed();
  expect(mail?.subject).toBe("Jūsų duomenys bus ištrinti");
  expect(mail?.text).toContain("https://kelias.example/my/data");
  expect((await person.get("/my/data")).text).toContain("Koordinatorius sutiko");
  await person.post("/my/data", { word: "takeBack" });
  expect((await coordinator.get("/console/erasures")).text).toContain("Niekas neprašo");
});

it("a refusal needs a reason, which the person reads, and may ask again", async () => {
  await ended();
  const person = await signedIn();
  await person.post("/my/data", { word: "ask" });
  const coordinator = await staff("coordinator");
  const request = requestOn(await coordinator.get("/console/erasures"));
  const answered = await coordinator.post("/console/erasures", { request, agrees: "no", reason: " " });
  expect(answered.text).toContain("Parašykite, kodėl nesutinkate.");
  await coordinator.post("/console/erasures", {
    request,
    agrees: "no",
    reason: "Vyksta patikra iki birželio",
  });
  const mail = await mailed();
  expect(mail?.subject).toBe("Dėl jūsų prašymo ištrinti duomenis");
  expect(mail?.text).toContain("Vyksta patikra iki birželio");
  const { text } = await person.get("/my/data");
  expect(text).toContain("Vyksta patikra iki birželio");
  expect(text).toContain("Prašau ištrinti mano duomenis");
  await person.post("/my/data", { word: "ask" });
  expect((await person.get("/my/data")).text).toContain("Laukiame koordinatoriaus sprendimo");
});

it("only a coordinator of a call in which they took part sees a request", async () => {
  await ended();
  await (await signedIn()).post("/my/data", { word: "ask" });
  expect((await (await staff("finance")).get("/console/erasures")).status).toBeGreaterThanOrEqual(400);
});
