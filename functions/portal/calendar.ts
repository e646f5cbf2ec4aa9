import { isPublished } from "../reading/facts.ts";
import { handCalendar } from "../web/calendar.ts";
import type { Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** The dates of the own case as a calendar file. */
export const showOwnCalendar: Work = async (visit) => {
  const loaded = await ownCase(visit);
  return handCalendar(visit, loaded && isPublished(loaded) ? loaded : undefined);
};
