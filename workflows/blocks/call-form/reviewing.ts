import * as z from "zod";
import { choice, email, longText, number, rows, several, text } from "../../kernel/field-kinds.ts";
import type { FieldError, Values } from "../../kernel/form.ts";
import { conflictRules, relation } from "../review/conflicts.ts";
import { reviewTerms } from "../review/rules.ts";
import { freely, onlyAdded, untilApplied } from "./changes.ts";
import { asLines, inLanguage, personColumns } from "./people.ts";

const kinds = relation.shape.kind.options;

/** How applications are reviewed: by which criteria, by whom, and what would be a conflict of interest. */
export const reviewingFields = {
  rubric: rows({
    max: 12,
    optional: true,
    columns: {
      titleLt: text({ max: 200 }),
      titleEn: text({ max: 200 }),
      weight: number({ min: 1, max: 100 }),
      /** What each score means, from 0 upwards, a line each. */
      anchorsLt: longText({ max: 3000 }),
      anchorsEn: longText({ max: 3000 }),
    },
  }),
  reviewers: rows({
    written: "lines",
    min: 3,
    max: 200,
    once: "email",
    worksAs: "reviewer",
    columns: {
      ...personColumns,
      school: text({ max: 200, optional: true }),
      municipality: text({ max: 120, optional: true }),
      reads: choice({ options: ["lt", "en"], optional: true }),
      limit: number({ min: 1, max: 1000, optional: true }),
    },
  }),
  conflicts: several({ options: conflictRules.element.options }),
  relations: rows({
    max: 50,
    optional: true,
    columns: { reviewer: email({}), kind: choice({ options: kinds }), whom: text({ max: 200 }) },
  }),
  seed: text({ max: 60, optional: true }),
} as const;
type Reviewing = Values<typeof reviewingFields>;

/** By what somebody is reviewed stands as soon as somebody has applied; a relation may be declared whenever it is known. */
export const reviewingChanges = {
  rubric: untilApplied,
  reviewers: onlyAdded,
  conflicts: untilApplied,
  relations: freely,
  seed: untilApplied,
} as const;

const linesIn = (said: string): readonly string[] =>
  said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Weights make up 100; the best score divides 100, so that totals stay exact; both languages tell the same scores. */
export function checkReviewing({ rubric = [], reviewers, relations = [] }: Reviewing): FieldError[] {
  const sum = rubric.reduce((total, { weight }) => total + weight, 0);
  const known = new Set(reviewers.map(({ email: address }) => address.toLowerCase()));
  return [
    ...(rubric.length > 0 && sum !== 100
      ? [{ field: "rubric", problem: "notHundred" as const, limit: sum }]
      : []),
    ...rubric.flatMap(({ anchorsLt, anchorsEn }, index): FieldError[] => {
      const at = { row: index + 1 };
      const [lt, en] = [linesIn(anchorsLt).length, linesIn(anchorsEn).length];
      if (![2, 3, 5, 6, 11].includes(lt))
        return [{ field: "rubric", problem: "anchorCount", at: { ...at, column: "anchorsLt" } }];
      return lt === en
        ? []
        : [{ field: "rubric", problem: "anchorsDiffer", limit: lt, at: { ...at, column: "anchorsEn" } }];
    }),
    ...relations.flatMap(({ reviewer }, index): FieldError[] =>
      known.has(reviewer.toLowerCase())
        ? []
        : [{ field: "relations", problem: "noReviewer", at: { row: index + 1, column: "reviewer" } }],
    ),
  ];
}

export function reviewingOf({ rubric, reviewers, conflicts, relations = [], seed }: Reviewing) {
  return {
    ...(rubric
      ? {
          rubric: rubric.map(({ titleLt, titleEn, weight, anchorsLt, anchorsEn }, index) => {
            const en = linesIn(anchorsEn);
            return {
              id: `criterion${index + 1}`,
              title: { lt: titleLt, en: titleEn },
              weight,
              anchors: linesIn(anchorsLt).map((words, score) => ({ lt: words, en: en[score] })),
            };
          }),
        }
      : {}),
    conflicts,
    ...(seed === undefined ? {} : { seed }),
    reviewers: inLanguage(reviewers).map(({ reads, ...one }) => {
      const own = relations.filter(({ reviewer }) => reviewer.toLowerCase() === one.email.toLowerCase());
      return {
        ...one,
        ...(reads ? { reads: [reads] } : {}),
        ...(own.length > 0 ? { relations: own.map(relationOf) } : {}),
      };
    }),
  };
}

/** Whom a reviewer knows is told by an address or by a name. */
const relationOf = ({ kind, whom }: { readonly kind: string; readonly whom: string }) =>
  whom.includes("@") ? { kind, email: whom } : { kind, name: whom };

const stored = z.object({
  ...reviewTerms,
  reviewers: z.array(
    z.looseObject({
      email: z.string(),
      reads: z.array(z.string()).optional(),
      relations: z.array(relation).optional(),
    }),
  ),
});

export function typedReviewing(data: unknown) {
  const { rubric = [], conflicts, seed, reviewers } = stored.parse(data);
  return {
    rubric: rubric.map(({ title, weight, anchors }) => ({
      titleLt: title.lt,
      titleEn: title.en,
      weight: String(weight),
      anchorsLt: anchors.map(({ lt }) => lt).join("\n"),
      anchorsEn: anchors.map(({ en }) => en).join("\n"),
    })),
    // A call that names no rules has all of them.
    conflicts: conflicts ?? conflictRules.element.options,
    seed: seed ?? "",
    reviewers: asLines(
      reviewers.map((one) => ({ ...one, reads: one.reads?.length === 1 ? one.reads[0] : "" })),
      "name",
      "email",
      "language",
      "school",
      "municipality",
      "reads",
      "limit",
    ),
    relations: reviewers.flatMap(({ email: reviewer, relations = [] }) =>
      relations.map(({ kind, email: address, name }) => ({ reviewer, kind, whom: address ?? name ?? "" })),
    ),
  };
}

/** What a new call begins with: every conflict of interest that there is, and a seed of its year. */
export const plannedReviewing = (today: string) => ({
  conflicts: conflictRules.element.options,
  seed: today.slice(0, 4),
});
