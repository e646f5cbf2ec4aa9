import * as z from "zod";
import type { Book } from "../../../kernel/book.ts";
import { type CallForm, type ChangeRule, defineCallForm } from "../../../kernel/call-form.ts";
import { knownContact } from "../../../kernel/contact.ts";
import type { Fields, Lists } from "../../../kernel/field.ts";
import type { FieldError, Page, Values } from "../../../kernel/form.ts";
import { appealRules } from "../../appeal.ts";
import { onlyMoreWhileOpen, untilApplied } from "../changes.ts";
import { appealChanges, checkAppeals, checkCommission } from "../commission.ts";
import {
  checkDates,
  dateChanges,
  datesCalled,
  datesOf,
  daysAfter,
  plannedDates,
  typedDates,
} from "../dates.ts";
import { budgetCalled, budgetChanges, budgetOf, checkBudget, typedBudget } from "../money.ts";
import { asLines, inLanguage, personOf, staffChanges, typedPerson } from "../people.ts";
import {
  checkReviewing,
  plannedReviewing,
  reviewingChanges,
  reviewingOf,
  typedReviewing,
} from "../reviewing.ts";
import { checkTexts, textChanges, textsOf, typedTexts } from "../texts.ts";
import { fieldsOf, pagesOf, type Said } from "./fields.ts";
import type { Award, Extra, Selects } from "./terms.ts";

type Typed = Readonly<Record<string, unknown>>;

interface Selecting<F extends Fields> extends Selects {
  /** What the process asks besides. */
  readonly own: F;
  /** On which pages: one of the block's, at its end, or one of its own, after the dates. */
  readonly pages: Readonly<Record<string, readonly (keyof F & string)[]>>;
  readonly lists?: Lists;
  readonly check?: (said: Said & Values<F>) => readonly FieldError[];
  /** What stands in its own questions at first, as it is typed. */
  readonly typed: Typed;
  /** What its own questions are in a call's file, and how a stored call is typed into them. */
  readonly fileOf: (said: Said & Values<F>) => Typed;
  readonly typedOf: (stored: Typed) => Typed;
  readonly changes?: Readonly<Partial<Record<keyof F & string, ChangeRule>>>;
  /** By what rule its other own questions change; without one they do not. */
  readonly otherwise?: ChangeRule;
  /** Which of its own questions mends a part of the file that is called otherwise. */
  readonly calledInForm?: Readonly<Record<string, keyof F & string>>;
  /** The words of its own questions, `callForm.<name>.label`. */
  readonly words: Book;
}

/**
 * The form of a call that selects by rank and pays: texts, dates, what is shared out, reviews, commission, appeals, staff. A process
 * says only what it asks besides.
 */
export function selectingForm<const F extends Fields>(input: Selecting<F>): CallForm {
  const { process, award, own, lists, otherwise } = input;
  const has = new Set(input.has);
  const asked: Fields = { ...fieldsOf(award, has), ...own };
  const pages = pagesOf(award, has, input.pages);
  // The parser hands on what the schemas of exactly these fields accepted, which the compiler cannot follow through their names.
  const as = (said: Typed) => said as Said & Values<F>;
  return defineCallForm({
    fields: { ...inOrderOf(pages, asked), ...asked },
    ...(lists ? { lists } : {}),
    pages,
    check: (said) => [
      ...checkTexts(as(said)),
      ...checkDates(as(said)),
      ...checkBudget(as(said)),
      ...(input.check?.(as(said)) ?? []),
      ...checkPeople(as(said)),
    ],
    template: (maker, today) => ({
      callId: `${process}-${today.slice(0, 4)}`,
      ...plannedDates(today),
      ...typedPerson("coordinator", maker),
      ...(has.has("unscored") ? {} : { minimumScore: "60" }),
      // Three months after the close to hand on what comes free.
      ...(has.has("once") ? {} : { lastOfferDate: daysAfter(today, 7 + 42 + 90), offerDays: "7" }),
      ...(award === "money" ? { partialFloorPercent: "50" } : {}),
      ...(has.has("reviews") ? { ...plannedReviewing(today), scoreGap: "20" } : {}),
      ...(has.has("appeals") ? { appealDays: "5" } : {}),
      ...(has.has("advance") ? { advancePercent: "80" } : {}),
      ...input.typed,
    }),
    fileOf: (said) => ({ process, ...commonOf(as(said)), ...input.fileOf(as(said)) }),
    typedOf: (id, data) => ({ ...typedCommon(id, data, award, has), ...input.typedOf(data) }),
    changes: {
      ...textChanges,
      ...dateChanges,
      ...staffChanges("coordinator", "agency", "finance"),
      ...(has.has("unscored") ? {} : { minimumScore: untilApplied }),
      ...(has.has("once") ? {} : { lastOfferDate: untilApplied, offerDays: untilApplied }),
      ...changesOf[award],
      ...(has.has("reviews") ? { ...reviewingChanges, scoreGap: untilApplied } : {}),
      ...(has.has("appeals") ? appealChanges : {}),
      ...(otherwise ? Object.fromEntries(Object.keys(own).map((name) => [name, otherwise])) : {}),
      ...input.changes,
    },
    calledInForm: {
      ...datesCalled,
      ...(award === "money" ? { budgetCents: "toShare" } : budgetCalled),
      ...input.calledInForm,
    },
    words: input.words,
  });
}

/** The questions in the order in which they are asked. */
const inOrderOf = (pages: readonly Page[], asked: Fields): Fields =>
  Object.fromEntries(
    pages.flatMap(({ fields }) => fields.flatMap((name) => (asked[name] ? [[name, asked[name]]] : []))),
  );

const changesOf: Readonly<Record<Award, Readonly<Record<string, ChangeRule>>>> = {
  money: { toShare: onlyMoreWhileOpen, partialFloorPercent: untilApplied },
  places: { places: onlyMoreWhileOpen, ...budgetChanges },
  shares: budgetChanges,
};

/** Nobody stands twice, and who ranks does not approve. */
function checkPeople(said: Said): readonly FieldError[] {
  const { reviewers = [], commission } = said;
  return [
    ...(isReviewed(said) ? checkReviewing(said) : []),
    ...checkCommission(commission, [{ email: said.coordinatorEmail }, ...reviewers]),
    ...checkAppeals(said),
  ];
}

type Reviewed = Said & { readonly [K in "reviewers" | "conflicts"]: NonNullable<Said[K]> };
const isReviewed = (said: Said): said is Reviewed => said.reviewers !== undefined;

function commonOf(said: Said): Typed {
  const { commission, appealDays, appeals } = said;
  const [chair] = inLanguage(commission);
  return {
    ...textsOf(said),
    ...datesOf(said),
    ...given(said, "lastOfferDate", "places", "partialFloorPercent", "advancePercent"),
    ...given(said, "minimumScore", "scoreGap", "offerDays"),
    ...budgetOf({ ...said, budget: said.toShare ?? said.budget }),
    ...(isReviewed(said) ? reviewingOf(said) : {}),
    commission: inLanguage(commission),
    ...(appealDays === undefined ? {} : { appealDays }),
    ...(appeals ? { appeals: inLanguage(appeals) } : {}),
    staff: {
      coordinator: personOf(said, "coordinator"),
      commission: chair,
      agency: personOf(said, "agency"),
      finance: personOf(said, "finance"),
    },
  };
}

/** Of these what was said; what stayed open is left out of a file. */
const given = (said: Said, ...names: readonly (keyof Said)[]): Typed =>
  Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));

const stored = z.object({
  lastOfferDate: z.string().optional(),
  minimumScore: z.number().optional(),
  offerDays: z.number().optional(),
  scoreGap: z.number().optional(),
  advancePercent: z.number().optional(),
  partialFloorPercent: z.number().optional(),
  commission: z.array(knownContact).optional(),
  ...appealRules.shape,
  staff: z.object({
    coordinator: knownContact,
    commission: knownContact,
    agency: knownContact,
    finance: knownContact,
  }),
});
const alike = z.object({ places: z.number() });

function typedCommon(id: string, data: Typed, award: Award, has: ReadonlySet<Extra>): Typed {
  const { staff, commission, appeals = [], ...call } = stored.parse(data);
  const { budget, ...payer } = typedBudget(data);
  return {
    ...typedTexts(id, data),
    ...typedDates(data),
    ...(has.has("once")
      ? {}
      : { lastOfferDate: call.lastOfferDate ?? "", offerDays: String(call.offerDays) }),
    ...payer,
    ...(award === "money"
      ? { toShare: budget, partialFloorPercent: String(call.partialFloorPercent) }
      : { budget }),
    ...(award === "places" ? { places: String(alike.parse(data).places) } : {}),
    ...(has.has("advance") ? { advancePercent: String(call.advancePercent) } : {}),
    ...(has.has("reviews") ? { ...typedReviewing(data), scoreGap: String(call.scoreGap) } : {}),
    commission: typedPeople(commission ?? [staff.commission]),
    ...(has.has("appeals")
      ? { appealDays: String(call.appealDays ?? ""), appeals: typedPeople(appeals) }
      : {}),
    ...typedPerson("coordinator", staff.coordinator),
    ...typedPerson("agency", staff.agency),
    ...typedPerson("finance", staff.finance),
    ...(has.has("unscored") ? {} : { minimumScore: String(call.minimumScore) }),
  };
}

const typedPeople = (people: readonly z.infer<typeof knownContact>[]): string =>
  asLines(
    people.map((person) => ({ ...person })),
    "name",
    "email",
    "language",
  );
