import { describe, expect, it } from "vitest";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { all, ask, awaiting, each, end, part, step, until } from "../../../workflows/kernel/states.ts";
import { processWith } from "./example.ts";
import { MachineStage } from "./machine-stage.ts";

const form = defineForm({ id: "question", outcomes: ["yes", "no"], fields: {} });
const within = days(7);
const done = end("done");
const withdrawn = { by: "applicant" as const, during: ["first"], to: "withdrawn", form };
const someDay = () => "2027-01-01T00:00:00.000Z";

const asking = {
  first: ask("principal", form, { within, on: { yes: "done", no: "refused", expired: "late" } }),
  done,
  refused: end("refused"),
  late: end("late"),
  withdrawn: end("withdrawn"),
};

describe("a question", () => {
  it("goes the way of its answer", async () => {
    const stage = await MachineStage.open(processWith("first", asking), { first: [1, 2] });
    await stage.answer({ outcome: "no" });
    expect(stage.calls("EndCase")).toEqual([
      { ref: "case#1", state: "refused", visit: 1, status: "refused" },
    ]);
  });

  it("is armed anew at each reminder with another token, and the old one no longer counts", async () => {
    const stage = await MachineStage.open(processWith("first", asking), { first: [1, 3, 7] });
    await stage.pass(3);
    const opened = stage.calls("OpenTask");
    expect(opened.map(({ arm }) => arm)).toEqual([0, 1, 2]);
    expect(new Set(opened.map(({ visit, due }) => JSON.stringify({ visit, due }))).size).toBe(1);
    const [first, , third] = opened.map(({ token }) => String(token));
    expect(() => stage.send(first ?? "", { outcome: "yes" })).toThrow("not exist anymore");
    expect(third).not.toBe(first);
    await stage.answer({ outcome: "yes" });
    expect(stage.ended()).toBe("done");
  });

  it("tells each arm the last day, which is the last of its clocks", async () => {
    const stage = await MachineStage.open(processWith("first", asking), { first: [1, 7] });
    expect(stage.calls("OpenTask")[0]?.due).toBe(stage.instant(7));
  });

  it("expires after its last clock, and asks how the road goes on", async () => {
    const stage = await MachineStage.open(processWith("first", asking), { first: [1, 7] });
    await stage.pass(6.9);
    expect(stage.calls("ExpireTask")).toEqual([]);
    await stage.pass(0.2);
    expect(stage.calls("ExpireTask")).toEqual([{ ref: "case#1", state: "first", visit: 0 }]);
    expect(stage.ended()).toBe("late");
  });

  it("takes an answer that was kept while its token was dead, though time is up", async () => {
    const process = processWith("first", asking);
    const stage = await MachineStage.open(
      process,
      { first: [7] },
      { answers: { ExpireTask: { outcome: "yes" } } },
    );
    await stage.pass(8);
    expect(stage.ended()).toBe("done");
  });

  it("is broken off by an interruption that the process allows there, and by no other", async () => {
    const process = processWith("first", asking, { withdrawn });
    const stage = await MachineStage.open(process, { first: [7] });
    await stage.interrupt("withdrawn");
    expect(stage.ended()).toBe("withdrawn");
    const other = await MachineStage.open(processWith("first", asking), { first: [7] });
    await other.interrupt("withdrawn");
    expect(other.status()).toBe("FAILED");
  });
});

const weighing = step((): { outcome: "weighed" } => ({ outcome: "weighed" }), { weighed: "done" });

describe("several people at once", () => {
  const panel = {
    first: each("reviewer", form, { within, most: 3, next: "weighing" }),
    weighing,
    done,
    withdrawn: end("withdrawn"),
  };

  it("each of them has a task; the step comes when the last has answered", async () => {
    const stage = await MachineStage.open(
      processWith("first", panel),
      { first: [7] },
      { parts: ["r1", "r2"] },
    );
    expect(stage.calls("OpenTask").map((call) => call.part)).toEqual(["r1", "r2"]);
    await stage.answer({ outcome: "yes" }, "r2");
    expect(stage.calls("RunStep")).toEqual([]);
    await stage.answer({ outcome: "no" }, "r1");
    expect(stage.calls("RunStep")).toEqual([{ ref: "case#1", state: "weighing", visit: 1 }]);
  });

  it("one person alone is asked as well: whom the step names, and nobody else", async () => {
    const named = { ...weighing, on: { weighed: "second" } };
    const states = { first: named, second: { ...panel.first, next: "third" }, third: weighing, done };
    const answers = { RunStep: { outcome: "weighed", parts: ["r3"] } };
    const stage = await MachineStage.open(processWith("first", states), { second: [7] }, { answers });
    expect(stage.calls("OpenTask").map((call) => call.part)).toEqual(["r3"]);
    await stage.answer({ outcome: "yes" }, "r3");
    expect(stage.ended()).toBe("done");
  });

  it("who stays silent is reminded alone, then expires alone, and holds nobody up for longer", async () => {
    const stage = await MachineStage.open(
      processWith("first", panel),
      { first: [3, 7] },
      { parts: ["r1", "r2"] },
    );
    await stage.answer({ outcome: "yes" }, "r1");
    await stage.pass(8);
    expect(stage.calls("OpenTask").map((call) => [call.part, call.arm])).toEqual([
      ["r1", 0],
      ["r2", 0],
      ["r2", 1],
    ]);
    expect(stage.calls("ExpireTask")).toEqual([{ ref: "case#1", state: "first", visit: 0, part: "r2" }]);
    expect(stage.ended()).toBe("done");
  });

  it("one word breaks all their tasks off", async () => {
    const process = processWith("first", panel, { withdrawn });
    const stage = await MachineStage.open(process, { first: [7] }, { parts: ["r1", "r2"] });
    await stage.interrupt("withdrawn", "r1");
    expect(stage.ended()).toBe("withdrawn");
    expect(() => stage.send(stage.tokenOf("r2"), { outcome: "yes" })).toThrow("not exist anymore");
  });

  it("different parties are asked each by the name of their part", async () => {
    const parties = {
      first: all(
        { school: part("principal", form, { within }), agency: part("agency", form, { within }) },
        "weighing",
      ),
      weighing,
      done,
    };
    const stage = await MachineStage.open(processWith("first", parties), { first: [7] });
    expect(stage.calls("OpenTask").map((call) => call.part)).toEqual(["school", "agency"]);
    await stage.answer({ outcome: "yes" }, "agency");
    await stage.answer({ outcome: "yes" }, "school");
    expect(stage.ended()).toBe("done");
  });
});

describe("as many people as a call has", () => {
  const many = {
    first: step((): { outcome: "weighed" } => ({ outcome: "weighed" }), { weighed: "hosts" }),
    hosts: each("host", form, { within, next: "weighing" }),
    weighing,
    done,
    withdrawn: end("withdrawn"),
  };
  const breaksIn = { ...withdrawn, during: ["hosts"] };
  const open = (people: number, clocks: readonly number[] = [7]) =>
    MachineStage.open(
      processWith("hosts", many, { withdrawn: breaksIn }),
      { hosts: clocks },
      { parts: people },
    );
  const numbers = (stage: MachineStage) =>
    stage.calls("OpenTask").flatMap(({ number }) => (number === undefined ? [] : [number]));

  it.each([1, 41, 400])("all %i are asked at the same instant, with the same last day", async (people) => {
    const stage = await open(people);
    expect(numbers(stage).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: people }, (_, index) => index + 1),
    );
    const asked = stage.calls("OpenTask").filter(({ number }) => number !== undefined);
    expect(new Set(asked.map(({ due }) => due))).toEqual(new Set([stage.instant(7)]));
  });

  it("the road goes on when the last of them has answered or time is up", async () => {
    const stage = await open(50, [3, 7]);
    for (let number = 1; number < 50; number++) await stage.answer({ outcome: "yes" }, number);
    expect(stage.calls("RunStep")).toEqual([]);
    await stage.pass(8);
    const late = stage.calls("OpenTask").filter(({ arm }) => arm === 1);
    expect(late.map(({ number, visit }) => ({ number, visit }))).toEqual([{ number: 50, visit: 0 }]);
    expect(stage.calls("ExpireTask")).toEqual([{ ref: "case#1", state: "hosts", visit: 0, number: 50 }]);
    expect(stage.calls("RunStep")).toEqual([{ ref: "case#1", state: "weighing", visit: 1 }]);
    expect(stage.ended()).toBe("done");
  });

  it("what breaks in is told to the wait beside them, and ends all their questions", async () => {
    const stage = await open(50);
    const beside = stage.calls("OpenTask").filter(({ number }) => number === undefined);
    expect(beside).toHaveLength(1);
    await stage.interruptBy(beside[0]?.token ?? "", "withdrawn");
    expect(stage.ended()).toBe("withdrawn");
    expect(() => stage.send(stage.tokenOf(7), { outcome: "yes" })).toThrow("not exist anymore");
  });

  it("the step before them counts them for its machine", async () => {
    const answers = { RunStep: { outcome: "weighed", parts: 3 } };
    const stage = await MachineStage.open(processWith("first", many), { hosts: [7] }, { answers });
    expect(stage.calls("RunStep")).toEqual([{ ref: "case#1", state: "first", visit: 0, counts: true }]);
    expect(numbers(stage)).toEqual([1, 2, 3]);
  });

  it("neither history nor payload of the case grows with them", async () => {
    const [few, all] = [await open(10), await open(2000)];
    for (const [stage, people] of [
      [few, 10],
      [all, 2000],
    ] as const)
      for (let number = 1; number <= people; number++) stage.send(stage.tokenOf(number), { outcome: "yes" });
    await few.pass(0);
    await all.pass(0);
    expect([few.ended(), all.ended()]).toEqual(["done", "done"]);
    expect(all.events()).toBe(few.events());
    expect(all.largestPayload()).toBe(few.largestPayload());
  });
});

describe("a wait for a signal", () => {
  const signal = { first: awaiting({ offered: "done", closed: "refused" }), done, refused: end("refused") };
  const limited = {
    first: awaiting({ offered: "done", expired: "late" }, { instant: someDay }),
    done,
    late: end("late"),
  };

  it("goes the way of the signal", async () => {
    const stage = await MachineStage.open(processWith("first", signal), {});
    await stage.answer({ outcome: "closed" });
    expect(stage.ended()).toBe("refused");
  });

  it("with an instant it expires at that instant", async () => {
    const stage = await MachineStage.open(processWith("first", limited), { first: [5] });
    await stage.pass(4);
    expect(stage.status()).toBe("RUNNING");
    await stage.pass(2);
    expect(stage.ended()).toBe("late");
  });

  it("after 250 days it hands over, long before the service would end the execution after a year", async () => {
    const stage = await MachineStage.open(processWith("first", signal), {});
    await stage.pass(249);
    expect(stage.status()).toBe("RUNNING");
    await stage.pass(2);
    expect(stage.status()).toBe("SUCCEEDED");
    expect(stage.calls("EndCase")).toEqual([{ ref: "case#1", state: "first", visit: 0, handOver: true }]);
  });

  it("after a thousand visits it hands over too, long before the history of 25 000 events is full", async () => {
    const circle = {
      first: awaiting({ nudged: "weighing" }),
      weighing: { ...weighing, on: { weighed: "first" } },
    };
    const stage = await MachineStage.open(processWith("first", circle), {});
    for (let signals = 0; signals <= 500; signals += 1) await stage.answer({ outcome: "nudged" });
    expect(stage.status()).toBe("RUNNING");
    await stage.pass(1);
    expect(stage.calls("EndCase")).toEqual([{ ref: "case#1", state: "first", visit: 1002, handOver: true }]);
    expect(stage.events()).toBeLessThan(25_000 / 2);
  });

  it("the execution that takes over begins in that state, and counts its visits on", async () => {
    const process = processWith("before", { before: asking.first, ...asking, first: signal.first });
    const stage = await MachineStage.open(process, {}, { from: "first", visit: 1002 });
    expect(stage.calls("OpenTask")).toMatchObject([{ state: "first", visit: 1002, arm: 0 }]);
    await stage.answer({ outcome: "closed" });
    expect(stage.calls("EndCase")).toMatchObject([{ state: "refused", visit: 1003 }]);
  });
});

describe("a pause", () => {
  const pause = { first: until(someDay, "done"), done, withdrawn: end("withdrawn") };

  it("lasts until its instant and calls nobody", async () => {
    const stage = await MachineStage.open(processWith("first", pause), { first: [30] });
    await stage.pass(29);
    expect(stage.calls("OpenTask")).toEqual([]);
    expect(stage.status()).toBe("RUNNING");
    await stage.pass(2);
    expect(stage.ended()).toBe("done");
  });

  it("where an interruption may end it, it does, and otherwise the pause ends as any other", async () => {
    const process = processWith("first", pause, { withdrawn });
    const broken = await MachineStage.open(process, { first: [30] });
    await broken.interrupt("withdrawn");
    expect(broken.ended()).toBe("withdrawn");
    const kept = await MachineStage.open(process, { first: [30] });
    await kept.pass(31);
    expect(kept.ended()).toBe("done");
  });
});

describe("a case that takes longer than an execution may", () => {
  const again = {
    first: ask("principal", form, { within, on: { yes: "done", no: "second", expired: "first" } }),
    second: ask("principal", form, { within, on: { yes: "done", no: "done", expired: "first" } }),
    done,
  };

  it("a question that nobody ever answers hands over between two rounds, so that no deadline is lost", async () => {
    const stage = await MachineStage.open(processWith("first", again), { first: [30] });
    await stage.pass(249);
    expect(stage.status()).toBe("RUNNING");
    expect(stage.calls("ExpireTask")).toHaveLength(8);
    await stage.pass(22);
    expect(stage.status()).toBe("SUCCEEDED");
    expect(stage.calls("EndCase")).toEqual([{ ref: "case#1", state: "first", visit: 9, handOver: true }]);
  });

  it("a late answer is kept: the next execution begins at the question that follows it", async () => {
    const stage = await MachineStage.open(processWith("first", again), { first: [260], second: [7] });
    await stage.pass(255);
    await stage.answer({ outcome: "no" });
    expect(stage.calls("EndCase")).toEqual([{ ref: "case#1", state: "second", visit: 1, handOver: true }]);
    const next = await MachineStage.open(
      processWith("first", again),
      { second: [7] },
      { from: "second", visit: 2 },
    );
    await next.answer({ outcome: "yes" });
    expect(next.ended()).toBe("done");
  });

  it("so does a gathering that a step asks for again", async () => {
    const signing = {
      first: all({ school: part("principal", form, { within }) }, "signatures"),
      signatures: step((): { outcome: "signed" | "missing" } => ({ outcome: "missing" }), {
        signed: "done",
        missing: "first",
      }),
      done,
    };
    const answers = { RunStep: { outcome: "missing" } };
    const stage = await MachineStage.open(processWith("first", signing), { first: [100] }, { answers });
    await stage.pass(301);
    expect(stage.calls("EndCase")).toEqual([{ ref: "case#1", state: "first", visit: 6, handOver: true }]);
  });
});
