import { beforeEach, describe, expect, it } from "vitest";
import { loadCase } from "../../../functions/cases/load.ts";
import { casePath } from "../../../functions/links.ts";
import { groupsPath, newGroup, travellingCall } from "../groups/travelling-call.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

type Travelling = Awaited<ReturnType<typeof travellingCall>>;
let call: Travelling;
let coordinator: Visitor;
let [ona, rasa, petras] = ["", "", ""];

beforeEach(async () => {
  call = await travellingCall();
  coordinator = await call.staff("coordinator");
  ona = await call.hasPlace("Ona Onaitė");
  rasa = await call.hasPlace("Rasa Rasaitė");
  petras = await call.hasPlace("Petras Petraitis");
});

const make = (...members: readonly [string, ...string[]]) =>
  coordinator.post(`${groupsPath}/new/FI`, newGroup(...members));

describe("a coordinator makes a group", () => {
  it("of people with a place in its country, who then stand on its list with how to reach them", async () => {
    const made = await make(ona, rasa);
    expect(made.location).toBe(`${groupsPath}/1`);
    const { text } = await coordinator.get(made.location);
    expect(text).toContain("Ona Onaitė Grupės vadovas");
    expect(text).toContain("Rasa Rasaitė");
    expect(text).toContain("+370 600 00000");
    expect(text).toContain("Vilniaus oro uostas, 6.30 val.");
    const list = await coordinator.get(groupsPath);
    expect(list.text).toContain("Tamperės grupė Suomija Ona Onaitė Agentūra 2");
    expect(list.text).toContain("Suomija: 1 žmogus");
  });

  it("and makes one only, when the page is sent twice", async () => {
    await make(ona, rasa);
    const again = await make(ona, rasa);
    expect([again.status, again.location]).toEqual([303, `${groupsPath}/1`]);
    expect((await coordinator.get(groupsPath)).text.match(/Tamperės grupė/g)).toHaveLength(1);
  });

  it("but not with somebody who is in another group, and says so", async () => {
    await make(ona, rasa);
    const second = await coordinator.post(`${groupsPath}/new/FI`, newGroup(petras, rasa));
    expect(second.status).toBe(409);
    expect(second.text).toContain("dar nėra jokioje grupėje");
    expect((await coordinator.get(`${groupsPath}/2`)).status).toBe(404);
  });

  it("nor with a case of another country, or one that does not exist", async () => {
    const irish = await call.hasPlace("Airė Airaitė", "IE");
    for (const other of [irish, "0000", "../x", "<script>", "", "ą".repeat(2000)]) {
      const made = await make(ona, other);
      expect([other, made.status]).toEqual([other, 409]);
    }
    expect((await coordinator.get(groupsPath)).text).toContain("Kelionės grupių dar nėra.");
  });

  it("whose leader travels along: somebody else is refused at the question", async () => {
    const made = await coordinator.post(`${groupsPath}/new/FI`, { ...newGroup(ona), member: [rasa] });
    expect(made.status).toBe(422);
    expect(made.text).toContain("vadovauti gali tik tas, kas vyksta su grupe");
    expect(made.body).toContain('href="#leader"');
  });

  it("naming what is missing, and keeping what was typed and ticked", async () => {
    const made = await coordinator.post(`${groupsPath}/new/FI`, { ...newGroup(ona, rasa), name: "" });
    expect(made.status).toBe(422);
    expect(made.text).toContain("Įrašykite atsakymą: „Grupės pavadinimas“.");
    expect(made.body).toContain("Vilniaus oro uostas, 6.30 val.");
    expect(made.body.match(/checked/g)?.length).toBeGreaterThanOrEqual(3);
    const nobody = await coordinator.post(`${groupsPath}/new/FI`, { ...newGroup(ona), member: [] });
    expect([nobody.status, nobody.text.includes("Pažymėkite bent vieną žmogų.")]).toEqual([422, true]);
  });

  it("alone: other staff look at groups, and whoever has no pass sees nothing", async () => {
    const finance = await call.staff("finance");
    const refused = await finance.post(`${groupsPath}/new/FI`, newGroup(ona, rasa));
    expect(refused.status).toBe(403);
    await make(ona, rasa);
    expect((await finance.get(`${groupsPath}/1`)).text).toContain("Rasa Rasaitė");
    for (const deed of ["members", "edit", "rooms", "dissolve", `members/${rasa}/remove`]) {
      const { status } = await finance.post(`${groupsPath}/1/${deed}`, {
        ...newGroup(ona, petras),
        version: "1",
      });
      expect([deed, status]).toEqual([deed, 403]);
    }
    expect(await call.namesIn(1)).toEqual(["Ona Onaitė", "Rasa Rasaitė"]);
    const stranger = await call.staff("nobody");
    expect((await stranger.get(`${groupsPath}/1`)).status).toBe(403);
  });

  it("of at most 60", async () => {
    const made = await make(ona, ...Array.from({ length: 60 }, (_, index) => `${index}`));
    expect(made.status).toBe(422);
    expect(made.text).toContain("ne daugiau kaip 60");
  });
});

describe("a group changes", () => {
  beforeEach(() => make(ona, rasa));
  const edit = async (more: Readonly<Record<string, string>>) =>
    coordinator.post(`${groupsPath}/1/edit`, {
      name: "Tamperės grupė",
      tickets: "agency",
      leader: ona,
      meeting: "",
      version: String((await call.groupOf(1)).version),
      ...more,
    });

  it("when somebody comes in or is taken out, however often that is sent", async () => {
    for (let times = 0; times < 2; times++)
      await coordinator.post(`${groupsPath}/1/members`, { member: petras });
    expect(await call.namesIn(1)).toEqual(["Ona Onaitė", "Petras Petraitis", "Rasa Rasaitė"]);
    for (let times = 0; times < 2; times++) await coordinator.post(`${groupsPath}/1/members/${rasa}/remove`);
    expect(await call.namesIn(1)).toEqual(["Ona Onaitė", "Petras Petraitis"]);
  });

  it("when another member leads it", async () => {
    expect((await edit({ leader: rasa })).location).toBe(`${groupsPath}/1`);
    expect((await coordinator.get(`${groupsPath}/1`)).text).toContain("Rasa Rasaitė Grupės vadovas");
    const outsider = await edit({ leader: petras });
    expect(outsider.status).toBe(422);
  });

  it("once, when two change it at the same time: the second sees that, and what was typed is still there", async () => {
    const { version } = await call.groupOf(1);
    await edit({ meeting: "Kauno oro uostas", version: String(version) });
    const second = await edit({ name: "Pirmoji grupė", version: String(version) });
    expect(second.status).toBe(409);
    expect(second.text).toContain("pakeitė kas nors kitas");
    expect(second.body).toContain('value="Pirmoji grupė"');
    expect(second.text).toContain("Kas galioja dabar");
    expect(second.text).toContain("Kauno oro uostas");
    expect(await call.groupOf(1)).toMatchObject({ name: "Tamperės grupė", meeting: "Kauno oro uostas" });
  });

  it("not by a page without the version that it was drawn with", async () => {
    for (const version of ["", "0", "none", "1e9", "9".repeat(400)])
      expect((await edit({ version })).status).toBe(409);
  });

  it("when it is dissolved: its people are free for another one, and its number is not given again", async () => {
    expect((await coordinator.get(`${groupsPath}/1/dissolve`)).text).toContain("Grupės nebebus");
    expect((await coordinator.post(`${groupsPath}/1/dissolve`)).location).toBe(groupsPath);
    expect((await coordinator.get(`${groupsPath}/1`)).status).toBe(404);
    expect((await make(ona, rasa)).location).toBe(`${groupsPath}/2`);
  });
});

describe("whoever no longer travels", () => {
  beforeEach(() => make(ona, rasa));

  it("is on no list and in no room, without anybody's doing; the coordinator is asked for another leader", async () => {
    const rooms = { version: "1", "room-1-beds": "2", [`sleeps-${ona}`]: "1", [`sleeps-${rasa}`]: "1" };
    await coordinator.post(`${groupsPath}/1/rooms`, rooms);
    await call.withdraws(ona);
    const { text, body } = await coordinator.get(`${groupsPath}/1`);
    expect(text).not.toContain("Ona Onaitė");
    expect(text).toContain("Paskirkite kitą");
    expect(body).toContain(rasa);
    expect((await coordinator.get(`${groupsPath}/1/rooms`)).text).not.toContain("Ona Onaitė");
    expect((await coordinator.get(groupsPath)).text).toContain("Reikia naujo vadovo");
  });
});

describe("a rooming list", () => {
  beforeEach(() => make(ona, rasa, petras));
  const place = (more: Readonly<Record<string, string | readonly string[]>>) =>
    coordinator.post(`${groupsPath}/1/rooms`, { version: "1", rooms: "3", ...more });

  it("says who sleeps where, and who has no room yet", async () => {
    const placed = await place({
      "room-1-name": "204",
      "room-1-beds": "2",
      [`sleeps-${ona}`]: "1",
      [`sleeps-${rasa}`]: "1",
    });
    expect(placed.location).toBe(`${groupsPath}/1`);
    const { text } = await coordinator.get(placed.location);
    expect(text).toContain("Kambario dar neturi: Petras Petraitis.");
    expect(text.match(/204/g)).toHaveLength(2);
  });

  it("does not put more people into a room than it has beds, nor into one that is none", async () => {
    const full = await place({ "room-1-beds": "1", [`sleeps-${ona}`]: "1", [`sleeps-${rasa}`]: "1" });
    expect(full.status).toBe(422);
    expect(full.text).toContain("čia nakvotų 2 žmonės, o vietų tiek nėra");
    const bedless = await place({ [`sleeps-${ona}`]: "2" });
    expect(bedless.text).toContain("čia nakvotų 1 žmogus");
    expect((await call.groupOf(1)).rooms).toEqual([]);
  });

  it("does not put anybody to sleep twice, nor into a room that the page did not offer", async () => {
    const twice = await place({ "room-1-beds": "2", "room-2-beds": "2", [`sleeps-${ona}`]: ["1", "2"] });
    expect(twice.status).toBe(400);
    expect((await place({ "room-1-beds": "2", [`sleeps-${ona}`]: "9" })).status).toBe(422);
    expect((await place({ "room-1-beds": "-1" })).status).toBe(422);
    expect((await place({ "room-1-name": "x".repeat(61), "room-1-beds": "1" })).status).toBe(422);
  });

  it("is written by one of two who write it at the same time", async () => {
    await place({ "room-1-beds": "3", [`sleeps-${ona}`]: "1" });
    const second = await place({ "room-1-beds": "1", "room-3-name": "Palėpė", "room-3-beds": "1" });
    expect(second.status).toBe(409);
    expect(second.body).toContain('value="Palėpė"');
    expect((await call.groupOf(1)).rooms).toMatchObject([{ beds: 3 }]);
  });
});

describe("tickets and grants that were worked out before", () => {
  const grantsPath = `${groupsPath}/grants`;
  const amend = (...ids: readonly string[]) =>
    coordinator.post(grantsPath, { member: ids, reason: "Bilietus perka agentūra." });
  const saidOf = async (id: string) =>
    (await loadCase(call.house, `case#${id}`))?.file.interruptions.map(({ name, by }) => ({ name, by }));

  it("lead the coordinator to those that do not fit any more, from the group, the call and the case", async () => {
    await call.isGranted(rasa, "own");
    await make(ona, rasa);
    for (const path of [`${groupsPath}/1`, groupsPath, `/console/cases/${rasa}`]) {
      const { body, text } = await coordinator.get(path);
      expect([path, text]).toEqual([path, expect.stringContaining("Dotaciją reikia apskaičiuoti iš naujo")]);
      expect(body).toContain(`href="${grantsPath}"`);
    }
    const { body } = await coordinator.get(grantsPath);
    expect(body).toContain(`member-${rasa}`);
    expect(body).not.toContain(`member-${ona}`);
    await coordinator.post(`${groupsPath}/1/members/${rasa}/remove`);
    expect((await coordinator.get(`/console/cases/${rasa}`)).text).not.toContain("apskaičiuoti iš naujo");
    expect((await coordinator.get(grantsPath)).text).toContain("Tokių dotacijų nėra.");
  });

  it("are worked out anew for those that were ticked, each once, however often that is sent", async () => {
    for (const id of [rasa, petras]) await call.isGranted(id, "own");
    await make(ona, rasa, petras);
    expect((await amend(rasa)).location).toBe(groupsPath);
    expect(await saidOf(rasa)).toEqual([{ name: "changed", by: "coordinator@agency.example" }]);
    expect(await saidOf(petras)).toEqual([]);
    expect((await coordinator.get(grantsPath)).text).toContain(
      "Rasa Rasaitė. Iš naujo apskaičiuoti dabar negalima",
    );
    expect((await amend(rasa)).location).toBe(groupsPath);
    await amend(rasa, petras);
    expect(await saidOf(rasa)).toHaveLength(1);
    expect(await saidOf(petras)).toHaveLength(1);
  });

  it("are worked out anew for a reason, by the coordinator, and for nobody whose grant fits", async () => {
    await call.isGranted(rasa, "own");
    await make(ona, rasa);
    const noReason = await coordinator.post(grantsPath, { member: rasa, reason: "" });
    expect([noReason.status, noReason.text.includes("„Kodėl dotacija keičiama?“")]).toEqual([422, true]);
    for (const other of [ona, petras, "0000"]) expect((await amend(other)).status).toBe(422);
    const finance = await call.staff("finance");
    expect((await finance.post(grantsPath, { member: rasa, reason: "Noriu." })).status).toBe(403);
    for (const id of [ona, rasa, petras]) expect(await saidOf(id)).toEqual([]);
  });

  it("cannot change any more when the journey has begun: neither by coming in, nor by leaving, nor by other tickets", async () => {
    await call.isGranted(rasa, "own", "travelling");
    const made = await make(ona, rasa);
    expect(made.status).toBe(409);
    expect(made.text).toContain("Dotacija jau apskaičiuota");
    expect(made.text).toContain("Rasa Rasaitė");
    await make(ona, petras);
    await call.isGranted(petras, "agency", "travelling");
    const statuses = [
      await coordinator.post(`${groupsPath}/1/members/${petras}/remove`),
      await coordinator.post(`${groupsPath}/1/edit`, {
        ...newGroup(ona),
        tickets: "own",
        version: "1",
      }),
      await coordinator.post(`${groupsPath}/1/dissolve`),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(await call.namesIn(1)).toEqual(["Ona Onaitė", "Petras Petraitis"]);
  });
});

describe("on the page of one's own application", () => {
  const ownPage = async (id: string) =>
    visitor(call.house).get(casePath(call.house.config.linkSecret, `case#${id}`));
  const numbersIn = (text: string) => text.match(/\+370 600 00000/g)?.length ?? 0;

  it("everybody sees how to reach the leader, where to meet and who goes along, and no more of the others", async () => {
    await make(ona, rasa, petras);
    const { text, body } = await ownPage(rasa);
    expect(text).toContain("Tamperės grupė");
    expect(text).toContain("Vilniaus oro uostas, 6.30 val.");
    for (const name of ["Ona Onaitė", "Petras Petraitis"]) expect(text).toContain(name);
    expect(body).toContain(`mailto:${(await call.memberOf(1, ona)).traveller.email}`);
    expect(body).not.toContain((await call.memberOf(1, petras)).traveller.email);
  });

  it("everybody is reached at the address that was put right, where the first one took no mail", async () => {
    await make(ona, rasa);
    const { email } = (await call.memberOf(1, ona)).traveller;
    await call.isCorrected(ona, email, "ona.tikra@mokykla.example");
    expect((await ownPage(rasa)).body).toContain("mailto:ona.tikra@mokykla.example");
    expect((await coordinator.get(`${groupsPath}/1`)).body).not.toContain(email);
  });

  it("the leader sees how to reach everybody", async () => {
    await make(ona, rasa, petras);
    const { text, body } = await ownPage(ona);
    expect(text).toContain("Jūs vadovaujate šiai grupei.");
    for (const id of [rasa, petras])
      expect(body).toContain(`mailto:${(await call.memberOf(1, id)).traveller.email}`);
    expect(numbersIn(text)).toBeGreaterThanOrEqual(4);
  });

  it("a leader who has gone is no longer named, and whoever has left sees nothing of the group", async () => {
    await make(ona, rasa, petras);
    await call.withdraws(ona);
    await coordinator.post(`${groupsPath}/1/members/${petras}/remove`);
    const { text } = await ownPage(rasa);
    expect(text).toContain("Vadovas dar nepaskirtas");
    expect(text).not.toContain("Ona Onaitė");
    for (const id of [ona, petras]) expect((await ownPage(id)).text).not.toContain("Tamperės grupė");
  });
});
