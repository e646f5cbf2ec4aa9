import { processOf } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { wordsOf } from "../reading/process-words.ts";
import { tell, tellerWithoutCase } from "../reading/tell.ts";

/** Where groups of a process go, as it tells of each destination in a language. */
export async function destinationsIn(
  process: string,
  view: { readonly language: Language },
): Promise<(destination: string) => string> {
  const { groups } = await processOf(process);
  const teller = tellerWithoutCase(await wordsOf(process, view));
  return (destination) => (groups ? tell(groups.told(destination), teller) : destination);
}
