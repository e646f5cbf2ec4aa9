import { beforeEach, describe, expect, it } from "vitest";
import type { DemoHouse } from "../demo-house.ts";
import { readPage } from "../web/page-forms.ts";
import { type Visitor, visitor } from "../web/visitor.ts";
import { demoHouse, withCoach } from "./house.ts";

let house: DemoHouse;
let guest: Visitor;
beforeEach(() => {
  house = demoHouse("2027-02-10T08:00:00.000Z");
  // What is public is kept as it changes; nothing is brought up to date because somebody looks.
  guest = visitor({ ...house, keepLines: async () => undefined });
});

/** The number of the first entry that a page shows, as people write it. */
const numberIn = (body: string): string => /\/registered\/([\d-]{24})/.exec(body)?.[1] ?? "";
/** Presses the one button of the page on which a holder says what is public. */
async function press(own: string): Promise<void> {
  const page = await guest.get(`${own}/public`);
  const [form] = readPage(page.body.slice(page.body.indexOf("<main")), `${own}/public`).forms;
  if (!form) throw new Error("no button");
  await guest.post(form.action, Object.fromEntries(form.inputs));
}

describe("a public register", () => {
  it("shows by name, without signing in, who stands in it and agreed to be shown", async () => {
    await withCoach(house, "Živilė Žukė", { listed: "yes" });
    await withCoach(house, "Čekė Ąžuolė", { listed: "yes" });
    await withCoach(house, "Adomas Tylus", { listed: "no" });
    await withCoach(house, "Ieva Tylė");
    const { status, text } = await guest.get("/registers/coach");
    expect(status).toBe(200);
    expect(text.indexOf("Čekė Ąžuolė")).toBeGreaterThan(0);
    expect(text.indexOf("Živilė Žukė")).toBeGreaterThan(text.indexOf("Čekė Ąžuolė"));
    for (const unsaid of ["Adomas", "Ieva", "@", "Petraitis"]) expect(text).not.toContain(unsaid);
  });

  it("speaks both languages, and no other register is known", async () => {
    expect((await guest.get("/registers?lang=en")).text).toContain("Peer coaches");
    expect((await guest.get("/registers/coach?lang=lt")).text).toContain("Ugdomojo vadovavimo konsultantai");
    expect((await guest.get("/registers/nobody")).status).toBe(404);
  });

  it("finds by how words begin, whatever their marks and case", async () => {
    await withCoach(house, "Živilė Žukė", { listed: "yes" });
    await withCoach(house, "Čekė Ąžuolė", { listed: "yes", subject: "Fizika" });
    const found = async (text: string) =>
      (await guest.get(`/registers/coach?text=${encodeURIComponent(text)}`)).text;
    expect(await found("zuk")).toContain("Živilė Žukė");
    expect(await found("zuk")).not.toContain("Ąžuolė");
    expect(await found("FIZ")).toContain("Čekė Ąžuolė");
    expect(await found("molėtų čekė")).toContain("Čekė Ąžuolė");
    expect(await found("niekas")).toContain("Nieko nerasta");
  });

  it("goes on from page to page when there are more than one has room for", async () => {
    for (let number = 10; number < 63; number++) await withCoach(house, `Coach ${number}`, { listed: "yes" });
    const first = await guest.get("/registers/coach?lang=en");
    const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await guest.get(next);
    const named = (text: string) => text.match(/Coach \d\d/g)?.length ?? 0;
    expect([named(first.text), named(second.text)]).toEqual([50, 3]);
    expect((await guest.get("/registers/coach?after=nonsense")).status).toBe(200);
  });
});

describe("a consent that is taken back", () => {
  it("takes the name away at once, everywhere, and leaves the number to be checked", async () => {
    const { own } = await withCoach(house, "Živilė Žukė", { listed: "yes" });
    const number = numberIn((await guest.get("/registers/coach")).body);
    await press(own);
    for (const page of [
      "/registers/coach",
      "/registers/coach?text=zuk",
      "/registers/coach/list.csv",
      "/api/registers/coach",
      `/registered/${number}`,
      `/api/registered/${number}`,
    ])
      expect((await guest.get(page)).body, page).not.toContain("Žukė");
    const { status, text } = await guest.get(`/registered/${number}`);
    expect(status).toBe(200);
    expect(text).toContain("Įrašas galioja");
    expect(text).toContain("nesutiko, kad jo vardas būtų rodomas viešai");
    await house.keepLines();
    expect(
      JSON.stringify(house.table.all().filter(({ pk }) => String(pk).startsWith("public#"))),
    ).not.toMatch(/zuk|Žuk/i);
  });

  it("may be given again, and all that was said is kept", async () => {
    const { own, ref } = await withCoach(house, "Živilė Žukė");
    expect((await guest.get("/registers/coach")).text).not.toContain("Žukė");
    await press(own);
    await house.keepLines();
    expect((await guest.get("/registers/coach")).text).toContain("Živilė Žukė");
    house.at("2027-04-02T08:00:00.000Z");
    await press(own);
    expect((await guest.get("/registers/coach")).text).not.toContain("Žukė");
    const [item] = await house.table.query(ref, "consent#");
    expect(item).toMatchObject({
      agrees: false,
      said: [
        { agrees: true, at: "2027-04-01T08:00:00.000Z" },
        { agrees: false, at: "2027-04-02T08:00:00.000Z" },
      ],
    });
  });

  it("is the same when the button is pressed twice, and does nothing for what is not one's own", async () => {
    const { own, ref } = await withCoach(house, "Živilė Žukė", { listed: "yes" });
    const word = { kind: "coach", name: "coach", agrees: "no" };
    await guest.post(`${own}/public`, word);
    const once = await house.table.query(ref, "consent#");
    await guest.post(`${own}/public`, word);
    expect(await house.table.query(ref, "consent#")).toEqual(once);
    for (const other of [{ ...word, kind: "mentor" }, { ...word, name: "" }, { ...word, agrees: "" }, {}])
      expect((await guest.post(`${own}/public`, other)).status).toBe(303);
    expect(await house.table.query(ref, "consent#")).toEqual(once);
    expect((await guest.post(`${own}x/public`, { ...word, agrees: "yes" })).status).toBe(404);
  });
});

describe("the number of an entry", () => {
  it("says to everybody how it stands, and when it is no longer valid", async () => {
    const { ref } = await withCoach(house, "Živilė Žukė", { listed: "yes" });
    const number = numberIn((await guest.get("/registers/coach")).body);
    const asked = await guest.get(`/registered?number=${number.replaceAll("-", " ")}`);
    expect(asked).toMatchObject({ status: 303, location: `/registered/${number}?lang=lt` });
    expect((await guest.get(asked.location)).text).toMatch(/Įrašas galioja .*Živilė Žukė .*Matematika/);
    const head = await house.table.get({ pk: ref, sk: "head" });
    const said = {
      name: "withdrawn",
      at: "2027-04-05T08:00:00.000Z",
      by: "z",
      state: "running",
      visit: 6,
      values: {},
    };
    await house.table.change({ pk: ref, sk: "head" }, { set: { interruptions: [said] } });
    expect(head).toBeDefined();
    house.at("2027-04-05T09:00:00.000Z");
    await house.keepLines();
    expect((await guest.get(`/registered/${number}`)).text).toContain("Įrašas šiandien negalioja");
    expect((await guest.get("/registers/coach")).text).not.toContain("Žukė");
  });

  it.each(["", "1", "<script>alert(1)</script>", "0".repeat(5000)])(
    "is asked for again after %.20j",
    async (typed) => {
      const { status, body } = await guest.get(`/registered?number=${encodeURIComponent(typed)}`);
      expect(status).toBe(404);
      expect(body).toContain("Tai nėra įrašo numeris");
      expect(body).not.toContain("<script>alert");
    },
  );

  it("is unknown where nobody has it", async () => {
    expect((await guest.get("/registered/1234-5678-9012-3456-7892")).status).toBe(404);
    expect((await guest.get("/api/registered/1234-5678-9012-3456-7892")).status).toBe(404);
  });
});

describe("programs and spreadsheets", () => {
  it("read the same register, page by page or whole", async () => {
    await withCoach(house, "=Živilė Žukė", { listed: "yes" });
    const { entries, next } = JSON.parse((await guest.get("/api/registers/coach")).body);
    expect(next).toBeUndefined();
    expect(entries).toEqual([
      {
        number: expect.stringMatching(/^(\d{4}-){4}\d{4}$/),
        kind: "coach",
        state: "accredited",
        holder: "=Živilė Žukė",
        facts: { municipality: "Molėtų rajono savivaldybė", subject: "Matematika" },
        from: "2027-03-19",
        isValid: true,
      },
    ]);
    const { body, headers } = await guest.get("/registers/coach/list.csv");
    expect(headers["content-type"]).toContain("text/csv");
    expect(body.split("\r\n")).toEqual([
      "\uFEFFnumber,holder,municipality,subject,state,from,until",
      `${entries[0].number},'=Živilė Žukė,Molėtų rajono savivaldybė,Matematika,accredited,2027-03-19,`,
      "",
    ]);
  });
});
