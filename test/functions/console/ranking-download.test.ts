import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { documentKey, recordKey } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const address = "/console/calls/demo/ranking.json";
const call = "call#demo";

let house: DemoHouse;
let coordinator: Visitor;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  coordinator = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await coordinator.post(enterPath(house.config.linkSecret, "coordinator@agency.example", until));
});

async function publish(visit: number, name: string, ranking: unknown): Promise<void> {
  await house.documents.keep(documentKey(call, name), JSON.stringify(ranking), "application/json");
  await house.table.put({
    ...recordKey(call, visit, "publication"),
    state: "publication",
    visit,
    step: "publication",
    outcome: "published",
    data: {},
    document: name,
    parts: [],
    at: "2027-01-10T08:00:00.000Z",
  });
}

describe("the ranking of a call as a file", () => {
  it("is downloaded under the call's name, unchanged", async () => {
    await publish(5, "ranking-1", { entries: ["case#ą"] });
    const { status, headers, body } = await coordinator.get(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "content-disposition": 'attachment; filename="ranking-demo.json"',
      "cache-control": "no-store",
    });
    expect(Buffer.from(body, "base64").toString()).toBe('{"entries":["case#ą"]}');
  });

  it("comes packed to whoever can unpack it, so that a large one fits an answer", async () => {
    const entries = Array.from({ length: 10_000 }, (_, place) => ({ ref: `case#${place}`, place }));
    await publish(5, "ranking-1", entries);
    const { headers, body } = await coordinator.ask("GET", address, {
      headers: { "accept-encoding": "gzip, deflate, br" },
    });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(Buffer.from(body, "base64")).toString())).toEqual(entries);
    expect(body.length).toBeLessThan(JSON.stringify(entries).length / 2);
  });

  it("is the latest where one was published again", async () => {
    await publish(5, "ranking-1", { first: true });
    await publish(9, "ranking-2", { second: true });
    const { body } = await coordinator.get(address);
    expect(Buffer.from(body, "base64").toString()).toBe('{"second":true}');
  });

  it.each(["demo", "unknown"])("is not there for the call %s before it is published", async (id) => {
    expect((await coordinator.get(`/console/calls/${id}/ranking.json`)).status).toBe(404);
  });

  it("is for staff alone", async () => {
    await publish(5, "ranking-1", { secret: "case#a" });
    const { status, body } = await visitor(house).get(address);
    expect(status).toBe(403);
    expect(body).not.toContain("case#a");
  });
});
