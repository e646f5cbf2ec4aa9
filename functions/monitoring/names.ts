import { everyProcess } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { comparedAs, finishedBy } from "../../workflows/kernel/comparing.ts";
import { processName } from "../reading/process-name.ts";

/** What people call the forms, in the order of the catalogue. */
export async function namesOfForms(language: Language): Promise<ReadonlyMap<string, string>> {
  const all = await everyProcess();
  const isForm = (id: string) =>
    all.some((one) => comparedAs(one) === id && finishedBy(one).length > 0 && (one.call ?? one.application));
  const forms = all.filter(({ id, finished }) => finished?.as === undefined && isForm(id));
  const named = forms.map(async ({ id }) => [id, await processName(id, language)] as const);
  return new Map(await Promise.all(named));
}
