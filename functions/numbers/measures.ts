import type { Line } from "../store/line-item.ts";

/** By what the programme's objective is measured, as far as it is known of a case. */
export const measures = ["rural", "achieved", "rose", "askedLater", "usedLater"] as const;
export type Measure = (typeof measures)[number];

/** What of it a case counts in. */
export function measuresOf({ rural, achieved, usedLater }: Line): readonly Measure[] {
  const counts: Readonly<Record<Measure, boolean>> = {
    rural: rural === true,
    achieved: achieved !== undefined,
    rose: achieved !== undefined && achieved.after > achieved.before,
    askedLater: usedLater !== undefined,
    usedLater: usedLater === true,
  };
  return measures.filter((name) => counts[name]);
}
