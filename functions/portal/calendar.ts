import { groupLed } from "../groups/led.ts";
import { isPublished } from "../reading/facts.ts";
import { handCalendar } from "../web/calendar.ts";
import type { Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** The dates of the own case as a calendar file. */
export const showOwnCalendar: Work = async (visit) => {
  const loaded = await ownCase(visit);
  return handCalendar(visit, loaded && isPublished(loaded) ? loaded : undefined);
};

/** When a group meets, for whoever leads it. */
export const showLedCalendar: Work = async (visit) => {
  const group = await groupLed(visit.house, visit.at("id"), visit.at("secret"));
  return handCalendar(visit, group?.loaded, group?.led.by);
};
