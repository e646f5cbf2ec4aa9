import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { openWords, sealWords } from "../../../functions/search/sealed-words.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { certifiedCase, loadCertified } from "../certificates/certified-case.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "../web/enter.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

let house: DemoHouse;
let coordinator: Visitor;
let ref: string;

const other = (role: string) => ({
  name: `kita ${role}`,
  email: `other-${role}@agency.example`,
  language: "lt" as const,
});

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const staff = Object.fromEntries(
    ["coordinator", "commission", "agency", "finance"].map((role) => [role, other(role)]),
  );
  await publishCall(house, { ...demoCall, id: "other", staff });
  ref = await submit("demo", "Austėja Žukauskaitė", "austeja@mokykla.example");
  await submit("demo", "Ona Onaitė", "ona@mokykla.example");
  await submit("other", "Austėja Svetimaitė", "svetima@mokykla.example");
  coordinator = visitor(house);
  await enter(coordinator, "coordinator");
});

async function submit(callId: string, fullName: string, email: string): Promise<string> {
  const raw = { ...demoApplication, fullName, email };
  const submitted = await submitApplication(house, { callId, language: "lt", raw, draftId: email });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

const enter = (who: Visitor, name: string) =>
  who.post(
    enterPath(
      house.config.linkSecret,
      `${name}@agency.example`,
      Date.parse("2027-01-17T08:00:00.000Z") / 1000,
    ),
  );

async function find(text: string, who = coordinator) {
  const sent = await who.post("/console/search", { text });
  return { location: sent.location, text: (await who.get(sent.location)).text };
}

describe("the search", () => {
  it.each([
    ["a name without its marks", "zukauskaite"],
    ["beginnings of two words", "AUST žuk"],
    ["the beginning of an address", "austeja@mok"],
    ["a name and the school", "austeja atzalyno"],
  ])("finds a case by %s", async (_by, words) => {
    const found = await find(words);
    expect(found.text).toContain("Austėja Žukauskaitė");
    expect(found.text).not.toContain("Ona Onaitė");
  });

  it("leads at once to the one case that a code or a whole address means", async () => {
    const there = `/console/cases/${idOf(ref)}`;
    expect((await find(idOf(ref).slice(0, 8))).location).toBe(there);
    expect((await find(" AUSTEJA@mokykla.example ")).location).toBe(there);
  });

  it("leads at once to the case of a certificate, and nobody who does not read its call", async () => {
    const certified = await certifiedCase();
    const { number } = (await loadCertified(certified.house, certified.ref)).certificate;
    const until = Date.parse("2027-06-20T08:00:00.000Z") / 1000;
    const lead = async (email: string) => {
      const who = visitor(certified.house);
      await who.post(enterPath(certified.house.config.linkSecret, email, until));
      return (await who.post("/console/search", { text: number })).location;
    };
    expect(await lead("coordinator@agency.example")).toBe(`/console/cases/${idOf(certified.ref)}`);
    expect(await lead("coordinator@elsewhere.example")).not.toContain("/console/cases/");
  });

  it("finds calls by title, and the people who work for them", async () => {
    expect((await find("stažuotės")).text).toContain("Stažuotės užsienyje");
    const reviewers = await find("third");
    expect(reviewers.text).toContain("third@agency.example");
  });

  it("shows nothing of calls in which whoever looks has no part", async () => {
    expect((await find("svetimaite")).text).toContain("nieko nerasta");
    const theirs = visitor(house);
    await enter(theirs, "other-coordinator");
    expect((await find("austeja", theirs)).text).not.toContain("Žukauskaitė");
  });

  it("puts no word of what is looked for into an address, a title or a list's link", async () => {
    const { location } = await find("zukauskaite");
    const page = await coordinator.get(location);
    expect(decodeURIComponent(location).toLowerCase()).not.toContain("zuk");
    expect(page.body.match(/<title>.*<\/title>/)?.[0].toLowerCase()).not.toContain("zuk");
    for (const [, href = ""] of page.body.matchAll(/href="([^"]*)"/g))
      expect(decodeURIComponent(href).toLowerCase()).not.toContain("zuk");
  });

  it("is there on every page of staff, and on no page of strangers", async () => {
    for (const address of ["/console", "/console/calls/demo", `/console/cases/${idOf(ref)}`])
      expect((await coordinator.get(address)).body).toContain('action="/console/search"');
    expect((await visitor(house).get("/console")).body).not.toContain('action="/console/search"');
  });
});

describe("words in an address", () => {
  const { linkSecret } = demoHouse().config;

  it("are read back as they were typed, and are the same each time", () => {
    const sealed = sealWords(linkSecret, "Austėja „Žuk“");
    expect(openWords(linkSecret, sealed)).toBe("Austėja „Žuk“");
    expect(sealWords(linkSecret, "Austėja „Žuk“")).toBe(sealed);
  });

  it("that somebody changed, or another installation sealed, are nothing", () => {
    const sealed = sealWords(linkSecret, "Austėja");
    expect(openWords(linkSecret, `${sealed.slice(0, -2)}AA`)).toBeUndefined();
    expect(openWords("another secret", sealed)).toBeUndefined();
    for (const nothing of ["", "x", "%", "A".repeat(5_000)])
      expect(openWords(linkSecret, nothing)).toBeUndefined();
  });

  it("stand open in the address of a list in vain", async () => {
    await house.keepLines();
    expect((await coordinator.get("/console/calls/demo/cases?text=ona")).text).toContain("Austėja");
    const sent = await coordinator.post("/console/calls/demo/cases", { text: "ona", order: "name" });
    expect(sent.location).toMatch(/^\/console\/calls\/demo\/cases\?order=name&words=[\w-]+$/);
    const list = (await coordinator.get(sent.location)).text;
    expect(list).toContain("Ona Onaitė");
    expect(list).not.toContain("Austėja");
  });
});
