import { groupWords } from "../../blocks/group/words.lt.ts";
import { optionsUnder } from "../../blocks/word-parts.ts";
import type { Words } from "../../kernel/case-file.ts";
import { themeWords } from "../themes.ts";

/** The words of a supervision group in Lithuanian. ICU messages. */
export const lt: Words = {
  ...groupWords,
  ...optionsUnder(themeWords.lt, "attendance.themes"),
  "state.planning": "Supervizorius derina susitikimų laiką.",
  "task.planning.title": "Suderinkite septynis susitikimus",
  "task.planning.why":
    "Grupė „{call}“ surinkta. Susitarkite su dalyviais dėl septynių susitikimų: visi jie gaus kvietimus į kalendorių. Pažymėjimą gaus tie, kurie dalyvaus visuose.",
  "meetingPlan.day1.label": "Pirmas susitikimas",
  "meetingPlan.day2.label": "Antras susitikimas",
  "meetingPlan.day3.label": "Trečias susitikimas",
  "meetingPlan.day4.label": "Ketvirtas susitikimas",
  "meetingPlan.day5.label": "Penktas susitikimas",
  "meetingPlan.day6.label": "Šeštas susitikimas",
  "meetingPlan.day7.label": "Septintas susitikimas",
  "state.attendance": "Supervizorius žymi, kas dalyvavo susitikime.",
  "task.attendance.why":
    "Grupės „{call}“ susitikimas ({meeting}) turėjo baigtis. Pažymėkite, kas dalyvavo, ir temas iš sąrašo. Apie ką kalbėta, nerašykite niekur.",
  "attendance.themes.label": "Kokios buvo temos?",
  "state.closing": "Susitikimai baigti. Supervizorius apibendrina grupės darbą.",
  "task.closing.title": "Apibendrinkite grupės darbą",
  "task.closing.why":
    "Visi grupės „{call}“ susitikimai įvyko. Įvertinkite, kaip pavyko, ir pažymėkite, kas praleistus susitikimus atidirbo su jumis atskirai.",
  "closing.title": "Grupės darbo apibendrinimas",
  "closing.submit": "Baigti",
  "closing.goals.label": "Kiek pasiekti grupės tikslai?",
  "closing.goals.hint": "Nuo 1 (visai nepasiekti) iki 5 (visiškai pasiekti).",
  "closing.madeUp.label": "Kas praleistus susitikimus atidirbo?",
  "state.awaitingParticipants": "Dalyviai įgyvendina savo sprendimus.",
  "stage.awaitingParticipants": "Sprendimai įgyvendinami",
};
