import { date, time } from "../../kernel/field-kinds.ts";
import { defineForm } from "../../kernel/form.ts";
import { why } from "../../kernel/why.ts";
import { groupWords, participantWords } from "./words.ts";

/** Too few have joined: the coordinator lets them meet all the same, or the group falls away. */
export const tooFew = defineForm({
  id: "tooFew",
  words: groupWords,
  outcomes: ["goOn", "givenUp"],
  fields: { reason: why({ max: 2000, for: ["givenUp"] }) },
});

export const callingOff = defineForm({
  id: "callingOff",
  words: groupWords,
  outcomes: ["calledOff"],
  fields: { reason: why({ max: 2000 }) },
});

/** The next meeting gets another day, before it would have begun. */
export const meetingMove = defineForm({
  id: "meetingMove",
  words: groupWords,
  outcomes: ["moved"],
  fields: { day: date({}), at: time({}) },
});

/** The leader saw the participant at a meeting; was it so? */
export const presence = defineForm({
  id: "presence",
  words: participantWords,
  outcomes: ["there", "notThere"],
  fields: {},
});

/** Days that are named one after the other must rise; the field that does not. */
export function notRising(days: readonly (string | undefined)[]) {
  const named = days.flatMap((day, index) => (day === undefined ? [] : [{ day, field: `day${index + 1}` }]));
  const late = named.find(({ day }, index) => index > 0 && day <= (named[index - 1]?.day ?? ""));
  return late ? [{ field: late.field, problem: "notRising" as const }] : [];
}
