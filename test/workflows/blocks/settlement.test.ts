import { expect, it } from "vitest";
import { settledAgainst, settlement, settling } from "../../../workflows/blocks/settlement.ts";
import { faultsOf } from "../../../workflows/kernel/check.ts";
import { compile } from "../../../workflows/kernel/compile.ts";
import { end } from "../../../workflows/kernel/states.ts";
import { processWith } from "../kernel/example.ts";

it.each([
  { due: 100_000, paid: 80_000, outcome: "owed", balanceCents: 20_000, recoveredCents: 0 },
  { due: 80_000, paid: 100_000, outcome: "overpaid", balanceCents: 0, recoveredCents: 20_000 },
  { due: 80_000, paid: 80_000, outcome: "even", balanceCents: 0, recoveredCents: 0 },
  { due: 0, paid: 50_000, outcome: "overpaid", balanceCents: 0, recoveredCents: 50_000 },
])(
  "of $due due and $paid paid, $balanceCents are paid still and $recoveredCents come back (6.13)",
  ({ due, paid, outcome, ...rest }) => {
    const settled = settledAgainst(due, { paidCents: paid });
    expect(settled.outcome).toBe(outcome);
    expect(settlement.schema.parse(settled.record?.data)).toMatchObject({ dueCents: due, ...rest });
  },
);

it("what somebody who took part before still owes comes back beside it", () => {
  const settled = settledAgainst(10_000, { paidCents: 10_000, owedCents: 3_000 });
  expect(settled).toMatchObject({ outcome: "overpaid", record: { data: { recoveredCents: 3_000 } } });
});

it("ends of one kind are settled by the same states, under names of their own", () => {
  const settle = () => settledAgainst(0, { paidCents: 0 });
  const states = {
    ...settling("termination", { settle, payee: "applicant", called: "terminated", next: "terminated" }),
    terminated: end("terminated"),
  };
  expect(Object.keys(states)).toEqual([
    "termination",
    "terminatedBalance",
    "terminatedBalanceAccount",
    "terminatedRecovery",
    "terminated",
  ]);
  const road = processWith("termination", states);
  expect(faultsOf(road).filter((fault) => !fault.includes("money."))).toEqual([]);
  expect(compile(road)).toBeDefined();
});
