import * as z from "zod";
import { answersTo } from "../kernel/answers.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { borneCosts, hostFollowUp, overBudget } from "./forms.ts";

const explained = z.object({ reason: z.string().optional() });

/**
 * Why it was called off, where the coordinator has decided on costs since and said why of these: what is told of the end is not the
 * reason of the sum.
 */
export function whyCalledOff(file: CaseFile): string | undefined {
  if (!answersTo(file, borneCosts).some(({ state }) => state === "cancellationCosts")) return undefined;
  const givenUp = [...answersTo(file, hostFollowUp), ...answersTo(file, overBudget)].filter(
    ({ outcome }) => outcome === "givenUp",
  );
  const said = [...givenUp, ...file.interruptions.filter(({ name }) => name === "cancelled")];
  const [latest] = said.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return explained.parse(latest?.values ?? {}).reason;
}
