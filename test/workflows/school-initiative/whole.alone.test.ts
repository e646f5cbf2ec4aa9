import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { auditCall } from "../../../functions/audit/audit-call.ts";
import { deskOf } from "../../../functions/calls/desk.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { caseWords } from "../../../functions/reading/case-words.ts";
import { explain } from "../../../functions/reading/explanation.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../../infra/local/rehearse/example-files.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { play } from "../../../infra/local/rehearse/play.ts";
import { endOf } from "../../../infra/local/rehearse/roads.ts";
import { openingOf, openWorld } from "../../../infra/local/rehearse/world.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { type Money, outcomesOf, type School } from "./model.ts";
import { exampleOf } from "./rehearsal.ts";

/** The whole product with a process that no folder has: the catalogue has one line more. */
vi.mock("../../../workflows/catalogue.ts", async (original) => {
  const { schoolInitiative } = await import("./process.ts");
  const { withOneMore } = await import("../one-more.ts");
  return withOneMore(await original(), schoolInitiative);
});

const folder = mkdtempSync(join(tmpdir(), "kelias-money-"));
mkdirSync(folder, { recursive: true });

const money: Money = {
  budgetCents: 1_000_050,
  partialFloorPercent: 40,
  offerDays: 5,
  minimumScore: 60,
  ruralBonus: 4,
};

const school = (name: string, score: number, euros: number, more: Partial<School> = {}): School => ({
  name,
  score,
  rural: false,
  requestedCents: euros * 100,
  submittedAt: "2027-01-20T10:00",
  offer: "accept",
  ...more,
});

const schools: readonly School[] = [
  school("Alsa", 90, 3000),
  school("Birštonas", 88, 4000, { offer: "decline" }),
  school("Dusetos", 84, 2500, { rural: true, offer: "silent" }),
  school("Eiguliai", 80, 4500),
  school("Gelgaudiškis", 76, 2000, { rural: true, offer: "decline" }),
  school("Ignalina", 75, 5000),
  school("Joniškis", 70, 100),
  school("Kalvarija", 59.5, 50, { rural: true }),
];

const { callText, peopleText } = textsOf(exampleOf(schools, money));
const read = await checkCall(callText);
if (read.outcome === "faulty") throw new Error(read.faults.join());
const cast = readPeople(Buffer.from(peopleText), read.value.call);
if (cast.outcome === "faulty") throw new Error(cast.faults.join());
const ledger = openLedger(join(folder, "applications.jsonl"));
const opens = openingOf(read.value.call);
const world = await openWorld(folder, opens, ledger);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});
await publishCall(world.house, read.value.call.given);
const part = { call: read.value.call, cast: cast.value, events: [] };
await play(world, { parts: [part], ledger, onProgress: () => undefined });
const ended = await endOf(world, part, ledger, opens);
const callOf = async () => {
  const loaded = await loadCase(world.house, refOfCall("iniciatyvos"), { withEntries: true });
  if (!loaded) throw new Error("no call");
  return loaded;
};

describe("a call that shares out money, from the applications to the last offer", () => {
  it("comes out as the rules say: whole along the order, a part on the line, on from who refuses and is silent", () => {
    const expected = outcomesOf(schools, money);
    const said = { accepted: "agreed", declined: "declined", expired: "expired" } as const;
    const rows = ended.told.tables.find(({ name }) => name === "cases.csv")?.rows ?? [];
    expect(rows.map(([name, status, , cents]) => [name, status, cents])).toEqual(
      schools.map(({ name }) => {
        const { status, grantedCents } = expected.get(name) ?? { status: "reserve" };
        return [name, status in said ? said[status as keyof typeof said] : status, grantedCents];
      }),
    );
    expect([...expected.values()].map(({ status }) => status)).toEqual(
      expect.arrayContaining(["accepted", "declined", "expired", "reserve", "rejected"]),
    );
  });

  it("is audited to the cent, from what the cases bring when they are weighed again", async () => {
    expect(await auditCall(world.house, "iniciatyvos")).toEqual({
      outcome: "audited",
      rankings: [{ name: "ranking-1", cases: 8, differences: [] }],
      changed: [],
    });
  });

  it("tells each school why, in the words of money", async () => {
    const ui = await uiIn("en");
    const reasons = await Promise.all(
      (await callOf()).file.entries?.map(async ({ ref, decision }) => {
        const loaded = await loadCase(world.house, ref);
        const selection = loaded?.process.selects;
        if (!selection) return [];
        return explain({ selection, ui, words: await caseWords(loaded, "en") }, decision);
      }) ?? [],
    );
    const all = reasons.flat();
    expect(all).toContain(
      "The score of your application is 90.00. To have a place in the order it had to be at least 60.00.",
    );
    expect(all).toContain(
      "The last for whom there was money is number 3 in the order, whose score is 88.00.",
    );
    expect(all).toContain("The application above has more points in all.");
  });

  it("has minutes with the keys of its order, and an order with what is granted", async () => {
    const call = await callOf();
    const text = async (name: string) => {
      const bytes = await makeDocument(world.house, name, "coordinator", call, "en");
      return bytes ? textOf(bytes) : "";
    };
    expect(await text("minutes")).toMatch(
      /Decided by Total Requested 1 \S+ Alsa – 90.00 €3,000.00 2 \S+ Dusetos total 88.00 €2,500.00/,
    );
    expect(await text("order")).toContain("Amount granted");
    expect(await text("order")).not.toMatch(/Country|undefined/);
  });

  it("shows what another budget would change", async () => {
    const call = await callOf();
    const desk = await deskOf(call);
    const terms = { ...desk?.trialTerms(call.file), cases: [] };
    expect(terms).toMatchObject({ isOfMoney: true, shares: [], hasMinimum: true });
    expect(desk?.writeTrial({ places: {}, weights: {}, scores: {}, budgetCents: 2_000_000 })).toBe(
      "budget=20000",
    );
  });
});
