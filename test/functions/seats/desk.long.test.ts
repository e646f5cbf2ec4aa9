import { expect, it } from "vitest";
import { deskPath, registrationIdOf } from "../../../functions/links.ts";
import { atEvent, type Event } from "./event.ts";

const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1" };

/** What whoever holds the event does on the page, without scripts. */
function deskOf({ world, pk }: Event) {
  const here = deskPath(world.house.config.linkSecret, pk);
  return {
    here,
    shows: async (find = "") => String((await world.asked(asking("GET", `${here}?find=${find}`))).body),
    post: (fields: Readonly<Record<string, string>>) =>
      world.request("POST", here, new URLSearchParams(fields).toString(), form),
  };
}

const asking = (method: string, target: string) => ({
  method,
  target,
  headers: { host: ["127.0.0.1"] },
  body: Buffer.alloc(0),
});

it("whoever is at the desk finds people by name or by the number under their code, and lets each in once", async () => {
  await atEvent(10, async (event) => {
    const { world, pk, register } = event;
    await register("ona@pastas.example", { fullName: "Ona Šalčiūtė" });
    await register("petras@pastas.example", { fullName: "Petras Petraitis" });
    await world.advanceTo("2027-04-15T06:50:00.000Z");
    const desk = deskOf(event);
    expect(await desk.shows("salci")).toContain("Pažymėti: Ona Šalčiūtė");
    expect(await desk.shows("salci")).not.toContain("Pažymėti: Petras");
    expect(await desk.shows("2")).toContain("Pažymėti: Petras Petraitis");
    expect(await desk.shows("nieko")).toContain("Nieko neradome");
    const ona = registrationIdOf(world.house.config.linkSecret, pk, "ona@pastas.example");
    for (let times = 0; times < 2; times += 1)
      expect((await desk.post({ registration: ona })).status).toBe(303);
    expect(await event.inside()).toEqual(["Ona Šalčiūtė"]);
    expect(await desk.shows()).toContain("Atvyko 1 iš 2");
    // By an address of somebody else's event nobody is let in.
    expect((await world.request("POST", desk.here.replace(/.$/, "!"), "registration=x", form)).status).toBe(
      404,
    );
  });
});

it("a phone without scripts or with: what is typed or scanned names the person, and a strange code is told as such", async () => {
  await atEvent(10, async (event) => {
    const { world, register } = event;
    await register("ona@pastas.example", { fullName: "Ona Onaitė" });
    const [, , id = "", secret = ""] = deskOf(event).here.split("/");
    const at = "2027-04-15T06:55:00.000Z";
    const scans = ["1", "1", "https://kitas.example/kodas", "99"].map((registration) => ({
      registration,
      at,
    }));
    const answered = await world.request("POST", `/api/desk/${id}/${secret}`, { scans }, {});
    expect(answered.body).toEqual({
      outcomes: ["inside", "already", "unknown", "unknown"],
      names: ["Ona Onaitė", "Ona Onaitė", "", ""],
    });
  });
});

it("who has not registered is written down as long as there is a seat, with an address or without, and a page sent twice writes one", async () => {
  await atEvent(3, async (event) => {
    const { world, register, stands } = event;
    await register("ona@pastas.example", { fullName: "Ona Onaitė" });
    await world.advanceTo("2027-04-15T07:05:00.000Z");
    const desk = deskOf(event);
    const petras = { fullName: "Petras Petraitis", email: "", teacher: "no", key: "pirmas" };
    await desk.post(petras);
    await desk.post(petras);
    // Who has registered and is written down nevertheless takes their own seat.
    await desk.post({ fullName: "Ona Onaitė", email: "ONA@pastas.example", key: "antras" });
    await desk.post({ fullName: "Ieva Ievaitė", email: "ieva@pastas.example", key: "trečias" });
    expect(await event.inside()).toEqual(["Ieva Ievaitė", "Ona Onaitė", "Petras Petraitis"]);
    expect(await desk.shows()).toContain("Atvyko 3 iš 3");
    const late = await desk.post({ fullName: "Jonas Jonaitis", email: "", key: "ketvirtas" });
    expect(late.status).toBe(303);
    expect(Object.keys(await stands())).toHaveLength(3);
    expect((await desk.post({ fullName: "", email: "", key: "penktas" })).status).toBe(422);
  });
});
