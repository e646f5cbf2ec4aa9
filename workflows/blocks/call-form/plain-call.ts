import * as z from "zod";
import { payerAccount } from "../../kernel/bank-account.ts";
import type { Book } from "../../kernel/book.ts";
import type { Brief } from "../../kernel/call-brief.ts";
import { CallFault, type CallForm, type ChangeRule, defineCallForm } from "../../kernel/call-form.ts";
import { callTexts } from "../../kernel/call-texts.ts";
import type { CaseFile, Person } from "../../kernel/case-file.ts";
import { contact } from "../../kernel/contact.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { lastSecond } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { schoolsOfCall, storedSchools } from "../../kernel/facts/schools.ts";
import type { Fields } from "../../kernel/field.ts";
import { schemaOf } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import type { FieldProblem } from "../../kernel/problem.ts";
import { plainBrief } from "./brief.ts";
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
import { people, personFields, personNames, personOf, staffChanges, typedPerson } from "./people.ts";
import { checkTexts, textChanges, textFields, textPage, textsOf, typedTexts } from "./texts.ts";
import { callTimes } from "./times.ts";
import { asWritten } from "./written.ts";

/** What is wrong with what a call sets, at which question; and why, for whoever reads a file. */
export interface RuleFault extends FieldError {
  readonly problem: FieldProblem;
  readonly why: string;
}

/** Where in a file that stands. */
export const pathOf = ({ field, at }: RuleFault): readonly (string | number)[] => [
  field,
  ...(at ? [at.row - 1, ...(at.column === undefined ? [] : [at.column])] : []),
];

/** What a process's call sets besides texts, dates and staff: each rule is a question of its form and a part of its file. */
interface Rules<F extends Fields> {
  readonly fields: F;
  /** On which pages they are asked, by name; without it all of them on one, the last. */
  readonly pages?: Readonly<Record<string, readonly (keyof F & string)[]>>;
  /** What no question tells by itself. */
  check?(said: Values<F>): readonly RuleFault[];
  /** The same of those who make a call by hand alone, who may mistype what a file may well say. */
  checkTyped?(said: Values<F>, closesOn: string): readonly FieldError[];
  /** By what rule a question changes once the call is published; any other stands as soon as somebody has applied. */
  readonly changes?: Readonly<Partial<Record<keyof F & string, ChangeRule>>>;
  /** The process that drives its calls, where another one than that which waits for the last case does. */
  readonly driver?: string;
  /** What the process says of its calls besides, to whoever thinks of applying. */
  readonly brief?: Brief;
  /** Who works on it besides, by role. */
  readonly roles?: readonly string[];
  /** What stands in the form at first, as it is typed. */
  readonly typed: Readonly<Record<keyof F & string, string>>;
  /** Where the words of these questions stand, `callForm.<rule>.label`: the process's own file will do. */
  readonly words: Book;
  /** Somebody is paid: by finance, from an account of the call's. */
  readonly pays?: true;
}

const plainStaff = z.strictObject({
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
  const staff = plainStaff.extend(Object.fromEntries((rules.roles ?? []).map((role) => [role, contact])));
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
    const [fault] = rules.check?.(rest.rules as Values<F>) ?? [];
    if (fault) throw new CallFault(["rules", ...pathOf(fault)], fault.problem, fault.why);
    const opensAt = iso(vilniusInstant(opens));
    return { id, data: stored.parse({ ...rest, opensAt, closesAt: iso(lastSecond(closes)) }) };
  };
  const accounted = stored.pick({ payer: true, budgetCents: true });
  const some = z.object({ rules: z.object(shape).partial() });
  // Each shape was made of exactly these fields, which the compiler cannot follow through their names.
  return {
    call: {
      process: rules.driver ?? "standing-call",
      read,
      form: async () => formOf(process, rules, stored),
      brief: plainBrief(rules.brief ?? {}),
    },
    rulesOf: ({ call }: Pick<CaseFile, "call">) => stored.parse(call).rules as Values<F>,
    /** The same where nothing of the call may be known, such as where words are looked at. */
    knownRules: ({ call }: Pick<CaseFile, "call">) =>
      (some.safeParse(call).data?.rules ?? {}) as Partial<Values<F>>,
    accountOf: (call: Readonly<Record<string, unknown>>) => accounted.parse(call),
    /** The rules as a file has them. */
    ruled: z.object(shape) as z.ZodType<Values<F>>,
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
  readonly staff: Readonly<Record<string, Person | undefined>>;
  readonly rules: Readonly<Record<string, unknown>>;
}>;

function formOf(
  process: string,
  { fields, pages, check, checkTyped, changes = {}, roles = [], typed, words, pays }: Rules<Fields>,
  stored: Stored,
): CallForm {
  const asTyped = Object.keys(fields);
  const staff = ["coordinator", "agency", ...(pays ? ["finance"] : []), ...roles];
  const asked: typeof plainFields & Fields = {
    ...plainFields,
    ...(pays ? payingFields : {}),
    ...Object.assign({}, ...roles.map(personFields)),
    ...fields,
  };
  const ownPages = Object.entries(pages ?? { rules: asTyped }).map(([id, names]) => ({ id, fields: names }));
  return defineCallForm({
    fields: asked,
    pages: [
      textPage,
      { id: "dates", fields: ["opensOn", "opensAt", "closesOn", "followUpMonths"] },
      ...(pays ? [{ id: "budget", fields: Object.keys(budgetFields) }] : []),
      { id: "staff", fields: personNames(...staff) },
      ...ownPages.filter((page) => page.fields.length > 0),
    ],
    check: (said) => [
      ...checkTexts(said),
      ...checkDates(said),
      ...(pays ? checkBudget(budgetIn(said)) : []),
      ...(check?.(said) ?? []).map(({ why: _, ...error }) => error),
      ...(checkTyped?.(said, said.closesOn) ?? []),
    ],
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
      staff: Object.fromEntries(staff.map((role) => [role, personOf(said, role)])),
      rules: Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(fields, name))),
    }),
    typedOf: (id, data) => {
      const kept = stored.parse(data);
      const known = staff.flatMap((role) => {
        const person = kept.staff[role];
        return person ? [typedPerson(role, person)] : [];
      });
      return {
        ...typedTexts(id, data),
        ...typedDates(data),
        ...(pays ? typedBudget(data) : {}),
        ...Object.assign({}, ...known),
        ...Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [name, asWritten(kept.rules[name], field)]),
        ),
      };
    },
    changes: {
      ...textChanges,
      ...dateChanges,
      ...staffChanges("coordinator", "agency", ...(pays ? ["finance"] : [])),
      ...(pays ? budgetChanges : {}),
      ...Object.fromEntries(asTyped.map((name) => [name, untilApplied])),
      ...changes,
    },
    calledInForm: { ...datesCalled, ...(pays ? budgetCalled : {}) },
    words,
  });
}
