import type { CaseFile } from "./case-file.ts";

/** What one participant said after, and by how much each of what is rated differs from what they had said before, where they had. */
export interface SaidAfter {
  readonly recommends: boolean;
  readonly changes?: Readonly<Record<string, number>> | undefined;
}

/** What participants are asked before and after, of which the call's numbers show counts alone. */
export interface Questionnaire {
  /** What is rated twice; the words say each as `rated.<name>`. */
  readonly rated: readonly string[];
  /** `undefined` where nobody was asked after. */
  readonly said: (file: Pick<CaseFile, "answers">) => SaidAfter | undefined;
}
