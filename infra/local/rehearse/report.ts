import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import type { CaseRow } from "./outputs.ts";
import type { Summary } from "./summary.ts";

/** The page that a person would rather look at than at tables. */
export const reportPage = (call: CallFile, _cases: readonly CaseRow[], _summary: Summary): string =>
  `<!doctype html><title>${call.id}</title>\n`;
