import { choice, file, longText } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { studyWords as words } from "./words.ts";

/** Does a semester begin? Somebody may be on leave, or have left. */
export const enrolment = defineForm({
  id: "enrolment",
  words,
  outcomes: ["begins", "leave", "left"],
  fields: { reason: why({ max: 2000, optional: true, for: ["leave", "left"] }) },
});

/** In the middle of a semester either side says how it goes. */
export const midTerm = defineForm({
  id: "midTerm",
  words,
  outcomes: ["onTrack", "atRisk"],
  fields: { reason: why({ max: 2000, for: ["atRisk"] }) },
});

/** What is done so that somebody does not fall behind. */
export const risk = defineForm({
  id: "risk",
  words,
  outcomes: ["agreed"],
  fields: { measures: longText({ max: 4000 }) },
});

/** How a semester went. */
export const progress = defineForm({
  id: "progress",
  words,
  outcomes: ["studied", "left"],
  fields: { reason: why({ max: 2000, optional: true, for: ["left"] }) },
});

/** Whoever studies gives it up. */
export const givingUp = defineForm({
  id: "givingUp",
  words,
  outcomes: ["left"],
  fields: { reason: why({ max: 2000, optional: true }) },
});

const told = {
  cause: choice({ options: ["illness", "birth", "schoolClosed", "other"] }),
  reason: why({ max: 2000 }),
};
const proof = file({ types: ["pdf", "jpeg", "png"], maxBytes: 4_000_000, optional: true });

/** A leave is asked for; it begins with the next semester, when the university confirms it. */
export const askingLeave = defineForm({
  id: "askingLeave",
  words,
  outcomes: ["asked"],
  fields: { ...told, proof },
});

/** Whoever left or failed says why, before anything is asked back. */
export const explanation = defineForm({
  id: "explanation",
  words,
  outcomes: ["submitted"],
  fields: { ...told, proof },
});

/** Is there a cause that excuses? */
export const cause = defineForm({
  id: "cause",
  words,
  outcomes: ["accepted", "refused"],
  fields: { reason: why({ max: 2000 }) },
});

/** A cause that comes to light late: what was to come back stays. */
export const lateCause = defineForm({ id: "lateCause", words, outcomes: ["accepted"], fields: told });
