import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import type { Language } from "../../../workflows/kernel/facts/print.ts";
import type { CaseRow } from "./outputs.ts";
import type { ReportWords } from "./report-words.ts";
import type { Summary } from "./summary.ts";

/** What each part of the report is drawn from. */
export interface Shown {
  readonly call: CallFile;
  readonly cases: readonly CaseRow[];
  readonly summary: Summary;
  readonly words: ReportWords;
  readonly language: Language;
}

const locales = { lt: "lt-LT", en: "en-GB" } as const;

/** A count with the spaces or commas of its language. */
export const printCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count);

/** The name of an ending, or the ending itself where it has none. */
export const statusWord = (status: string, words: ReportWords): string => words.status[status] ?? status;

/** The colour of an ending: each at least 3:1 on white, and never the only sign. */
export const statusColour = (status: string): string => colours[status] ?? "#5f6b67";

const colours: Readonly<Record<string, string>> = {
  late: "#7d8a85",
  duplicate: "#7d8a85",
  refused: "#8d7350",
  ineligible: "#8d7350",
  incomplete: "#8d7350",
  rejected: "#b4673a",
  reserve: "#a97b12",
  declined: "#75659c",
  expired: "#75659c",
  recovered: "#b3261e",
  completed: "#1b6e4f",
};
