import { expect, test } from "vitest";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { lookInto } from "../../../../infra/local/example/look.ts";
import { inOwnWorld } from "../../../../infra/local/rehearse/world.ts";
import { demoCall } from "../../../functions/demo-house.ts";
import { headerOf, textOf } from "../own/ask-own.ts";

const { coordinator } = demoCall.staff;

test("a programme that is being made is looked at, as anybody, and nothing is done there yet", async () => {
  await inOwnWorld({ opens: "2027-01-11T08:00" }, async (world) => {
    await publishCall(world.house, demoCall);
    const look = lookInto(world, [], () => 43);
    const ask = (method: string, target: string, more: Record<string, string[]> = {}, body = "") =>
      look.answer({
        method,
        target,
        headers: { host: ["localhost:4000"], "sec-fetch-site": ["same-origin"], ...more },
        body: Buffer.from(body),
        sourceIp: "127.0.0.1",
        at: world.local.clock.millis(),
      });

    const begin = await ask("GET", "/");
    expect([begin.status, headerOf(begin, "location")]).toEqual([303, "/example"]);
    const people = await ask("GET", "/example");
    expect(textOf(people)).toContain("nueita 43");
    expect(textOf(people)).toContain(coordinator.name);
    expect(headerOf(people, "refresh")).toBe("2");
    expect((await ask("GET", "/mailbox")).status).toBe(200);

    const entered = await ask(
      "POST",
      "/example",
      {},
      String(new URLSearchParams({ email: coordinator.email, to: "console" })),
    );
    const cookie = [headerOf(entered, "set-cookie")?.split(";")[0] ?? ""];
    expect(textOf(await ask("GET", "/console", { cookie }))).toContain(demoCall.title.lt);
    const skipped = await ask("POST", "/console/time", { cookie }, "skip=next");
    expect(skipped.status).toBe(503);
    expect(textOf(skipped)).toContain("tik apžiūrėti");

    const elsewhere = await ask("GET", "/example", { host: ["evil.example"] });
    expect(elsewhere.status).toBe(421);
    await look.end();
  });
});
