import { saysOfGroup } from "../../blocks/group/participant.ts";
import { groupTerms } from "../../blocks/group/terms.ts";
import { latestAnswer } from "../../kernel/answers.ts";
import type { CaseFile, Language } from "../../kernel/case-file.ts";
import { solution } from "./forms.ts";

/** What the words of a participant's road may name, the labels of the own problem and solution among them. */
export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  const labels = latestAnswer(file, solution)?.values;
  return {
    ...saysOfGroup(file, language, "supervisor"),
    supervisor: groupTerms.safeParse(file.call).data?.staff.supervisor?.name ?? "–",
    problem: labels?.problem ?? "–",
    solution: labels?.solution ?? "–",
  };
}
