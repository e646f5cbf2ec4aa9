import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paidOf } from "../../../workflows/school-initiative/ledger.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { lived } from "../../lived.ts";
import { filesOf } from "./rehearsed.ts";

/** A school of which 10 000 euros were asked and granted, on the day on which its first report is due. */
const call = {
  ...{ budgetCents: 1_000_000, partialFloorPercent: 50, offerDays: 5, minimumScore: 60, ruralBonus: 0 },
  ...{
    closes: "2027-02-10T23:59",
    strands: { science: { maxCents: 1_000_000 } },
    ceilings: { equipment: 60 },
  },
  ...{ coFundingPercent: 0, scoreGap: 20, advancePercent: 30, holdPercent: 80, changeFreePercent: 10 },
  ...{ milestones: ["2027-09-30", "2028-03-31"], schools: [{ name: "Alsa", settlement: "kaimas" }] },
};
const people = [
  {
    ...{
      applicant: "Rima Gailienė",
      email: "rima@alsa.example",
      position: "head",
      school: "Alsa",
      kind: "school",
    },
    ...{ strand: "science", submitted_at: "2027-01-20T10:00", lines: "staff:600000;equipment:400000" },
    ...{ co_cents: "", founder: "", screening: "", score_1: "90", score_2: "90", score_3: "", offer: "" },
    ...{
      change: "",
      change_decision: "",
      report_1: "",
      costs_1: "",
      report_2: "",
      costs_2: "",
      co_spent: "",
      iban: "",
    },
  },
];
const applicant = "Rima Gailienė";
const initiative = await lived(filesOf(call, people));
const { world } = initiative;
beforeAll(() => initiative.until("2027-09-30"));
afterAll(() => initiative.close());

const now = () => initiative.caseOf(applicant);
const linkTo = (state: string) => initiative.linkTo(applicant, state);
const costs = (...lines: readonly string[]) => lines.join("\n");
const report = {
  done: "Įrengtas kabinetas.",
  costs: costs("staff; 100,00; 2027-06-01; SF-1; Mokymai", "equipment; 50,50; 2027-06-02; SF-2; Lęšiai"),
  coSpentCents: "0",
};

describe("a report on a milestone", () => {
  it("tells at the field what is missing of it, and by row and column of each cost without its evidence", async () => {
    const school = visitor(world.house);
    const answer = await school.post(await linkTo("milestoneReport"), {
      ...{ done: "", coSpentCents: "" },
      costs: costs("staff; 100,00; 2027-06-01", "alga; 5; 2027-06-02; SF-2; Lęšiai"),
    });
    expect(answer.status).toBe(422);
    for (const said of ["Kas padaryta?", "1 eilutė", "Dokumentas", "2 eilutė"])
      expect(answer.text).toContain(said);
    expect(answer.body).toContain("Darbo užmokestis; 100,00; 2027-06-01");
  });

  it("keeps what was saved when a change breaks in on it, and asks again", async () => {
    const school = visitor(world.house);
    const link = await linkTo("milestoneReport");
    expect((await school.post(link, { ...report, later: "yes" })).status).toBe(303);
    const said = await school.post(`${initiative.pageOf(applicant)}/say/change`, {
      ...{ source: "staff", target: "equipment", cents: "100", reason: "Pabrango įranga." },
    });
    expect(said.status).toBe(303);
    await world.settle();
    const again = await linkTo("milestoneReport");
    expect(again).not.toBe(link);
    expect((await school.get(again)).body).toContain("Įranga; 50,50; 2027-06-02; SF-2; Lęšiai");
    const late = await school.post(link, report);
    expect([late.status, late.text.includes("Mokymai")]).toEqual([410, true]);
  });

  it("is taken once from two browsers: the second is told, and what it typed stays on its page", async () => {
    const link = await linkTo("milestoneReport");
    const [one, other] = [visitor(world.house), visitor(world.house)];
    const answers = await Promise.all([
      one.post(link, report),
      other.post(link, { ...report, done: "Kitaip." }),
    ]);
    const [taken, refused] = answers.toSorted((a, b) => a.status - b.status);
    expect([taken?.status, refused?.status]).toEqual([303, 410]);
    expect(refused?.text).toMatch(/Jau atsakyta|gauta|atsakymas/);
    await world.settle();
    const reports = (await now()).file.answers.filter(({ form }) => form === "progress");
    expect(reports).toHaveLength(1);
  });

  it("is paid for once, though it is accepted from two browsers, and the next one begins with nothing in it", async () => {
    const review = await linkTo("milestoneReview");
    const accepted = {
      outcome: "accepted",
      planned: "yes",
      documented: "yes",
      visible: "yes",
      things: "yes",
      risky: "yes",
    };
    const answers = await Promise.all([1, 2].map(() => visitor(world.house).post(review, accepted)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    await world.settle();
    const isLong = (await now()).tasks.some(({ state }) => state === "milestoneCosts");
    if (isLong) {
      const checked = { outcome: "accepted", eligible: "yes", paid: "yes", procured: "yes" };
      await visitor(world.house).post(await linkTo("milestoneCosts"), checked);
      await world.settle();
    }
    expect((await now()).tasks.filter(({ state }) => state === "milestonePay")).toHaveLength(1);
    await initiative.until("2028-03-31");
    expect(paidOf((await now()).file, "milestone-1")).toBe(15_050);
    const { body, text } = await visitor(world.house).get(await linkTo("milestoneReport"));
    expect(text).toContain("Priimta eilutėje, Darbo užmokestis");
    expect(body).toMatch(/<textarea [^>]*name="costs"[^>]*><\/textarea>/);
  });

  it("says what to mend once it is returned, and is read at length by two after a risk was marked", async () => {
    const somebody = visitor(world.house);
    const next = { ...report, costs: costs("staff; 20,00; 2028-02-01; SF-3; Mokymai") };
    const sends = async (state: string, said: Record<string, string>) => {
      const { status } = await somebody.post(await linkTo(state), said);
      await world.settle();
      return status;
    };
    expect(await sends("milestoneReport", next)).toBe(303);
    expect((await somebody.get(await linkTo("milestoneReview"))).text).toContain("Veiklos matomos");
    const short = { outcome: "accepted", planned: "yes", documented: "yes" };
    expect(await sends("milestoneReview", short)).toBe(422);
    expect(await sends("milestoneReview", { outcome: "returned", reasons: "Trūksta SF-3." })).toBe(303);
    const { text } = await somebody.get(await linkTo("milestoneReport"));
    expect(text).toContain("2-ojo etapo ataskaita grąžinta pataisyti. Ką reikia pataisyti: Trūksta SF-3.");
    expect(await sends("milestoneReport", next)).toBe(303);
    expect(await sends("milestoneReview", { ...short, visible: "yes", things: "yes" })).toBe(303);
    expect((await somebody.get(await linkTo("milestoneCosts"))).text).toContain("viešųjų pirkimų");
  });
});
