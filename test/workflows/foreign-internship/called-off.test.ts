import { describe, expect, it } from "vitest";
import { says } from "../../../workflows/foreign-internship/papers.ts";
import type { Answer, CaseFile, InterruptionSaid } from "../../../workflows/kernel/case-file.ts";

const at = (day: string) => `2027-03-${day}T10:00:00.000Z`;
const said = (values: Readonly<Record<string, unknown>>, day: string) => ({
  ...{ by: "coordinator@agency.example", visit: Number(day), at: at(day), values },
});

const cancelled = (day: string, reason: string): InterruptionSaid => ({
  ...said({ reason }, day),
  ...{ name: "cancelled", state: "plan" },
});
const answer = (state: string, form: string, outcome: string, day: string, reason: string): Answer => ({
  ...said({ reason }, day),
  ...{ state, form, outcome },
});
const costs = (state: string, reason: string) => answer(state, "borneCosts", "decided", "20", reason);

const file = (answers: readonly Answer[], interruptions: readonly InterruptionSaid[]): CaseFile => ({
  ...{ ref: "case#1", process: "foreign-internship", language: "lt", callId: "demo", call: {} },
  ...{ application: {}, submittedAt: at("01"), answers, interruptions, records: [], diary: [] },
});

describe("the reason that is told of an internship that was called off", () => {
  const ofCosts = "Bilietų grąžinti negalima";

  it("is why it was, not why costs are borne", () => {
    const decided = [costs("cancellationCosts", ofCosts)];
    expect(says(file(decided, [cancelled("12", "Mokykla uždaryta")])).reason).toBe("Mokykla uždaryta");
    const givenUp = answer("hostFollowUp", "hostFollowUp", "givenUp", "12", "Mokykla nepriima");
    expect(says(file([givenUp, ...decided], [])).reason).toBe("Mokykla nepriima");
  });

  it("is what was said last where nobody was asked of costs, or where the participant has withdrawn", () => {
    expect(says(file([], [cancelled("12", "Mokykla uždaryta")])).reason).toBeUndefined();
    expect(says(file([costs("withdrawalCosts", ofCosts)], [])).reason).toBeUndefined();
  });
});
