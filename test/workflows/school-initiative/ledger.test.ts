import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import { heldBy, postingsOf } from "../../../workflows/kernel/ledger.ts";
import { payment } from "../../../workflows/kernel/payment.ts";
import type { StepResult } from "../../../workflows/kernel/step-result.ts";
import {
  money,
  paidOf,
  settle,
  settleEarly,
  weighMilestone,
} from "../../../workflows/school-initiative/ledger.ts";
import { caseOf } from "./case.ts";

const at = (visit: number) => new Date(Date.UTC(2027, 2, 1 + visit)).toISOString();

/** A case whose steps and payments are written down as they come. */
class Road {
  file: CaseFile = caseOf();
  #visit = 0;

  notes(state: string, { outcome, record }: StepResult<string>): string {
    const [visit, step] = [++this.#visit, record?.id ?? state];
    const made = { state, visit, outcome, step, data: record?.data ?? {}, at: at(visit) };
    this.file = { ...this.file, records: [...this.file.records, made] };
    return outcome;
  }

  answers(state: string, form: string, outcome: string, values: Record<string, unknown> = {}): void {
    const visit = ++this.#visit;
    const said = { state, visit, form, outcome, values, at: at(visit), by: "x@y.example" };
    this.file = { ...this.file, answers: [...this.file.answers, said] };
  }

  ends(): void {
    const entry = { ref: this.file.ref, state: "over", ended: true, endedAt: at(++this.#visit) };
    this.file = { ...this.file, entry: { ...entry, submittedAt: this.file.submittedAt } };
  }
}

const costs = fc.array(
  fc.record({
    category: fc.constantFrom("staff", "equipment", "travel"),
    cents: fc.integer({ min: 0, max: 900_000 }),
  }),
  { maxLength: 6 },
);

it("the ledger of a case is in balance, whenever somebody withdraws and whatever was reported", () => {
  const roads = fc.record({
    grantCents: fc.integer({ min: 1, max: 1_000_000 }),
    reports: fc.array(fc.record({ costs, coSpentCents: fc.integer({ min: 0, max: 300_000 }) }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(roads, ({ grantCents, reports }) => {
      const road = new Road();
      const staff = Math.floor(grantCents / 2);
      const lines = [
        { category: "staff", cents: staff },
        { category: "equipment", cents: grantCents - staff },
      ];
      road.notes("award", { outcome: "whole", record: { id: "budget", data: { grantCents, lines } } });
      road.answers("advance", payment.id, "paid");
      for (const [index, said] of reports.entries()) {
        const duty = { series: "milestone", number: String(index + 1), on: "2027-09-30" };
        road.notes("milestone", { outcome: "due", record: { id: "duty", data: duty } });
        road.answers("milestoneReport", "progress", "submitted", said);
        if (road.notes("milestoneWeighing", weighMilestone(road.file)) === "due")
          road.answers("milestonePay", payment.id, "paid");
      }
      const isWhole = reports.length === 3;
      const outcome = road.notes(
        isWhole ? "settlement" : "withdrawal",
        (isWhole ? settle : settleEarly)(road.file),
      );
      if (outcome === "owed") road.answers("balance", payment.id, "paid");
      if (outcome === "overpaid")
        road.answers(isWhole ? "recovery" : "withdrawnRecovery", "recovery", "recovered");
      road.ends();
      const postings = postingsOf(money, road.file);
      for (const account of ["committed", "recoverable"] as const) expect(heldBy(account, postings)).toBe(0);
      const kept = heldBy("paid", postings);
      expect(kept + heldBy("budget", postings)).toBe(0);
      expect(kept).toBeGreaterThanOrEqual(0);
      expect(kept).toBeLessThanOrEqual(grantCents);
      expect(paidOf(road.file)).toBeLessThanOrEqual(grantCents);
    }),
    { numRuns: 300 },
  );
});
