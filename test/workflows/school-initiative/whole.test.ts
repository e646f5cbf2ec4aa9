import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { auditCall } from "../../../functions/audit/audit-call.ts";
import { deskOf } from "../../../functions/calls/desk.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { makeDocument } from "../../../functions/documents/documents.ts";
import { caseWords } from "../../../functions/reading/case-words.ts";
import { explain } from "../../../functions/reading/explanation.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { textOf } from "../../functions/documents/read-pdf.ts";
import { type Money, outcomesOf, type School } from "./model.ts";
import { openRehearsal } from "./rehearsed.ts";

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

const call = {
  ...money,
  closes: "2027-02-10T23:59",
  strands: { science: { maxCents: 1_000_000 } },
  ceilings: {},
  coFundingPercent: 0,
  scoreGap: 20,
  advancePercent: 50,
  holdPercent: 80,
  changeFreePercent: 10,
  milestones: ["2027-09-30"],
  schools: schools.map(({ name, rural }) => ({ name, settlement: rural ? "kaimas" : "miestas" })),
};
const rows = schools.map(({ name, score, requestedCents, submittedAt, offer }, index) => ({
  applicant: name,
  email: `mokykla-${index}@mokykla.example`,
  position: "head",
  school: name,
  kind: "school",
  strand: "science",
  submitted_at: submittedAt,
  lines: `staff:${requestedCents}`,
  co_cents: "",
  founder: "",
  screening: "",
  score_1: String(score),
  score_2: String(score),
  score_3: "",
  offer,
  change: "",
  change_decision: "",
  report_1: "",
  costs_1: `staff:${requestedCents}`,
  co_spent: "",
  iban: "",
}));
const folder = mkdtempSync(join(tmpdir(), "kelias-money-"));
const { world, ended } = await openRehearsal(folder, call, rows);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});
const callOf = async () => {
  const loaded = await loadCase(world.house, refOfCall("iniciatyvos"), { withEntries: true });
  if (!loaded) throw new Error("no call");
  return loaded;
};

describe("a call that shares out money, from the applications to the last offer", () => {
  it("comes out as the rules say: whole along the order, a part on the line, on from who refuses and is silent", () => {
    const expected = outcomesOf(schools, money);
    const said = { accepted: "completed", declined: "declined", expired: "expired" } as const;
    const { columns = [], rows: written = [] } =
      ended.told.tables.find(({ name }) => name === "cases.csv") ?? {};
    const cents = columns.indexOf("granted_cents");
    expect(written.map((row) => [row[0], row[1], row[cents]])).toEqual(
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
