import { position } from "../../blocks/position.ts";
import { schoolGiven } from "../../blocks/school.ts";
import { confirmation, email, longText, number, schoolCode, text, yesNo } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: schoolGiven,
  fields: {
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    schoolCode: schoolCode({ optional: true }),
    school: text({ max: 200, autocomplete: "organization", listed: true }),
    openLessons: confirmation({}),
  },
  pages: [{ id: "person", fields: ["fullName", "email", "position", "schoolCode", "school", "openLessons"] }],
});

const measured = { pupils: number({ min: 1, max: 400 }), average: number({ min: 0, max: 100, decimals: 1 }) };

/** Pupils' achievement before the first cycle, by the group's instrument: so many pupils, on average so many per cent. */
export const before = defineForm({ id: "before", outcomes: ["measured"], fields: measured });

/** The same after the last cycle. */
export const after = defineForm({ id: "after", outcomes: ["measured"], fields: measured });

export const reflection = defineForm({
  id: "reflection",
  outcomes: ["given"],
  fields: { changed: longText({ max: 4000 }), useful: number({ min: 1, max: 5 }), recommends: yesNo({}) },
});
