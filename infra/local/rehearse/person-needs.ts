import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { reaches, reviewScore } from "../../../workflows/kernel/score.ts";
import { type Column, expectations } from "./people-columns.ts";
import type { Person, PersonFault } from "./person.ts";

/**
 * What is missing from a person for the road that lies before them. Whoever reaches the minimum score may be offered
 * a place, so their answer must be there even if the reserve list never comes to them.
 */
export function whatIsNeeded(person: Person, call: CallFile): PersonFault[] {
  const missing = (column: keyof typeof expectations & Column, why: string): PersonFault[] => [
    { column, expected: `${expectations[column].expected} (needed because ${why})` },
  ];
  if (person.principal === undefined) return missing("principal", "the application is sent in time");
  if (person.principal !== "endorse") return [];
  if (person.screening === undefined) return missing("screening", "principal is endorse");
  if (person.screening === "ineligible" || person.screening === "supplement_silent") return [];

  const [first, second, third] = person.scores;
  const unscored = [
    ...(first === undefined ? missing("score_1", "the application is eligible") : []),
    ...(second === undefined ? missing("score_2", "the application is eligible") : []),
  ];
  if (first === undefined || second === undefined) return unscored;
  const reviews = third === undefined ? [first, second] : [first, second, third];
  const result = reviewScore(reviews, call.scoreGap);
  if (result.outcome === "apart") {
    return missing("score_3", `score_1 and score_2 differ by more than ${call.scoreGap}`);
  }
  if (!reaches(result.score, call.minimumScore)) return [];

  if (person.offer === undefined) return missing("offer", "the score reaches the minimum");
  if (person.offer !== "accept") return [];
  const unsaid = [
    ...(person.green === undefined ? missing("green", "offer is accept") : []),
    ...(person.attendance === undefined ? missing("attendance", "offer is accept") : []),
  ];
  if (person.attendance === "partial" && person.daysMissed === undefined) {
    unsaid.push(...missing("days_missed", "attendance is partial"));
  }
  const reports = person.attendance === "full" || person.attendance === "partial";
  if (reports && person.report === undefined) {
    unsaid.push(...missing("report", `attendance is ${person.attendance}`));
  }
  return unsaid;
}
