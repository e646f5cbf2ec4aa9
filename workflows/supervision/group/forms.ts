import { notRising } from "../../blocks/group/forms.ts";
import { amongParticipants } from "../../blocks/group/terms.ts";
import { date, number, several, text, time } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { metThemes } from "../themes.ts";

/** Seven meetings, on days that rise, each at the usual hour or one of its own, at one place [stage I, 2011]. */
export const meetingPlan = defineForm({
  id: "meetingPlan",
  outcomes: ["planned"],
  fields: {
    day1: date({}),
    at1: time({ optional: true }),
    day2: date({}),
    at2: time({ optional: true }),
    day3: date({}),
    at3: time({ optional: true }),
    day4: date({}),
    at4: time({ optional: true }),
    day5: date({}),
    at5: time({ optional: true }),
    day6: date({}),
    at6: time({ optional: true }),
    day7: date({}),
    at7: time({ optional: true }),
    at: time({}),
    place: text({ max: 200 }),
  },
  check: ({ day1, day2, day3, day4, day5, day6, day7 }) =>
    notRising([day1, day2, day3, day4, day5, day6, day7]),
});

/** After a meeting: who was there and what it was about, from a list and never in own words; or it was moved. */
export const attendance = defineForm({
  id: "attendance",
  outcomes: ["held", "moved"],
  fields: {
    present: several({ options: { from: "participants" }, for: ["held"] }),
    ...metThemes,
    day: date({ for: ["moved"] }),
    at: time({ for: ["moved"] }),
  },
});

/** After the last meeting: how far the group came, and who has made up what was missed. */
export const closing = defineForm({
  id: "closing",
  outcomes: ["closed"],
  given: amongParticipants,
  fields: {
    goals: number({ min: 1, max: 5 }),
    madeUp: several({ options: { from: "participants" } }),
  },
});
