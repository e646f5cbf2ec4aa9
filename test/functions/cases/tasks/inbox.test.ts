import { beforeEach, describe, expect, it } from "vitest";
import type { Item } from "../../../../functions/adapters/table.ts";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { kindsIn, lookedAt, readInbox, shownAtOnce } from "../../../../functions/cases/tasks/inbox.ts";
import { type DemoHouse, demoCall, demoHouse } from "../../demo-house.ts";
import { enterPath } from "../../web/enter.ts";
import { visitor } from "../../web/visitor.ts";

const coordinator = "coordinator@agency.example";
const now = "2027-01-20T08:00:00.000Z";
let house: DemoHouse;

/** A task that waits for the coordinator; the later its number, the later it is due. */
const waiting = (number: number, said: Item = {}) => ({
  pk: `case#${String(number).padStart(24, "0")}`,
  sk: "task#000002#screening",
  callId: "demo",
  process: "foreign-internship",
  state: "screening",
  form: "screening",
  kind: "ask",
  visit: 2,
  status: "open",
  token: "token",
  arm: 0,
  role: "coordinator",
  openedAt: "2027-01-12T08:00:00.000Z",
  dueAt: new Date(Date.parse("2027-01-19T08:00:00.000Z") + number * 60_000).toISOString(),
  assignee: demoCall.staff.coordinator,
  inbox: coordinator,
  ...said,
});

const approval = { process: "selection-call", state: "approval" };

const ask = async (count: number, said: (number: number) => Item = () => ({})) => {
  for (let number = 0; number < count; number++) await house.table.put(waiting(number, said(number)));
};

beforeEach(async () => {
  house = demoHouse(now);
  await publishCall(house, demoCall);
});

describe("an inbox", () => {
  it("is read page by page, the most urgent first, each task once", async () => {
    await ask(120);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { tasks, next } = await readInbox(house, coordinator, { after });
      seen.push(...tasks.map(({ pk }) => pk));
      expect(tasks.length).toBeLessThanOrEqual(shownAtOnce);
      if (next === undefined) break;
      after = next;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, number) => waiting(number).pk));
  });

  it("goes on where a page ended, though its last task was answered meanwhile", async () => {
    await ask(60);
    const { tasks, next } = await readInbox(house, coordinator);
    const last = tasks.at(-1);
    await house.table.change(
      { pk: last?.pk ?? "", sk: last?.sk ?? "" },
      { set: { status: "answered" }, remove: ["inbox"] },
    );
    const further = await readInbox(house, coordinator, { after: next });
    expect(further.tasks.map(({ pk }) => pk)).toEqual(
      Array.from({ length: 10 }, (_, number) => waiting(shownAtOnce + number).pk),
    );
  });

  it("says that there are more than it looked at, and counts what it saw", async () => {
    await ask(lookedAt + 5);
    const { tasks, count, isMore } = await readInbox(house, coordinator);
    expect([tasks.length, count, isMore]).toEqual([shownAtOnce, lookedAt, true]);
  });

  it("leaves what a filter leaves: by when, of what kind, of which call", async () => {
    await ask(100, (number) => ({
      ...(number % 10 === 0 ? approval : {}),
      ...(number % 5 === 0 ? { callId: "other" } : {}),
      dueAt:
        number < 30
          ? "2027-01-20T07:00:00.000Z"
          : number < 50
            ? "2027-01-20T20:00:00.000Z"
            : "2027-02-01T20:00:00.000Z",
    }));
    const count = async (filter: Parameters<typeof readInbox>[2] & {}) =>
      (await readInbox(house, coordinator, filter)).count;
    expect(await count({ filter: { due: "overdue" } })).toBe(30);
    expect(await count({ filter: { due: "today" } })).toBe(20);
    expect(await count({ filter: { kind: "selection-call.approval" } })).toBe(10);
    expect(await count({ filter: { call: "other" } })).toBe(20);
    expect(await count({ filter: { call: "other", due: "today", kind: "selection-call.approval" } })).toBe(2);
    expect([...(await kindsIn(house, coordinator)).keys()].toSorted()).toEqual([
      "foreign-internship.screening",
      "selection-call.approval",
    ]);
  });

  it("tells in one look which kinds there are, also of what is on no page yet", async () => {
    await ask(shownAtOnce + 20, (number) => (number === shownAtOnce + 10 ? approval : {}));
    const { tasks, kinds } = await readInbox(house, coordinator);
    expect(tasks.map(({ state }) => state)).not.toContain("approval");
    expect([...kinds.keys()].toSorted()).toEqual(["foreign-internship.screening", "selection-call.approval"]);
    expect(kinds).toEqual(await kindsIn(house, coordinator));
  });

  it("looks further for what is rare: the page says so and leads on", async () => {
    await ask(lookedAt + 30, (number) => (number === lookedAt + 20 ? { callId: "next" } : {}));
    await publishCall(house, { ...demoCall, id: "next" });
    const browser = visitor(house);
    await browser.post(enterPath(house.config.linkSecret, coordinator, 2_000_000_000));
    const first = await browser.get("/console?call=next");
    expect(first.text).toContain(`Tarp ${lookedAt} peržiūrėtų užduočių tokių nėra`);
    const [, next = ""] = /href="(\/console\?[^"]*after=[^"]*)"/.exec(first.body) ?? [];
    const second = await browser.get(next.replaceAll("&amp;", "&"));
    expect(second.body).toContain(`/console/cases/${waiting(lookedAt + 20).pk.slice("case#".length)}`);
    expect(second.text).toContain("Į sąrašo pradžią");
  });

  it("begins anew for a place that no page of it has given", async () => {
    await ask(3);
    const browser = visitor(house);
    await browser.post(enterPath(house.config.linkSecret, coordinator, 2_000_000_000));
    for (const after of ["nonsense", Buffer.from('["x","y","z"]').toString("base64url")])
      expect((await browser.get(`/console?after=${after}`)).text).toContain("3 užduotys laukia atsakymo");
  });
});
