import { expect, it } from "vitest";
import { paths } from "../../../functions/addresses/paths.ts";
import { comparedPlaces } from "../../../functions/compared/figures.ts";
import { comparedCodeOf, registrationIdOf, registrationPath } from "../../../functions/links.ts";
import { certificateOfSeat } from "../../../functions/seats/certify.ts";
import { registrationOf } from "../../../functions/seats/settle.ts";
import { askedAs } from "../../../functions/store/compared-items.ts";
import { idOf, registrationKey } from "../../../functions/store/keys.ts";
import { mailItem } from "../../../functions/store/mail-items.ts";
import { atEvent, casePathOf, type Event } from "./event.ts";

const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1" };

const ownPath = ({ world, pk }: Event, email: string) =>
  registrationPath(
    world.house.config.linkSecret,
    pk,
    registrationIdOf(world.house.config.linkSecret, pk, email),
  );

async function shows({ world }: Event, target: string): Promise<string> {
  const asked = { method: "GET", target, headers: { host: ["127.0.0.1"] }, body: Buffer.alloc(0) };
  return String((await world.asked(asked)).body);
}

const says = ({ world }: Event, path: string, said: Readonly<Record<string, string>>) =>
  world.request("POST", path, new URLSearchParams(said).toString(), form);

it("whoever was there says for five working days how it was, once, and the organiser reads all of it without names", async () => {
  await atEvent(10, async (event) => {
    const { world, register, scan } = event;
    const [ona = "", petras = "", ieva = ""] = ["ona", "petras", "ieva"].map(
      (name) => `${name}@pastas.example`,
    );
    for (const email of [ona, petras, ieva]) await register(email);
    const at = "2027-04-15T06:55:00.000Z";
    await world.advanceTo(at);
    await scan([ona, petras].map((email) => ({ email, at })));
    const asked = `${ownPath(event, ona)}/asked/feedback`;
    // Before the list of those who were there is closed nobody is asked, and who was not there never is.
    expect((await says(event, asked, { expected: "fully", organised: "well" })).status).toBe(409);
    await world.advanceTo("2027-04-23T07:00:00.000Z");
    expect(await shows(event, ownPath(event, ona))).toContain("/asked/feedback");
    expect(await shows(event, ownPath(event, ieva))).not.toContain("/asked/feedback");
    expect((await says(event, asked, { expected: "fully" })).status).toBe(422);
    const said = { expected: "fully", organised: "well", otherwise: "Daugiau laiko klausimams" };
    expect((await says(event, asked, said)).status).toBe(200);
    expect((await says(event, asked, { ...said, expected: "little" })).status).toBe(409);
    expect(await shows(event, ownPath(event, ona))).not.toContain("/asked/feedback");
    const shown = await shows(event, casePathOf(event));
    expect(shown).toContain("Atsakė 1 dalyvis");
    expect(shown).toContain("Visiškai: 1");
    expect(shown).toContain("Daugiau laiko klausimams");
    expect(shown).not.toContain("Lankytoja ona");
    const late = `${ownPath(event, petras)}/asked/feedback`;
    await world.advanceTo("2027-05-10T07:00:00.000Z");
    expect((await says(event, late, said)).status).toBe(409);
  });
});

it("parents of a series are checked in at each meeting; with three of four they get a statement, and half a year later only counts of what they do at school are kept", async () => {
  const meetings = ["2027-04-22", "2027-04-29", "2027-05-06"].map((heldOn) => ({
    heldOn,
    heldFrom: "17:00",
  }));
  const series = { sort: "series", title: "Tėvų vakarai", heldFrom: "17:00", meetings, hours: 8 };
  await atEvent(
    10,
    async (event) => {
      const { world, pk, register, scan, mailed } = event;
      const [often = "", seldom = ""] = ["dazna", "reta"].map((name) => `${name}@pastas.example`);
      // Whoever thinks of coming reads what it is and each time that they meet; of calls for teachers only a campaign asks.
      const page = await shows(event, paths.seats(idOf(pk)));
      for (const said of ["Apie mokytojo darbą", "balandžio 22 d.", "gegužės 6 d."])
        expect(page).toContain(said);
      expect(page).not.toMatch(/toldOfCalls|tapti mokytoju|sąrašo/);
      expect((await register(often, { toldOfCalls: true })).status).toBe(422);
      for (const email of [often, seldom]) await register(email);
      const days = ["2027-04-15", ...meetings.map(({ heldOn }) => heldOn)];
      for (const [index, day] of days.entries()) {
        const at = `${day}T13:55:00.000Z`;
        await world.advanceTo(at);
        const there = index === 0 ? [often, seldom] : index < 3 ? [often] : [seldom];
        const scans = [...there, ...there].map((email) => ({ email, at }));
        const outcomes = there.map(() => "inside").concat(there.map(() => "already"));
        expect((await scan(scans)).body).toMatchObject({ outcomes });
      }
      await world.advanceTo("2027-05-20T07:00:00.000Z");
      const certified = async (email: string) => {
        const id = registrationIdOf(world.house.config.linkSecret, pk, email);
        const one = await registrationOf(world.house, pk, id);
        return one && (await certificateOfSeat(world.house, one))?.says;
      };
      expect(await certified(often)).toMatchObject({
        institution: "Tėvų vakarai",
        days: 3,
        ends: "2027-05-06",
      });
      expect(await certified(seldom)).toBeUndefined();
      await world.advanceTo("2027-11-06T06:59:00.000Z");
      expect(await mailed("seatFollowUp")).toEqual([]);
      await world.advanceTo("2027-11-06T07:01:00.000Z");
      expect(await mailed("seatFollowUp")).toEqual([often, seldom]);
      for (const email of [often, seldom])
        expect(
          (
            await says(event, `${ownPath(event, email)}/asked/followUp`, {
              governs: "council",
              programmes: "clubs",
            })
          ).status,
        ).toBe(200);
      const shown = await shows(event, casePathOf(event));
      expect(shown).toContain("Taip, mokyklos taryboje: 2");
      // Nothing that is kept tells what one of them chose.
      const kept = JSON.stringify(await world.house.table.query(pk, "registration#"));
      expect(kept).not.toContain("council");
    },
    {},
    series,
  );
});

it("whoever was there is asked the three questions of every form, and again after the call's months; who was not there, or was erased, is not", async () => {
  await atEvent(
    10,
    async (event) => {
      const { world, register, scan, mailed } = event;
      const people = ["ona", "petras", "ieva", "erasedlater"].map((name) => `${name}@pastas.example`);
      for (const email of people) await register(email);
      const [ona = "", petras = "", ieva = "", erased = ""] = people;
      const at = "2027-04-15T06:55:00.000Z";
      await world.advanceTo(at);
      await scan([ona, petras, erased].map((email) => ({ email, at })));
      await world.advanceTo("2027-04-26T07:00:00.000Z");
      expect(await mailed("compared")).toEqual([erased, ona, petras]);
      expect(ieva).not.toBe("");
      const asked = async () =>
        (await world.house.table.query(event.pk, "mail#"))
          .map((item) => mailItem.parse(item))
          .filter(({ template, to }) => template === "compared" && to.email === ona);
      const [mail] = await asked();
      expect(mail?.asks).toEqual({ moment: "end", round: "2027-2" });
      const [place] = await comparedPlaces(world.house);
      expect(place).toMatchObject({ form: "community-event", moment: "end", round: "2027-2" });
      const link = paths.answer(
        "~2027-2",
        place?.callId ?? "",
        "end",
        comparedCodeOf(world.house.config.linkSecret, askedAs({ pk: event.pk, ...mail }), "end"),
      );
      expect(await shows(event, `${link}?lang=lt`)).toContain("Ar taikote tai pamokose?");
      const id = registrationIdOf(world.house.config.linkSecret, event.pk, erased);
      const gone = { name: "Ištrinta #1", email: "1@erased.invalid" };
      await world.house.table.change(registrationKey(event.pk, id), { set: gone });
      await world.advanceTo("2027-08-01T07:00:00.000Z");
      expect(await mailed("compared")).toEqual([erased, ona, ona, petras, petras]);
      expect((await asked()).map(({ asks }) => asks)).toContainEqual({ moment: "later", round: "2027-3" });
      await world.advanceTo("2028-02-01T07:00:00.000Z");
      expect((await asked()).length).toBe(2);
      const places = await comparedPlaces(world.house);
      // Two of those who were there, and the organiser, whose case has come to its end.
      expect(places.filter(({ moment }) => moment === "later").map(({ asked: count }) => count)).toEqual([3]);
    },
    {},
    {},
    { followUpMonths: 3 },
  );
});
