import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditCall } from "../../../functions/audit/audit-call.ts";
import { casePath } from "../../../functions/links.ts";
import { idOf, refOfCall } from "../../../functions/store/keys.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const whatIf = "/console/calls/demo/what-if";

describe("the coordinator tries what would be if, before the ranking is approved", () => {
  let stage: Stage;
  let coordinator: ReturnType<typeof visitor>;
  let commission: ReturnType<typeof visitor>;
  let [first, second, third, fourth] = ["", "", "", ""];

  const enter = async (email: string) => {
    const browser = visitor(stage.world.house);
    const until = Math.floor(Date.parse(stage.world.house.clock.now()) / 1000) + 86_400;
    await browser.post(enterPath(stage.world.house.config.linkSecret, email, until));
    return browser;
  };
  const ownPage = async (ref: string) =>
    (await visitor(stage.world.house).get(casePath(stage.world.house.config.linkSecret, ref))).text;

  beforeAll(async () => {
    stage = await openStage({ places: { FI: 1, IE: 1 } });
    first = await stage.apply("pirma@mokykla.example", 90);
    second = await stage.apply("antra@mokykla.example", 80);
    third = await stage.apply("trecia@mokykla.example", 70);
    fourth = await stage.apply("ketvirta@mokykla.example", 50);
    for (let turns = 0; turns < 300; turns++) {
      const { head } = await stage.load(refOfCall("demo"));
      if (head.state === "impartiality") break;
      const refs = [first, second, third, fourth];
      const waiting = await Promise.all(refs.map((ref) => stage.standing(ref)));
      const busy = refs.find((_, index) => waiting[index] !== "awaitingRanking");
      if (busy) await stage.goOnUntil(busy, "awaitingRanking");
      else await stage.world.advanceTo(stage.world.nextTimer() ?? "");
      await stage.world.settle();
    }
    coordinator = await enter("coordinator@agency.example");
    commission = await enter("commission@agency.example");
  }, 60_000);
  afterAll(() => stage.close());

  it("and sees side by side who comes in and who goes out, while nothing is stored", async () => {
    const before = await stage.world.house.table.query(refOfCall("demo"));
    const shown = await coordinator.get(
      `${whatIf}?places.FI=1&minimumScore=&case=${idOf(fourth)}&newScore=95`,
    );
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("siūlymą gautų 1 paraiška");
    expect(shown.text).toContain("siūlymo netektų 1 paraiška");
    expect(await stage.world.house.table.query(refOfCall("demo"))).toEqual(before);
  });

  it("wrong values are named beside their fields, and nothing is tried", async () => {
    const shown = await coordinator.get(
      `${whatIf}?places.FI=-3&score.nobody=1&minimumScore=${"9".repeat(400)}`,
    );
    expect(shown.status).toBe(422);
    expect(shown.text).toContain("įrašykite sveikąjį skaičių");
    expect(shown.text).toContain("nėra „nobody“");
    expect(shown.text).not.toContain("Greta");
  });

  it("only the coordinator may adopt, and not without a reason", async () => {
    const changes = `places.FI=2&score.${idOf(fourth)}=95`;
    expect((await commission.get(`${whatIf}?${changes}`)).text).not.toContain("Pritaikyti ir sudaryti");
    expect((await commission.post(whatIf, { changes, reason: "Noriu" })).status).toBe(403);
    expect((await coordinator.post(whatIf, { changes, reason: "" })).status).toBe(422);
    expect((await coordinator.post(whatIf, { changes: "places.FI=x", reason: "Noriu" })).status).toBe(422);
    expect((await stage.load(refOfCall("demo"))).head.interruptions).toEqual([]);
  });

  it("once adopted, the ranking is made again and approved by the commission, twice pressed is adopted once", async () => {
    const changes = `places.FI=2&score.${idOf(fourth)}=95`;
    const { body } = await coordinator.get(`${whatIf}?${changes}`);
    const form = { changes, saidBefore: /name="saidBefore" value="(\d+)"/.exec(body)?.[1] ?? "" };
    const taken = await coordinator.post(whatIf, { ...form, reason: "Suomija davė dar vieną vietą." });
    expect(taken.status).toBe(303);
    const again = await coordinator.post(whatIf, { ...form, reason: "Suomija davė dar vieną vietą." });
    expect([again.status, again.location]).toEqual([303, taken.location]);
    expect((await coordinator.post(whatIf, { ...form, reason: "Dar kartą." })).status).toBe(409);
    await stage.world.settle();
    const call = await stage.load(refOfCall("demo"));
    expect(call.head.interruptions).toMatchObject([
      {
        name: "adopted",
        by: "coordinator@agency.example",
        values: { reason: "Suomija davė dar vieną vietą." },
      },
    ]);
    const seen = await commission.get("/console/calls/demo");
    expect(seen.text).toContain("Vietos: Suomija: 2");
    expect(seen.text).toContain("Suomija davė dar vieną vietą.");
    await stage.goOnUntil(third, "onReserveList");
    await stage.goOnUntil(fourth, "offer");
    expect(await stage.standing(first)).not.toBe("onReserveList");
  });

  it("and everybody reads why, by the changed rules; the audit comes to the same", async () => {
    const page = await ownPage(third);
    expect(page).toContain("Jūsų paraiškos balas – 70,00. Kad patektų į eilę, reikėjo bent 60,00.");
    expect(page).toContain("Jūsų paraiškos vieta eilėje – 4 (eilėje iš viso 4 paraiškos).");
    expect(page).toContain("Suomija: paskutinė vieta atiteko paraiškai, kurios vieta eilėje – 2");
    expect(page).toContain("Jūsų vieta rezerviniame sąraše dabar – ");
    expect(await auditCall(stage.world.house, "demo")).toMatchObject({
      rankings: [{ name: "ranking-1", cases: 4, differences: [] }],
      changed: [],
    });
  });
});
