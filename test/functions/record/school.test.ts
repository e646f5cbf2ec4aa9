import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

const rusne = {
  code: "190000001",
  name: "Atmatos mokykla",
  municipality: "Šilutės r.",
  settlement: "Rusnė",
  kind: "miestelis",
  contact: { name: "Daiva Petraitė", email: "vadove@rusne.example" },
};
const namesake = { ...rusne, code: "190000002", settlement: "Saugos", contact: undefined };

let house: DemoHouse;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, { ...demoCall, schools: [rusne, JSON.parse(JSON.stringify(namesake))] });
});

/** Somebody of a school applies, and names whom they like as the principal. */
async function apply(fullName: string, schoolCode: string): Promise<void> {
  const email = `${fullName.toLowerCase().replaceAll(/[^a-z]/g, "")}@mokykla.example`;
  const raw = { ...demoApplication, fullName, email, schoolCode, principalEmail: "draugas@mokykla.example" };
  const submitted = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: email });
  expect(submitted.outcome).toBe("stored");
  await house.keepLines();
}

async function signedIn(email: string) {
  const browser = visitor(house);
  await browser.post("/sign-in", { email });
  const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
  await browser.post("/sign-in/code", { code });
  return browser;
}

describe("a school's record", () => {
  it("is for whom the list of schools names, who signs in without having a case, in both languages", async () => {
    await apply("Ona Onaitė", rusne.code);
    await apply("Petras Petraitis", namesake.code);
    const head = await signedIn(rusne.contact.email);
    expect((await head.get("/my/schools")).text).toContain("Atmatos mokykla, Rusnė, Šilutės r. sav.");
    const { status, text } = await head.get(`/my/schools/${rusne.code}`);
    expect(status).toBe(200);
    expect(text).toContain("Ona Onaitė");
    expect(text).not.toContain("Petras Petraitis");
    expect((await head.get(`/my/schools/${rusne.code}?lang=en`)).text).toContain("Who took part");
    expect((await head.get(`/my/schools/${namesake.code}`)).status).toBe(404);
  });

  it("is for nobody else: neither who belongs to the school nor whom an applicant has named as its principal", async () => {
    await apply("Ona Onaitė", rusne.code);
    expect((await visitor(house).get(`/my/schools/${rusne.code}`)).location).toBe("/sign-in");
    const teacher = await signedIn("onaonait@mokykla.example");
    expect((await teacher.get("/my/schools")).text).toContain("nenurodytas kaip vadovo adresas");
    expect((await teacher.get(`/my/schools/${rusne.code}`)).status).toBe(404);
    const friend = await signedIn("draugas@mokykla.example");
    expect((await friend.get("/my/schools")).location).toBe("/sign-in");
  });
});
