import * as z from "zod";
import { tellParent, tookPart } from "../../blocks/group/rules.ts";
import type { CaseFile } from "../../kernel/case-file.ts";
import { withoutSmall } from "../../kernel/small-counts.ts";
import type { StepResult } from "../../kernel/step-result.ts";

const implemented = z.object({ implementation: z.enum(["done", "partly", "notYet"]) });

/** What the school learns: counts only, none under five, and nothing of anybody. */
export function summarise(file: CaseFile): StepResult<"summarised"> {
  const joined = tookPart(file);
  const said = joined.flatMap(({ bid }) => implemented.safeParse(bid).data ?? []);
  const count = (how: string) => said.filter(({ implementation }) => implementation === how).length;
  const [done, partly, notYet] = withoutSmall([count("done"), count("partly"), count("notYet")]);
  const [took] = withoutSmall([joined.length]);
  return { outcome: "summarised", ...tellParent(file, { took, done, partly, notYet }) };
}
