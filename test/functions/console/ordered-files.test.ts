import { beforeAll, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { keepManyLines } from "../many-lines.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const now = "2027-01-20T08:00:00.000Z";
const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const call = { ...demoCall, staff: { ...demoCall.staff, auditor: person("auditor") } };
const cases = "/console/calls/demo/cases";
const files = "/console/calls/demo/files";

async function open(count: number): Promise<DemoHouse> {
  const house = demoHouse(now);
  await publishCall(house, call);
  await publishCall(house, {
    ...call,
    id: "other",
    staff: { ...call.staff, coordinator: person("stranger") },
  });
  await keepManyLines(house, count, (index) => (index % 100 === 0 ? { municipality: "Zarasų r." } : {}));
  return house;
}

/** Somebody of the staff in a house that works only when a test lets it. */
async function enter(house: DemoHouse, name: string): Promise<Visitor> {
  const browser = visitor({ ...house, keepLines: async () => undefined });
  const until = Math.floor(Date.parse(now) / 1000) + 3600;
  await browser.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return browser;
}

const hiddenIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
    ),
  );

describe("a call with few cases", () => {
  it("gives its list at once", async () => {
    const browser = await enter(await open(500), "coordinator");
    expect((await browser.get(cases)).body).toContain(`href="${cases}.csv?`);
    const { status, headers, body } = await browser.get(`${cases}.csv?municipality=Zarasų r.`);
    expect([status, headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(body.trim().split("\r\n")).toHaveLength(1 + 5);
  });
});

describe("a call with many cases", () => {
  let house: DemoHouse;
  let coordinator: Visitor;
  beforeAll(async () => {
    house = await open(501);
    coordinator = await enter(house, "coordinator");
  });

  it("offers its list to be made, and asking for it by an address makes nothing", async () => {
    const before = JSON.stringify(house.table.all());
    for (const format of ["csv", "xlsx"]) {
      const { status, body } = await coordinator.get(`${cases}.${format}?order=name`);
      expect(status).toBe(200);
      expect(body).toContain(`<form method="post" action="${files}"`);
      expect(hiddenIn(body)).toMatchObject({ kind: "cases", format, language: "lt" });
    }
    expect((await coordinator.get(cases)).body).not.toContain(`href="${cases}.csv`);
    expect(JSON.stringify(house.table.all())).toBe(before);
  });

  it("makes it once it is ordered, says how far it is, and hands it out to whoever has the same right", async () => {
    const { body } = await coordinator.get(`${cases}.csv?municipality=Zarasų r.`);
    const ordered = await coordinator.post(files, hiddenIn(body));
    expect(ordered.status).toBe(303);
    const here = ordered.location;
    expect(here).toMatch(/^\/console\/calls\/demo\/files\/[0-9a-f]{32}$/);
    const waiting = await coordinator.get(here);
    expect(waiting.text).toContain("Failas tuoj bus pradėtas rengti.");
    expect(waiting.body).toContain('<div role="status" aria-live="polite">');
    expect((await coordinator.get(`${here}/content`)).status).toBe(404);
    // Whoever orders the same waits for the same, and an auditor may read what the coordinator may.
    const auditor = await enter(house, "auditor");
    expect((await auditor.post(files, hiddenIn(body))).location).toBe(here);

    await house.keepLines();
    const ready = await coordinator.get(`${here}?lang=en`);
    expect(ready.text).toContain("Download the file (CSV)");
    for (const browser of [coordinator, auditor]) {
      const handed = await browser.get(`${here}/content`);
      expect(handed.status).toBe(303);
      expect(handed.location).toBe(
        `https://files.example/exports/demo/${here.split("/").at(-1)}-1.csv?name=cases-demo.csv`,
      );
    }
    const [file] = [...house.files.finished.values()];
    expect(
      Buffer.from(file?.body ?? [])
        .toString("utf8")
        .trim()
        .split("\r\n"),
    ).toHaveLength(1 + 6);

    const stranger = await enter(house, "stranger");
    expect((await stranger.get(here)).status).toBe(404);
    expect((await stranger.get(`${here}/content`)).status).toBe(404);
    expect((await stranger.get(here.replace("/demo/", "/other/"))).status).toBe(404);
    expect((await stranger.post(files, hiddenIn(body))).status).toBe(404);
  });

  it("shows progress while it is made, and that it failed", async () => {
    const { body } = await coordinator.get(`${cases}.csv?order=school`);
    const { location } = await coordinator.post(files, hiddenIn(body));
    const key = { pk: "exports#demo", sk: `export#${location.split("/").at(-1)}` };
    await house.table.change(key, { set: { status: "making", done: 300 } });
    expect((await coordinator.get(`${location}?lang=lt`)).text).toContain("Peržiūrėta bylų: 300 iš 501.");
    await house.table.change(key, { set: { status: "failed" } });
    const failed = await coordinator.get(`${location}?lang=lt`);
    expect(failed.text).toContain("Failo parengti nepavyko.");
    expect((await coordinator.post(files, hiddenIn(failed.body))).location).toBe(location);
    expect((await coordinator.get(`${location}?lang=lt`)).text).toContain("Failas tuoj bus pradėtas rengti.");
  });

  it.each([
    [{}, 400],
    [{ kind: "cases", format: "pdf", language: "lt", said: "{}" }, 400],
    [{ kind: "cases", format: "csv", language: "lt", said: "{}" }, 400],
    [{ kind: "cases", format: "csv", language: "lt", said: "nonsense" }, 400],
    [{ kind: "cases", format: "csv", language: "xx", said: "" }, 400],
    [{ kind: "minutes", format: "pdf", language: "lt", said: "" }, 404],
  ])("refuses an order that nobody can fill: %j", async (order, status) => {
    const before = house.table.all().length;
    expect((await coordinator.post(files, order)).status).toBe(status);
    expect(house.table.all()).toHaveLength(before);
  });
});
