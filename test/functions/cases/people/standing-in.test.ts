import { describe, expect, it } from "vitest";
import {
  behind,
  mayTakeOver,
  rolesWith,
  type StandIn,
  standsIn,
} from "../../../../functions/cases/people/standing-in.ts";

const person = (name: string) => ({ name, email: `${name}@agency.example`, language: "lt" });
const address = (name: string) => `${name}@agency.example`;
const call = {
  data: {
    staff: {
      coordinator: person("rasa"),
      commission: person("vytas"),
      agency: person("daiva"),
      finance: person("algis"),
      auditor: person("ona"),
    },
  },
};
const other = { data: { staff: { coordinator: person("saule"), agency: person("daiva") } } };

const named = (absent: string, substitute: string, notedBy = absent): StandIn => ({
  absent: address(absent),
  substitute: address(substitute),
  notedBy: address(notedBy),
});
const roles = (who: string, ...all: readonly StandIn[]) => [...rolesWith(call, address(who), all)].toSorted();

describe("the roles of who stands in", () => {
  it("are those of who is away, beside their own", () => {
    expect(roles("daiva", named("rasa", "daiva"))).toEqual(["agency", "coordinator"]);
    expect(roles("algis", named("daiva", "algis"))).toEqual(["agency", "finance"]);
  });

  it("count for nothing in a call for which only one of both works", () => {
    expect([...rolesWith(other, address("daiva"), [named("rasa", "daiva")])]).toEqual(["agency"]);
    expect([...rolesWith(other, address("algis"), [named("daiva", "algis")])]).toEqual([]);
  });

  it("are none for an auditor, nor for a stranger", () => {
    expect(roles("ona", named("rasa", "ona"))).toEqual(["auditor"]);
    expect(roles("stranger", named("rasa", "stranger"))).toEqual([]);
  });

  it("are not those of an auditor who is away: nobody audits what they had a part in", () => {
    expect(roles("daiva", named("ona", "daiva"))).toEqual(["agency"]);
    expect(
      standsIn(call, { absent: address("ona"), role: "auditor" }, address("rasa"), [named("ona", "rasa")]),
    ).toBe(false);
  });

  it.each([
    ["coordinator", "rasa", "finance", "algis"],
    ["coordinator", "rasa", "commission", "vytas"],
    ["finance", "algis", "coordinator", "rasa"],
    ["commission", "vytas", "coordinator", "rasa"],
  ])(
    "leave the %s (%s) without that of the %s (%s): who prepares does not approve",
    (own, who, _, absent) => {
      expect(roles(who, named(absent, who))).toEqual([own]);
    },
  );

  it("never join preparing and approving in somebody who stands in for both", () => {
    const both = [named("algis", "daiva"), named("rasa", "daiva")];
    expect(roles("daiva", ...both)).toEqual(["agency", "coordinator"]);
    expect(standsIn(call, { absent: address("algis"), role: "finance" }, address("daiva"), both)).toBe(false);
  });

  it("come from who is away or from the call's coordinator, and from nobody who gains by it", () => {
    expect(roles("daiva", named("algis", "daiva", "rasa"))).toEqual(["agency", "finance"]);
    expect(roles("daiva", named("rasa", "daiva", "algis"))).toEqual(["agency"]);
    expect(roles("daiva", named("rasa", "daiva", "daiva"))).toEqual(["agency"]);
    expect(roles("rasa", named("daiva", "rasa", "rasa"))).toEqual(["coordinator"]);
    expect([...rolesWith(other, address("daiva"), [named("saule", "daiva", "rasa")])]).toEqual(["agency"]);
  });
});

describe("a task that is given away", () => {
  it("goes to who works for the call, never to an auditor or to the other side", () => {
    const may = (role: string) =>
      ["rasa", "vytas", "daiva", "algis", "ona", "saule"].filter((who) =>
        mayTakeOver(call, role, address(who)),
      );
    expect(may("coordinator")).toEqual(["rasa", "daiva"]);
    expect(may("finance")).toEqual(["vytas", "daiva", "algis"]);
    expect(may("agency")).toEqual(["rasa", "vytas", "daiva", "algis"]);
  });
});

describe("those behind a deed", () => {
  it("are who did it, for whom they stood in, and who had put them there", () => {
    expect([...behind(call, address("daiva"), [named("algis", "daiva", "rasa")])]).toEqual([
      address("daiva"),
      address("algis"),
      address("rasa"),
    ]);
  });
});
