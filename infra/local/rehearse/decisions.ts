import type { EventRow } from "./events-file.ts";
import type { PersonRow } from "./people-file.ts";

/** What whoever decides on an event of this road answers, where the file says so. */
export const decisionFor = (
  person: PersonRow,
  said: string,
  events: readonly EventRow[],
): EventRow["decides"] | undefined =>
  events.find(({ email, says }) => email === person.email.toLowerCase() && says === said)?.decides;
