import * as z from "zod";
import { givenAccount } from "../blocks/payment.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { payerAccount } from "../kernel/bank-account.ts";
import type { Money } from "../kernel/money.ts";
import type { Shows } from "../kernel/told.ts";
import { materials } from "./forms.ts";
import { eventIn, grant, grantOf } from "./rules.ts";

const called = z.object({ payer: payerAccount.optional(), budgetCents: z.number().optional() });

/** A small grant towards an exchange of teachers, once its materials are there. */
export const money: Money = {
  concerns: ({ state }) => state === "grant" || state === "grantAccount" || state === "completed",
  pays: { grant: { payment: "grant", cents: grantOf } },
  worked: ({ step, data }) =>
    step === grant.id ? { kind: "granted", cents: grant.schema.parse(data).grantCents } : undefined,
  payee: (file) => ({
    name: eventIn(file).fullName,
    iban: givenAccount(file) ?? latestAnswer(file, materials)?.values.iban ?? "",
  }),
  payer: (given) => called.parse(given).payer,
  budget: (given) => called.parse(given).budgetCents,
  claim: {
    columns: ["event", "school"],
    row: (file) => [eventIn(file).title, eventIn(file).school],
  },
};

/** Whoever organises an exchange reads what it will be supported with, and when. */
export const shows: Readonly<Record<string, Shows>> = {
  grant: {
    to: ["applicant", "coordinator", "finance"],
    rows: { approved: (file) => (grantOf(file) > 0 ? { cents: grantOf(file) } : undefined) },
  },
};
