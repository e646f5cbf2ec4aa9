import { position } from "../blocks/position.ts";
import { notOwnPrincipal, schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { choice, email, longText, number, phone, text, yesNo } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";

/** How pupils' achievement is measured before and after: chosen at the start, the same for all of a group. */
const instruments = ["test", "rubric", "portfolio", "engagement"] as const;

/** A teacher or a leader wants to coach colleagues. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: schoolGiven,
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    phone: phone({ optional: true }),
    ...schoolFields,
    principalName: text({ max: 120, listed: true }),
    principalEmail: email({ autocomplete: "off", listed: true }),
    experienceYears: number({ min: 0, max: 70 }),
    motivation: longText({ max: 4000 }),
    subject: text({ max: 120 }),
    instrument: choice({ options: instruments }),
    /** Whether everybody may find the accredited coach in the register. */
    listed: yesNo({ optional: true }),
  },
  pages: [
    { id: "person", fields: ["fullName", "email", "position", "phone"] },
    schoolPage,
    { id: "principal", fields: ["principalName", "principalEmail"] },
    { id: "coaching", fields: ["experienceYears", "motivation", "subject", "instrument", "listed"] },
  ],
  check: notOwnPrincipal,
});

/** After the coaches' own training: was the candidate there? */
export const training = defineForm({
  id: "training",
  outcomes: ["attended", "missed"],
  fields: { reason: why({ max: 1000, for: ["missed"] }) },
});
