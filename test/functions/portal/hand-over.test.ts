import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { ownPathOf } from "../../../functions/cases/people/own-path.ts";
import { taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { recordKey } from "../../../functions/store/keys.ts";
import { putBack, releaseOf } from "../../versions/release.ts";
import { project } from "../../workflows/blocks/series/project.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { visitor } from "../web/visitor.ts";

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const call = {
  id: "iniciatyvos",
  process: "supervision",
  title: { lt: "Mokyklų iniciatyvos", en: "Initiatives of schools" },
  opens: "2027-01-04T08:00",
  closes: "2027-01-31T23:59:59",
  staff: { coordinator: contact("coordinator"), agency: contact("agency"), finance: contact("finance") },
  milestones: ["2027-06-01"],
  terminateDays: 30,
  grantCents: 1_000_000,
};
const ruta = "ruta@mokykla.example";
const jonas = "jonas@mokykla.example";
const school = {
  school: "Žiburys",
  municipality: "Vilniaus miesto savivaldybė",
  fullName: "Rūta Žemaitė",
  email: ruta,
  iban: "LT121000011101001000",
};

let house: DemoHouse;
beforeEach(async () => {
  await releaseOf("supervision", () => project);
  house = demoHouse();
  await publishCall(house, call);
});
afterEach(() => putBack());

async function apply(raw: object, draftId: string): Promise<string> {
  const sent = await submitApplication(house, { callId: "iniciatyvos", language: "lt", raw, draftId });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  return sent.ref;
}
const load = async (ref: string) => {
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error(`no ${ref}`);
  return loaded;
};
const ownPage = async (ref: string) => ownPathOf(house.config.linkSecret, await load(ref));
const lastCode = () => /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
const sentTo = (email: string) => house.sent.filter(({ to }) => to === email).map(({ subject }) => subject);

async function signIn(email: string) {
  const browser = visitor(house);
  await browser.post("/sign-in", { email });
  await browser.post("/sign-in/code", { code: lastCode() });
  return browser;
}

/** The school's case, of which a report is asked. */
async function reported(): Promise<{ readonly ref: string; readonly task: string }> {
  const ref = await apply(school, "ruta");
  const at = house.clock.now();
  const data = { series: "milestone", number: "1", on: "2027-06-01" };
  const record = { state: "milestone", visit: 1, step: "duty", outcome: "due", data, parts: [], at };
  await house.table.put({ ...recordKey(ref, 1, "milestone"), ...record });
  const due = "2027-06-21T20:59:59.000Z";
  await openTask(house)({ ref, state: "milestoneReport", visit: 3, arm: 0, due, token: "t" }, lambdaContext);
  const stored = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000003#milestoneReport" }));
  return { ref, task: taskPath(house.config.linkSecret, stored) };
}

const to = { name: "Jonas Jonaitis", email: jonas, note: "Keičiu darbą." };

describe("an organisation's case", () => {
  it("goes to a colleague once that is confirmed: they sign in, are asked, and the one before has no right left", async () => {
    const { ref, task } = await reported();
    const page = await ownPage(ref);
    const browser = visitor(house);
    expect((await browser.get(page)).text).toContain("Perduoti atstovavimą kolegai");
    const asked = await browser.post(`${page}/hand-over`, to);
    expect(asked.text).toContain("Jonas Jonaitis (jonas@mokykla.example)");
    expect((await load(ref)).head.corrections).toBeUndefined();

    expect((await browser.post(`${page}/hand-over`, { ...to, confirmed: "yes" })).text).toContain(
      "nebegalioja",
    );
    for (const link of [page, `${page}/hand-over`, task]) expect((await browser.get(link)).status).toBe(404);
    expect((await (await signIn(ruta)).get("/my")).text).not.toContain("Mokyklų iniciatyvos");

    const colleague = await signIn(jonas);
    const mine = await colleague.get("/my");
    expect(mine.text).toContain("Mokyklų iniciatyvos");
    const link = /href="(\/t\/[^"]+)"/.exec(mine.body)?.[1] ?? "";
    expect((await colleague.get(link)).status).toBe(200);
    expect((await colleague.get(await ownPage(ref))).text).toContain("Atstovavimas perduotas");
    expect([sentTo(ruta), sentTo(jonas)]).toEqual([
      expect.arrayContaining(["Atstovavimas perduotas kolegai"]),
      expect.arrayContaining(["Jums perduota organizacijos paraiška"]),
    ]);
  });

  it("can be given back by whoever has it now, and by nobody else", async () => {
    const { ref } = await reported();
    const before = await ownPage(ref);
    await visitor(house).post(`${before}/hand-over`, { ...to, confirmed: "yes" });
    const back = { name: "Rūta Žemaitė", email: ruta, confirmed: "yes" };
    expect((await visitor(house).post(`${before}/hand-over`, back)).status).toBe(404);
    await visitor(house).post(`${await ownPage(ref)}/hand-over`, back);
    const { process, file } = await load(ref);
    expect(process.people("applicant", file)).toMatchObject({ name: "Rūta Žemaitė", email: ruta });
    expect((await visitor(house).get(before)).status).toBe(404);
  });

  it("goes neither to whoever has it nor to the staff of its call, and changes nothing when it is looked at", async () => {
    const { ref } = await reported();
    const page = await ownPage(ref);
    const before = await load(ref);
    for (const email of [ruta.toUpperCase(), "finance@agency.example"])
      expect(
        (await visitor(house).post(`${page}/hand-over`, { ...to, email, confirmed: "yes" })).status,
      ).toBe(422);
    expect((await visitor(house).post(`${page}/hand-over`, { name: "", email: "x" })).status).toBe(422);
    for (const language of ["lt", "en"])
      expect((await visitor(house).get(`${page}/hand-over?lang=${language}`)).status).toBe(200);
    expect(await load(ref)).toEqual({ ...before, process: expect.anything() });
  });

  it("leaves to the one before what is not the applicant's", async () => {
    const { ref } = await reported();
    await visitor(house).post(`${await ownPage(ref)}/hand-over`, { ...to, confirmed: "yes" });
    const { process } = await load(ref);
    const people = {
      ...project,
      people: () => ({ name: "Rūta Žemaitė", email: ruta, language: "lt" as const }),
    };
    await releaseOf("supervision", () => people);
    expect(process.id).toBe("supervision");
    const again = await load(ref);
    expect(again.process.people("principal", again.file)?.email).toBe(ruta);
    expect(again.process.people("applicant", again.file)?.email).toBe(jonas);
  });
});

it("a person's case stays theirs: there is no such page", async () => {
  await publishCall(house, demoCall);
  const sent = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw: demoApplication,
    draftId: "person",
  });
  const page = await ownPage(sent.outcome === "stored" ? sent.ref : "");
  expect((await visitor(house).get(page)).text).not.toContain("Perduoti atstovavimą");
  expect((await visitor(house).get(`${page}/hand-over`)).status).toBe(404);
  expect((await visitor(house).post(`${page}/hand-over`, { ...to, confirmed: "yes" })).status).toBe(404);
});
