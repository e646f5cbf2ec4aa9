import { idOf } from "../store/keys.ts";

/** What a case is called where its applicant must not be named. */
export const codeOf = (ref: string): string => idOf(ref).slice(0, 8).toUpperCase();
