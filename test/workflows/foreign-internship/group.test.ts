import { describe, expect, it } from "vitest";
import { readCall } from "../../../workflows/foreign-internship/call.ts";
import { groups } from "../../../workflows/foreign-internship/group.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";

const at = "2027-02-25T08:00:00.000Z";
const { data: call } = await readCall(demoCall);

/** A case that was offered a place in Finland, with what else happened to it. */
const offered = (more: Partial<CaseFile> = {}): CaseFile => ({
  ref: "case#a",
  process: "foreign-internship",
  language: "lt",
  application: demoApplication,
  submittedAt: at,
  answers: [],
  records: [],
  interruptions: [],
  diary: [],
  call,
  callId: "demo",
  entry: {
    ref: "case#a",
    state: "offer",
    ended: false,
    submittedAt: at,
    decision: { kind: "offered", position: 1, country: "FI" },
  },
  ...more,
});
const answer = (outcome: string) => ({
  state: "offer",
  visit: 8,
  form: "offer",
  outcome,
  values: {},
  at,
  by: "",
});
const accepted = (more: Partial<CaseFile> = {}) => offered({ answers: [answer("accepted")], ...more });
const said = (name: string) => ({ name, at, by: "", state: "plan", visit: 9, values: {} });
const step = (state: string, data: unknown = {}) => ({
  state,
  visit: 10,
  step: state,
  outcome: "done",
  data,
  at,
});
const grant = {
  km: 600,
  green: false,
  days: 7,
  dailyCents: 11_000,
  travelCents: 30_900,
  grantCents: 107_900,
  advanceCents: 86_320,
  lines: [],
};

describe("where somebody travels", () => {
  it("is known from the acceptance of the place", () => {
    expect(groups.destination(offered())).toBeUndefined();
    expect(groups.destination(offered({ answers: [answer("declined")] }))).toBeUndefined();
    expect(groups.destination(accepted())).toBe("FI");
  });

  it.each(["withdrawn", "cancelled"])("is nowhere from the moment when %s is said", (name) => {
    expect(groups.destination(accepted({ interruptions: [said(name)] }))).toBeUndefined();
  });

  it.each(["lapse", "cancellation"])("is nowhere once the road came to its %s", (state) => {
    expect(groups.destination(accepted({ records: [step(state)] }))).toBeUndefined();
  });

  it("stays what it was when plans change or another person goes", () => {
    for (const name of ["changed", "replaced", "cutShort"])
      expect(groups.destination(accepted({ interruptions: [said(name)] }))).toBe("FI");
  });
});

describe("a grant", () => {
  const agency = { group: 1, tickets: "agency" } as const;
  const own = { group: 1, tickets: "own" } as const;

  it("fits as long as none is worked out", () => {
    expect(groups.isOutdated(accepted({ travelsWith: agency }))).toBe(false);
  });

  it("fits the tickets by which it was worked out; one from before there were groups, everybody's own", () => {
    const old = accepted({ records: [step("grant", grant)] });
    expect(groups.isOutdated(old)).toBe(false);
    expect(groups.isOutdated({ ...old, travelsWith: own })).toBe(false);
    expect(groups.isOutdated({ ...old, travelsWith: agency })).toBe(true);
    const bought = accepted({ records: [step("grant", { ...grant, tickets: "agency" })] });
    expect(groups.isOutdated({ ...bought, travelsWith: agency })).toBe(false);
    expect(groups.isOutdated(bought)).toBe(true);
  });

  it("is worked out anew on the days that hold, for the reason given", () => {
    const days = { starts: "2027-06-07", ends: "2027-06-13", costsCents: 0 };
    const moved = accepted({ records: [step("journey", days)] });
    expect(groups.amendment.says(moved, "Bilietus perka agentūra.")).toEqual({
      starts: "2027-06-07",
      ends: "2027-06-13",
      reason: "Bilietus perka agentūra.",
    });
  });
});
