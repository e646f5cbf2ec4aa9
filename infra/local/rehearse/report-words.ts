import type { Language } from "../../../workflows/kernel/facts/print.ts";
import en from "./report-words/en.json" with { type: "json" };
import lt from "./report-words/lt.json" with { type: "json" };

/** What every report says; what is of one process stands with that process. */
export type ReportWords = Readonly<Record<keyof typeof lt, string>>;

/** The words of the report in each language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { lt, en };
