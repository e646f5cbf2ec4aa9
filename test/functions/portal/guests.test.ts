import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { recordKey } from "../../../functions/store/keys.ts";
import { contact, supervisedSchool, supervisionCall } from "../../supervision-call.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { visitor } from "../web/visitor.ts";

const due = "2027-01-17T21:59:59.000Z";
const supervisions = {
  ...supervisionCall,
  supervisors: [{ ...contact("supervisor"), town: "Vilnius", groups: 2 }],
};
const school = supervisedSchool;

let house: DemoHouse;
const lastCode = () => /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
const codes = () => house.sent.filter(({ subject }) => subject.includes("kodas")).length;

/** A school's case, of which a supervisor is asked whether to lead the group. */
async function supervisorIsAsked(): Promise<string> {
  await publishCall(house, supervisions);
  const sent = await submitApplication(house, {
    callId: "supervizijos",
    language: "lt",
    raw: school,
    draftId: "school",
  });
  const ref = sent.outcome === "stored" ? sent.ref : "";
  const data = { deliverer: contact("supervisor"), considered: [] };
  const at = house.clock.now();
  const record = { state: "matching", visit: 1, step: "matched", outcome: "matched", data, parts: [], at };
  await house.table.put({ ...recordKey(ref, 1, "matching"), ...record });
  await openTask(house)({ ref, state: "invitation", visit: 2, arm: 0, due, token: "token" }, lambdaContext);
  return ref;
}

beforeEach(() => {
  house = demoHouse();
});

describe("whoever is asked in a role of the process", () => {
  it("signs in where the process says so, finds what is asked, and sees no case as their own", async () => {
    await supervisorIsAsked();
    const browser = visitor(house);
    await browser.post("/sign-in", { email: "SUPERVISOR@agency.example" });
    await browser.post("/sign-in/code", { code: lastCode() });
    const { text, body } = await browser.get("/my");
    expect(text).toContain("Ko prašome jūsų");
    expect(text).toContain("Supervizijos");
    expect(text).not.toContain("Šiuo adresu paraiškų nėra");
    const link = /href="(\/t\/[^"]+)"/.exec(body)?.[1] ?? "";
    expect((await browser.get(link)).status).toBe(200);
    expect((await browser.get("/console")).status).not.toBe(200);
  });

  it("comes back to their record when nothing is asked any more", async () => {
    const ref = await supervisorIsAsked();
    const signedIn = async () => {
      const browser = visitor(house);
      await browser.post("/sign-in", { email: "supervisor@agency.example" });
      await browser.post("/sign-in/code", { code: lastCode() });
      return browser;
    };
    const browser = await signedIn();
    const link = /href="(\/t\/[^"]+)"/.exec((await browser.get("/my")).body)?.[1] ?? "";
    await browser.post(link, { outcome: "accepted" });
    expect((await house.table.get({ pk: ref, sk: "task#000002#invitation" }))?.status).toBe("answered");
    const later = await signedIn();
    expect((await later.get("/my")).text).not.toContain("Ko prašome jūsų");
    expect((await later.get("/my/record")).text).toContain("Supervizijos");
  });

  it("is let in no longer than something is asked, where nothing was answered", async () => {
    const ref = await supervisorIsAsked();
    await house.table.change(
      { pk: ref, sk: "task#000002#invitation" },
      { set: { status: "expired" }, remove: ["inbox"] },
    );
    await visitor(house).post("/sign-in", { email: "supervisor@agency.example" });
    expect(codes()).toBe(0);
  });

  it("finds what is asked by signing in also where a mail has a link: whoever has lost the mail is not lost", async () => {
    await publishCall(house, demoCall);
    const raw = demoApplication;
    const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "draft" });
    const ref = sent.outcome === "stored" ? sent.ref : "";
    await openTask(house)(
      { ref, state: "endorsement", visit: 1, arm: 0, due, token: "token" },
      lambdaContext,
    );
    const browser = visitor(house);
    await browser.post("/sign-in", { email: demoApplication.principalEmail });
    await browser.post("/sign-in/code", { code: lastCode() });
    const { body } = await browser.get("/my");
    const link = /href="(\/t\/[^"]+)"/.exec(body)?.[1] ?? "";
    expect((await browser.get(link)).text).toContain(demoApplication.fullName);
  });

  it("comes from one answer to the next question that can still be answered", async () => {
    await publishCall(house, demoCall);
    const applied = async (name: string, until: string): Promise<void> => {
      const raw = { ...demoApplication, fullName: name, email: `${name.toLowerCase()}@mokykla.example` };
      const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: name });
      const ref = sent.outcome === "stored" ? sent.ref : "";
      const asks = { ref, state: "endorsement", visit: 1, arm: 0, due: until, token: name };
      await openTask(house)(asks, lambdaContext);
    };
    await applied("Ona", "2027-01-11T21:59:59.000Z");
    await applied("Rasa", due);
    await applied("Jonas", "2027-01-18T21:59:59.000Z");
    house.at("2027-01-12T08:00:00.000Z");
    const browser = visitor(house);
    await browser.post("/sign-in", { email: demoApplication.principalEmail });
    await browser.post("/sign-in/code", { code: lastCode() });
    const links = [...(await browser.get("/my")).body.matchAll(/href="(\/t\/[^"]+)"/g)].map(
      ([, link = ""]) => link,
    );
    const endorsed = { outcome: "endorsed", release: "yes", substitute: "Kolegė pavaduos." };
    const first = await browser.get((await browser.post(links[1] ?? "", endorsed)).location);
    expect(first.text).toContain("Jūsų laukia dar 1 užduotis.");
    expect(first.text).toContain("(Jonas)");
    const last = await browser.get((await browser.post(links[2] ?? "", endorsed)).location);
    expect(last.text).not.toContain("Jūsų laukia dar");
  });

  it("is mailed no code for being written down before anything is asked of them", async () => {
    await publishCall(house, demoCall);
    const raw = demoApplication;
    await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "draft" });
    await visitor(house).post("/sign-in", { email: demoApplication.principalEmail });
    expect(codes()).toBe(0);
  });
});
