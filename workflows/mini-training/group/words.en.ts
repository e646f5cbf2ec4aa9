import { groupWords } from "../../blocks/group/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a training's group in English. ICU messages. */
export const en: Words = {
  ...groupWords,
  "state.planning": "The trainer agrees the dates of the sessions.",
  "task.planning.title": "Agree the sessions",
  "task.planning.why":
    "The group “{call}” is complete. Agree one session or several with the school: participants get invitations into their calendars.",
  "meetingPlan.day1.label": "First session",
  "meetingPlan.day2.label": "Second session",
  "meetingPlan.day3.label": "Third session",
  "meetingPlan.day4.label": "Fourth session",
  "state.attendance": "The trainer says who was at the session.",
  "task.attendance.why": "A session of the training “{call}” ({meeting}) should be over. Say who was there.",
  "state.awaitingParticipants": "Participants try the practical task in their lessons.",
  "stage.awaitingParticipants": "Practical tasks",
};
