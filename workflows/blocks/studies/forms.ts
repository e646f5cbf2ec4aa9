import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { studyWords } from "./words.ts";

/** Does a semester begin? Somebody may be on leave, or have left. */
export const enrolment = defineForm({
  id: "enrolment",
  words: studyWords,
  outcomes: ["begins", "leave", "left"],
  fields: { reason: why({ max: 2000, optional: true, for: ["leave", "left"] }) },
});

/** How a semester went. */
export const progress = defineForm({
  id: "progress",
  words: studyWords,
  outcomes: ["studied", "left"],
  fields: { reason: why({ max: 2000, optional: true, for: ["left"] }) },
});

/** Is there a cause that excuses? */
export const cause = defineForm({
  id: "cause",
  words: studyWords,
  outcomes: ["accepted", "refused"],
  fields: { reason: why({ max: 2000 }) },
});

/** Whoever studies gives it up. */
export const givingUp = defineForm({
  id: "givingUp",
  words: studyWords,
  outcomes: ["left"],
  fields: { reason: why({ max: 2000, optional: true }) },
});
