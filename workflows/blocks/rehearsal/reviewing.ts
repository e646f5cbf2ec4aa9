import { type Answering, type Asked, onDay } from "../../kernel/rehearsal.ts";
import { answersFor } from "../review/rubric.ts";
import { reviewRules } from "../review/rules.ts";
import { inWords } from "./people.ts";

/**
 * A review is written on the second day: the points that the file gives for the how-manieth review it is, or by the call's
 * rubric the scores that come nearest to them. `scores` are of the first, second and third review.
 */
export function reviews(
  asked: Asked,
  { line, scores }: { readonly line: number; readonly scores: readonly (number | undefined)[] },
): Answering {
  const score = scores[Number(asked.part?.slice(1)) - 1];
  if (score === undefined) throw new Error(`line ${line}: no score for review ${asked.part}`);
  const brought = reviewRules.pick({ rubric: true }).parse(asked.file.call).rubric;
  const said = brought ? answersFor(brought, score) : { score };
  return { says: { outcome: "scored", ...said, comment: inWords }, at: onDay(asked, 2, "14:00") };
}

/** The members declare the same day, the commission approves the next, and the director signs at once. */
export function decidesOnRanking(asked: Asked): Answering {
  switch (asked.state) {
    case "impartiality":
      return { says: { outcome: "impartial" }, at: onDay(asked, 0, "15:00") };
    case "order":
      return { says: { outcome: "signed", number: "V-1" }, at: onDay(asked, 0, "11:00") };
    default:
      return { says: { outcome: "approved", impartial: "yes" }, at: onDay(asked, 1, "11:00") };
  }
}
