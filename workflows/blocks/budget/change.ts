import * as z from "zod";
import { type CaseFile, latestInterruption, latestRecord } from "../../kernel/case-file.ts";
import { choice, money } from "../../kernel/field-kinds.ts";
import { defineForm, type FieldError, type Form } from "../../kernel/form.ts";
import { knowing } from "../../kernel/given.ts";
import { isMoreThan } from "../../kernel/percent.ts";
import type { Role } from "../../kernel/roles.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { why } from "../../kernel/why.ts";
import { changes, changing, signedAnew } from "../changing.ts";
import { blockWords } from "../words.ts";
import { type BudgetLine, budget, type Ceilings, categoriesOf, isAbove, linesNow } from "./lines.ts";

/** So much of one line goes to another. EUR cents. */
export const lineChange = defineForm({
  id: "lineChange",
  words: blockWords,
  outcomes: ["asked"],
  problems: ["sameLine", "aboveCeiling"],
  fields: {
    source: choice({ options: { from: "categories" } }),
    target: choice({ options: { from: "categories" } }),
    cents: money({ min: 1 }),
    reason: why({ max: 2000 }),
  },
});

const moved = z.object({ source: z.string(), target: z.string(), cents: z.number().int().positive() });
type Move = z.infer<typeof moved>;

interface Rules {
  readonly ceilings: Ceilings;
  /** So much of a line, in per cent, may go to another without a decision. */
  readonly freePercent: number;
}

const centsOf = (lines: readonly BudgetLine[], category: string): number =>
  lines.find((line) => line.category === category)?.cents ?? 0;

/** The lines once so much of one has gone to another. */
export const moveBetween = (
  lines: readonly BudgetLine[],
  { source, target, cents }: Move,
): readonly BudgetLine[] => {
  const gone = lines.map((line) =>
    line.category === source ? { ...line, cents: line.cents - cents } : line,
  );
  return gone.some(({ category }) => category === target)
    ? gone.map((line) => (line.category === target ? { ...line, cents: line.cents + cents } : line))
    : [...gone, { category: target, cents }];
};

/** What is wrong with a move: to the same line, more than there is, or above the ceiling that the other has of the grant (6.8). */
export function faultsOfMove(
  lines: readonly BudgetLine[],
  move: Move,
  ceilings: Ceilings,
  grantCents: number,
): readonly FieldError[] {
  const { source, target, cents } = move;
  const held = centsOf(lines, source);
  if (source === target) return [{ field: "target", problem: "own.sameLine" }];
  if (cents > held) return [{ field: "cents", problem: "tooLarge", limit: held }];
  const then = { category: target, cents: centsOf(lines, target) + cents };
  return isAbove(then, ceilings, grantCents) ? [{ field: "cents", problem: "own.aboveCeiling" }] : [];
}

/** A small part of a line goes without a decision (6.8). */
export const isFree = (lines: readonly BudgetLine[], { source, cents }: Move, freePercent: number): boolean =>
  !isMoreThan(cents, freePercent, centsOf(lines, source));

/**
 * Changes between the lines of a grant: small ones are another version at once, others are decided and signed anew. As states and as the word that asks for one: `...linesChanging("change", of).states` and
 * `change: linesChanging(…).word`.
 */
export function linesChanging<const Name extends string, const Where extends string, const P extends Role>(
  name: Name,
  of: {
    readonly rules: (file: CaseFile) => Rules;
    readonly during: readonly Where[];
    /** Who signs what was decided on, and whether all have. */
    readonly signing: Pick<Parameters<typeof signedAnew<Name, P>>[1], "parts" | "count">;
  },
) {
  const move = (file: CaseFile): Move => moved.parse(latestInterruption(file, name)?.values);
  const weigh = (file: CaseFile): StepResult<"automatic" | "decided"> => ({
    outcome: isFree(linesNow(file), move(file), of.rules(file).freePercent) ? "automatic" : "decided",
  });
  const amend = (file: CaseFile) => ({
    id: budget.id,
    data: { grantCents: grantOf(file), lines: moveBetween(linesNow(file), move(file)) },
  });
  const undo = ({ records }: CaseFile) => {
    const [before] = records.filter(({ step }) => step === budget.id).slice(-2);
    return { id: budget.id, data: budget.schema.parse(before?.data) };
  };
  const { during, signing } = of;
  return {
    states: {
      ...changing(name, { weigh, amend, during, signed: `${name}Agreement` }),
      ...signedAnew(name, { ...signing, undo }),
    },
    word: changes(name, { form: asked(of.rules), during }),
  };
}

const grantOf = (file: CaseFile): number => latestRecord(file, budget)?.grantCents ?? 0;

const asked = (rules: (file: CaseFile) => Rules): Form<(typeof lineChange)["fields"], "asked"> =>
  knowing(lineChange, (file) => {
    const lines = linesNow(file);
    const { ceilings } = rules(file);
    return {
      lists: { categories: categoriesOf(lines, ceilings) },
      check: (said) => {
        const move = moved.safeParse(said).data;
        return move ? faultsOfMove(lines, move, ceilings, grantOf(file)) : [];
      },
    };
  });
