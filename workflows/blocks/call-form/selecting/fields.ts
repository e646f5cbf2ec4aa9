import { withWords } from "../../../kernel/book.ts";
import { date, number } from "../../../kernel/field-kinds.ts";
import type { Page, Values } from "../../../kernel/form.ts";
import { appealFields, commissionFields } from "../commission.ts";
import { dateFields } from "../dates.ts";
import { budgetFields } from "../money.ts";
import { people, personNames } from "../people.ts";
import { reviewingFields } from "../reviewing.ts";
import { textFields, textPage } from "../texts.ts";
import type { Award, Extra } from "./terms.ts";
import { wordsOf } from "./words.ts";

const always = {
  ...textFields,
  ...dateFields,
  ...commissionFields,
  ...people.coordinator,
  ...people.agency,
  ...people.finance,
};

const scoring = { minimumScore: number({ min: 0, max: 100, decimals: 2 }) };

const offering = { lastOfferDate: date({ optional: true }), offerDays: number({ min: 1, max: 60 }) };

const { payerName, payerIban } = budgetFields;
const ofAward = {
  money: {
    toShare: number({ min: 1, max: 100_000_000, decimals: 2 }),
    partialFloorPercent: number({ min: 0, max: 100, decimals: 2 }),
    payerName,
    payerIban,
  },
  places: { places: number({ min: 0, max: 100_000 }), ...budgetFields },
  shares: budgetFields,
};

const ofExtra = {
  reviews: { ...reviewingFields, scoreGap: number({ min: 0, max: 100, decimals: 2 }) },
  appeals: appealFields,
  advance: { advancePercent: number({ min: 0, max: 100, decimals: 2 }) },
};

type Always = Values<typeof always>;
type Sometimes = Values<
  typeof offering &
    typeof scoring &
    typeof ofAward.money &
    typeof ofAward.places &
    typeof ofExtra.reviews &
    typeof ofExtra.appeals &
    typeof ofExtra.advance
>;
/** What was said in the form; what a call does not ask is not there. */
export type Said = Always & { readonly [K in keyof Sometimes]: Sometimes[K] | undefined };

/** The questions that every such call asks, with the words of what is shared out. */
export const fieldsOf = (award: Award, has: ReadonlySet<Extra>) =>
  withWords(wordsOf[award], {
    ...always,
    ...(has.has("unscored") ? {} : scoring),
    ...(has.has("once") ? {} : offering),
    ...ofAward[award],
    ...(has.has("reviews") ? ofExtra.reviews : {}),
    ...(has.has("appeals") ? ofExtra.appeals : {}),
    ...(has.has("advance") ? ofExtra.advance : {}),
  });

/** On which pages they stand; a page of the process itself comes after the dates, and what it adds to one of these at its end. */
export function pagesOf(
  award: Award,
  has: ReadonlySet<Extra>,
  own: Readonly<Record<string, readonly string[]>>,
): readonly Page[] {
  const where = (extra: Extra, ...names: readonly string[]) => (has.has(extra) ? names : []);
  const block: Readonly<Record<string, readonly string[]>> = {
    budget: [
      ...where("advance", "advancePercent"),
      ...(award === "money" ? ["toShare", "partialFloorPercent"] : ["budget"]),
      "payerName",
      "payerIban",
    ],
    rubric: where("reviews", "rubric"),
    reviewers: where("reviews", "reviewers", "conflicts", "relations", "seed"),
    commission: where("appeals", "commission", "appealDays", "appeals"),
    approval: has.has("appeals") ? [] : ["commission"],
    staff: personNames("coordinator", "agency", "finance"),
    rules: [
      ...(award === "places" ? ["places"] : []),
      ...(has.has("unscored") ? [] : ["minimumScore"]),
      ...where("reviews", "scoreGap"),
      ...(has.has("once") ? [] : ["offerDays"]),
    ],
  };
  return Object.entries({
    [textPage.id]: textPage.fields,
    dates: [
      "opensOn",
      "opensAt",
      "closesOn",
      ...(has.has("once") ? [] : ["lastOfferDate"]),
      "followUpMonths",
    ],
    ...Object.fromEntries(Object.entries(own).filter(([id]) => !Object.hasOwn(block, id))),
    ...Object.fromEntries(Object.entries(block).map(([id, fields]) => [id, [...fields, ...(own[id] ?? [])]])),
  }).flatMap(([id, fields]) => (fields.length === 0 ? [] : [{ id, fields }]));
}
