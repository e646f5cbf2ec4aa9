import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimSums } from "../../../functions/proof/claim.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { post, sumsOf } from "../../../workflows/kernel/ledger.ts";
import { type MoneyEvent, paymentKinds } from "../../../workflows/kernel/money.ts";

const funded = (await everyProcess()).flatMap(({ id, money }) => (money ? [{ id, money }] : []));
const at = "2027-03-15T10:00:00.000Z";
const cents = fc.integer({ min: 0, max: 500_000 });

describe.each(funded)("the claim of $id", ({ money }) => {
  const event: fc.Arbitrary<MoneyEvent> = fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        "granted" as const,
        "settled" as const,
        "recovered" as const,
        "handedOver" as const,
      ),
      cents,
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constant("paid" as const),
      payment: fc.constantFrom(...paymentKinds(money)),
      cents,
      at: fc.constant(at),
    }),
    fc.record({ kind: fc.constant("closed" as const), at: fc.constant(at) }),
  );

  it("adds up: what was paid and is still to be paid, less what came back, is what the budget bears", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const sums = sumsOf(post(events));
        const columns = claimSums(money);
        const [granted, ...others] = columns.map((column) => column.cents(sums));
        const borne = others.pop();
        expect(granted).toBe(sums.granted);
        expect(others.reduce((sum, one) => sum + one, 0)).toBe(borne);
      }),
      { numRuns: 40 },
    );
  });
});
