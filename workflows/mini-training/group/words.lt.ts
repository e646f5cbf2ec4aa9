import { groupWords } from "../../blocks/group/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a training's group in Lithuanian. ICU messages. */
export const lt: Words = {
  ...groupWords,
  "state.planning": "Mokymų vedėjas derina užsiėmimų laiką.",
  "task.planning.title": "Suderinkite užsiėmimus",
  "task.planning.why":
    "Grupė „{call}“ surinkta. Susitarkite su mokykla dėl vieno ar kelių užsiėmimų: dalyviai gaus kvietimus į kalendorių.",
  "meetingPlan.day1.label": "Pirmas užsiėmimas",
  "meetingPlan.day2.label": "Antras užsiėmimas",
  "meetingPlan.day3.label": "Trečias užsiėmimas",
  "meetingPlan.day4.label": "Ketvirtas užsiėmimas",
  "state.attendance": "Mokymų vedėjas žymi, kas dalyvavo užsiėmime.",
  "task.attendance.why": "Mokymų „{call}“ užsiėmimas ({meeting}) turėjo baigtis. Pažymėkite, kas dalyvavo.",
  "state.awaitingParticipants": "Dalyviai išbando praktinę užduotį savo pamokose.",
  "stage.awaitingParticipants": "Atliekamos užduotys",
};
