import * as z from "zod";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import type { Fields } from "../kernel/field.ts";
import type { Form } from "../kernel/form.ts";
import type { Due, Pays } from "../kernel/money.ts";
import { named } from "../kernel/named.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Role } from "../kernel/roles.ts";
import { sheetLine } from "../kernel/sheet.ts";
import { step } from "../kernel/states.ts";
import type { StepResult, StepRun } from "../kernel/step-result.ts";
import { paying, recovering } from "./payment.ts";

const cents = z.number().int().nonnegative();

/** What is due in all when a road ends, and what is therefore still paid or comes back. EUR cents. */
export const settlement = defineRecord(
  "settlement",
  z.object({
    dueCents: cents,
    balanceCents: cents,
    recoveredCents: cents,
    lines: z.array(sheetLine).default([]),
  }),
);

type Settled = "owed" | "overpaid" | "even";

interface Settling<Payee extends Role, Called extends string, Next extends string> {
  /** Works it out, as a rule with `settledAgainst`. */
  readonly settle: StepRun<Settled>;
  readonly payee: Payee;
  /** What finance looks at before it asks for money back. */
  readonly about?: readonly Form<Fields, string>[];
  /** What `Balance` and `Recovery` are put behind. */
  readonly called: Called;
  readonly next: Next;
}

/**
 * A road is settled, at its end or where something ends it early (withdrawn, cancelled, terminated): what is still due is paid in
 * `<called>Balance`, what was paid too much comes back in `<called>Recovery`, and the road goes on at `next`. How much each is says
 * `moneySettled`.
 */
export const settling = <
  const Name extends string,
  const Payee extends Role,
  const Called extends string,
  const Next extends string,
>(
  name: Name,
  { settle, payee, about = [], called, next }: Settling<Payee, Called, Next>,
) => {
  const [owed, overpaid] = [`${called}Balance`, `${called}Recovery`] as const;
  return {
    ...named(name, step(settle, { owed, overpaid, even: next })),
    ...paying(owed, payee, next),
    ...recovering(overpaid, next, about),
  };
};

/** What is due against what was paid. `owedCents`: what somebody who took part before still has to give back. EUR cents. */
export function settledAgainst(
  dueCents: number,
  { paidCents, owedCents = 0 }: { readonly paidCents: number; readonly owedCents?: number },
  lines: z.infer<typeof settlement.schema>["lines"] = [],
): StepResult<Settled> {
  const balanceCents = Math.max(0, dueCents - paidCents);
  const recoveredCents = Math.max(0, paidCents - dueCents) + owedCents;
  return {
    outcome: balanceCents > 0 ? "owed" : recoveredCents > 0 ? "overpaid" : "even",
    record: { id: settlement.id, data: { dueCents, balanceCents, recoveredCents, lines } },
  };
}

/** What is still paid, by the name `balance`. */
export const balance: Pays = {
  payment: "balance",
  cents: (file: CaseFile) => latestRecord(file, settlement)?.balanceCents ?? 0,
};

/** What comes back. */
export const recovered: Due = {
  cents: (file: CaseFile) => latestRecord(file, settlement)?.recoveredCents ?? 0,
};

/** The part of a process's money that is paid or comes back where it is settled, by what each settling is called. */
export const moneySettled = <const Called extends string>(...called: readonly Called[]) => ({
  pays: Object.fromEntries(called.map((one) => [`${one}Balance`, balance])),
  recovers: Object.fromEntries(called.map((one) => [`${one}Recovery`, recovered])),
});

/** Of a step that settles a road: whoever has to give money back is told how much, and where it goes. */
export const toldToReturn = { tells: ["toReturn"] } as const;

/** Tells it where money comes back; what is still owed by us tells itself. */
export const tellingToReturn = <O extends string>(settled: StepResult<O>): StepResult<O> =>
  settled.outcome === "overpaid"
    ? { ...settled, tell: [...(settled.tell ?? []), { role: "applicant", template: "toReturn" }] }
    : settled;

const paysIn = z.object({ payer: z.object({ name: z.string(), iban: z.string() }) });

/** What that mail names. */
export function saysToReturn(file: CaseFile) {
  const { name, iban } = paysIn.safeParse(file.call).data?.payer ?? { name: "–", iban: "–" };
  return { toReturn: { cents: recovered.cents(file) }, payer: name, payerAccount: iban };
}
