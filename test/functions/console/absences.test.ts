import { beforeEach, describe, expect, it } from "vitest";
import { keyInPath } from "../../../functions/addresses/address.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { digestOf, readInbox } from "../../../functions/cases/tasks/inbox.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf, taskKey } from "../../../functions/store/keys.ts";
import { payer, payingCall } from "../payments/paying-call.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

type Call = Awaited<ReturnType<typeof payingCall>>;

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const runs = "/console/calls/demo/payments";

let call: Call;

beforeEach(async () => {
  const staff = ["coordinator", "commission", "agency", "finance", "auditor"];
  call = await payingCall({
    payer,
    staff: Object.fromEntries(staff.map((role) => [role, person(role)])),
  });
  const others = ["coordinator", "commission", "agency", "finance", "auditor"];
  await publishCall(call.house, {
    ...(await demo()),
    id: "other",
    staff: Object.fromEntries(others.map((role) => [role, person(`other-${role}`)])),
  });
  call.house.sent.length = 0;
});

const demo = async () => (await import("../demo-house.ts")).demoCall;

const enter = async (name: string): Promise<Visitor> => {
  const browser = visitor(call.house);
  const until = Date.parse(call.house.clock.now()) / 1000 + 86_400;
  await browser.post(enterPath(call.house.config.linkSecret, `${name}@agency.example`, until));
  return browser;
};

const idFor = (name: string) => addressIdOf(call.house.config.linkSecret, `${name}@agency.example`);
const days = { "from-year": "2027", "from-month": "1", "from-day": "10" } as const;
const absent = (who: string, substitute: string, last = "17") => ({
  person: idFor(who),
  substitute: idFor(substitute),
  ...days,
  "to-year": "2027",
  "to-month": "1",
  "to-day": last,
});
const note = async (by: string, who: string, substitute: string, last?: string) =>
  (await (await enter(by)).post("/console/absences", absent(who, substitute, last))).status;
const toldNow = () => call.house.sent.map(({ to, subject }) => `${to}: ${subject}`).toSorted();

describe("an absence", () => {
  it("is one's own, or is noted by the call's coordinator for its staff; nobody else names anybody away", async () => {
    expect(await note("agency", "finance", "commission")).toBe(422);
    expect(await note("other-coordinator", "finance", "agency")).toBe(422);
    expect(await note("finance", "finance", "agency")).toBe(303);
    expect(await note("coordinator", "commission", "agency")).toBe(303);
  });

  it("is not noted by an auditor, who took another call's coordinator away to read her cases", async () => {
    const auditor = await enter("other-auditor");
    const answer = await auditor.post("/console/absences", absent("coordinator", "other-auditor"));
    expect(answer.status).toBe(403);
    expect((await auditor.get("/console/calls/demo")).status).toBe(404);
  });

  it.each([
    ["an auditor", "coordinator", "coordinator", "auditor"],
    ["who works for other calls alone", "coordinator", "coordinator", "other-agency"],
    ["whoever notes it for somebody else", "coordinator", "agency", "coordinator"],
    ["who would approve what they prepare", "finance", "finance", "coordinator"],
    ["who would prepare what they approve", "coordinator", "coordinator", "finance"],
  ])("does not put %s in the place of who is away", async (_, by, who, substitute) => {
    expect(await note(by, who, substitute)).toBe(422);
  });

  it("is told at once to who is away, who stands in, and the coordinator of the call", async () => {
    await note("finance", "finance", "agency");
    expect(toldNow()).toEqual([
      "agency@agency.example: Įrašytas pavadavimas",
      "coordinator@agency.example: Įrašytas pavadavimas",
    ]);
    call.house.sent.length = 0;
    await note("coordinator", "commission", "agency");
    expect(toldNow()).toEqual([
      "agency@agency.example: Įrašytas pavadavimas",
      "commission@agency.example: Įrašytas pavadavimas",
    ]);
    expect(call.house.sent[0]?.text).toContain(
      "Pavaduoja agency. Kvietimai: „Stažuotės užsienyje“. Įrašė coordinator.",
    );
  });

  it("is ended by who is away or the call's coordinator, and by nobody else", async () => {
    await note("finance", "finance", "agency");
    const end = `/console/absences/${idFor("finance")}/2027-01-10/end`;
    expect((await (await enter("agency")).post(end)).status).toBe(403);
    expect((await (await enter("other-coordinator")).post(end)).status).toBe(403);
    call.house.sent.length = 0;
    expect((await (await enter("coordinator")).post(end)).status).toBe(303);
    expect(toldNow()).toContain("finance@agency.example: Pavadavimas baigtas");
  });

  it("leaves who is away the tasks and the morning's mail of calls in which nobody stands in", async () => {
    const { house } = call;
    await publishCall(house, {
      ...(await demo()),
      id: "third",
      staff: {
        coordinator: person("coordinator"),
        commission: person("commission"),
        agency: person("third-agency"),
        finance: person("finance"),
      },
    });
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await note("finance", "finance", "agency");
    expect((await readInbox(house, "agency@agency.example")).tasks.map(({ pk }) => pk)).toEqual([ref]);
    expect((await digestOf(house, "finance@agency.example")).tasks).toEqual([]);
    const item = await house.table.get(taskKey(ref, 13, "advance"));
    const third = { ...taskItem.parse(item), pk: "call#third", sk: "task#000001#advance" };
    await house.table.put(third);
    expect((await readInbox(house, "agency@agency.example")).tasks.map(({ pk }) => pk)).toEqual([ref]);
    expect((await digestOf(house, "finance@agency.example")).tasks.map(({ pk }) => pk)).toEqual([
      "call#third",
    ]);
  });
});

describe("two people for each payment", () => {
  const prepare = async (by: string): Promise<void> => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const made = await (await enter(by)).post(runs, { payment: [`${idOf(ref)}-advance`] });
    expect(made.location).toBe(`${runs}/1`);
  };
  const approve = async (by: string) => (await (await enter(by)).post(`${runs}/1/approve`)).status;

  it("stay two when finance is away by the word of who prepared the run", async () => {
    await prepare("coordinator");
    await note("coordinator", "finance", "agency");
    expect(await approve("agency")).toBe(409);
    expect(await approve("finance")).toBe(303);
  });

  it("stay two when one colleague stands in for both", async () => {
    await note("coordinator", "coordinator", "agency");
    await prepare("agency");
    await note("finance", "finance", "agency");
    expect(await approve("agency")).toBe(403);
    expect(await approve("finance")).toBe(303);
  });

  it("are enough when who stands in for finance was named by finance", async () => {
    await prepare("coordinator");
    await note("finance", "finance", "agency");
    expect(await approve("agency")).toBe(303);
  });

  it("stay two when a task is given away: never to who gives it, nor to the coordinator for finance", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const task = taskItem.parse(await call.house.table.get(taskKey(ref, 13, "advance")));
    const address = `/console/tasks/case/${idOf(ref)}/${keyInPath(task.sk)}/reassign`;
    const give = async (by: string, to: string) =>
      (await (await enter(by)).post(address, { person: idFor(to), reason: "Taip." })).status;
    expect(await give("coordinator", "coordinator")).toBe(422);
    expect(await give("coordinator", "auditor")).toBe(422);
    expect(await give("coordinator", "other-finance")).toBe(422);
    expect(await give("finance", "coordinator")).toBe(422);
    expect(await give("finance", "agency")).toBe(303);
  });
});

describe("a key that was made while standing in", () => {
  it("ends with it", async () => {
    await note("coordinator", "coordinator", "agency", "11");
    const until = { "until-year": "2027", "until-month": "12", "until-day": "31" };
    const made = await (await enter("agency")).post("/console/calls/demo/clients", {
      client: "AAAAAAAAAAAA",
      name: "Statistika",
      rights: "cases",
      ...until,
    });
    const key = /kelias\.demo\.[\w.-]+/.exec(made.body)?.[0] ?? "";
    const read = async () =>
      (
        await visitor(call.house).ask("GET", "/api/calls/demo/cases", {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status;
    expect(await read()).toBe(200);
    call.house.at("2027-01-12T08:00:00.000Z");
    expect(await read()).toBe(401);
  });
});
