import { notRising } from "../../blocks/group/forms.ts";
import { date, several, text, time } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

/** Up to four sessions, on days that rise, each at the usual hour or one of its own, at one place. */
export const meetingPlan = defineForm({
  id: "meetingPlan",
  outcomes: ["planned"],
  fields: {
    day1: date({}),
    at1: time({ optional: true }),
    day2: date({ optional: true }),
    at2: time({ optional: true }),
    day3: date({ optional: true }),
    at3: time({ optional: true }),
    day4: date({ optional: true }),
    at4: time({ optional: true }),
    at: time({}),
    place: text({ max: 200 }),
  },
  check: ({ day1, day2, day3, day4 }) => notRising([day1, day2, day3, day4]),
});

/** After a session: who was there; or it was moved. */
export const attendance = defineForm({
  id: "attendance",
  outcomes: ["held", "moved"],
  fields: {
    present: several({ options: { from: "participants" }, for: ["held"] }),
    day: date({ for: ["moved"] }),
    at: time({ for: ["moved"] }),
  },
});
