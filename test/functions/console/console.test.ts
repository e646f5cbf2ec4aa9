import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let coordinator: Visitor;
let ref: string;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  ref = await submit(demoApplication.fullName, demoApplication.email);
  coordinator = visitor(house);
});

async function submit(fullName: string, email: string): Promise<string> {
  const raw = { ...demoApplication, fullName, email };
  const submitted = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: email });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

const open = (of: string, state: string, visit: number, due: string) =>
  openTask(house)({ ref: of, state, visit, arm: 0, due, token: `token-${visit}` }, lambdaContext);
const passUntil = (until: string) =>
  enterPath(house.config.linkSecret, "coordinator@agency.example", Date.parse(until) / 1000);
const enter = () => coordinator.post(passUntil("2027-01-17T08:00:00.000Z"));

describe("the way into the console", () => {
  it("is the link of the morning's mail, which asks, lets in once, and changes nothing when it is only opened", async () => {
    const link = passUntil("2027-01-17T08:00:00.000Z");
    const uses = () => house.table.all().filter(({ pk }) => /^(pass|session)#/.test(String(pk)));
    for (const _ of ["a mail scanner", "its reader"])
      expect((await coordinator.get(link)).text).toContain("Ši nuoroda skirta: coordinator");
    expect(uses()).toEqual([]);
    const entered = await coordinator.post(link);
    expect([entered.status, entered.location]).toEqual([303, "/console"]);
    expect((await coordinator.get("/console")).status).toBe(200);
    const thief = visitor(house);
    expect([(await thief.get(link)).status, (await thief.post(link)).status]).toEqual([403, 403]);
    expect((await thief.get("/console")).status).toBe(403);
  });

  it("is closed to strangers, forged links and links that are over, which are told how to come in", async () => {
    const stranger = visitor(house);
    const addresses = [
      "/console",
      "/console/calls/demo",
      `/console/cases/${idOf(ref)}`,
      passUntil("2027-01-09T08:00:00.000Z"),
      `${passUntil("2027-01-17T08:00:00.000Z")}x`,
      passUntil("2027-01-17T08:00:00.000Z").replace(/\/\d+\//, "/9999999999/"),
    ];
    for (const address of addresses) {
      const answer = await stranger.get(address);
      expect([address, answer.status]).toEqual([address, 403]);
      expect(answer.text).toContain("Įeikite nuoroda iš laiško");
      expect(answer.text).not.toContain("Austėja");
    }
  });
});

describe("the inbox", () => {
  it("lists what waits, the most urgent first, and says in words what is overdue or due today", async () => {
    const others = [
      await submit("Ona Onaitė", "ona@m.example"),
      await submit("Jonas Jonaitis", "jonas@m.example"),
    ];
    await open(ref, "screening", 2, "2027-01-15T21:59:59.000Z");
    await open(others[0] ?? "", "screening", 2, "2027-01-10T21:59:59.000Z");
    await open(others[1] ?? "", "screening", 2, "2027-01-09T21:59:59.000Z");
    await enter();
    const { text } = await coordinator.get("/console");
    expect(text).toContain("3 užduotys laukia atsakymo.");
    const list = text.slice(text.indexOf("Iki kada"));
    const places = ["Jonas Jonaitis", "Vėluoja", "Ona Onaitė", "Šiandien", "Austėja"].map((said) =>
      list.indexOf(said),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("shows what is overdue or of one call alone, as its address says; what nobody knows there filters nothing", async () => {
    const late = await submit("Ona Onaitė", "ona@m.example");
    await open(late, "screening", 1, "2027-01-09T21:59:59.000Z");
    await open(ref, "screening", 1, "2027-01-20T21:59:59.000Z");
    await enter();
    const overdue = await coordinator.get("/console?due=overdue");
    expect(overdue.text).toContain("Ona Onaitė");
    expect(overdue.text).not.toContain(demoApplication.fullName);
    expect((await coordinator.get("/console?call=demo")).text).toContain(demoApplication.fullName);
    expect((await coordinator.get("/console?due=today")).text).toContain("Tokių užduočių nėra.");
    for (const unknown of ["/console?due=never", "/console?call=%00", "/console?call=other"])
      expect((await coordinator.get(unknown)).text).toContain(demoApplication.fullName);
  });

  it("leads to each task and each case, and shows nobody else's tasks", async () => {
    await open(ref, "screening", 2, "2027-01-15T21:59:59.000Z");
    await open(ref, "advance", 3, "2027-01-15T21:59:59.000Z");
    await open(ref, "screening", 4, "2027-01-15T21:59:59.000Z");
    await enter();
    const { body } = await coordinator.get("/console");
    const mine = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000004#screening" }));
    const finances = taskItem.parse(await house.table.get({ pk: ref, sk: "task#000003#advance" }));
    expect(body).toContain(taskPath(house.config.linkSecret, mine));
    expect(body).not.toContain(taskPath(house.config.linkSecret, finances));
    expect(body).toContain(`/console/cases/${idOf(ref)}`);
  });
});

describe("a call and its cases", () => {
  it("are counted by state, and one state's cases can be looked at alone", async () => {
    await submit("Ona Onaitė", "ona@m.example");
    await open(ref, "endorsement", 1, "2027-01-15T21:59:59.000Z");
    await enter();
    const all = await coordinator.get("/console/calls/demo");
    expect(all.text).toContain("Mokyklos vadovo pritarimas 1");
    expect(all.text).toContain("Pateikta 1");
    expect(all.body).toContain("/console/calls/demo/cases?stage=endorsement");
    const some = await coordinator.get("/console/calls/demo/cases?stage=endorsement");
    expect(some.text).toContain("Austėja Žukauskaitė");
    expect(some.text).not.toContain("Ona Onaitė");
  });

  it("a case shows where it stands, who must act and by when, all that was said, and its mails", async () => {
    await open(ref, "endorsement", 1, "2027-01-15T21:59:59.000Z");
    await enter();
    const { text } = await coordinator.get(`/console/cases/${idOf(ref)}`);
    for (const said of [
      "Laukiama atsakymo: Jonas Petraitis (mokyklos vadovas), iki 2027 m. sausio 15 d. 23.59 val.",
      "Kėdainių „Atžalyno“ gimnazija",
      "Atsakykite, ar pritariate mokytojo paraiškai stažuotis užsienyje",
      "vadovas@mokykla.example",
    ])
      expect(text).toContain(said);
  });

  it("a case's page holds no link of anybody else", async () => {
    await open(ref, "endorsement", 1, "2027-01-15T21:59:59.000Z");
    await enter();
    const { body } = await coordinator.get(`/console/cases/${idOf(ref)}`);
    expect(body).not.toMatch(/\/t\/case|\/c\/[0-9a-f]{24}/);
  });

  it("what is not there is not found", async () => {
    await enter();
    expect((await coordinator.get("/console/calls/none")).status).toBe(404);
    expect((await coordinator.get("/console/cases/none")).status).toBe(404);
  });
});

describe("breaking in on a case", () => {
  const address = () => `/console/cases/${idOf(ref)}/say/cancelled`;

  it("is asked first, needs a reason, and is done once by the coordinator of the call", async () => {
    await open(ref, "hostConfirmation", 9, "2027-01-15T21:59:59.000Z");
    await enter();
    expect((await coordinator.get(`/console/cases/${idOf(ref)}`)).body).toContain(address());
    expect((await coordinator.get(address())).text).toContain("Stažuotės atšaukimas");
    expect((await coordinator.post(address(), { reason: " " })).status).toBe(422);
    expect(house.interrupted).toEqual([]);
    expect((await coordinator.post(address(), { reason: "Įstaiga užsidaro", costs: "12,50" })).status).toBe(
      303,
    );
    expect(house.interrupted).toEqual([{ token: "token-9", error: "cancelled" }]);
    expect((await coordinator.post(address(), { reason: "Dar kartą" })).status).toBe(409);
    expect(house.interrupted).toHaveLength(1);
  });

  it("is not for finance, not for strangers, and not after the journey began", async () => {
    await open(ref, "hostConfirmation", 9, "2027-01-15T21:59:59.000Z");
    const finance = visitor(house);
    await finance.post(enterPath(house.config.linkSecret, "finance@agency.example", 2_000_000_000));
    expect((await finance.post(address(), { reason: "Noriu" })).status).toBe(403);
    expect((await visitor(house).post(address(), { reason: "Noriu" })).status).toBe(403);
    expect(house.interrupted).toEqual([]);
    await open(ref, "attendance", 10, "2027-01-15T21:59:59.000Z");
    await enter();
    expect((await coordinator.get(address())).status).toBe(409);
  });

  it("knows only the words that the process knows", async () => {
    await enter();
    const said = async (word: string) =>
      (await coordinator.post(address().replace("cancelled", word), { reason: "x" })).status;
    expect(await said("withdrawn"), "the applicant's word").toBe(403);
    for (const word of ["nothing", "__proto__"]) expect(await said(word)).toBe(404);
  });
});

describe("a call at a glance", () => {
  it("names who is late, the oldest first, and says what comes in the next seven days, with the way to both lists", async () => {
    const [first = "", second = "", third = ""] = [
      await submit("Ona Onaitė", "ona@m.example"),
      await submit("Jonas Jonaitis", "jonas@m.example"),
      await submit("Zita Zitaitė", "zita@m.example"),
    ];
    await open(first, "screening", 2, "2027-01-08T21:59:59.000Z");
    await open(second, "screening", 2, "2027-01-05T21:59:59.000Z");
    await open(third, "screening", 2, "2027-01-12T21:59:59.000Z");
    await open(ref, "screening", 2, "2027-01-30T21:59:59.000Z");
    await enter();
    const { text, body } = await coordinator.get("/console/calls/demo");
    const late = text.slice(text.indexOf("Vėluoja"), text.indexOf("Terminai per"));
    expect(late.indexOf("Jonas Jonaitis")).toBeGreaterThan(0);
    expect(late.indexOf("Ona Onaitė")).toBeGreaterThan(late.indexOf("Jonas Jonaitis"));
    expect(late).not.toContain("Zita");
    const week = text.slice(text.indexOf("Terminai per"), text.indexOf("Bylos pagal būseną"));
    expect(week).toContain("2027 m. sausio 12 d.");
    expect(week).not.toContain("sausio 30 d.");
    expect(body).toContain("/console/calls/demo/cases?order=due");
  });

  it("says what waits by call and by what is asked, and how much of it is late", async () => {
    const other = await submit("Ona Onaitė", "ona@m.example");
    await open(other, "screening", 2, "2027-01-08T21:59:59.000Z");
    await open(ref, "silentPlan", 3, "2027-01-18T21:59:59.000Z");
    await enter();
    const { text, body } = await coordinator.get("/console");
    expect(text).toContain("2 užduotys laukia atsakymo. Vėluoja: 1");
    expect(body).toContain("/console?call=demo&amp;kind=foreign-internship.screening");
  });
});
