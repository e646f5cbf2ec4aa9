import { loadCase } from "../cases/load.ts";
import { refOfCase } from "../store/keys.ts";
import { handCalendar } from "../web/calendar.ts";
import type { Work } from "../web/visit.ts";
import { forStaff } from "./guard.ts";

/** The dates of a case as a calendar file. */
export const showConsoleCalendar: Work = forStaff(async (visit) =>
  handCalendar(visit, await loadCase(visit.house, refOfCase(visit.at("id")))),
);
