/** Spans of time as a process states them; they become instants only against a calendar. */
export type Span =
  | { readonly unit: "day"; readonly count: number }
  | { readonly unit: "workingDay"; readonly count: number };

/** Calendar days, each ending at midnight in Europe/Vilnius. */
export const days = (count: number): Span => ({ unit: "day", count });

/** Working days of the Lithuanian calendar. */
export const workingDays = (count: number): Span => ({ unit: "workingDay", count });
