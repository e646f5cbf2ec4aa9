import type { CaseFile } from "../kernel/case-file.ts";
import type { Terms } from "../kernel/selection/selection.ts";
import { closedShares } from "./call-off.ts";
import { selectionOf } from "./selection.ts";
import { adoptedIn, termsUnder } from "./trial.ts";

/** What the call says, with what was adopted of trials, less the shares that have fallen away since. */
export const termsOf = (file: CaseFile): Terms =>
  termsUnder({ ...selectionOf(file).terms(file.call), closed: closedShares(file) }, adoptedIn(file));
