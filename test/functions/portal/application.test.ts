import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import type { House } from "../../../functions/house.ts";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { type Said, typedOn } from "../web/demo-pages.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let teacher: Visitor;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  teacher = visitor(house);
});

async function begin(who: Visitor): Promise<string> {
  const begun = await who.post("/calls/demo/drafts");
  expect(begun.status).toBe(303);
  return begun.location.split("/")[2] ?? "";
}

const startedCases = () => house.started.filter(({ machine }) => machine === "foreign-internship");

/** A draft with every page filled in. */
async function fill(who: Visitor, change: Said = {}): Promise<string> {
  const draft = await begin(who);
  for (const { id } of application.pages) await who.post(`/drafts/${draft}/${id}`, typedOn(id, change));
  return draft;
}

describe("an application, page by page", () => {
  it("is kept page by page, checked, submitted once, and shown with what happens next", async () => {
    const draft = await fill(teacher);
    const check = await teacher.get(`/drafts/${draft}/check`);
    expect(check.text).toContain("Austėja Žukauskaitė");
    expect(check.text).toContain("LT12 1000 0111 0100 1000");
    const submitted = await teacher.post(`/drafts/${draft}/submit`);
    expect(submitted.status).toBe(303);
    const mine = await teacher.get(submitted.location);
    expect(mine.text).toContain("Paraiška pateikta");
    expect(mine.text).toContain("Netrukus prašysime mokyklos vadovo pritarti");
    const again = await teacher.post(`/drafts/${draft}/submit`);
    expect(again.location).toBe(submitted.location);
    await sweeper(house)({}, lambdaContext);
    expect(startedCases()).toHaveLength(1);
    expect(house.sent.map(({ to }) => to)).toEqual(["austeja@mokykla.example"]);
  });

  it("shows the number of an account that was pasted as it will be read", async () => {
    const draft = await fill(teacher, { iban: " lt12\u00a01000\u20090111\u200b 0100-1000 " });
    expect((await teacher.get(`/drafts/${draft}/check`)).text).toContain("LT12 1000 0111 0100 1000");
  });

  it("closes the draft for files once it is sent, also where the first time was cut off before", async () => {
    const draft = await fill(teacher);
    const status = async () => (await teacher.get(`/drafts/${draft}/upload/languageProofFile`)).status;
    expect(await status()).toBe(200);
    const cutOff: House = {
      ...house,
      table: { ...house.table, change: async () => Promise.reject(new Error("the process is gone")) },
    };
    expect((await visitor(cutOff).post(`/drafts/${draft}/submit`)).status).toBe(500);
    expect(await status()).toBe(200);
    expect((await teacher.post(`/drafts/${draft}/submit`)).status).toBe(303);
    expect(await status()).toBe(410);
  });

  it("closes the draft for files when it is sent", async () => {
    const draft = await fill(teacher);
    await teacher.post(`/drafts/${draft}/submit`);
    expect((await teacher.get(`/drafts/${draft}/upload/languageProofFile`)).status).toBe(410);
  });

  it("keeps what is not valid yet, says what to mend beside the field and in the list above, and loses nothing", async () => {
    const draft = await begin(teacher);
    const answer = await teacher.post(`/drafts/${draft}/person`, {
      fullName: "Austėja",
      email: "austeja",
      phone: "",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("„El. paštas“: įrašykite visą el. pašto adresą");
    expect(answer.body).toContain('href="#email"');
    expect(answer.body).toContain('aria-describedby="email-hint email-error"');
    expect(answer.body).toContain("<title>Klaida: ");
    const later = await teacher.get(`/drafts/${draft}/person`);
    expect(later.body).toContain('value="Austėja"');
    expect(later.body).toContain('value="austeja"');
  });

  it.each<[string, string, Said, string]>([
    ["missing", "motivation", { motivation: " " }, "Įrašykite atsakymą"],
    ["too long", "motivation", { motivation: "ž".repeat(4001) }, "sutrumpinkite iki 4 000 ženklų"],
    ["of a wrong type", "school", { experienceYears: "daug" }, "įrašykite skaičių, pavyzdžiui, 12"],
    ["not whole", "school", { experienceYears: "1,5" }, "įrašykite sveikąjį skaičių"],
    ["an unknown country", "countries", { countries: ["FR"] }, "pasirinkite vieną iš siūlomų atsakymų"],
    [
      "three preferences",
      "countries",
      { countries: ["FI", "IE", "FI"] },
      "pasirinkite ne daugiau kaip 2 atsakymus",
    ],
    [
      "the same country twice",
      "countries",
      { countries: ["FI", "FI"] },
      "to paties dukart pasirinkti negalima",
    ],
    [
      "an IBAN with a wrong checksum",
      "account",
      { iban: "LT13 1000 0111 0100 1000" },
      "toks sąskaitos numeris neįmanomas",
    ],
    [
      "an account that no transfer reaches",
      "account",
      { iban: "TR33 0006 1005 1978 6457 8413 26" },
      "jos sąrašas EPC409-09 paskelbtas 2025 m. gruodžio 24 d.",
    ],
    [
      "dates out of order",
      "countries",
      {
        "availableFrom-year": "2027",
        "availableFrom-month": "5",
        "availableFrom-day": "1",
        "availableTo-year": "2027",
        "availableTo-month": "4",
        "availableTo-day": "30",
      },
      "pabaiga negali būti ankstesnė už pradžią",
    ],
    [
      "a day that does not exist",
      "countries",
      { "availableFrom-year": "2027", "availableFrom-month": "2", "availableFrom-day": "30" },
      "tokios dienos nėra",
    ],
    [
      "a municipality that is none",
      "school",
      { town: "Atlantida", municipality: "Niekur" },
      "tokios savivaldybės nėra",
    ],
    [
      "days that fit no country that was chosen",
      "countries",
      {
        countries: ["IE"],
        "availableFrom-year": "2027",
        "availableFrom-month": "4",
        "availableFrom-day": "6",
      },
      "nė viena pasirinkta šalis stažuotojų nepriima",
    ],
    ["not agreed to", "declaration", { truthful: "" }, "Kad galėtumėte tęsti, pažymėkite"],
  ])("%s is said in words, and the draft is kept", async (_title, pageId, change, words) => {
    const draft = await fill(teacher);
    const answer = await teacher.post(`/drafts/${draft}/${pageId}`, { ...typedOn(pageId), ...change });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect((await teacher.get(`/drafts/${draft}/check`)).text).toContain("Austėja Žukauskaitė");
  });

  it("shows markup as the text that it is", async () => {
    const markup = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    const draft = await fill(teacher, { motivation: markup });
    const check = await teacher.get(`/drafts/${draft}/check`);
    expect(check.body).toContain("&lt;script>alert(1)&lt;/script>&lt;img src=x");
    expect(check.body).not.toContain("<script>alert");
    expect(check.body).not.toContain("<img src=x");
  });

  it("is taken also where its address has applied before, and shows nothing of the other one", async () => {
    const first = await teacher.post(`/drafts/${await fill(teacher)}/submit`);
    const stranger = visitor(house);
    const second = await stranger.post(`/drafts/${await fill(stranger)}/submit`);
    expect([first.status, second.status]).toEqual([303, 303]);
    const [mine, theirs] = await Promise.all([first, second].map(({ location }) => stranger.get(location)));
    expect(second.location).not.toBe(first.location);
    expect(theirs?.text).toBe(mine?.text);
  });

  it("is told after the closing instant that it is late, and the draft is kept", async () => {
    const draft = await fill(teacher);
    house.at("2027-01-31T22:00:00.000Z");
    const answer = await teacher.post(`/drafts/${draft}/submit`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Paraiškos nebepriimamos");
    expect(answer.text).toContain("2027 m. sausio 31 d. 23.59 val.");
    expect(startedCases()).toEqual([]);
    expect((await teacher.get(`/drafts/${draft}/check`)).text).toContain("Austėja Žukauskaitė");
  });

  it("is asked in English of whoever chooses so, and stays English", async () => {
    const draft = await begin(teacher);
    const english = await teacher.get(`/drafts/${draft}/person?lang=en`);
    expect(english.text).toContain("About you");
    expect((await teacher.get(`/drafts/${draft}/school`)).text).toContain("Your school");
    expect((await teacher.get(`/drafts/${draft}/school?lang=lt`)).text).toContain("Jūsų mokykla");
  });

  it("can be left and taken up again by the address of the draft", async () => {
    const draft = await begin(teacher);
    const saved = await teacher.post(`/drafts/${draft}/person`, { fullName: "Austėja", later: "yes" });
    expect(saved.location).toBe(`/drafts/${draft}/person/saved`);
    expect((await teacher.get(saved.location)).text).toContain(
      `https://kelias.example/drafts/${draft}/person`,
    );
  });

  it.each([
    [
      "too large",
      { "content-type": "application/x-www-form-urlencoded" },
      `motivation=${"x".repeat(250_000)}`,
      413,
    ],
    ["not UTF-8", { "content-type": "application/x-www-form-urlencoded" }, "fullName=%ff%fe", 400],
    [
      "a name that comes twice",
      { "content-type": "application/x-www-form-urlencoded" },
      "fullName=A&fullName=B",
      400,
    ],
    ["of another media type", { "content-type": "text/plain" }, "fullName=A", 415],
    [
      "from another site",
      { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
      "fullName=A",
      403,
    ],
  ])(
    "a post that is %s is refused with a page that says so, and changes nothing",
    async (_title, headers, body, status) => {
      const draft = await fill(teacher);
      const answer = await teacher.ask("POST", `/drafts/${draft}/person`, { headers, body });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain("Užklausos numeris: request-1");
      expect((await teacher.get(`/drafts/${draft}/check`)).text).toContain("Austėja Žukauskaitė");
    },
  );
});
