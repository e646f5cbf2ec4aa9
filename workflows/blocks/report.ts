import { file, longText } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { exitQuestions } from "./questionnaire.ts";
import { checkSharing, sharingFields } from "./sharing.ts";
import { blockWords } from "./words.ts";

const attached = { types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000 } as const;

const written = { learned: longText({ max: 8000 }), use: longText({ max: 4000 }) } as const;
const attachments = {
  attachment1: file({ ...attached, optional: true }),
  attachment2: file({ ...attached, optional: true }),
} as const;

/** What was learned and how it will be used, with the questionnaire after it. */
export const report = defineForm({
  id: "report",
  words: blockWords,
  outcomes: ["submitted"],
  fields: { ...written, ...exitQuestions, ...attachments },
});

/** The same where nothing was asked before, with what the library may have of it. */
export const plainReport = defineForm({
  id: "report",
  words: blockWords,
  outcomes: ["submitted"],
  fields: { ...written, ...attachments, ...sharingFields },
  check: checkSharing,
});

/** The coordinator accepts a report or returns it, each time with reasons. */
export const reportReview = defineForm({
  id: "reportReview",
  words: blockWords,
  outcomes: ["accepted", "returned"],
  fields: { reasons: why({ max: 4000, for: ["returned"] }) },
});
