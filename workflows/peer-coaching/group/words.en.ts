import { groupWords } from "../../blocks/group/words.en.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a peer coach's group in English. ICU messages. */
export const en: Words = {
  ...groupWords,
  "state.planning": "The coach agrees the dates of the cycles.",
  "task.planning.title": "Agree the cycles",
  "task.planning.why":
    "The group “{call}” is complete. Agree with your colleagues when you plan, observe and talk over lessons: they get invitations into their calendars.",
  "meetingPlan.day1.label": "First cycle",
  "meetingPlan.day2.label": "Second cycle",
  "meetingPlan.day3.label": "Third cycle",
  "meetingPlan.day4.label": "Fourth cycle",
  "meetingPlan.day5.label": "Fifth cycle",
  "state.attendance": "The coach says how the cycle went.",
  "task.attendance.why":
    "A cycle of the group “{call}” ({meeting}) should be over. Say who took part, which technology was used, and what changes.",
  "attendance.technology.label": "Which technology was used?",
  "attendance.technology.tablets": "Tablets or phones",
  "attendance.technology.quizzes": "Interactive quizzes",
  "attendance.technology.simulations": "Models and simulations",
  "attendance.technology.video": "Video",
  "attendance.technology.robotics": "Robotics and programming",
  "attendance.technology.none": "No technology",
  "attendance.change.label": "What changes in lessons after this cycle?",
  "attendance.change.hint": "Write no teacher’s and no pupil’s name.",
  "state.awaitingParticipants": "Colleagues measure achievement and think about what has changed.",
  "stage.awaitingParticipants": "Reflection",
};
