import { addressIn, saidOfApplicant } from "../../workflows/kernel/applicant.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import type { Comer } from "./come.ts";

/** Who registers, by what they filled in. */
export const comerOf = (
  process: Process,
  values: Readonly<Record<string, unknown>>,
  language: Language,
): Comer => ({
  name: saidOfApplicant(process, values).name,
  email: addressIn(values),
  language,
  values,
  ...(process.seats?.wantsToHear?.(values) ? { wantsToHear: true } : {}),
});
