import * as z from "zod";
import { payerAccount } from "../../kernel/bank-account.ts";
import type { Book } from "../../kernel/book.ts";
import { type CallForm, defineCallForm } from "../../kernel/call-form.ts";
import { callTexts } from "../../kernel/call-texts.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import { contact } from "../../kernel/contact.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../../kernel/facts/schools.ts";
import type { Fields } from "../../kernel/field.ts";
import { schemaOf } from "../../kernel/field-kinds.ts";
import type { Values } from "../../kernel/form.ts";
import { untilApplied } from "./changes.ts";
import {
  checkDates,
  dateChanges,
  dateFields,
  datesCalled,
  datesOf,
  plannedDates,
  typedDates,
} from "./dates.ts";
import { callIdOf } from "./ids.ts";
import { budgetCalled, budgetChanges, budgetFields, budgetOf, checkBudget, typedBudget } from "./money.ts";
import { people, personNames, personOf, typedPerson } from "./people.ts";
import { checkTexts, textChanges, textFields, textPage, textsOf, typedTexts } from "./texts.ts";
import { callTimes } from "./times.ts";
import { asWritten } from "./written.ts";

/** What a process's call sets besides texts, dates and staff: each rule is a question of its form and a part of its file. */
interface Rules<F extends Fields> {
  readonly fields: F;
  /** What stands in the form at first, as it is typed. */
  readonly typed: Readonly<Record<keyof F & string, string>>;
  /** Where the words of these questions stand, `callForm.<rule>.label`: the process's own file will do. */
  readonly words: Book;
  /** Somebody is paid: by finance, from an account of the call's. */
  readonly pays?: true;
}

const staff = z.strictObject({
  coordinator: contact,
  agency: contact,
  finance: contact.optional(),
  auditor: contact.optional(),
});
const plainFields = { ...textFields, ...dateFields, ...people.coordinator, ...people.agency };
const payingFields = { ...people.finance, ...budgetFields };
const account = { payer: payerAccount.optional(), budgetCents: z.number().int().nonnegative().optional() };

/**
 * The call of a process that selects nobody and pays nobody: it takes applications until it closes, and each case goes its own
 * road. `call` is what the process says of it; `rulesOf` reads in a case what the call has set.
 */
export function plainCall<const F extends Fields>(process: string, rules: Rules<F>) {
  const shape = Object.fromEntries(
    Object.entries(rules.fields).map(([name, field]) => [
      name,
      field.optional ? schemaOf(field).optional() : schemaOf(field),
    ]),
  );
  const file = z.strictObject({
    id: callIdOf(60),
    process: z.literal(process),
    ...callTimes,
    ...callTexts,
    ...account,
    staff: rules.pays ? staff.required({ finance: true }) : staff.omit({ finance: true }),
    schools: schoolsOfCall.optional(),
    rules: z.strictObject(shape),
  });
  const stored = z.object({
    opensAt: z.string(),
    closesAt: z.string(),
    ...callTexts,
    ...account,
    staff,
    schools: storedSchools.optional(),
    rules: z.object(shape),
  });
  const read = async (given: unknown) => {
    const { id, process: _process, opens, closes, ...rest } = file.parse(given);
    const opensAt = iso(vilniusInstant(opens));
    return { id, data: stored.parse({ ...rest, opensAt, closesAt: iso(lastSecond(closes)) }) };
  };
  return {
    call: { process: "standing-call", read, form: async () => formOf(process, rules, stored) },
    // The shape was made of exactly these fields, which the compiler cannot follow through their names.
    rulesOf: ({ call }: Pick<CaseFile, "call">) => stored.parse(call).rules as Values<F>,
  };
}

const budgetTyped = z.object({
  budget: z.number().optional(),
  payerName: z.string().optional(),
  payerIban: z.string().optional(),
});
/** What was said of the account, where it was asked. */
const budgetIn = (said: Readonly<Record<string, unknown>>) => {
  const { budget, payerName, payerIban } = budgetTyped.parse(said);
  return { budget, payerName, payerIban };
};

type Stored = z.ZodType<{
  readonly staff: z.infer<typeof staff>;
  readonly rules: Readonly<Record<string, unknown>>;
}>;

function formOf(process: string, { fields, typed, words, pays }: Rules<Fields>, stored: Stored): CallForm {
  const ruled = Object.entries(fields);
  const asTyped = Object.keys(fields);
  const asked: typeof plainFields & Fields = { ...plainFields, ...(pays ? payingFields : {}), ...fields };
  return defineCallForm({
    fields: asked,
    pages: [
      textPage,
      { id: "dates", fields: ["opensOn", "opensAt", "closesOn"] },
      ...(pays ? [{ id: "budget", fields: Object.keys(budgetFields) }] : []),
      {
        id: "staff",
        fields: pays ? personNames("coordinator", "agency", "finance") : personNames("coordinator", "agency"),
      },
      ...(asTyped.length > 0 ? [{ id: "rules", fields: asTyped }] : []),
    ],
    check: (said) => [...checkTexts(said), ...checkDates(said), ...(pays ? checkBudget(budgetIn(said)) : [])],
    template: (maker, today) => ({
      callId: `${process}-${today.slice(0, 4)}`,
      ...plannedDates(today),
      ...typedPerson("coordinator", maker),
      ...typed,
    }),
    fileOf: (said) => ({
      process,
      ...textsOf(said),
      ...datesOf(said),
      ...(pays ? budgetOf(budgetIn(said)) : {}),
      staff: {
        coordinator: personOf(said, "coordinator"),
        agency: personOf(said, "agency"),
        ...(pays ? { finance: personOf(said, "finance") } : {}),
      },
      rules: Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(fields, name))),
    }),
    typedOf: (id, data) => {
      const kept = stored.parse(data);
      return {
        ...typedTexts(id, data),
        ...typedDates(data),
        ...typedPerson("coordinator", kept.staff.coordinator),
        ...typedPerson("agency", kept.staff.agency),
        ...(kept.staff.finance
          ? { ...typedPerson("finance", kept.staff.finance), ...typedBudget(data) }
          : {}),
        ...Object.fromEntries(ruled.map(([name, field]) => [name, asWritten(kept.rules[name], field)])),
      };
    },
    changes: {
      ...textChanges,
      ...dateChanges,
      ...(pays ? budgetChanges : {}),
      ...Object.fromEntries(asTyped.map((name) => [name, untilApplied])),
    },
    calledInForm: { ...datesCalled, ...(pays ? budgetCalled : {}) },
    words,
  });
}
