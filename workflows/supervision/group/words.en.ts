import { groupWords } from "../../blocks/group/words.en.ts";
import { optionsUnder } from "../../blocks/word-parts.ts";
import type { Words } from "../../kernel/case-file.ts";
import { themeWords } from "../themes.ts";

/** The words of a supervision group in English. ICU messages. */
export const en: Words = {
  ...groupWords,
  ...optionsUnder(themeWords.en, "attendance.themes"),
  "state.planning": "The supervisor agrees the dates of the meetings.",
  "task.planning.title": "Agree seven meetings",
  "task.planning.why":
    "The group “{call}” is complete. Agree seven meetings with those who take part: all of them get invitations into their calendars. Certificates go to those who are at every meeting.",
  "meetingPlan.day1.label": "First meeting",
  "meetingPlan.day2.label": "Second meeting",
  "meetingPlan.day3.label": "Third meeting",
  "meetingPlan.day4.label": "Fourth meeting",
  "meetingPlan.day5.label": "Fifth meeting",
  "meetingPlan.day6.label": "Sixth meeting",
  "meetingPlan.day7.label": "Seventh meeting",
  "state.attendance": "The supervisor says who was at the meeting.",
  "task.attendance.why":
    "A meeting of the group “{call}” ({meeting}) should be over. Say who was there, and its themes from the list. What was spoken of, write nowhere.",
  "attendance.themes.label": "What were the themes?",
  "state.closing": "The meetings are over. The supervisor sums the group’s work up.",
  "task.closing.title": "Sum up the work of the group",
  "task.closing.why":
    "All meetings of the group “{call}” were held. Say how far it came, and who has made up missed meetings with you.",
  "closing.title": "Sum of the group’s work",
  "closing.submit": "Finish",
  "closing.goals.label": "How far were the group’s goals reached?",
  "closing.goals.hint": "From 1 (not at all) to 5 (fully).",
  "closing.madeUp.label": "Who has made up missed meetings?",
  "state.awaitingParticipants": "Participants carry out their solutions.",
  "stage.awaitingParticipants": "Solutions are carried out",
};
