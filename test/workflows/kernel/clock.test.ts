import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clocksOf, laterArms } from "../../../workflows/kernel/clock.ts";
import { days, type Span, workingDays } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import {
  all,
  ask,
  awaiting,
  type Due,
  each,
  end,
  part,
  type State,
  step,
  until,
} from "../../../workflows/kernel/states.ts";
import { newFile as file, processWith } from "./example.ts";

const form = defineForm({ id: "question", outcomes: ["yes"], fields: {} });
const done = end("done");

/** The clocks of the first of these states, entered at an instant (UTC). */
const clocks = (states: Readonly<Record<string, State<string>>>, now: string) =>
  clocksOf(processWith("first", states), "first", file, now);

const question = (within: Span | Due, remind: readonly Span[] = []) => ({
  first: ask("principal", form, { within, remind, on: { yes: "done", expired: "done" } }),
  done,
});

describe("a question wakes at nine of each day of reminding, and at the end of its last day", () => {
  it.each<[string, string, Span, readonly Span[], readonly string[]]>([
    [
      "seven days in winter, two hours ahead of UTC",
      "2027-01-11T08:00:00.000Z",
      days(7),
      [days(3), days(6)],
      ["2027-01-14T07:00:00.000Z", "2027-01-17T07:00:00.000Z", "2027-01-18T21:59:59.000Z"],
    ],
    [
      "five working days over Easter Monday [Labour Code, article 123]",
      "2027-03-24T08:00:00.000Z",
      workingDays(5),
      [workingDays(3)],
      ["2027-03-30T06:00:00.000Z", "2027-04-01T20:59:59.000Z"],
    ],
    [
      "a week over the night in March that is an hour shorter",
      "2027-03-26T08:00:00.000Z",
      days(7),
      [days(2)],
      ["2027-03-28T06:00:00.000Z", "2027-04-02T20:59:59.000Z"],
    ],
    [
      "a week over the night in October that is an hour longer",
      "2027-10-29T08:00:00.000Z",
      days(7),
      [days(1), days(2)],
      ["2027-10-30T06:00:00.000Z", "2027-10-31T07:00:00.000Z", "2027-11-05T21:59:59.000Z"],
    ],
    [
      "opened a minute before midnight in Vilnius",
      "2027-06-30T20:59:00.000Z",
      days(1),
      [],
      ["2027-07-01T20:59:59.000Z"],
    ],
    [
      "opened a minute after it, which is still yesterday in UTC",
      "2027-06-30T21:01:00.000Z",
      days(1),
      [],
      ["2027-07-02T20:59:59.000Z"],
    ],
  ])("%s", (_case, now, within, remind, instants) => {
    expect(clocks(question(within, remind), now)).toEqual({ first: instants });
  });

  it("a reminder that would come after the end is left out", () => {
    const due = () => "2027-01-13T21:59:59.000Z";
    expect(clocks(question(due, [days(1), days(3)]), "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-12T07:00:00.000Z", "2027-01-13T21:59:59.000Z"],
    });
  });

  it("so is one that is over already when the question is asked", () => {
    expect(clocks(question(days(2), [days(0)]), "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-13T21:59:59.000Z"],
    });
  });

  it("an end that the case decides is taken as it is, even when it has passed", () => {
    const due = () => "2027-01-01T21:59:59.000Z";
    expect(clocks(question(due, [days(1)]), "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-01T21:59:59.000Z"],
    });
  });

  it("where its case leaves less time than the first reminder would take, there is one on the last morning", () => {
    const due = () => "2027-01-13T21:59:59.000Z";
    expect(clocks(question(due, [days(3), days(7)]), "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-13T07:00:00.000Z", "2027-01-13T21:59:59.000Z"],
    });
    expect(clocks(question(due, [days(3)]), "2027-01-13T08:00:00.000Z")).toEqual({
      first: ["2027-01-13T21:59:59.000Z"],
    });
  });

  it("always in order, all after now, whenever it is asked", () => {
    const somewhen = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) });
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(somewhen, count, fc.array(count, { maxLength: 5 }), (millis, within, remind) => {
        const now = new Date(millis).toISOString();
        const inOrder = remind.toSorted((a, b) => a - b).map(days);
        const instants = clocks(question(days(within), inOrder), now).first ?? [];
        expect(instants.length).toBeGreaterThan(0);
        expect(instants).toEqual(instants.toSorted());
        expect(instants.every((instant) => instant > now)).toBe(true);
      }),
    );
  });
});

describe("a question that gets somebody ready for a journey reminds before it", () => {
  const begins = "2027-04-11T21:00:00.000Z";
  /** Whoever has less than three days gets three, though the journey has begun. */
  const before = (due: string) => ({
    first: ask("principal", form, {
      within: () => due,
      isFixed: true,
      remind: [days(7)],
      ahead: { of: () => begins, days: [14, 2] },
      on: { yes: "done", expired: "done" },
    }),
    done,
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      "two months ahead: a week after the question, and 14 and two days before the journey, over the hour lost in March",
      "2027-02-01T08:00:00.000Z",
      "2027-04-11T20:59:59.000Z",
      ["2027-02-08T07:00:00.000Z", "2027-03-29T06:00:00.000Z", "2027-04-10T06:00:00.000Z"],
    ],
    [
      "five days ahead: two days before it alone",
      "2027-04-06T08:00:00.000Z",
      "2027-04-11T20:59:59.000Z",
      ["2027-04-10T06:00:00.000Z"],
    ],
    [
      "on the day before its eve: on the eve, never after it has begun",
      "2027-04-10T08:00:00.000Z",
      "2027-04-13T20:59:59.000Z",
      ["2027-04-11T06:00:00.000Z"],
    ],
    ["on the eve itself: no more", "2027-04-11T08:00:00.000Z", "2027-04-14T20:59:59.000Z", []],
  ])("%s", (_case, now, due, reminders) => {
    expect(clocks(before(due), now)).toEqual({ first: [...reminders, due] });
  });
});

describe("several people", () => {
  const weighed = step((): { outcome: "weighed" } => ({ outcome: "weighed" }), { weighed: "done" });

  it("of one role share the clocks of their question", () => {
    const first = each("reviewer", form, { within: days(10), remind: [days(4)], next: "weighed" });
    expect(clocks({ first, weighed, done }, "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-15T07:00:00.000Z", "2027-01-21T21:59:59.000Z"],
    });
  });

  it("of different roles wake by the first part's clocks: they are asked and reminded together", () => {
    const first = all(
      {
        school: part("principal", form, { within: days(10) }),
        agency: part("agency", form, { within: days(20) }),
      },
      "weighed",
    );
    expect(clocks({ first, weighed, done }, "2027-01-11T08:00:00.000Z")).toEqual({
      first: ["2027-01-21T21:59:59.000Z"],
    });
  });
});

describe("waits", () => {
  const leave = "2027-05-10T05:00:00.000Z";
  const back = "2027-05-16T20:59:59.000Z";

  it("a signal without an instant has no clock", () => {
    expect(clocks({ first: awaiting({ offered: "done" }), done }, leave)).toEqual({});
  });

  it("a signal with an instant has that one", () => {
    const first = awaiting({ offered: "done", expired: "done" }, { instant: () => back });
    expect(clocks({ first, done }, leave)).toEqual({ first: [back] });
  });

  it("a pause tells the clocks of what follows too, counted from its own end: no function runs in between", () => {
    const states = {
      first: until(() => leave, "travelling"),
      travelling: until(() => back, "attendance"),
      attendance: ask("host", form, { within: days(3), on: { yes: "done", expired: "done" } }),
      done,
    };
    expect(clocks(states, "2027-03-01T10:00:00.000Z")).toEqual({
      first: [leave],
      travelling: [back],
      attendance: ["2027-05-19T20:59:59.000Z"],
    });
  });

  it("a pause whose instant has passed lets what follows begin now", () => {
    const states = {
      first: until(() => leave, "attendance"),
      attendance: ask("host", form, { within: days(3), on: { yes: "done", expired: "done" } }),
      done,
    };
    expect(clocks(states, "2027-06-01T10:00:00.000Z")).toEqual({
      first: [leave],
      attendance: ["2027-06-04T20:59:59.000Z"],
    });
  });

  it("a step and an end have none", () => {
    expect(clocks({ first: done }, leave)).toEqual({});
    const first = step((): { outcome: "found" } => ({ outcome: "found" }), { found: "done" });
    expect(clocks({ first, done }, leave)).toEqual({});
  });
});

describe("a question that gets more time", () => {
  const opened = { openedAt: "2027-01-11T08:00:00.000Z", was: "2027-01-18T21:59:59.000Z" };
  const remind = [days(3), days(6)];

  it("reminds as long before its new end as before the old one, at nine in the morning", () => {
    const due = "2027-01-25T21:59:59.000Z";
    expect(laterArms({ remind }, { ...opened, due }, opened.was)).toEqual([
      "2027-01-21T07:00:00.000Z",
      "2027-01-24T07:00:00.000Z",
      due,
    ]);
  });

  it("does not repeat a reminder whose day is over, and keeps to nine when clocks go forward", () => {
    const due = "2027-03-31T20:59:59.000Z";
    const arms = laterArms({ remind }, { ...opened, due }, "2027-03-28T10:00:00.000Z");
    expect(arms).toEqual(["2027-03-30T06:00:00.000Z", due]);
    expect(laterArms({ remind: [] }, { ...opened, due }, opened.was)).toEqual([due]);
  });
});
