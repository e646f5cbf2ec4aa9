import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmApplication } from "../../../../functions/cases/applications/same-address.ts";
import { breakIn } from "../../../../functions/cases/road/interrupt.ts";
import { addressIdOf } from "../../../../functions/links.ts";
import { caseWords, parametersOf } from "../../../../functions/reading/case-words.ts";
import { guest } from "../../../../workflows/blocks/asking.ts";
import { paying } from "../../../../workflows/blocks/payment.ts";
import { dutyDue, everyMonths, nextDuty } from "../../../../workflows/blocks/series/duty.ts";
import { duties } from "../../../../workflows/blocks/series/series.ts";
import { silence } from "../../../../workflows/blocks/silence.ts";
import type { CaseFile } from "../../../../workflows/kernel/case-file.ts";
import { faultsOf } from "../../../../workflows/kernel/check.ts";
import { compile } from "../../../../workflows/kernel/compile.ts";
import { defineProcess } from "../../../../workflows/kernel/define-process.ts";
import { days } from "../../../../workflows/kernel/duration.ts";
import { dayAt } from "../../../../workflows/kernel/facts/ends.ts";
import { postingsOf, sumsOf } from "../../../../workflows/kernel/ledger.ts";
import { moneyEvents } from "../../../../workflows/kernel/money.ts";
import { pathsOf } from "../../../../workflows/kernel/paths.ts";
import { ask, end } from "../../../../workflows/kernel/states.ts";
import { type GroupStage, openGroupStage } from "../../../infra/local/group-stage.ts";
import { putBack, releaseOf } from "../../../versions/release.ts";
import { covering } from "../../kernel/covering.ts";
import { processWith } from "../../kernel/example.ts";
import { expected, walk } from "../../kernel/walk.ts";
import { money as ofProject, project } from "./project.ts";

const paths = covering(pathsOf(project));

const nothing: CaseFile = {
  ref: "case#1",
  process: "example",
  language: "lt",
  application: {},
  submittedAt: "2027-01-04T08:00:00.000Z",
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call: {},
  callId: "call",
};

describe("a report on a duty is due", () => {
  const due = dutyDue("milestone", days(30));
  const data = { series: "milestone", number: "2", on: "2027-09-30" };
  const begun = {
    state: "milestone",
    visit: 20,
    step: "duty",
    outcome: "due",
    data,
    at: "2027-07-01T08:00:00Z",
  };
  const said = (outcome: string, visit: number, day: string) => {
    const at = `${day}T08:00:00.000Z`;
    return { state: "milestoneReview", visit, form: "", outcome, values: {}, at, by: "" };
  };
  const askedOn = (day: string, ...answers: readonly ReturnType<typeof said>[]) =>
    dayAt(due({ ...nothing, records: [begun], answers }, `${day}T08:00:00.000Z`));

  it.each([
    ["so long after its day", askedOn("2027-09-30"), "2027-10-30"],
    [
      "then, too, when a change has broken in on it",
      askedOn("2027-10-10", said("approved", 24, "2027-10-10")),
      "2027-10-30",
    ],
    [
      "a fortnight after it is asked late",
      askedOn("2027-10-25", said("approved", 24, "2027-10-25")),
      "2027-11-08",
    ],
    ["a fortnight after it is asked when its day is long past", askedOn("2028-01-10"), "2028-01-24"],
    [
      "so long after it was returned last",
      askedOn("2027-11-20", said("returned", 23, "2027-11-05"), said("returned", 26, "2027-11-20")),
      "2027-12-20",
    ],
    [
      "so long after it goes on again",
      askedOn("2028-02-01", said("resumed", 26, "2028-02-01")),
      "2028-03-02",
    ],
    [
      "whatever was returned of the duty before",
      askedOn("2027-09-30", said("returned", 12, "2027-09-25")),
      "2027-10-30",
    ],
  ])("%s", (_, is, day) => {
    expect(is).toBe(day);
  });
});

describe("a series of duties as states", () => {
  it("is one circle, whatever a call asks: its machine is the same for two milestones and for twenty", () => {
    expect(faultsOf(project)).toEqual([]);
    expect(Object.keys(project.states).filter((name) => /\d/.test(name))).toEqual([]);
    expect(JSON.stringify(compile(project))).not.toContain("2028");
  });

  it(`is gone by the compiled machine on ${paths.length} paths, on which each two ways follow each other`, async () => {
    expect(await walk(project, paths)).toEqual(paths.map((path) => expected(project, path)));
  });

  it("has all its words in both languages, of which the process says what only it knows", async () => {
    for (const language of ["lt", "en"] as const) {
      const words = await project.words[language]();
      for (const key of ["state.milestoneWaiting", "stage.milestoneWaiting", "step.milestoneWeighing"])
        expect([language, key, words[key]]).toEqual([language, key, expect.any(String)]);
      expect(words["task.milestoneSuspended.why"]).toContain("{duty}");
    }
  });
});

/** Support paid each month, with no report: nobody is asked but finance [processes.md, 13.3]. */
const support = processWith("month", {
  ...duties("month", { of: () => everyMonths("2027-09-01", 1, 6), each: "monthPay", next: "year" }),
  ...paying("monthPay", "applicant", "month"),
  ...duties("year", { of: () => everyMonths("2028-09-01", 12, 3), each: "proof", next: "done" }),
  proof: ask("principal", silence, { ...guest, on: { askAgain: "year", released: "done", expired: "year" } }),
  done: end("done"),
});

it("two series in one road, each of a shape of its own, are composed of the bare circle", async () => {
  const some = covering(pathsOf(support));
  expect(await walk(support, some)).toEqual(some.map((path) => expected(support, path)));
});

it("words name a duty by its series, and the one that began last without it: nobody has to say so", () => {
  const words = async () => ({ default: {} });
  const money = { ...ofProject, pays: { monthPay: { payment: "month", cents: () => 0 } } };
  const { says } = defineProcess({ ...support, money, words: { lt: words, en: words } });
  const record = (visit: number, series: string, number: string, on: string) => ({
    ...{ state: series, visit, step: "duty", outcome: "due", at: "2027-09-01T06:00:00.000Z" },
    data: { series, number, on },
  });
  expect(says?.(nothing, "lt")).toMatchObject({ month: "–", year: "–", duty: "–", dutyOn: "–" });
  const months = [record(1, "month", "1", "2027-09-01"), record(2, "month", "2", "2027-10-01")];
  expect(says?.({ ...nothing, records: months }, "lt")).toEqual({
    ...{ month: "2", year: "–" },
    ...{ duty: "2", dutyOn: { day: "2027-10-01" }, duties: 6 },
  });
  const years = [...months, record(3, "year", "1", "2028-09-01")];
  expect(says?.({ ...nothing, records: years }, "lt")).toEqual({
    ...{ month: "2", year: "1" },
    ...{ duty: "1", dutyOn: { day: "2028-09-01" }, duties: 3 },
  });
});

it("a duty that a call adds while the case runs is met in its turn", () => {
  const at = (numbers: readonly string[]) => numbers.map((number) => ({ number, on: "2027-09-01" }));
  const record = (visit: number, number: string) => ({
    state: "term",
    visit,
    step: "duty",
    outcome: "due",
    data: { series: "term", number, on: "2027-09-01" },
    at: "2027-09-01T06:00:00.000Z",
  });
  const file = { ...nothing, records: [record(1, "autumn"), record(2, "winter")] };
  const next = nextDuty("term", () => at(["autumn", "summer", "winter"]))(file);
  expect(next.record?.data).toMatchObject({ number: "summer" });
  expect(nextDuty("term", () => at(["autumn", "winter"]))(file).outcome).toBe("over");
  expect(nextDuty("year", () => at(["autumn"]))(file).outcome).toBe("due");
});

describe("months, terms and years from a first day", () => {
  it("come each on the same day, or on the last of a shorter month", () => {
    expect(everyMonths("2027-08-31", 6, 3)).toEqual([
      { number: "1", on: "2027-08-31" },
      { number: "2", on: "2028-02-29" },
      { number: "3", on: "2028-08-31" },
    ]);
  });
});

const contact = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" as const });
const call = {
  id: "iniciatyvos",
  process: "supervision",
  title: { lt: "Mokyklų iniciatyvos", en: "Initiatives of schools" },
  opens: "2027-01-04T08:00",
  closes: "2027-01-31T23:59:59",
  staff: { coordinator: contact("coordinator"), agency: contact("agency"), finance: contact("finance") },
  milestones: ["2027-06-01", "2028-06-01"],
  terminateDays: 30,
  grantCents: 1_000_000,
};
const school = {
  school: "Vilniaus „Žiburio“ gimnazija",
  municipality: "Vilniaus miesto savivaldybė",
  fullName: "Rūta Žemaitė",
  email: "ruta@mokykla.example",
  iban: "LT121000011101001000",
};

describe("a project with two milestones, played through the product", () => {
  let stage: GroupStage;
  beforeEach(async () => {
    await releaseOf("supervision", () => project);
    stage = await openGroupStage(call);
  });
  afterEach(async () => {
    await stage.close();
    putBack();
  });

  const spent = (euros: number) => ({ did: "Padaryta.", spent: euros });
  const today = () => stage.world.house.clock.now().slice(0, 10);
  const titleOf = async (ref: string, state: string) => {
    const loaded = await stage.load(ref);
    const words = await caseWords(loaded, "lt");
    return words.say(`task.${state}.title`, parametersOf(loaded, words));
  };

  it("pays each that is accepted, returns one, is suspended and goes on, and settles", async () => {
    const ref = await stage.apply("iniciatyvos", school);
    expect(await stage.stands(ref)).toBe("milestoneWaiting");
    await stage.passTo("2027-06-01T07:00:00.000Z");
    expect(await titleOf(ref, "milestoneReport")).toBe("1 etapo ataskaita");
    await stage.answer(ref, "milestoneReport", spent(5000));
    await stage.answer(ref, "milestoneReview", { outcome: "returned", reasons: "Trūksta sąskaitos." });
    await stage.answer(ref, "milestoneReport", spent(4000));
    await stage.answer(ref, "milestoneReview", { outcome: "accepted" });
    await stage.answer(ref, "milestonePay", { outcome: "returned", returnReason: "Uždaryta" });
    await stage.answer(ref, "milestonePayAccount", { iban: "LT919900900481470706" });
    await stage.answer(ref, "milestonePay", { outcome: "paid", paidOn: today() });
    expect(await stage.stands(ref)).toBe("milestoneWaiting");

    await stage.passTo("2027-12-01T08:00:00.000Z");
    const word = { name: "suspended", by: "coordinator@agency.example" };
    const said = { outcome: "suspended", reason: "Neaiškios išlaidos." };
    expect((await breakIn(stage.world.house, await stage.load(ref), word, said)).outcome).toBe("accepted");
    await stage.world.settle();
    expect(await stage.stands(ref)).toBe("milestoneSuspended");
    await stage.answer(ref, "milestoneSuspended", { outcome: "resumed", reason: "Paaiškinta." });
    expect(await stage.stands(ref)).toBe("milestoneWaiting");

    await stage.passTo("2028-06-01T07:00:00.000Z");
    expect(await titleOf(ref, "milestoneReport")).toBe("2 etapo ataskaita");
    await stage.answer(ref, "milestoneReport", spent(7000));
    await stage.answer(ref, "milestoneReview", { outcome: "accepted" });
    await stage.answer(ref, "milestonePay", { outcome: "paid", paidOn: today() });
    expect(await stage.stands(ref)).toBe("completed");

    const { file } = await stage.load(ref);
    const { money } = project;
    const paid = (money ? moneyEvents(money, file) : []).flatMap((event) =>
      event.kind === "paid" ? [[event.payment, event.cents]] : [],
    );
    expect(paid).toEqual([
      ["milestone-1", 400_000],
      ["milestone-2", 600_000],
    ]);
    expect(sumsOf(postingsOf(money, file))).toMatchObject({ toPay: 0, toRecover: 0, committed: 1_000_000 });
    expect(await stage.mailsOf(ref)).toContain("dutySuspended");
    expect(await stage.mailsOf(ref)).not.toContain("dutyMissed");
  });

  it("is suspended by silence, and ends with what was accepted when nothing follows", async () => {
    const ref = await stage.apply("iniciatyvos", school);
    await stage.passTo("2027-06-01T07:00:00.000Z");
    await stage.answer(ref, "milestoneReport", spent(4000));
    await stage.answer(ref, "milestoneReview", { outcome: "accepted" });
    await stage.answer(ref, "milestonePay", { outcome: "paid", paidOn: today() });
    await stage.passTo("2028-06-22T07:00:00.000Z");
    expect(await stage.stands(ref)).toBe("milestoneSuspended");
    expect(await stage.mailsOf(ref)).toContain("dutyMissed");
    await stage.passTo("2028-07-30T07:00:00.000Z");
    expect(await stage.stands(ref)).toBe("terminated");
    const { file } = await stage.load(ref);
    expect(sumsOf(postingsOf(project.money, file))).toMatchObject({
      paid: { milestone: 400_000 },
      toPay: 0,
      toRecover: 0,
      committed: 400_000,
    });
  });

  it("is applied for by a school once, whoever of it applies: the later one gives way after a week", async () => {
    const first = await stage.apply("iniciatyvos", school);
    await stage.passTo("2027-01-11T09:00:00.000Z");
    const jonas = { ...school, school: " VILNIAUS „Žiburio“ gimnazija", email: "jonas@mokykla.example" };
    const later = await stage.apply("iniciatyvos", jonas);
    const other = await stage.apply("iniciatyvos", {
      ...jonas,
      school: "Aušra",
      email: "ona@mokykla.example",
    });
    expect((await stage.load(later)).entry?.contested).toBe(true);
    expect((await stage.load(other)).entry?.contested).toBeUndefined();
    await stage.passTo("2027-01-18T09:00:00.000Z");
    expect(await stage.stands(later)).toBe("withdrawn");
    expect([await stage.stands(first), await stage.stands(other)]).toEqual([
      "milestoneWaiting",
      "milestoneWaiting",
    ]);
    const { linkSecret } = stage.world.house.config;
    const notices = await stage.world.house.table.query(
      `address#${addressIdOf(linkSecret, jonas.email)}`,
      "mail#",
    );
    expect(notices.map(({ sk }) => String(sk))).toEqual([expect.stringContaining("appliedAlready")]);
    expect(await confirmApplication(stage.world.house, await stage.load(later))).toBe("over");
  });

  it("is not taken from who applied first by who applied later: only the owner of an address chooses among its own", async () => {
    const first = await stage.apply("iniciatyvos", school);
    await stage.passTo("2027-01-11T09:00:00.000Z");
    const later = await stage.apply("iniciatyvos", { ...school, email: "jonas@mokykla.example" });
    expect(await confirmApplication(stage.world.house, await stage.load(later))).toBe("another");
    expect(await confirmApplication(stage.world.house, await stage.load(first))).toBe("another");
  });
});
