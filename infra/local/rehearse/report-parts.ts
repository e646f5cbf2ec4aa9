import type { Language } from "../../../workflows/kernel/facts/print.ts";
import type { ReportParts, Tone } from "../../../workflows/kernel/rehearsal-report.ts";
import type { ReportWords } from "./report-words.ts";

/** What each part of the report is drawn from. */
export interface Shown {
  readonly parts: ReportParts;
  readonly words: ReportWords;
  readonly language: Language;
}

/** The colour of an ending: each at least 3:1 on white, and never the only sign. */
export const colourOf = (tone: Tone): string => colours[tone];

const colours: Readonly<Record<Tone, string>> = {
  aside: "#7d8a85",
  unfit: "#8d7350",
  tooLow: "#b4673a",
  waiting: "#a97b12",
  own: "#75659c",
  lost: "#b3261e",
  done: "#1b6e4f",
  other: "#5f6b67",
};
