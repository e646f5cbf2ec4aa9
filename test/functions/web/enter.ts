import { staffPath as pathUntil } from "../../../functions/links.ts";

let made = 0;

/** A link into the console of its own each time, because each works once; to be posted, as its page's button does. */
export const enterPath = (secret: string, email: string, until: number): string =>
  pathUntil(secret, email, Math.floor(until) + ++made);
