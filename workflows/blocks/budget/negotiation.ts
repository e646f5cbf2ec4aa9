import { latestAnswer } from "../../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import { longText } from "../../kernel/field-kinds.ts";
import { defineForm, type FieldError, type Giving } from "../../kernel/form.ts";
import { knowing } from "../../kernel/given.ts";
import type { Selection } from "../../kernel/selection/selection.ts";
import { ask, step } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { why } from "../../kernel/why.ts";
import { guest, staff } from "../asking.ts";
import { blockWords } from "../words.ts";
import {
  type BudgetLine,
  budget,
  byCategory,
  type Ceilings,
  categoriesOf,
  isAbove,
  lineRows,
  partialGrant,
} from "./lines.ts";
import { centsIn, linesOfPart } from "./part.ts";

/** How the smaller grant is spread: whoever applied may say other lines than those that follow from the request. */
export const negotiation = defineForm({
  id: "negotiation",
  words: blockWords,
  outcomes: ["submitted"],
  problems: ["lessThanGranted"],
  fields: { lines: lineRows, remarks: longText({ max: 2000, optional: true }) },
});

/** The coordinator agrees to the lines, or says what to change. */
const negotiationReview = defineForm({
  id: "negotiationReview",
  words: blockWords,
  outcomes: ["agreed", "returned"],
  fields: { changes: why({ max: 3000, for: ["returned"] }) },
});

interface Negotiating<Next extends string> {
  readonly selection: Pick<Selection, "decisionIn">;
  /** What was asked for, line by line. */
  readonly requested: (file: CaseFile) => readonly BudgetLine[];
  readonly ceilings: (file: CaseFile) => Ceilings;
  readonly next: Next;
}

/**
 * From the accepted offer of money to the lines of the grant: a grant of all that was asked for has the lines of the request; over a
 * part of it those who applied say in `negotiation` how it is spread, and the coordinator agrees or returns it. Who says nothing
 * leaves it at the lines that follow from the request. It begins at `award`, and goes on at `next` with a first version recorded.
 */
export const negotiating = <const Next extends string>({ next, ...of }: Negotiating<Next>) =>
  ({
    award: step(award(of), { whole: next, part: "negotiation" }),
    negotiation: ask("applicant", knowing(negotiation, linesGiven(of.ceilings)), {
      ...guest,
      on: { submitted: "negotiationReview", expired: "negotiationReview" },
    }),
    negotiationReview: ask("coordinator", negotiationReview, {
      ...staff,
      about: [negotiation],
      on: { agreed: "negotiated", returned: "negotiation", expired: "negotiationReview" },
    }),
    negotiated: step(noteLines, { noted: next }),
  }) as const;

type Of = Omit<Negotiating<string>, "next">;

const award =
  ({ selection, requested }: Of) =>
  (file: CaseFile): StepResult<"whole" | "part"> => {
    const asked = byCategory(requested(file));
    const { cents: grantCents = centsIn(asked), isPartial } =
      selection.decisionIn(file.entry?.decision) ?? {};
    return isPartial
      ? {
          outcome: "part",
          record: { id: partialGrant.id, data: { grantCents, lines: linesOfPart(asked, grantCents) } },
        }
      : { outcome: "whole", record: { id: budget.id, data: { grantCents, lines: asked } } };
  };

function partOf(file: CaseFile) {
  const part = latestRecord(file, partialGrant);
  if (!part) throw new Error(`${file.ref}: nothing less than asked for was granted`);
  return part;
}

/** What was said last, or else what follows from the request: the lines are as much as the grant, none above its ceiling. */
const linesGiven =
  (ceilings: Of["ceilings"]): Giving<(typeof negotiation)["fields"]> =>
  (file) => {
    const { grantCents, lines } = partOf(file);
    const most = ceilings(file);
    // What rounding has put above a ceiling may stay there, and no more of it.
    const rounded = lines.filter((line) => isAbove(line, most, grantCents));
    const shares = Object.fromEntries(
      Object.entries(most).filter(([name]) => rounded.every(({ category }) => category !== name)),
    );
    return {
      values: { lines: latestAnswer(file, negotiation)?.values.lines ?? lines },
      lists: { categories: categoriesOf(lines, most) },
      limits: { lines: { total: grantCents, shares } },
      check: ({ lines: said = [] }): FieldError[] => [
        ...(centsIn(said) < grantCents ? [{ field: "lines", problem: "own.lessThanGranted" as const }] : []),
        ...rounded
          .filter(({ category, cents }) =>
            byCategory(said).some((one) => one.category === category && one.cents > cents),
          )
          .map(({ category }) => ({
            field: "lines",
            problem: "shareTooLarge" as const,
            limit: most[category] ?? 100,
            with: { group: category },
          })),
      ],
    };
  };

/** What was agreed to: the lines that were said last, or those that nobody has changed. */
function noteLines(file: CaseFile): StepResult<"noted"> {
  const { grantCents, lines } = partOf(file);
  const said = latestAnswer(file, negotiation)?.values.lines;
  return {
    outcome: "noted",
    record: { id: budget.id, data: { grantCents, lines: said ? byCategory(said) : lines } },
  };
}
