import { heldBack } from "../blocks/reserve/places.ts";
import type { SelectionDesk } from "../kernel/selection/desk.ts";
import { auditCall, bringAgain } from "./audit.ts";
import { selectionOf } from "./selection.ts";
import { termsOf } from "./terms.ts";
import { readTrial, trialTerms, writeTrial } from "./trial.ts";
import { compareTrial } from "./what-if.ts";

/** What pages, papers and commands ask the machine of a call that selects. */
export const desk: SelectionDesk = {
  adoption: "adopted",
  terms: termsOf,
  heldBack: (call, now) => {
    const [selection, terms] = [selectionOf(call), termsOf(call)];
    return terms.budgetCents === undefined || selection.handsOn !== "atOnce"
      ? []
      : heldBack(call.entries ?? [], selection, terms, now);
  },
  trialTerms,
  readTrial,
  writeTrial,
  compare: compareTrial,
  bringAgain,
  audit: auditCall,
};
