import { Temporal } from "temporal-polyfill";
import { isWorkingDay, localDay, vilniusInstant } from "../../kernel/facts/calendar.ts";

/** What a call's file has to be told beside its shape, in words that begin with the field. */

interface Times {
  /** Local Vilnius times. */
  readonly opens: string;
  readonly closes: string;
}

/** The call opens before it closes, at times that there are and in years whose holidays are known. */
export function faultsOfTimes(call: Times): string[] {
  const [opens, opensFaults] = instantOf("opens", call.opens);
  const [closes, closesFaults] = instantOf("closes", call.closes);
  if (!opens || !closes) return [...opensFaults, ...closesFaults];
  return [
    ...(Temporal.Instant.compare(opens, closes) < 0
      ? []
      : [`closes: expected a time after opens (${call.opens})`]),
    ...faultsOfDay("opens", localDay(opens)),
    ...faultsOfDay("closes", localDay(closes)),
  ];
}

function instantOf(field: string, local: string): [Temporal.Instant | undefined, string[]] {
  try {
    return [vilniusInstant(local), []];
  } catch {
    return [undefined, [`${field}: expected a local time such as 2027-03-01T23:59:59, found "${local}"`]];
  }
}

/** Deadlines are counted in working days, so the holidays of the year must be known, and of the one after. */
export function faultsOfDay(field: string, day: Temporal.PlainDate): string[] {
  try {
    isWorkingDay(day);
    isWorkingDay(day.add({ years: 1 }));
    return [];
  } catch (error) {
    return [`${field}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Scores have two decimals at most, and so have what they are compared with. */
export const faultsOfScores = (
  call: Readonly<Record<"minimumScore" | "scoreGap", number>>,
): readonly string[] =>
  (["minimumScore", "scoreGap"] as const)
    .filter((field) => Math.round(call[field] * 100) / 100 !== call[field] || call[field] > 100)
    .map(
      (field) => `${field}: expected points from 0 to 100 with at most two decimals, found ${call[field]}`,
    );
