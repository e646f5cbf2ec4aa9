import { describe, expect, it } from "vitest";
import { uploadedKey } from "../../../functions/store/keys.ts";
import { dissemination } from "../../../workflows/foreign-internship/forms.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { visitor } from "../web/visitor.ts";
import { withArticle } from "./house.ts";

const title = "Reiškinių mokymas Tamperėje";
const asGuest = (house: Parameters<typeof visitor>[0]) =>
  visitor({ ...house, keepLines: async () => undefined });
const entryIn = (body: string): string => /\/library\/[\d-]{24}/.exec(body)?.[0] ?? "";

describe("the public library", () => {
  it("shows what was given, with author, topic, licence and the way to it, and nothing else of the case", async () => {
    const { house } = await withArticle();
    const guest = asGuest(house);
    const list = await guest.get("/library");
    expect(list.text).toContain(title);
    const { text, body } = await guest.get(entryIn(list.body));
    for (const said of [
      "Straipsnis po stažuotės užsienyje",
      "Kaip mokiniai tyrinėja reiškinius.",
      "Austėja Žukauskaitė",
      "Mokinių pažinimas",
      "Licencija CC-BY-4.0",
      "2027 m. birželio 20 d.",
    ])
      expect(text).toContain(said);
    expect(body).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(body).toContain('href="https://svietimonaujienos.example/reiskiniai"');
    for (const kept of ["@", "Kėdain", "LT12", "Petraitis", "+370"]) expect(body).not.toContain(kept);
  });

  it("stands on its call's page too, and is found by words and by topic", async () => {
    const { house } = await withArticle();
    const guest = asGuest(house);
    expect((await guest.get("/calls/demo")).text).toContain(title);
    expect((await guest.get("/library?text=tyrin")).text).toContain(title);
    expect((await guest.get("/library?tag=knowingPupils")).text).toContain(title);
    expect((await guest.get("/library?tag=assessment")).text).not.toContain(title);
    expect((await guest.get("/library?text=tyrin&tag=assessment")).text).not.toContain(title);
  });

  it("is led to by the own page of whoever gave it, which says under which number it stands there", async () => {
    const { house, own } = await withArticle();
    const guest = asGuest(house);
    const entry = entryIn((await guest.get("/library")).body);
    expect((await guest.get(own)).body).toContain(`href="${own}/public"`);
    expect((await guest.get(`${own}/public`)).body).toContain(`href="${entry}"`);
    await guest.post(`${own}/public`, { kind: "publication", name: "shared", agrees: "no" });
    expect((await guest.get(`${own}/public`)).body).not.toContain(`href="${entry}"`);
  });

  it("has nothing of who gave nothing, and nothing any more of who took it back", async () => {
    const silent = await withArticle({ shared: false });
    expect((await asGuest(silent.house).get("/library")).text).not.toContain(title);
    const { house, own } = await withArticle();
    const guest = asGuest(house);
    const entry = entryIn((await guest.get("/library")).body);
    await guest.post(`${own}/public`, { kind: "publication", name: "shared", agrees: "no" });
    for (const page of [
      "/library",
      "/library?text=tyrin",
      "/library/list.csv",
      "/api/library",
      "/calls/demo",
    ])
      expect((await guest.get(page)).body, page).not.toContain(title);
    expect((await guest.get(entry)).status).toBe(404);
  });

  it("hands out the file of a publication for as long as it is one", async () => {
    const id = "AAAAAAAAAAAAAAAAAAAAAA";
    const { house, own } = await withArticle({ sharedLink: undefined, sharedFile: id });
    await house.documents.keep(uploadedKey(id), "%PDF-1.7", "application/pdf");
    const guest = asGuest(house);
    const file = `${entryIn((await guest.get("/library")).body)}/file`;
    const { status, headers } = await guest.get(file);
    expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(headers["content-disposition"]).toContain("attachment");
    await guest.post(`${own}/public`, { kind: "publication", name: "shared", agrees: "no" });
    expect((await guest.get(file)).status).toBe(404);
  });

  it("is open to programs and spreadsheets", async () => {
    const { house } = await withArticle();
    const guest = asGuest(house);
    const { publications } = JSON.parse((await guest.get("/api/library?tag=knowingPupils")).body);
    expect(publications).toEqual([
      expect.objectContaining({
        process: "foreign-internship",
        kind: "publication",
        title,
        authors: ["Austėja Žukauskaitė"],
        tags: ["knowingPupils"],
        licence: "CC-BY-4.0",
        address: "https://svietimonaujienos.example/reiskiniai",
        from: "2027-06-20",
      }),
    ]);
    expect((await guest.get("/library/list.csv")).body).toContain(title);
    expect((await guest.get("/api/library?cursor=nonsense")).status).toBe(400);
  });
});

describe("whoever gives something to the library", () => {
  const typed = { outcome: "shared", publication: "Žurnalas", sessionOn: "2027-06-10", colleagues: "12" };
  const problems = (more: Readonly<Record<string, string>>) => {
    const parsed = parseAnswer(dissemination, { ...typed, ...more }, "2027-06-20");
    return parsed.outcome === "invalid"
      ? parsed.errors.map(({ field, problem }) => `${field} ${problem}`)
      : [];
  };

  it("says what it is called, where it is and how it may be used", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ shared: "no" })).toEqual([]);
    expect(problems({ shared: "yes" })).toEqual([
      "sharedTitle missing",
      "sharedLicence missing",
      "sharedLink missing",
    ]);
    const whole = { shared: "yes", sharedTitle: "T", sharedLicence: "CC0-1.0" };
    expect(problems({ ...whole, sharedLink: "https://a.example/b" })).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    "ftp://a.example",
    "//a.example",
    "a.example",
    "https://",
    "https://a b.example",
  ])("gives no address that a browser should not open: %s", (sharedLink) => {
    expect(problems({ sharedLink })).toEqual(["sharedLink notWebAddress"]);
  });
});
