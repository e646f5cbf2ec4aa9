import { describe, expect, it } from "vitest";
import { clocksAlong } from "../../../workflows/kernel/clock.ts";
import { days } from "../../../workflows/kernel/duration.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { faultsOfMoved, namesOf, nameToday, stateNamed } from "../../../workflows/kernel/moved.ts";
import { ask, end, step, until } from "../../../workflows/kernel/states.ts";
import { newFile as file, processWith } from "./example.ts";

const form = defineForm({ id: "programme", outcomes: ["sent"], fields: {} });
const states = {
  programmeWriting: ask("applicant", form, { within: days(7), on: { sent: "pause", expired: "done" } }),
  pause: until(() => "2027-03-01T08:00:00.000Z", "weighed"),
  weighed: step((): { outcome: "weighed" } => ({ outcome: "weighed" }), { weighed: "done" }),
  done: end("done"),
};
const movedAs = (moved: Readonly<Record<string, string>>) => ({
  ...processWith("programmeWriting", states),
  moved,
});

describe("a state that has another name by now", () => {
  const process = movedAs({ plan: "programme", programme: "programmeWriting" });

  it("is found by each name that it had, over as many renamings as there were", () => {
    expect(["plan", "programme", "programmeWriting"].map((name) => nameToday(process, name))).toEqual([
      "programmeWriting",
      "programmeWriting",
      "programmeWriting",
    ]);
    expect(stateNamed(process, "plan")).toBe(states.programmeWriting);
    expect(namesOf(process, "programme")).toEqual(["programmeWriting", "plan", "programme"]);
  });

  it("is not found by a name that it never had, nor by what every object has", () => {
    expect(nameToday(process, "budget")).toBe("budget");
    expect(stateNamed(process, "budget")).toBeUndefined();
    expect(stateNamed(process, "toString")).toBeUndefined();
    expect(nameToday(process, "constructor")).toBe("constructor");
  });

  it("has its clock under the name that the machine has for it, which may be an old one", () => {
    const now = "2027-02-01T08:00:00.000Z";
    const clocks = clocksAlong(process, ["programme"], file, now);
    expect(Object.keys(clocks)).toEqual(["programme"]);
    expect(clocks).toEqual({
      programme: clocksAlong(process, ["programmeWriting"], file, now).programmeWriting,
    });
  });

  it("and what an old machine comes to by time alone has one too, wherever a pause leads today", () => {
    const clocks = clocksAlong(process, ["pause", "programme"], file, "2027-02-01T08:00:00.000Z");
    expect(clocks.pause).toEqual(["2027-03-01T08:00:00.000Z"]);
    expect(clocks.programme?.at(-1)).toMatch(/^2027-03-08/);
  });
});

describe("a forwarding line is refused", () => {
  it.each([
    {
      rule: "that goes round in a circle",
      moved: { plan: "draft", draft: "plan" },
      faults: [
        "moved: plan → draft → plan goes round in a circle",
        "moved: draft → plan → draft goes round in a circle",
      ],
    },
    {
      rule: "that leads to nothing",
      moved: { plan: "programm" },
      faults: ["moved: plan → programm, and no state is called programm"],
    },
    {
      rule: "from what is still a state",
      moved: { pause: "weighed" },
      faults: ["moved: pause is still a state, so nothing can be forwarded from it"],
    },
  ])("$rule", ({ moved, faults }) => {
    expect(faultsOfMoved(movedAs(moved))).toEqual(faults);
  });

  it("and one that leads on by another is sound", () => {
    expect(faultsOfMoved(movedAs({ plan: "draft", draft: "pause" }))).toEqual([]);
  });
});
