import { staffPath as pathUntil } from "../../../functions/links.ts";
import { type Visitor, visitor } from "./visitor.ts";

let made = 0;

/** A link into the console of its own each time, because each works once; to be posted, as its page's button does. */
export const enterPath = (secret: string, email: string, until: number): string =>
  pathUntil(secret, email, Math.floor(until) + ++made);

const aWeek = 7 * 86_400;

/** One of the staff who has come in by such a link. */
export async function enterAs(house: Parameters<typeof visitor>[0], email: string): Promise<Visitor> {
  const one = visitor(house);
  const until = Date.parse(house.clock.now()) / 1000 + aWeek;
  await one.post(enterPath(house.config.linkSecret, email, until));
  return one;
}
