import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyInPath } from "../../../functions/addresses/address.ts";
import { readInbox } from "../../../functions/cases/tasks/inbox.ts";
import { addressIdOf, taskPath } from "../../../functions/links.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const rasa = "coordinator@agency.example";
const daiva = "agency@agency.example";

let stage: Stage;
let refs: string[];

const enter = async (email: string) => {
  const browser = visitor(stage.world.house);
  const until = Math.floor(Date.parse(stage.world.house.clock.now()) / 1000) + 30 * 86_400;
  await browser.post(enterPath(stage.world.house.config.linkSecret, email, until));
  return browser;
};
const idFor = (email: string) => addressIdOf(stage.world.house.config.linkSecret, email);
const day = (said: string) => {
  const [year = "", month = "", date = ""] = said.split("-");
  return { year, month, date };
};
const absent = (person: string, substitute: string, from: string, to: string) => ({
  person: idFor(person),
  substitute: idFor(substitute),
  "from-year": day(from).year,
  "from-month": day(from).month,
  "from-day": day(from).date,
  "to-year": day(to).year,
  "to-month": day(to).month,
  "to-day": day(to).date,
});
const count = async (email: string) => (await readInbox(stage.world.house, email)).count;

beforeAll(async () => {
  stage = await openStage();
  refs = [];
  for (const name of ["pirma", "antra", "trecia", "ketvirta"]) {
    const ref = await stage.apply(`${name}@mokykla.example`, 80);
    await stage.world.settle();
    await stage.answer(await stage.openTask(ref, "endorsement"), { outcome: "endorsed", substitute: "Yra." });
    refs.push(ref);
  }
});
afterAll(() => stage.close());

describe("a coordinator who is away", () => {
  it("cannot be stood in for by herself, in the past, or by who is away too", async () => {
    const coordinator = await enter(rasa);
    const refused = async (said: ReturnType<typeof absent>) => {
      const { status, text } = await coordinator.post("/console/absences", said);
      return [status, text];
    };
    expect(await refused(absent(rasa, rasa, "2027-01-20", "2027-01-25"))).toEqual([422, expect.anything()]);
    expect(await refused(absent(rasa, daiva, "2027-01-01", "2027-01-05"))).toEqual([
      422,
      expect.stringContaining("jau praėjo"),
    ]);
    expect(await refused(absent(rasa, daiva, "2027-01-20", "2027-01-12"))).toEqual([422, expect.anything()]);
    expect(
      await refused({ ...absent(rasa, daiva, "2027-01-20", "2027-01-25"), person: "x".repeat(5000) }),
    ).toEqual([422, expect.anything()]);
  });

  it("has her tasks come to who stands in, who answers by an own link, with both names in the record", async () => {
    expect([await count(rasa), await count(daiva)]).toEqual([4, 0]);
    const coordinator = await enter(rasa);
    const noted = await coordinator.post(
      "/console/absences",
      absent(rasa, daiva, "2027-01-10", "2027-01-25"),
    );
    expect(noted.status).toBe(303);
    expect(
      (await coordinator.post("/console/absences", absent(rasa, daiva, "2027-01-20", "2027-01-30"))).status,
    ).toBe(422);
    expect(await count(daiva)).toBe(4);
    expect((await coordinator.get("/console")).text).toContain("Šiandien jūsų nėra. Jus pavaduoja agency");
    const inbox = await (await enter(daiva)).get("/console?whose=theirs");
    expect(inbox.text).toContain("Pavaduojate: coordinator");
    const [ref = ""] = refs;
    const task = await stage.openTask(ref, "screening");
    const { linkSecret } = stage.world.house.config;
    const nobody = await visitor(stage.world.house).get(
      taskPath(linkSecret, task, "stranger@agency.example"),
    );
    expect(nobody.status).toBe(404);
    const link = taskPath(linkSecret, task, daiva);
    expect(inbox.body).toContain(link);
    expect((await visitor(stage.world.house).post(link, { outcome: "eligible" })).status).toBe(303);
    const closed = (await stage.load(ref)).tasks.find(({ sk }) => sk === task.sk);
    expect(closed).toMatchObject({
      status: "answered",
      by: daiva,
      assignee: { email: daiva },
      insteadOf: { email: rasa },
    });
    expect((await visitor(stage.world.house).get(taskPath(linkSecret, task))).status).toBe(410);
  });

  it("is no coordinator's colleague's colleague: others of the staff still may not speak for her", async () => {
    const [, ref = ""] = refs;
    const say = `/console/cases/${idOf(ref)}/say/cancelled`;
    expect((await (await enter(daiva)).get(say)).status).toBe(200);
    expect((await (await enter("finance@agency.example")).get(say)).status).toBe(409);
  });

  it("gets what is still open back when she is back", async () => {
    const back = `/console/absences/${idFor(rasa)}/2027-01-10/end`;
    const coordinator = await enter(rasa);
    expect((await coordinator.post(back)).status).toBe(303);
    expect((await coordinator.post(back)).status).toBe(303);
    expect([await count(rasa), await count(daiva)]).toEqual([3, 0]);
  });
});

describe("a coordinator with several tasks of a kind", () => {
  it("gives one to a colleague with a reason; the old link no longer opens it", async () => {
    const [, , , last = ""] = refs;
    const task = await stage.openTask(last, "screening");
    const address = `/console/tasks/case/${idOf(last)}/${keyInPath(task.sk)}/reassign`;
    const coordinator = await enter(rasa);
    expect((await coordinator.post(address, { person: idFor(daiva), reason: "" })).status).toBe(422);
    expect(
      (await coordinator.post(address, { person: idFor(daiva), reason: "Pažįstu pareiškėją." })).status,
    ).toBe(303);
    const given = (await stage.load(last)).tasks.find(({ sk }) => sk === task.sk);
    expect(given).toMatchObject({
      assignee: { email: daiva },
      handovers: [{ from: { email: rasa }, to: { email: daiva }, by: rasa, reason: "Pažįstu pareiškėją." }],
    });
    expect([await count(rasa), await count(daiva)]).toEqual([2, 1]);
    const old = await visitor(stage.world.house).get(taskPath(stage.world.house.config.linkSecret, task));
    expect(old.status).toBe(410);
    expect((await (await enter("finance@agency.example")).get(address)).status).toBe(409);
  });

  it("sees what would be answered before it is, and answers the rest at once", async () => {
    const coordinator = await enter(rasa);
    const inbox = await coordinator.get("/console?kind=foreign-internship.screening");
    expect(inbox.text).toContain("Peržiūrėti prieš atsakant");
    const keys = (await readInbox(stage.world.house, rasa)).tasks.map(({ pk, sk }) => `${pk}|${sk}`);
    const query = new URLSearchParams([["outcome", "eligible"], ...keys.map((key) => ["task", key])]);
    const preview = await coordinator.get(`/console/bulk?${query}`);
    expect(preview.text).toContain("Taip bus atsakyta į 2 užduotis.");
    expect(await count(rasa)).toBe(2);
    const done = await coordinator.post("/console/bulk", { outcome: "eligible", task: keys });
    expect(done.text).toContain("Atsakyta: 2 iš 2.");
    expect(await count(rasa)).toBe(0);
    const again = await coordinator.post("/console/bulk", { outcome: "eligible", task: keys });
    expect(again.text).toContain("Atsakyta: 2 iš 2.");
    const other = await coordinator.post("/console/bulk", { outcome: "other", task: keys });
    expect(other.status).toBe(409);
  });

  it("cannot answer together what needs words, nor a colleague's tasks", async () => {
    const colleague = await enter(daiva);
    const keys = (await readInbox(stage.world.house, daiva)).tasks.map(({ pk, sk }) => `${pk}|${sk}`);
    expect((await colleague.post("/console/bulk", { outcome: "ineligible", task: keys })).status).toBe(409);
    expect(
      (await (await enter(rasa)).post("/console/bulk", { outcome: "eligible", task: keys })).status,
    ).toBe(409);
    expect(await count(daiva)).toBe(1);
  });
});
