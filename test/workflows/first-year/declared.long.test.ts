import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entriesIn } from "../../../functions/cases/load.ts";
import { breakIn, wordsNow } from "../../../functions/cases/road/interrupt.ts";
import { refOfCall } from "../../../functions/store/keys.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import { sumsOf } from "../../../workflows/kernel/ledger.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { type Lived, lived } from "../../lived.ts";
import { cellsOf, filesOf } from "./play.ts";

/** A mentor of two terms, and one novice who is there for both: 122 and 60 days are 600 euros each. */
const call = {
  ...{
    id: "declared",
    process: "first-year",
    days: 182,
    checkInDays: 60,
    minimumCheckIns: 0,
    maxPauseDays: 0,
  },
  ...{ extensionDays: 0, declareDays: 14, mentorWaitDays: 0, lastDay: "2028-12-31", mentorCents: 60_000 },
  terms: [
    { id: "2027-autumn", from: "2027-09-01", to: "2027-12-31" },
    { id: "2028-winter", from: "2028-01-01", to: "2028-02-29" },
  ],
  schools: { "Molėtų gimnazija": "Molėtų r.", "Utenos mokykla": "Utenos r." },
};
const at = { school: "Molėtų gimnazija", municipality: "", position: "teacher" };
const people = [
  {
    ...at,
    kind: "mentor",
    name: "Aldona",
    email: "aldona@mokykla.example",
    capacity: "1",
    years: "9",
    accepts: "yes",
  },
  {
    ...at,
    kind: "mentor",
    name: "Bronius",
    email: "bronius@mokykla.example",
    capacity: "1",
    years: "1",
    accepts: "no",
  },
  {
    ...{
      ...at,
      kind: "novice",
      name: "Ona",
      email: "ona@mokykla.example",
      starts: "2027-09-01",
      qualified: "yes",
    },
    ...{
      months_before: "0",
      years_away: "0",
      declared: "2027-autumn:both;2028-winter:both",
      evaluation: "passed",
    },
  },
];
let first: Lived;
beforeEach(async () => {
  first = await lived(filesOf(call, people));
});
afterEach(() => first.close());

const says = async (whose: string, name: string, values: Readonly<Record<string, unknown>>) =>
  breakIn(first.world.house, await first.caseOf(whose), { name, by: "koordinatore@kelias.example" }, values);
const reason = "Dienos suskaičiuotos neteisingai.";
const voids = (declaration: string) => says("Aldona", "voided", { declaration, reason });

describe("a declaration that was paid and is voided", () => {
  it("is taken back from the next payment, so that the mentor has what counts and nothing is paid twice", async () => {
    await first.until("2028-02-01");
    expect(await voids("2027-autumn 1")).toEqual({ outcome: "accepted" });
    await first.world.settle();
    const ended = await first.toTheEnd();
    expect(cellsOf(ended)["payments.csv"]).toEqual([
      "Ona,Aldona,2027-autumn,122,0",
      "Ona,Aldona,2028-winter,60,60000",
    ]);
    const paid = ended.moved.filter(({ kind }) => kind === "paid");
    expect(paid.map(({ cents }) => cents)).toEqual([60_000]);
    expect(sumsOf(ended.moved)).toMatchObject({ toPay: 0, toRecover: 0 });
  });

  it("comes back where no payment is left to take it from", async () => {
    await first.until("2028-04-03");
    expect(await voids("2028-winter 1")).toEqual({ outcome: "accepted" });
    await first.world.settle();
    const ended = await first.toTheEnd();
    expect(cellsOf(ended)["cases.csv"]).toEqual(["Ona,completed,Aldona,2028-02-29,182,4,60000"]);
    const back = ended.moved.filter(({ kind }) => kind === "recovered");
    expect(back.map(({ cents }) => cents)).toEqual([60_000]);
    expect(sumsOf(ended.moved)).toMatchObject({ toPay: 0, toRecover: 0 });
  });

  it("cannot be voided again, and one that nobody made not at all: both are told at the field", async () => {
    await first.until("2028-02-01");
    const untold = { outcome: "invalid", errors: [{ field: "declaration", problem: "unknownOption" }] };
    expect(await voids("2028-winter 1")).toMatchObject(untold);
    await voids("2027-autumn 1");
    await first.world.settle();
    expect(await voids("2027-autumn 1")).toMatchObject(untold);
  });
});

/** Where whoever is asked on Aldona's road answers. */
const pathOf = async (asked: string) => (await first.linkTo("Aldona", asked)).replace("/t/", "/api/tasks/");

describe("a term that is declared by two who have the link", () => {
  it("is declared once, the second is told so, and the novice reads how many days of which term were declared, and nothing else of the mentor", async () => {
    await first.until("2028-01-01");
    const path = await pathOf("declaration");
    const declares = (novices: readonly string[]) => first.world.request("POST", path, { novices }, {});
    expect((await declares(["1"])).status).toBe(200);
    await first.world.settle();
    expect(await declares([])).toMatchObject({ status: 409, body: { code: "answered" } });
    const { file } = await first.caseOf("Aldona");
    expect(file.answers.filter(({ form }) => form === "declaration").map(({ values }) => values)).toEqual([
      { novices: ["1"] },
    ]);
    const { body } = await first.world.request("GET", await pathOf("confirmation"), "", {});
    const asked = await visitor(first.world.house).get(await first.linkTo("Aldona", "confirmation"));
    expect(asked.text).toContain("Aldona");
    for (const others of ["LT12", "Bronius"]) expect(asked.text).not.toContain(others);
    expect(body).toMatchObject({
      why: expect.stringContaining(
        "122 days in the term “2027-autumn” (1 September 2027 – 31 December 2027)",
      ),
    });
  });
});

describe("whoever goes through a first year", () => {
  it("signs the agreement and agrees the plan before anybody asks how they get on", async () => {
    await first.until("2027-10-01");
    const { file } = await first.caseOf("Ona");
    const asked = file.answers.toSorted((a, b) => a.visit - b.visit).map(({ form }) => form);
    expect([...new Set(asked)]).toEqual(["signature", "inductionPlan", "planAgreement", "checkIn"]);
  });
});

describe("whoever changes a first year", () => {
  it("can have nobody resume who goes on, nor pause who is on pause; a leave may follow a pause", async () => {
    await first.until("2027-10-01");
    const offered = async () => {
      const words = ["paused", "onLeave", "resumed"];
      const now = wordsNow(await first.caseOf("Ona"), "coordinator", first.world.house.clock.now());
      return words.filter((name) => now.includes(name));
    };
    expect(await offered()).toEqual(["paused", "onLeave"]);
    expect(await says("Ona", "resumed", {})).toEqual({ outcome: "tooLate" });
    expect(await says("Ona", "paused", { reason })).toEqual({ outcome: "accepted" });
    await first.world.settle();
    expect(await offered()).toEqual(["onLeave", "resumed"]);
    const own = await visitor(first.world.house).get(first.pageOf("Ona"));
    expect(own.text).toContain("Stažuotė sustabdyta, jos dienos neskaičiuojamos. Mentorius: Aldona.");
    expect(await says("Ona", "resumed", {})).toEqual({ outcome: "accepted" });
    await first.world.settle();
    expect(await offered()).toEqual(["paused", "onLeave"]);
  });

  it("is offered every mentor who has accepted, each with the room there is", async () => {
    await first.until("2027-10-01");
    const { process, file } = await first.caseOf("Ona");
    const entries = await entriesIn(first.world.house.table, refOfCall("declared"), process);
    const word = process.interruptions.mentorChanged;
    if (!word) throw new Error("no such word");
    expect(formIn(word.form, { ...file, entries }).fields.mentorEmail?.options).toMatchObject({
      listed: [{ value: "aldona@mokykla.example", label: { lt: "Aldona, Molėtų gimnazija (lydi dabar)" } }],
    });
  });

  it("can name nobody as a mentor who is none, and no school that is not on the list", async () => {
    await first.until("2027-10-01");
    const wrong = (field: string) => ({ outcome: "invalid", errors: [{ field, problem: "unknownOption" }] });
    for (const mentorEmail of ["ona@mokykla.example", "bronius@mokykla.example", "niekas@mokykla.example"])
      expect(await says("Ona", "mentorChanged", { mentorEmail, reason })).toMatchObject(wrong("mentorEmail"));
    const head = { principalName: "Nida Naujienė", principalEmail: "nida@mokykla.example" };
    expect(await says("Ona", "schoolChanged", { ...head, newSchool: "999999999", reason })).toMatchObject(
      wrong("newSchool"),
    );
    expect((await first.caseOf("Ona")).file.interruptions).toEqual([]);
  });

  it("moves to a school that the list knows, whose head signs the next agreement", async () => {
    await first.until("2027-10-01");
    const head = { principalName: "Nida Naujienė", principalEmail: "nida@mokykla.example" };
    const moved = await says("Ona", "schoolChanged", { ...head, newSchool: "100000001", reason });
    expect(moved).toEqual({ outcome: "accepted" });
    await first.world.settle();
    const { file, process } = await first.caseOf("Ona");
    expect(file.interruptions.at(-1)?.values).toMatchObject({
      school: "Utenos mokykla",
      municipality: "Utenos r.",
    });
    expect(process.people("principal", file)).toMatchObject({ email: "nida@mokykla.example" });
  });
});
