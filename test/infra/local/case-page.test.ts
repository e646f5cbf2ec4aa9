import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOf } from "../../../functions/addresses/of-ref.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { colleagueOf, hiddenIn } from "./colleague.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let coordinator: ReturnType<typeof colleagueOf>;
let ref: string;
beforeEach(async () => {
  stage = await openStage();
  coordinator = colleagueOf(stage, "coordinator@agency.example");
  ref = await stage.apply("pirma@mokykla.example", 90);
});
afterEach(() => stage.close());

const page = (query = "") => coordinator.get(`${paths.consoleCase(idOf(ref))}${query}`);

/** The stops of the road that a page draws: how each is marked, and what it says. */
const stopsIn = (html: string) =>
  [...html.matchAll(/<li class="kelias-way__stop ([^"]*)"[^>]*>(.*?)<\/li>/gs)].map(
    ([, marks = "", inner = ""]) => ({
      marks: marks.replaceAll("kelias-way__stop--", ""),
      says: inner
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    }),
  );
/** The sentences of the record, in order. */
const recordIn = (html: string) =>
  [...html.matchAll(/<li class="kelias-record__(\w+)">(.*?)<\/li>/gs)].map(([, kind = "", inner = ""]) => ({
    kind,
    says: inner
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  }));

describe("the road of a case", () => {
  it("begins where the application was sent, with everything ahead", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const stops = stopsIn((await page()).html);
    expect(stops.map(({ marks }) => marks)).toEqual([
      "passed",
      "here",
      ...Array.from({ length: 18 }, () => "ahead"),
    ]);
    expect(stops[1]?.says).toMatch(
      /^Dabar: Mokyklos vadovo pritarimas .* Jonas Petraitis \(mokyklos vadovas\), iki 2027 m\. sausio 17 d\./,
    );
    expect(stops.at(-1)?.says).toBe("Toliau: Pabaiga: Stažuotė baigta");
  });

  it("stands aside where it was turned off the road that is meant, and says when it came there", async () => {
    await stage.goOnUntil(ref, "screening");
    const asked = await stage.openTask(ref, "screening");
    await stage.answer(asked, { outcome: "supplement", request: "Kokia patirtis?" });
    const aside = stopsIn((await page()).html).find(({ marks }) => marks === "here aside");
    expect(aside?.says).toContain("Paraiškos patikslinimas 2027 m. sausio 10 d.");
    await stage.goOnUntil(ref, "awaitingRanking");
    const stops = stopsIn((await page()).html);
    expect(stops.filter(({ marks }) => marks === "passed aside").map(({ says }) => says)).toEqual([
      expect.stringContaining("Paraiškos patikslinimas"),
    ]);
    expect(stops.find(({ says }) => says.includes("Ekspertinis vertinimas"))?.says).toContain(
      "atsakė 2 iš 2",
    );
    expect(stops.find(({ marks }) => marks === "here")?.says).toContain("Laukia pirmumo eilės");
  });

  it("ends where the case ended, with the word that broke in on it", async () => {
    await stage.goOnUntil(ref, "screening");
    await stage.say(ref, "withdrawn", { reason: "Susirgau." });
    await stage.world.settle();
    const stops = stopsIn((await page()).html);
    expect(stops.slice(-2).map(({ marks }) => marks)).toEqual(["passed aside", "here"]);
    expect(stops.at(-1)?.says).toContain("Byla baigta");
  });

  it("is the same in English", async () => {
    await stage.goOnUntil(ref, "endorsement");
    const { text } = await page("?lang=en");
    expect(text).toContain("The road of this case");
    expect(text).toContain("by 17 January 2027");
  });
});

describe("the record of a case", () => {
  it("tells everything in order: questions and answers, steps, mails, deadlines, corrections, notes", async () => {
    await stage.goOnUntil(ref, "screening");
    const task = await stage.openTask(ref, "screening");
    const here = paths.extend(idOf(ref), task);
    const date = { "day-year": "2027", "day-month": "1", "day-day": "29" };
    await coordinator.post(here, {
      ...hiddenIn((await coordinator.get(here)).html),
      ...date,
      reason: "Atostogos.",
    });
    await coordinator.post(paths.correction(idOf(ref), "fullName"), {
      value: "Ona Onaitė",
      reason: "Skambino.",
      after: "0",
    });
    await coordinator.post(paths.notes(idOf(ref)), { text: "Patikrinti diplomą.", after: "0" });
    await stage.goOnUntil(ref, "awaitingRanking");
    const told = recordIn((await page()).html);
    const order = [
      "Pateikta paraiška",
      "Paklausta: Mokyklos vadovo pritarimas. Atsako Jonas Petraitis (mokyklos vadovas)",
      "Laiškas „Atsakykite, ar pritariate mokytojo paraiškai stažuotis užsienyje“",
      "Atsakyta: Mokyklos vadovo pritarimas – Pritariu. Atsakė Jonas Petraitis",
      "Pailgintas terminas: Atitikties vertinimas",
      "Ištaisyta paraiška, „Vardas ir pavardė“. Buvo „Austėja Žukauskaitė“, dabar „Ona Onaitė“",
      "Pastaba kolegoms",
      "Parinkti ekspertai. Toliau – Ekspertinis vertinimas",
      "Būsena: Laukia pirmumo eilės",
    ].map((said) => told.findIndex(({ says }) => says.includes(said)));
    expect(order).not.toContain(-1);
    expect(order[0]).toBe(0);
    expect(told.find(({ says }) => says.includes("Pailgintas"))?.says).toContain("Atostogos.");
    expect(told.find(({ kind }) => kind === "note")?.says).toContain("Patikrinti diplomą.");
  });

  it("tells who gave a task to whom and why, and who answered it then", async () => {
    await stage.goOnUntil(ref, "screening");
    const task = await stage.openTask(ref, "screening");
    const { linkSecret } = stage.world.house.config;
    const given = { person: addressIdOf(linkSecret, "agency@agency.example"), reason: "Atostogauju." };
    expect((await page()).html).toContain(paths.reassign(...placeOf(task)));
    expect((await coordinator.post(paths.reassign(...placeOf(task)), given)).status).toBe(303);
    const told = recordIn((await page("?record=change")).html);
    expect(told.map(({ says }) => says)).toEqual([
      expect.stringContaining(
        "Užduotis perduota kitam: Atitikties vertinimas. Buvo coordinator, dabar agency.",
      ),
    ]);
    expect(told[0]?.says).toContain("Atostogauju.");
  });

  it("shows one kind alone, as its address says; what nobody knows there shows everything", async () => {
    await stage.goOnUntil(ref, "screening");
    const all = recordIn((await page()).html);
    const mails = recordIn((await page("?record=mail")).html);
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThan(all.length);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(["mail"]));
    expect((await page("?record=note")).text).toContain("Tokių įrašų nėra.");
    for (const odd of ["?record=<script>", "?record=%00", "?record=mail&record=note"])
      expect((await page(odd)).status).toBe(200);
    expect(recordIn((await page("?record=nothing")).html)).toHaveLength(all.length);
  });
});
