import { membershipOf } from "../../blocks/joining.ts";
import { beginsAt } from "../../blocks/meetings.ts";
import { printTime } from "../../facts/print.ts";
import type { CaseFile, Language } from "../../kernel/case-file.ts";
import { groupOf } from "../terms.ts";
import { labelsOf } from "./rules.ts";

/** What the words of a participant's road may name. */
export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  const own = membershipOf(file);
  const labels = labelsOf(file);
  const next = own?.meetings[own.held];
  return {
    school: groupOf(file).school,
    supervisor: groupOf(file).staff.supervisor?.name ?? "–",
    number: own?.held ?? 0,
    meetings: (own?.meetings ?? [])
      .map((met) => `${met.number}. ${printTime(beginsAt(met), language)}, ${met.place}`)
      .join("\n"),
    next: next ? printTime(beginsAt(next), language) : "–",
    problem: labels?.problem ?? "–",
    solution: labels?.solution ?? "–",
  };
}
