import { expect, it } from "vitest";
import { addressIdOf, leavingPath } from "../../../functions/links.ts";
import { visitorOf } from "../../../functions/visitors/visitor.ts";
import { atEvent } from "../seats/event.ts";

it("a visitor of a campaign who wants to be told of calls is kept for 24 months, whatever became of the seat", async () => {
  await atEvent(1, async ({ world, register, say }) => {
    await register("Ona@pastas.example", { toldOfCalls: true });
    await register("petras@pastas.example", { toldOfCalls: false });
    await register("ieva@pastas.example");
    await world.settle();
    await say("ona@pastas.example", "cancel");
    expect(await visitorOf(world.house, "ona@pastas.example")).toMatchObject({
      to: { name: "Lankytoja Ona@pastas.example" },
      // The call opens on 1 February at nine in Vilnius.
      keptUntil: "2029-02-01T07:00:00.000Z",
    });
    expect(await visitorOf(world.house, "petras@pastas.example")).toBeUndefined();
    expect(await visitorOf(world.house, "ieva@pastas.example")).toBeUndefined();
    await world.advanceTo("2029-02-01T06:59:00.000Z");
    expect(await visitorOf(world.house, "ona@pastas.example")).toBeDefined();
    await world.advanceTo("2029-02-01T07:01:00.000Z");
    expect(await world.house.table.query("visitors")).toEqual([]);
  });
});

it("whoever leaves does so by one click, and is forgotten at once; opening the link alone changes nothing", async () => {
  await atEvent(10, async ({ world, register }) => {
    await register("ona@pastas.example", { toldOfCalls: true });
    const { linkSecret } = world.house.config;
    const path = leavingPath(linkSecret, addressIdOf(linkSecret, "ona@pastas.example"));
    expect((await world.request("GET", path, "", {})).status).toBe(200);
    expect(await visitorOf(world.house, "ona@pastas.example")).toBeDefined();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await world.request("POST", path, "", { ...form, origin: "http://127.0.0.1" })).status).toBe(200);
    expect(await world.house.table.query("visitors")).toEqual([]);
    expect((await world.request("GET", path.replace(/.$/, "x"), "", {})).status).toBe(404);
  });
});
