import { describe, expect, it } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { Database } from "../../../../infra/local/database/database.ts";
import { openTable } from "../../../../infra/local/table/table.ts";
import { demoCall, demoHouse } from "../../../functions/demo-house.ts";
import { visitor } from "../../../functions/web/visitor.ts";

const seconds = (instant: string): number => Date.parse(instant) / 1000;

describe("what expires by itself", () => {
  it("goes once its time has come, and nothing else goes", async () => {
    const database = new Database(":memory:", { survives: "process" });
    const table = openTable(database);
    const expiresAt = seconds("2027-03-01T08:00:00Z");
    await table.put({ pk: "session#a", sk: "session", expiresAt });
    await table.put({ pk: "draft#a", sk: "draft", expiresAt: expiresAt + 1 });
    await table.put({ pk: "draft#b", sk: "draft" });
    await table.put({ pk: "case#a", sk: "head" });
    expect(await table.expire("2027-03-01T07:59:59.000Z")).toBe(0);
    expect(await table.expire("2027-03-01T08:00:00.000Z")).toBe(1);
    expect(table.all().map(({ pk }) => pk)).toEqual(["case#a", "draft#a", "draft#b"]);
    database.close();
  });

  it("is a draft that nobody went on with for half a year, counted from the page that was kept last", async () => {
    const house = demoHouse();
    await publishCall(house, demoCall);
    const somebody = visitor(house);
    const { location } = await somebody.post("/calls/demo/drafts");
    const draft = () => house.table.all().find(({ sk }) => sk === "draft");
    expect(draft()?.expiresAt).toBe(seconds(house.clock.now()) + 180 * 86_400);
    house.at("2027-01-20T08:00:00.000Z");
    await somebody.post(location, { fullName: "Ona" });
    expect(draft()?.expiresAt).toBe(seconds("2027-01-20T08:00:00.000Z") + 180 * 86_400);
  });
});
