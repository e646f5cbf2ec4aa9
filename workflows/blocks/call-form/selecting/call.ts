import * as z from "zod";
import type { Book } from "../../../kernel/book.ts";
import type { Brief } from "../../../kernel/call-brief.ts";
import type { ChangeRule } from "../../../kernel/call-form.ts";
import type { CaseFile } from "../../../kernel/case-file.ts";
import type { Fields } from "../../../kernel/field.ts";
import type { FieldError, Values } from "../../../kernel/form.ts";
import type { Terms } from "../../../kernel/selection/selection.ts";
import { briefOf, selectingBrief } from "../brief.ts";
import { untilApplied } from "../changes.ts";
import type { Said } from "./fields.ts";
import { selectingForm } from "./form.ts";
import { type KeptValues, keeping } from "./own.ts";
import {
  type Award,
  type Extra,
  partsOf,
  type Selects,
  type StoredCall,
  storedTimes,
  termsIn,
  whoRanksDoesNotApprove,
} from "./terms.ts";

interface SelectingCall<A extends Award, E extends Extra, F extends Fields> extends Selects<A, E> {
  /** What the process asks besides: each is a question of the form, and a part of the file by the same name. */
  readonly own: F;
  /** On which pages, where not all among the rules: one of the block's, at its end, or one of its own, after the dates. */
  readonly pages?: Readonly<Record<string, readonly (keyof F & string)[]>>;
  /** What stands in them at first, as it is typed. */
  readonly typed: Readonly<Partial<Record<keyof F & string, string>>>;
  readonly check?: (said: Said & Values<F>) => readonly FieldError[];
  /** What of them may change otherwise than until somebody has applied. */
  readonly changes?: Readonly<Partial<Record<keyof F & string, ChangeRule>>>;
  /** What the process says of its calls besides, to whoever thinks of applying. */
  readonly brief?: Brief;
  /** The words of these questions, `callForm.<name>.label`: the process's own file will do. */
  readonly words: Book;
}

/**
 * The call of a process that selects by rank and pays. `call` is what the process says of it; `callOf` reads in a case what the call
 * has set, `termsOf` what of it the selection goes by.
 */
export function selectingCall<const A extends Award, const E extends Extra, const F extends Fields>(
  input: SelectingCall<A, E, F>,
) {
  const { award, has, own, brief = {}, pages = { rules: Object.keys(own) } } = input;
  const parts = partsOf(input);
  const kept = keeping(own);
  const file = z.strictObject({ ...kept.shape, ...parts.file }).superRefine(whoRanksDoesNotApprove);
  const stored = z.object({ ...kept.shape, ...parts.stored });
  const read = async (given: unknown) => {
    const { id, process: _process, opens, closes, ...said } = file.parse(given);
    return { id, data: stored.parse({ ...said, ...storedTimes({ opens, closes }) }) };
  };
  const form = async () =>
    selectingForm({
      ...input,
      pages,
      fileOf: kept.fileOf,
      typedOf: kept.typedOf,
      otherwise: untilApplied,
    });
  return {
    call: { process: "selection-call", read, form, brief: briefOf(selectingBrief(award, has), brief) },
    // The shape was made of exactly these questions, which the compiler cannot follow through their names.
    callOf: ({ call }: Pick<CaseFile, "call">) => stored.parse(call) as StoredCall<A, E> & KeptValues<F>,
    termsOf: (call: Readonly<Record<string, unknown>>): Terms => termsIn(award, call),
  };
}
