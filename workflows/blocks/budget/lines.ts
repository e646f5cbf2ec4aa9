import * as z from "zod";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import { choice, money, rows } from "../../kernel/field-kinds.ts";
import { versionsBy } from "../../kernel/paper.ts";
import { isMoreThan } from "../../kernel/percent.ts";
import { defineRecord } from "../../kernel/record.ts";
import type { Shows } from "../../kernel/told.ts";
import { blockWords } from "../words.ts";

const cents = z.number().int().nonnegative();

/** One line of a budget: a category, as the call names it, and what it may cost. EUR cents. */
export type BudgetLine = z.infer<typeof line>;
const line = z.object({ category: z.string(), cents });
type Lines = readonly BudgetLine[];

/** A grant by its lines. Each time that it is recorded there is another version, which is signed anew. EUR cents. */
export const budget = defineRecord("budget", z.object({ grantCents: cents, lines: z.array(line) }));

/** The versions of an agreement about it. */
export const versionsOfBudget = versionsBy(budget);

/** What was granted in place of the whole request, and the lines that follow from it as long as nobody says others. EUR cents. */
export const partialGrant = defineRecord("partialGrant", budget.schema);

/** The lines that hold now; before an agreement those that are negotiated about. Nothing before a grant. */
export const linesNow = (file: CaseFile): Lines =>
  (latestRecord(file, budget) ?? latestRecord(file, partialGrant))?.lines ?? [];

/** A budget by category: `categories` names the list of the call's, whose words are `list.categories.<category>`. */
export const lineRows = rows({
  max: 40,
  columns: { category: choice({ options: { from: "categories" } }), cents: money({}) },
  sums: { of: ["cents"], by: "category" },
});

/** What people wrote in several rows, as one line a category, in the order in which categories come. */
export const byCategory = (written: Lines): Lines =>
  [...Map.groupBy(written, ({ category }) => category)].map(([category, those]) => ({
    category,
    cents: those.reduce((sum, one) => sum + one.cents, 0),
  }));

/** The categories of a budget: those of the call's ceilings, and those that were written. */
export const categoriesOf = (lines: Lines, ceilings: Ceilings): readonly string[] => [
  ...new Set([...lines.map(({ category }) => category), ...Object.keys(ceilings)]),
];

/** How much of the whole a category may take, in per cent; one that is not named may take all. */
export type Ceilings = Readonly<Record<string, number>>;

export const isAbove = (
  { category, cents: sum }: BudgetLine,
  ceilings: Ceilings,
  wholeCents: number,
): boolean => isMoreThan(sum, ceilings[category] ?? 100, wholeCents);

/** The lines on a case's page, for those whom its money concerns. */
export const budgetShown: Shows = {
  words: blockWords,
  to: ["applicant", "coordinator", "agency", "finance"],
  rows: (file) =>
    linesNow(file).map(({ category, cents: sum }) => ({
      label: { option: category, of: "categories" },
      value: { cents: sum },
    })),
};
