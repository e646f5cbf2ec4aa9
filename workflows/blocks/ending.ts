import { end } from "../kernel/states.ts";

/** A mail to whoever applied, by a template of the process's words. */
export const tellApplicant = (template: string) => [{ role: "applicant", template }] as const;

/** The end of a road, told to whoever applied by a mail of its own name. */
export const ending = (status: string) => end(status, tellApplicant(status));
