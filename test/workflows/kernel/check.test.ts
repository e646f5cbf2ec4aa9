import { expect, it } from "vitest";
import { host } from "../../../workflows/blocks/roles.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { checkProcess, faultsOf } from "../../../workflows/kernel/check.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { Interruption } from "../../../workflows/kernel/process.ts";
import { ask, awaiting, each, end, type State, step, until } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";

const processes = await everyProcess();

const form = defineForm({ id: "question", outcomes: ["yes"], fields: {} });
const within = days(7);
const asked = (yes: string, expired = yes) => ask("principal", form, { within, on: { yes, expired } });
const found = (on: Readonly<Record<string, string>>): State<string> =>
  step<string, Readonly<Record<string, string>>>(() => ({ outcome: "found" }), on);
const done = end("done");
const someDay = () => "2027-01-01T00:00:00.000Z";

/** What the types let pass, because it is about the process as a whole, or because its names came from a file. */
const faulty: readonly {
  readonly rule: string;
  readonly states: Readonly<Record<string, State<string>>>;
  readonly interruptions?: Readonly<Record<string, Interruption<string>>>;
  readonly fault: string;
}[] = [
  {
    rule: "a process begins at one of its states",
    states: {},
    fault: "start: no state is called first",
  },
  {
    rule: "each way leads to a state that exists",
    states: { first: asked("done", "nowhere"), done },
    fault: "first: expired leads to nowhere, which does not exist",
  },
  {
    rule: "something leads to every state",
    states: { first: asked("done"), done, island: done },
    fault: "island: nothing leads here",
  },
  {
    rule: "what several people said is weighed by a step",
    states: { first: each("reviewer", form, { within, next: "done" }), done },
    fault: "first: what several people answered is weighed by a step, so done must be one",
  },
  {
    rule: "whoever is told when time is up has a role that somebody said",
    states: {
      first: ask("reviewer", form, { within, escalate: "minister", on: { yes: "done", expired: "done" } }),
      done,
    },
    fault: "first: nobody is called minister",
  },
  {
    rule: "an auditor is asked nothing, not even in place of somebody who is silent",
    states: {
      first: ask("coordinator", form, { within, escalate: "auditor", on: { yes: "done", expired: "done" } }),
      done,
    },
    fault: "first: an auditor is asked nothing, and says a word where there is one",
  },
  {
    rule: "whoever may break in has one, too",
    states: { first: asked("done"), done },
    interruptions: { stopped: { by: "minister", during: ["first"], to: "done", form } },
    fault: "stopped: nobody is called minister",
  },
  {
    rule: "a wait that ends at an instant says where time alone leads",
    states: { first: awaiting({ offered: "done" }, { instant: someDay }), done },
    fault: "first: it ends at an instant, so expired must lead somewhere",
  },
  {
    rule: "so does a question with reminders",
    states: {
      first: { ...asked("done"), remind: [days(3)], on: { yes: "done" } },
      done,
    },
    fault: "first: after the last reminder expired must lead somewhere",
  },
  {
    rule: "an interruption leads to a step or an end, not to another question",
    states: { first: asked("done"), done, again: asked("done") },
    interruptions: { withdrawn: { form, by: "applicant", during: ["first"], to: "again" } },
    fault: "withdrawn: an interruption leads to a step or an end",
  },
  {
    rule: "an interruption breaks off only what waits",
    states: { first: found({ found: "done" }), done },
    interruptions: { withdrawn: { form, by: "applicant", during: ["first"], to: "done" } },
    fault: "withdrawn: first does not wait for anybody, so nothing can break it off",
  },
  {
    rule: "an interruption is not called as a state that it breaks in on can end by itself",
    states: { first: asked("done"), done },
    interruptions: { yes: { form, by: "applicant", during: ["first"], to: "done" } },
    fault: "yes: first can end so by itself, so nobody could tell which it was",
  },
  {
    rule: "nor a state that is not there",
    states: { first: asked("done"), done },
    interruptions: { withdrawn: { form, by: "applicant", during: ["nobody"], to: "done" } },
    fault: "withdrawn: nobody does not wait for anybody, so nothing can break it off",
  },
  {
    rule: "no circle is made of steps alone: it would turn at the speed of the machine",
    states: { first: found({ found: "second", enough: "done" }), second: found({ found: "first" }), done },
    fault: "first → second → first: a circle in which nobody waits",
  },
];

it.each(faulty)("$rule", ({ states, interruptions, fault }) => {
  expect(faultsOf(processWith("first", states, interruptions))).toContain(fault);
});

it("a circle in which somebody is asked or something is waited for is sound", () => {
  const states = {
    first: asked("weighed"),
    weighed: found({ again: "pause", enough: "done" }),
    pause: until(someDay, "first"),
    done,
  };
  expect(faultsOf(processWith("first", states))).toEqual([]);
});

it("a state that only an interruption leads to is reached", () => {
  const states = { first: asked("done"), done, withdrawn: end("withdrawn") };
  const withdrawn = { form, by: "applicant" as const, during: ["first"], to: "withdrawn" };
  expect(faultsOf(processWith("first", states, { withdrawn }))).toEqual([]);
});

it("a word that takes an application back says in which field the reason stands", () => {
  const states = { first: asked("done"), done, withdrawn: end("withdrawn") };
  const withdrawn = {
    form,
    by: "applicant" as const,
    during: ["first"],
    to: "withdrawn",
    takesBack: "reason",
  };
  expect(faultsOf(processWith("first", states, { withdrawn }))).toEqual([
    "withdrawn: it takes back, and question does not ask for reason",
  ]);
});

it("all faults are told at once, under the name of the process", () => {
  const states = { first: asked("nowhere"), island: done };
  expect(() => checkProcess(processWith("first", states))).toThrow(
    [
      "process example:",
      "- first: yes leads to nowhere, which does not exist",
      "- first: expired leads to nowhere, which does not exist",
      "- island: nothing leads here",
    ].join("\n"),
  );
});

it.each(processes.map((process) => ({ id: process.id, process })))("$id has no fault", ({ process }) => {
  expect(faultsOf(process)).toEqual([]);
});

it("a process says no role of the house, and none that reads whoever it does not know", () => {
  const process = processWith("first", { first: asked("done"), done });
  const roles = { ...process.roles, finance: host, guest: { ...host, readBy: ["minister"] } };
  expect(faultsOf({ ...process, roles })).toEqual([
    "roles: finance is a role of the house",
    "roles.guest: nobody is called minister",
  ]);
});
