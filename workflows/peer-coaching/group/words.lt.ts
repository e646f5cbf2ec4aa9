import { groupWords } from "../../blocks/group/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a peer coach's group in Lithuanian. ICU messages. */
export const lt: Words = {
  ...groupWords,
  "state.planning": "Ugdomasis vadovas derina ciklų laiką.",
  "task.planning.title": "Suderinkite ciklus",
  "task.planning.why":
    "Grupė „{call}“ surinkta. Susitarkite su kolegomis, kada kartu planuosite, stebėsite ir aptarsite pamokas: jie gaus kvietimus į kalendorių.",
  "meetingPlan.day1.label": "Pirmas ciklas",
  "meetingPlan.day2.label": "Antras ciklas",
  "meetingPlan.day3.label": "Trečias ciklas",
  "meetingPlan.day4.label": "Ketvirtas ciklas",
  "meetingPlan.day5.label": "Penktas ciklas",
  "state.attendance": "Ugdomasis vadovas žymi, kaip sekėsi ciklas.",
  "task.attendance.why":
    "Grupės „{call}“ ciklas ({meeting}) turėjo baigtis. Pažymėkite, kas dalyvavo, kokia technologija naudota ir kas keičiasi.",
  "attendance.technology.label": "Kokia technologija naudota?",
  "attendance.technology.tablets": "Planšetės ar telefonai",
  "attendance.technology.quizzes": "Interaktyvios apklausos",
  "attendance.technology.simulations": "Modeliai ir simuliacijos",
  "attendance.technology.video": "Vaizdo įrašai",
  "attendance.technology.robotics": "Robotika ir programavimas",
  "attendance.technology.none": "Be technologijų",
  "attendance.change.label": "Kas po šio ciklo keičiasi pamokose?",
  "attendance.change.hint": "Mokytojų ir mokinių vardų nerašykite.",
  "state.awaitingParticipants": "Kolegos matuoja pasiekimus ir apmąsto, kas pasikeitė.",
  "stage.awaitingParticipants": "Apmąstymas",
};
