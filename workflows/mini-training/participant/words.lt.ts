import { participantWords } from "../../blocks/group/words.lt.ts";
import { wordsUnder } from "../../blocks/word-parts.ts";
import { lt as blocks } from "../../blocks/words.lt.ts";
import type { Words } from "../../kernel/case-file.ts";

/** The words of a participant of a training in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.arrival": "Užsirašyta į grupę",
  "step.missed": "Pažymėtas praleistas susitikimas",
  "step.weighing": "Suskaičiuoti lankyti susitikimai",
  "step.certifying": "Patikrinta, ar priklauso pažymėjimas",
  ...participantWords,
  ...wordsUnder(blocks, "revocation.", "mail.certificateRevoked."),
  "application.tasks.label": "Žinau, kad pažymėjimui gauti reikės savo pamokoje išbandyti praktinę užduotį",
  "calendar.meeting.title": "Mini mokymai, {number} užsiėmimas",
  "task.presence.why":
    "Mokymų vedėjas pažymėjo, kad dalyvavote paskutiniame mokymų „{call}“ užsiėmime. Jei neatsakysite, laikysime, kad taip ir buvo.",
  "mail.missedMeeting.body":
    "Pasigedome jūsų mokymų „{call}“ užsiėmime. Pažymėjime rašomos tik tos valandos, kuriose dalyvauta.",
  "state.practicalTask": "Užsiėmimai baigti. Laukiame, kol savo pamokoje išbandysite praktinę užduotį.",
  "task.practicalTask.title": "Išbandykite praktinę užduotį savo pamokoje",
  "task.practicalTask.why": "Užduotis: {task}",
  "practicalTask.title": "Praktinė užduotis",
  "practicalTask.submit": "Pateikti",
  "practicalTask.tried.label": "Ką išbandėte?",
  "practicalTask.pupils.label": "Kaip sekėsi mokiniams?",
  "practicalTask.pupils.hint": "Mokinių vardų nerašykite.",
  "practicalTask.material.label": "Medžiaga arba nuotrauka",
  "practicalTask.material.hint": "Nuotraukoje neturi būti galima atpažinti mokinių.",
  "state.taskReview": "Užduotį peržiūri mokymų vedėjas.",
  "task.taskReview.title": "Peržiūrėkite praktinę užduotį",
  "task.taskReview.why":
    "Mokymų „{call}“ dalyvis išbandė užduotį savo pamokoje. Priimkite ją arba grąžinkite papildyti.",
  "taskReview.title": "Užduoties peržiūra",
  "taskReview.submit": "Įrašyti",
  "taskReview.outcome.label": "Ar užduotis atlikta?",
  "taskReview.outcome.accepted": "Atlikta",
  "taskReview.outcome.returned": "Grąžinti papildyti",
  "taskReview.reasons.label": "Ką papildyti?",
  "state.feedback": "Laukiame jūsų nuomonės apie mokymus.",
  "task.feedback.title": "Įvertinkite mini mokymus",
  "task.feedback.why": "Mokymai „{call}“ baigti. Jūsų nuomonė padės kitiems.",
  "feedback.title": "Mokymų vertinimas",
  "feedback.submit": "Įvertinti",
  "feedback.useful.label": "Kiek mokymai jums buvo naudingi?",
  "feedback.useful.hint": "Nuo 1 (visai nenaudingi) iki 5 (labai naudingi).",
  "feedback.recommends.label": "Ar rekomenduotumėte juos kolegoms?",
  "feedback.advice.label": "Ką daryti kitaip?",
  "certificate.title": "Mini mokymų pažymėjimas",
  "certificate.text":
    "dalyvavo mini mokymuose ir išbandė, ko išmoko, savo pamokoje: {hours, plural, one {# akademinė valanda} few {# akademinės valandos} other {# akademinių valandų}}.",
  "status.completed": "Mokymai baigti, pažymėjimas išduotas",
  "status.completed.text": "Pažymėjimą rasite čia, tarp dokumentų.",
  "mail.completed.subject": "Pažymėjimas išduotas",
  "mail.completed.body": "Ačiū, kad dalyvavote mokymuose „{call}“. Pažymėjimą rasite savo byloje.",
  "status.attended": "Mokymai baigti",
  "status.attended.text":
    "Dalyvavote per mažai užsiėmimų arba užduotis nepriimta, todėl pažymėjimas neišduodamas.",
  "mail.attended.subject": "Mokymai baigti",
  "mail.attended.body":
    "Ačiū, kad dalyvavote mokymuose „{call}“. Dalyvavote per mažai užsiėmimų arba užduotis nepriimta, todėl pažymėjimo išduoti negalime.",
};
