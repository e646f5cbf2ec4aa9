import { processOf } from "../../../workflows/catalogue.ts";
import type { Head } from "../../store/items.ts";

/**
 * By what name whoever applied is known, by what was sent alone: for lists, which read nothing else of a case, so nobody is named
 * who took over since. Of a call nobody applied. `call` is its data, where it was read.
 */
export async function applicantIn(head: Head, call: Head["data"] = {}): Promise<string | undefined> {
  const { pk, process, language, submittedAt, callId, application } = head;
  if (!application) return undefined;
  const sent = { ref: pk, process, language, submittedAt, callId, application, call };
  const nothingElse = { answers: [], records: [], interruptions: [], diary: [] };
  return (await processOf(process)).people("applicant", { ...sent, ...nothingElse })?.name;
}
