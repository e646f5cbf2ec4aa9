import { beforeEach, describe, expect, it, vi } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { differencesIn, rebuild } from "../../../functions/lines/rebuild.ts";
import { recordKey, refOfCall } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

/** The whole product with a call that publishes, which no folder has. */
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const { resultsCall, resultsCase } = await import("./results-call.ts");
  const { withOneMore } = await import("../../workflows/one-more.ts");
  return withOneMore(withOneMore(await original(), resultsCall), resultsCase);
});

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const ref = refOfCall("tyrimas");
const at = "2027-02-01T08:00:00.000Z";
const data = { title: "Kas pasikeitė mokyklose", author: "Agnė Tyrėja", partner: "Vilniaus tyrimų centras" };

let house: DemoHouse;
let guest: Visitor;
beforeEach(async () => {
  house = demoHouse("2027-02-10T08:00:00.000Z");
  guest = visitor({ ...house, keepLines: async () => undefined });
  await publishCall(house, {
    process: "results-case",
    title: { lt: "Tyrimas", en: "Study" },
    opensAt: "2027-01-04T06:00:00.000Z",
    closesAt: "2027-01-31T21:59:59.000Z",
    staff: { coordinator: person("coordinator"), agency: person("agency"), finance: person("finance") },
  });
  await house.keepLines();
  expect((await guest.get("/library")).text).not.toContain(data.title);
  const said = { state: "publishing", visit: 1, step: "results", outcome: "published", parts: [], at, data };
  await house.table.put({ ...recordKey(ref, 1, "publishing"), ...said });
  await house.keepLines();
});

const everywhere = [
  "/library",
  "/library?text=pasikeite",
  "/library/list.csv",
  "/api/library",
  "/calls/tyrimas",
];

describe("what a call publishes by itself", () => {
  it("stands in the library, on the call's own page and for programs", async () => {
    for (const page of [...everywhere, "/api/calls/tyrimas"])
      expect((await guest.get(page)).body, page).toContain(data.title);
    const { publications } = JSON.parse((await guest.get("/api/calls/tyrimas")).body);
    expect(publications).toEqual([
      {
        number: expect.stringMatching(/^(\d{4}-){4}\d{4}$/),
        process: "results-call",
        kind: "results",
        title: data.title,
        authors: [data.author],
        tags: ["achievement"],
        licence: "CC-BY-4.0",
        address: "https://agentura.example/rezultatai",
        from: "2027-02-01",
      },
    ]);
    expect((await guest.get(paths.publication(publications[0].number))).text).toContain(data.author);
  });

  it("stands in a register for as long as it counts, and its number can be checked afterwards", async () => {
    const { body } = await guest.get("/registers/partner");
    expect(body).toContain(data.partner);
    const number = /\/registered\/([\d-]{24})/.exec(body)?.[1] ?? "";
    expect(JSON.parse((await guest.get(`/api/registered/${number}`)).body)).toMatchObject({ isValid: true });
    house.at("2027-07-01T08:00:00.000Z");
    expect((await guest.get("/registers/partner")).body).not.toContain(data.partner);
    expect(JSON.parse((await guest.get(`/api/registered/${number}`)).body)).toMatchObject({ isValid: false });
  });

  it("goes when the coordinator takes the consent back, with a reason that stays", async () => {
    const coordinator = visitor({ ...house, keepLines: async () => undefined });
    await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", 2_000_000_000));
    const list = paths.publicOfCall("tyrimas");
    expect((await coordinator.get(paths.consoleCall("tyrimas"))).body).toContain(`href="${list}"`);
    const hiding = /href="([^"]*\/public\/\d{20})"/.exec((await coordinator.get(list)).body)?.[1] ?? "";
    expect((await coordinator.post(hiding, { reason: "" })).status).toBe(422);
    expect((await coordinator.get(hiding)).status).toBe(200);
    const reason = "Autorė atšaukė sutikimą laišku.";
    expect(await coordinator.post(hiding, { reason })).toMatchObject({ status: 303, location: list });
    for (const page of [...everywhere, "/api/calls/tyrimas"])
      expect((await guest.get(page)).body, page).not.toContain(data.title);
    expect((await guest.get("/registers/partner")).body).toContain(data.partner);
    expect((await coordinator.get(list)).text).toContain(reason);
    const finance = visitor(house);
    await finance.post(enterPath(house.config.linkSecret, "finance@agency.example", 2_000_000_000));
    expect((await finance.post(hiding, { reason })).status).toBe(403);
  });

  it("is made anew from the call, and nothing is left of what nothing stands behind", async () => {
    const differences = async () => {
      const found = [];
      for await (const difference of differencesIn(house, "tyrimas")) found.push(difference.what);
      return found;
    };
    expect(await differences()).toEqual([]);
    const entries = house.table.all().filter(({ pk }) => String(pk).startsWith("public#"));
    const [first] = entries;
    await house.table.delete({ pk: String(first?.pk), sk: String(first?.sk) });
    const stray = { pk: "public#published", sk: "2027-02-01#00000000000000000000#tyrimas#" };
    await house.table.put(stray);
    expect((await differences()).toSorted()).toEqual(["missing", "stray"]);
    await rebuild(house, "tyrimas");
    expect(await differences()).toEqual([]);
    expect(house.table.all().filter(({ pk }) => String(pk).startsWith("public#"))).toHaveLength(
      entries.length,
    );
  });
});

it("nothing is kept of a call whose process shows nothing", async () => {
  await publishCall(house, demoCall);
  await house.keepLines();
  expect(await house.table.get({ pk: refOfCall("demo"), sk: "open" })).toBeUndefined();
});
