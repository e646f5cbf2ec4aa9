import { notRising } from "../../blocks/group/forms.ts";
import { date, longText, several, text, time } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

/** Up to five cycles, each on the day and at the hour of its lesson. */
export const meetingPlan = defineForm({
  id: "meetingPlan",
  outcomes: ["planned"],
  fields: {
    day1: date({}),
    at1: time({ optional: true }),
    day2: date({}),
    at2: time({ optional: true }),
    day3: date({ optional: true }),
    at3: time({ optional: true }),
    day4: date({ optional: true }),
    at4: time({ optional: true }),
    day5: date({ optional: true }),
    at5: time({ optional: true }),
    at: time({}),
    place: text({ max: 200 }),
  },
  check: ({ day1, day2, day3, day4, day5 }) => notRising([day1, day2, day3, day4, day5]),
});

/** What lessons were taught with. */
const technologies = ["tablets", "quizzes", "simulations", "video", "robotics", "none"] as const;

/** After a cycle: who planned, observed and talked the lesson over, with which technology, and what changes. */
export const attendance = defineForm({
  id: "attendance",
  outcomes: ["held", "moved"],
  fields: {
    present: several({ options: { from: "participants" }, for: ["held"] }),
    technology: several({ options: technologies, for: ["held"] }),
    change: longText({ max: 2000, for: ["held"] }),
    day: date({ for: ["moved"] }),
    at: time({ for: ["moved"] }),
  },
});
