import { expect, it } from "vitest";
import { registrationIdOf, registrationPath } from "../../../functions/links.ts";
import { certificateOfSeat } from "../../../functions/seats/certify.ts";
import { registrationOf } from "../../../functions/seats/settle.ts";
import { atEvent, type Event } from "./event.ts";

async function asked({ world }: Event, target: string) {
  const answer = await world.asked({
    method: "GET",
    target,
    headers: { host: ["127.0.0.1"] },
    body: Buffer.alloc(0),
  });
  return { status: answer.status, body: Buffer.from(answer.body).toString("latin1") };
}

it("whoever has a seat is reminded a day before, and a teacher who was there has a certificate with hours afterwards", async () => {
  await atEvent(10, async (event) => {
    const { world, pk, register, scan, mailed } = event;
    const { linkSecret } = world.house.config;
    const people = ["mokytoja@pastas.example", "neatvyko@pastas.example", "tevas@pastas.example"];
    for (const email of people) await register(email, { teacher: email !== "tevas@pastas.example" });
    expect((await asked(event, "/calls/renginiai-2027")).body).toContain(
      `/seats/${pk.slice("seats#".length)}`,
    );

    await world.advanceTo("2027-04-14T06:59:00.000Z");
    expect(await mailed("seatReminder")).toEqual([]);
    await world.advanceTo("2027-04-14T07:01:00.000Z");
    expect(await mailed("seatReminder")).toEqual(people);

    const at = "2027-04-15T06:55:00.000Z";
    await world.advanceTo(at);
    await scan([people[0], people[2]].map((email = "") => ({ email, at })));
    await world.advanceTo("2027-05-10T07:00:00.000Z");
    expect(await mailed("seatThanks")).toEqual([people[0], people[2]]);
    const certificates = await Promise.all(
      people.map(async (email) => {
        const one = await registrationOf(world.house, pk, registrationIdOf(linkSecret, pk, email));
        return one && (await certificateOfSeat(world.house, one))?.says;
      }),
    );
    expect(certificates).toMatchObject([
      { holder: "Lankytoja mokytoja@pastas.example", hours: 6, starts: "2027-04-15", ends: "2027-04-15" },
      undefined,
      undefined,
    ]);
    const own = registrationPath(linkSecret, pk, registrationIdOf(linkSecret, pk, people[0] ?? ""));
    expect((await asked(event, own)).body).toContain("/certificate.pdf");
    const paper = await asked(event, `${own}/certificate.pdf`);
    expect([paper.status, paper.body.slice(0, 5)]).toEqual([200, "%PDF-"]);
    expect((await asked(event, "/calls/renginiai-2027")).body).not.toContain("/seats/");
  });
});
