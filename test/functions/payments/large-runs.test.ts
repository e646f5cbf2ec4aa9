import { beforeEach, describe, expect, it } from "vitest";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { entryKey, idOf, runKey, runTransfers, taskKey } from "../../../functions/store/keys.ts";
import { runItem } from "../../../functions/store/run-item.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";
import { payer, payingCall } from "./paying-call.ts";

const runs = "/console/calls/demo/payments";
const first = `${runs}/1`;
const paidOn = { "paidOn-year": "2027", "paidOn-month": "1", "paidOn-day": "10" };
/** More than two pages. */
const count = 60;

let call: Awaited<ReturnType<typeof payingCall>>;
let coordinator: Visitor;
let finance: Visitor;
let refs: readonly string[];

beforeEach(async () => {
  call = await payingCall({ payer, budgetCents: 150_000 * count });
  coordinator = await call.staff("coordinator");
  finance = await call.staff("finance");
  const all: string[] = [];
  for (let index = 0; index < count; index++)
    all.push(await call.waitsForAdvance(`${"O".repeat(index + 1)} Onaitė`));
  refs = all;
  await call.house.keepLines();
});

const run = async () => runItem.parse(await call.house.table.get(runKey("demo", 1)));
/** Jobs that have time for so many looks at the clock. */
const work = (looks = Number.POSITIVE_INFINITY) => {
  let left = looks;
  return runJobs(call.house)(
    {},
    { ...lambdaContext, getRemainingTimeInMillis: () => (left-- > 0 ? 900_000 : 1) },
  );
};
const prepareAll = async (): Promise<void> => {
  expect((await coordinator.post(runs, { all: "yes" })).location).toBe(first);
  await work();
};
const idsOn = (body: string): string[] =>
  [...body.matchAll(/href="\/console\/cases\/([^"]+)"/g)].map(([, id = ""]) => id);
const nextIn = (body: string): string | undefined =>
  /href="([^"]*[?&]after=[^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll("&amp;", "&");

describe("a run of more payments than fit on a page", () => {
  it("is prepared of all that wait in the background, and shows them page by page", async () => {
    const waiting = await coordinator.get(runs);
    expect(idsOn(waiting.body)).toHaveLength(25);
    expect(waiting.text).toContain("Parengti sąrašą iš visų laukiančių mokėjimų");
    const more = await coordinator.get(nextIn(waiting.body) ?? "");
    expect(new Set([...idsOn(waiting.body), ...idsOn(more.body)]).size).toBe(50);

    expect((await coordinator.post(runs, { all: "yes" })).location).toBe(first);
    expect(await run()).toMatchObject({ status: "preparing", transfers: 0 });
    // Nobody prepares another while this one takes its payments in.
    expect((await coordinator.post(runs, { payment: `${idOf(refs[0] ?? "")}-advance` })).status).toBe(409);
    await work();
    expect(await run()).toMatchObject({
      status: "prepared",
      transfers: count,
      count,
      cents: 120_000 * count,
    });
    expect((await run()).work).toBeUndefined();

    const shown: string[] = [];
    for (let address: string | undefined = first; address; ) {
      const { body } = await finance.get(address);
      shown.push(...idsOn(body));
      address = nextIn(body);
    }
    expect(shown.toSorted()).toEqual(refs.map(idOf).toSorted());
    expect((await coordinator.get(runs)).text).toContain("Dabar mokėti nėra ko");
  });

  it("leaves on the pages of what waits each payment that it does not have, once", async () => {
    const { body } = await coordinator.get(runs);
    const chosen = idsOn(body).filter((_, index) => index % 2 === 0);
    expect((await coordinator.post(runs, { payment: chosen.map((id) => `${id}-advance`) })).location).toBe(
      first,
    );
    const shown: string[] = [];
    for (let address: string | undefined = runs; address; ) {
      const page = await coordinator.get(address);
      expect(idsOn(page.body).length).toBeLessThanOrEqual(25);
      shown.push(...idsOn(page.body));
      address = nextIn(page.body);
    }
    expect(shown.toSorted()).toEqual(
      refs
        .map(idOf)
        .filter((id) => !chosen.includes(id))
        .toSorted(),
    );
  });

  it("takes each payment in once, although who prepared it was cut off after each page and a page is done twice", async () => {
    await coordinator.post(runs, { all: "yes" });
    const { table } = call.house;
    const { change } = table;
    let isCut = true;
    Object.assign(table, {
      change: (...said: Parameters<typeof change>) => {
        const isPage = said[0].sk.startsWith("run#") && said[1].add?.workStep === 1;
        if (isPage && isCut) {
          isCut = false;
          throw new Error("cut off");
        }
        return change(...said);
      },
    });
    await work();
    for (let turn = 1; (await run()).status === "preparing"; turn++) {
      expect(turn).toBeLessThan(12);
      call.house.at(new Date(Date.parse("2027-01-10T08:00:00.000Z") + turn * 20 * 60_000).toISOString());
      await work(3);
    }
    Object.assign(table, { change });
    expect(await run()).toMatchObject({
      status: "prepared",
      transfers: count,
      count,
      cents: 120_000 * count,
    });
    expect(await table.query(runTransfers("demo", 1))).toHaveLength(count);
  });

  it("is approved payment by payment; what is no longer asked for is left out and free for another", async () => {
    await prepareAll();
    const [gone = ""] = refs;
    await call.house.table.change(entryKey("demo", gone), { set: { ended: true, state: "withdrawn" } });
    // Somebody while nothing else happens.
    const alone = visitor({ ...call.house, keepLines: async () => undefined });
    await alone.post(
      enterPath(call.house.config.linkSecret, "finance@agency.example", Date.parse("2027-01-17") / 1000),
    );
    expect((await alone.post(`${first}/approve`)).location).toBe(first);
    expect(await run()).toMatchObject({ status: "approving" });
    const underWay = await alone.get(first);
    expect(underWay.text).toContain("Tikrinamas prieš patvirtinant");
    expect(underWay.text).toContain("Peržiūrėta: 0.");
    expect(underWay.body).not.toContain("/mark");
    expect((await alone.post(`${first}/approve`)).location).toBe(first);
    await work();
    expect(await run()).toMatchObject({ status: "approved", count: count - 1, cents: 120_000 * (count - 1) });
    const { body } = await finance.get(`${first}/payments.xml`);
    expect(body.match(/<EndToEndId>/g)).toHaveLength(count - 1);
    expect(body).not.toContain(`<EndToEndId>${idOf(gone)}`);
    await call.house.table.change(entryKey("demo", gone), { set: { ended: false, state: "advance" } });
    expect((await coordinator.post(runs, { payment: `${idOf(gone)}-advance` })).location).toBe(`${runs}/2`);
  });

  it("of nothing that is still asked for goes back to be sent back, and then frees all", async () => {
    await prepareAll();
    for (const ref of refs)
      await call.house.table.change(entryKey("demo", ref), { set: { ended: true, state: "withdrawn" } });
    await finance.post(`${first}/approve`);
    await work();
    expect(await run()).toMatchObject({ status: "prepared", count, transfers: count });
    for (const ref of refs)
      await call.house.table.change(entryKey("demo", ref), { set: { ended: false, state: "advance" } });
    expect((await finance.post(`${first}/send-back`, { reason: "Per anksti" })).location).toBe(first);
    await work();
    await call.house.keepLines();
    await coordinator.post(runs, { all: "yes" });
    await work();
    expect(await call.house.table.query(runTransfers("demo", 2))).toHaveLength(count);
  });

  it("is told page by page what the bank returned, and answers every case once", async () => {
    await prepareAll();
    await finance.post(`${first}/approve`);
    await work();
    const { body } = await finance.get(first);
    const [returned = "", other = ""] = idsOn(body);
    const address = nextIn(body) ?? "";
    const said = `returned-${returned}-advance`;
    expect(body).toContain(`name="${said}"`);
    expect((await coordinator.post(`${first}/returned`, { [said]: "Sąskaita uždaryta" })).status).toBe(403);
    expect((await finance.post(`${first}/returned`, { [said]: "x".repeat(141) })).status).toBe(422);
    const noted = await finance.post(`${first}/returned?${address.split("?")[1]}`, {
      [said]: "Sąskaita uždaryta",
      [`returned-${other}-advance`]: "",
    });
    expect(noted.location).toBe(address);
    expect((await finance.get(first)).text).toContain("Bankas grąžino: Sąskaita uždaryta");
    expect((await finance.post(`${first}/mark`, paidOn)).location).toBe(first);
    await sweeper(call.house)({}, lambdaContext);
    expect(call.house.delivered).toHaveLength(count);
    const answers = await Promise.all(
      refs.map(async (ref) => [
        idOf(ref),
        (await call.house.table.get(taskKey(ref, 13, "advance")))?.outcome,
      ]),
    );
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(refs.map((ref) => [idOf(ref), idOf(ref) === returned ? "returned" : "paid"])),
    );
    expect((await run()).settledAt).toBeDefined();
    expect((await finance.get(first)).text).not.toContain("dar neįrašytas");
  });
});

describe("the file for the bank of a large run", () => {
  it("is made on order for finance alone, the same as it is at once", async () => {
    await prepareAll();
    await finance.post(`${first}/approve`);
    await work();
    const order = { kind: "payments", format: "xml", language: "lt", said: "1" };
    const files = "/console/calls/demo/files";
    expect((await coordinator.post(files, order)).status).toBe(403);
    expect((await finance.post(files, { ...order, said: "2" })).status).toBe(404);
    const { location } = await finance.post(files, order);
    await work();
    expect((await finance.get(`${location}/content`)).location).toContain("name=payments-demo-1.xml");
    expect((await coordinator.get(location)).status).toBe(403);
    expect((await coordinator.get(`${location}/content`)).status).toBe(403);
    const [made] = [...call.house.files.finished.values()];
    expect(Buffer.from(made?.body ?? []).toString("utf8")).toBe(
      (await finance.get(`${first}/payments.xml`)).body,
    );
  });
});
