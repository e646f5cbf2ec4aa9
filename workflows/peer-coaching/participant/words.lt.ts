import { participantWords } from "../../blocks/group/words.lt.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { lt as blocks } from "../../blocks/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a colleague in peer coaching in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.arrival": "Užsirašyta į grupę",
  "step.missed": "Pažymėtas praleistas susitikimas",
  "step.weighing": "Suskaičiuoti lankyti susitikimai",
  "step.certifying": "Patikrinta, ar priklauso pažymėjimas",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.openLessons.label": "Sutinku, kad kolegos stebėtų mano pamokas, ir stebėsiu jų pamokas",
  "calendar.meeting.title": "Ugdomasis vadovavimas, {number} ciklas",
  "task.presence.why":
    "Ugdomasis vadovas pažymėjo, kad dalyvavote paskutiniame grupės „{call}“ cikle. Jei neatsakysite, laikysime, kad taip ir buvo.",
  "mail.missedMeeting.body":
    "Pasigedome jūsų grupės „{call}“ cikle. Pažymėjimą gauna dalyvavę visuose, todėl pasitarkite su ugdomuoju vadovu.",
  "state.before": "Turite vietą grupėje. Laukiame, kol išmatuosite mokinių pasiekimus.",
  "task.before.title": "Išmatuokite mokinių pasiekimus prieš pradėdami",
  "task.before.why":
    "Grupė matuoja taip: {instrument, select, test {testu} rubric {kriterijų lentele} portfolio {darbų aplanku} other {įsitraukimu}}. Įrašykite tik skaičius: mokinių vardų nereikia.",
  "before.title": "Pasiekimai prieš",
  "before.submit": "Įrašyti",
  "before.pupils.label": "Kiek mokinių vertinote?",
  "before.average.label": "Vidurkis procentais",
  "state.after": "Ciklai baigti. Laukiame, kol išmatuosite mokinių pasiekimus dar kartą.",
  "task.after.title": "Išmatuokite mokinių pasiekimus dar kartą",
  "task.after.why":
    "Grupė matuoja taip: {instrument, select, test {testu} rubric {kriterijų lentele} portfolio {darbų aplanku} other {įsitraukimu}}. Matuokite taip pat, kaip pirmą kartą.",
  "after.title": "Pasiekimai po",
  "after.submit": "Įrašyti",
  "after.pupils.label": "Kiek mokinių vertinote?",
  "after.average.label": "Vidurkis procentais",
  "state.reflection": "Laukiame jūsų apmąstymo.",
  "task.reflection.title": "Apmąstykite, kas pasikeitė",
  "task.reflection.why":
    "Grupė „{call}“ baigė ciklus, jiems vadovavo {coach}. Kas dabar jūsų pamokose kitaip?",
  "reflection.title": "Bendras apmąstymas",
  "reflection.submit": "Pateikti",
  "reflection.changed.label": "Kas pasikeitė?",
  "reflection.changed.hint": "Mokinių vardų nerašykite.",
  "reflection.useful.label": "Kiek tai jums buvo naudinga?",
  "reflection.useful.hint": "Nuo 1 (visai nenaudinga) iki 5 (labai naudinga).",
  "reflection.recommends.label": "Ar rekomenduotumėte kolegoms?",
  "certificate.title": "Ugdomojo vadovavimo pažymėjimas",
  "certificate.text":
    "dalyvavo ugdomajame vadovavime: {hours, plural, one {# akademinė valanda} few {# akademinės valandos} other {# akademinių valandų}}.",
  "status.completed": "Ciklai baigti, pažymėjimas išduotas",
  "status.completed.text": "Dalyvavote visuose cikluose. Pažymėjimą rasite čia, tarp dokumentų.",
  "mail.completed.subject": "Pažymėjimas išduotas",
  "mail.completed.body": "Dalyvavote visuose grupės „{call}“ cikluose. Pažymėjimą rasite savo byloje.",
  "status.attended": "Ciklai baigti",
  "status.attended.text": "Dalyvavote ne visuose cikluose, todėl pažymėjimas neišduodamas.",
  "mail.attended.subject": "Ciklai baigti",
  "mail.attended.body":
    "Ačiū, kad dalyvavote grupėje „{call}“. Dalyvavote ne visuose cikluose, todėl pažymėjimo išduoti negalime.",
};
