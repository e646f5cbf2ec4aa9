import { position } from "../../blocks/position.ts";
import { schoolGiven } from "../../blocks/school.ts";
import {
  confirmation,
  email,
  file,
  longText,
  number,
  schoolCode,
  text,
  yesNo,
} from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";

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
    tasks: confirmation({}),
  },
  pages: [{ id: "person", fields: ["fullName", "email", "position", "schoolCode", "school", "tasks"] }],
});

/** A task tried in one's own lesson: what was done, how pupils took it, and something to see of it. */
export const practicalTask = defineForm({
  id: "practicalTask",
  outcomes: ["handedIn"],
  fields: {
    tried: longText({ max: 4000 }),
    pupils: longText({ max: 2000 }),
    material: file({ types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000, optional: true }),
  },
});

export const taskReview = defineForm({
  id: "taskReview",
  outcomes: ["accepted", "returned"],
  fields: { reasons: why({ max: 2000, for: ["returned"] }) },
});

export const feedback = defineForm({
  id: "feedback",
  outcomes: ["given"],
  fields: {
    useful: number({ min: 1, max: 5 }),
    recommends: yesNo({}),
    advice: longText({ max: 2000, optional: true }),
  },
});
