import { participantWords } from "../../blocks/group/words.lt.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { lt as blocks } from "../../blocks/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a participant of a supervision in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.arrival": "Užsirašyta į grupę",
  "step.missed": "Pažymėtas praleistas susitikimas",
  "step.weighing": "Suskaičiuoti lankyti susitikimai",
  "step.certifying": "Patikrinta, ar priklauso pažymėjimas",
  "step.implemented": "Peržiūrėta, kas pritaikyta darbe",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.allMeetings.label":
    "Žinau, kad pažymėjimą gausiu tik dalyvavus visuose septyniuose susitikimuose",
  "state.confidentiality": "Turite vietą grupėje. Laukiame, kol sutiksite su jos susitarimu.",
  "task.confidentiality.title": "Susitarkite dėl konfidencialumo",
  "task.confidentiality.why":
    "Turite vietą grupėje „{call}“. Grupėje galioja susitarimas: kas kalbama susitikimuose, lieka tarp dalyvių ir niekur neužrašoma; visi dalyvauja visuose susitikimuose; kiekvienas kalba tik apie save.",
  "confidentiality.title": "Grupės susitarimas",
  "confidentiality.submit": "Atsakyti",
  "confidentiality.outcome.label": "Ar sutinkate?",
  "confidentiality.outcome.agreed": "Sutinku",
  "confidentiality.outcome.declined": "Ne, grupėje nedalyvausiu",
  "calendar.meeting.title": "Supervizija, {number} susitikimas",
  "mail.missedMeeting.body":
    "Pasigedome jūsų grupės „{call}“ susitikime. Pažymėjimą gauna dalyvavę visuose, todėl susitarkite su supervizoriumi, kaip praleistą atidirbti.",
  "task.presence.why":
    "Supervizorius pažymėjo, kad dalyvavote paskutiniame grupės „{call}“ susitikime. Jei neatsakysite, laikysime, kad taip ir buvo.",
  "state.solution": "Susitikimai baigti. Laukiame, kol pasivadinsite savo sprendimą.",
  "task.solution.title": "Pasivadinkite savo sprendimą",
  "task.solution.why":
    "Ką grupėje nusprendėte, žinote jūs ir supervizorius. Kad po kelių savaičių galėtume paklausti, kaip sekasi, sugalvokite neutralius pavadinimus, pavyzdžiui, „mėlynas klausimas“ ir „pirmas žingsnis“. Juos matysite tik jūs ir supervizorius.",
  "solution.title": "Sprendimo pavadinimas",
  "solution.submit": "Įrašyti",
  "solution.outcome.label": "Ar pasirinkote, ką įgyvendinsite?",
  "solution.outcome.chosen": "Taip",
  "solution.outcome.none": "Ne",
  "solution.problem.label": "Kaip vadinsime klausimą?",
  "solution.problem.hint": "Nerašykite vardų ir nieko, iš ko būtų galima suprasti, apie ką kalbama.",
  "solution.solution.label": "Kaip vadinsime sprendimą?",
  "solution.solution.hint": "Užtenka vieno ar dviejų žodžių.",
  "state.carryingOut": "Įgyvendinate savo sprendimą. Po kelių savaičių paklausime, kaip sekasi.",
  "stage.carryingOut": "Įgyvendina sprendimą",
  "state.implementation": "Laukiame, kol pasakysite, kaip sekasi įgyvendinti sprendimą.",
  "task.implementation.title": "Pasakykite, ar sprendimą įgyvendinote",
  "task.implementation.why": "Jūsų klausimas: „{problem}“. Jūsų sprendimas: „{solution}“. Kaip sekasi?",
  "implementation.title": "Sprendimo įgyvendinimas",
  "implementation.submit": "Atsakyti",
  "implementation.outcome.label": "Ar sprendimą įgyvendinote?",
  "implementation.outcome.done": "Taip",
  "implementation.outcome.partly": "Iš dalies",
  "implementation.outcome.notYet": "Dar ne",
  "mail.needsCompany.subject": "Grupės nariui praverstų palaikymas",
  "mail.needsCompany.body":
    "Grupės „{call}“ narys ({applicant}) sprendimo „{solution}“ dar neįgyvendino. Jei galite, pakalbinkite: supervizorius eina kartu ne tik iki sprendimo, bet ir iki jo įgyvendinimo.",
  "state.evaluation": "Laukiame jūsų nuomonės apie superviziją.",
  "task.evaluation.title": "Įvertinkite superviziją",
  "task.evaluation.why":
    "Grupė „{call}“ baigė darbą. Dviejų atsakymų užtenka, kad kitos grupės būtų geresnės.",
  "evaluation.title": "Supervizijos vertinimas",
  "evaluation.submit": "Įvertinti",
  "evaluation.useful.label": "Kiek supervizija jums buvo naudinga?",
  "evaluation.useful.hint": "Nuo 1 (visai nenaudinga) iki 5 (labai naudinga).",
  "evaluation.recommends.label": "Ar rekomenduotumėte ją kolegoms?",
  "certificate.title": "Supervizijos pažymėjimas",
  "certificate.text":
    "dalyvavo supervizijos grupėje: {hours, plural, one {# akademinė valanda} few {# akademinės valandos} other {# akademinių valandų}}.",
  "status.completed": "Supervizija baigta, pažymėjimas išduotas",
  "status.completed.text": "Dalyvavote visuose susitikimuose. Pažymėjimą rasite čia, tarp dokumentų.",
  "mail.completed.subject": "Pažymėjimas išduotas",
  "mail.completed.body": "Dalyvavote visuose grupės „{call}“ susitikimuose. Pažymėjimą rasite savo byloje.",
  "status.attended": "Supervizija baigta",
  "status.attended.text": "Dalyvavote ne visuose susitikimuose, todėl pažymėjimas neišduodamas.",
  "mail.attended.subject": "Supervizija baigta",
  "mail.attended.body":
    "Ačiū, kad dalyvavote grupėje „{call}“. Dalyvavote ne visuose susitikimuose, todėl pažymėjimo išduoti negalime.",
  "status.left": "Grupės susitarimui nepritarta",
  "status.left.text": "Grupės susitarimui nepritarėte arba laiku neatsakėte, todėl vieta atiteko kitiems.",
  "mail.left.subject": "Vieta grupėje atiteko kitiems",
  "mail.left.body":
    "Grupės „{call}“ susitarimui nepritarėte arba laiku neatsakėte, todėl vieta atiteko kitiems.",
};
