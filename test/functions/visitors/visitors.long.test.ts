import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { addressIdOf, leavingPath } from "../../../functions/links.ts";
import { mailItem } from "../../../functions/store/mail-items.ts";
import { visitorOf } from "../../../functions/visitors/visitor.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { rehearsal as wayIntoTeaching } from "../../../workflows/way-into-teaching/rehearsal.ts";
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

it("when a call opens that is for visitors, each who still wants to hear of it is told once, with the way to leave", async () => {
  await atEvent(10, async ({ world, register }) => {
    const { house } = world;
    const emails = ["ona@pastas.example", "petras@pastas.example", "ieva@pastas.example"];
    for (const [index, email] of emails.entries()) await register(email, { toldOfCalls: index < 2 });
    const { call } = await wayIntoTeaching.example();
    const dated = { ...call, opens: "2027-03-01T09:00", closes: "2027-03-31T23:59", slots: [] };
    const read = await checkCall(JSON.stringify(dated));
    if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
    await publishCall(house, read.value.call.given);
    const told = async () =>
      (
        await Promise.all(
          emails.map((email) => house.table.query(`address#${addressIdOf(house.config.linkSecret, email)}`)),
        )
      )
        .flat()
        .map((item) => mailItem.parse(item))
        .flatMap(({ notice, to, sentAt }) =>
          notice?.name === "callOpened" && sentAt ? [[to.email, sentAt]] : [],
        );
    await world.advanceTo("2027-03-01T06:59:00.000Z");
    expect(await told()).toEqual([]);
    // Petras leaves before the call opens.
    const leaving = leavingPath(
      house.config.linkSecret,
      addressIdOf(house.config.linkSecret, "petras@pastas.example"),
    );
    const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1" };
    await world.request("POST", leaving, "", form);
    await world.advanceTo("2027-03-01T07:01:00.000Z");
    expect((await told()).map(([email]) => email)).toEqual(["ona@pastas.example"]);
    // Published again and later it is told of once.
    await publishCall(house, read.value.call.given);
    await world.advanceTo("2027-03-02T07:01:00.000Z");
    expect(await told()).toHaveLength(1);
  });
});
