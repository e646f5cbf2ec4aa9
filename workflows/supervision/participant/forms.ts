import { position } from "../../blocks/position.ts";
import { schoolGiven } from "../../blocks/school.ts";
import { confirmation, email, number, schoolCode, text, yesNo } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";

/** A teacher joins a group. Nothing is asked about what brings them: that is spoken of in the group alone. */
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
    allMeetings: confirmation({}),
  },
  pages: [{ id: "person", fields: ["fullName", "email", "position", "schoolCode", "school", "allMeetings"] }],
});

/** Goals and confidentiality are agreed before the first meeting. */
export const confidentiality = defineForm({
  id: "confidentiality",
  outcomes: ["agreed", "declined"],
  fields: {},
});

/**
 * The participant's own problem and chosen solution, each by a neutral label of the participant's choosing: what it
 * stands for is known to the participant and the supervisor, and is nowhere here.
 */
export const solution = defineForm({
  id: "solution",
  outcomes: ["chosen", "none"],
  fields: {
    problem: text({ max: 60, for: ["chosen"], confidential: true }),
    solution: text({ max: 60, for: ["chosen"], confidential: true }),
  },
});

/** Weeks later: was the solution carried out? */
export const implementation = defineForm({
  id: "implementation",
  outcomes: ["done", "partly", "notYet"],
  fields: {},
});

export const evaluation = defineForm({
  id: "evaluation",
  outcomes: ["given"],
  fields: { useful: number({ min: 1, max: 5 }), recommends: yesNo({}) },
});
