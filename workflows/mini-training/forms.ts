import { position } from "../blocks/position.ts";
import { schoolFields, schoolGiven, schoolPage } from "../blocks/school.ts";
import { email, longText, number, phone, text } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { miniTrainingCall } from "./call.ts";

/** A school states what its community needs, and who will come. */
export const application = defineForm({
  id: "application",
  outcomes: ["submitted"],
  given: (file) => ({
    ...schoolGiven(file),
    limits: { size: { max: miniTrainingCall.parse(file.call).capacity } },
  }),
  fields: {
    ...schoolFields,
    fullName: text({ max: 120, autocomplete: "name" }),
    email: email({}),
    position: position({ optional: true }),
    phone: phone({ optional: true }),
    need: longText({ max: 4000 }),
    size: number({ min: 2, max: 60 }),
    remarks: longText({ max: 2000, optional: true }),
  },
  pages: [
    schoolPage,
    { id: "contact", fields: ["fullName", "email", "position", "phone"] },
    { id: "need", fields: ["need", "size", "remarks"] },
  ],
});

/** The coordinator agrees a topic with the school, in one sentence that trainers understand. */
export const topicAgreement = defineForm({
  id: "topicAgreement",
  outcomes: ["agreed", "refused"],
  fields: {
    topic: text({ max: 200, for: ["agreed"] }),
    reason: why({ max: 2000, for: ["refused"] }),
  },
});

/** What the trainer will do, session by session, and which task participants try in their own lessons. */
export const programme = defineForm({
  id: "programme",
  outcomes: ["written"],
  fields: { content: longText({ max: 6000 }), task: longText({ max: 2000 }) },
});

export const programmeAgreement = defineForm({
  id: "programmeAgreement",
  outcomes: ["agreed", "changes"],
  fields: { reasons: why({ max: 2000, for: ["changes"] }) },
});

export const trainerReport = defineForm({
  id: "trainerReport",
  outcomes: ["submitted"],
  fields: { done: longText({ max: 6000 }), advice: longText({ max: 4000 }) },
});
