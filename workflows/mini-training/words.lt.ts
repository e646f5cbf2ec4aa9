import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.lt.ts";
import { wordsUnder } from "../blocks/word-parts.ts";
import { lt as blocks } from "../blocks/words.lt.ts";
import type { Words } from "../kernel/process.ts";

/** The words of a school's mini-training in Lithuanian. ICU messages. */
export const lt: Words = {
  ...schoolWords,
  ...feeWords.lt,
  ...wordsUnder(blocks, "payment.", "account.", "reportReview."),
  "application.title": "Prašymas surengti mini mokymus",
  "application.submit": "Pateikti prašymą",
  "application.page.need": "Ko reikia mokyklai",
  "application.town.hint": "Pagal tai ieškosime arčiausiai dirbančio mokymų vedėjo.",
  "application.need.label": "Ko jūsų mokyklos bendruomenei reikia išmokti?",
  "application.need.hint": "Pavyzdžiui, planuoti pamokas kartu, skatinti mokinius bendradarbiauti.",
  "application.size.label": "Kiek žmonių dalyvaus?",
  "application.remarks.label": "Ką dar turėtume žinoti apie laiką ir vietą?",
  "state.submitted": "Prašymą gavome. Su jumis bus suderinta tema.",
  "mail.received.subject": "Mini mokymų prašymas gautas",
  "mail.received.body":
    "Ačiū, prašymą surengti mini mokymus gavome. Programos koordinatorius suderins temą, tada ieškosime, kas juos ves.",
  "state.topic": "Derinama mokymų tema.",
  "task.topic.title": "Suderinkite mini mokymų temą",
  "task.topic.why":
    "Mokykla parašė, ko reikia jos bendruomenei. Pasitarkite ir įrašykite temą taip, kad ją suprastų mokymų vedėjai.",
  "topicAgreement.title": "Mokymų tema",
  "topicAgreement.submit": "Įrašyti",
  "topicAgreement.outcome.label": "Ar rengiame mokymus?",
  "topicAgreement.outcome.agreed": "Taip, tema suderinta",
  "topicAgreement.outcome.refused": "Ne",
  "topicAgreement.topic.label": "Tema",
  "topicAgreement.reason.label": "Kodėl?",
  "topicAgreement.reason.hint": "Tai perskaitys mokykla.",
  "state.appointment": "Laisvo mokymų vedėjo nerasta. Koordinatorius ieško, kas galėtų vesti.",
  "task.appointment.title": "Paskirkite, kas ves mini mokymus",
  "task.appointment.why":
    "Nė vienas mokymų vedėjas jų vesti negali arba nesutiko. Paskirkite kurį nors patys arba nutarkite, kad mokymų nebus.",
  "state.invitation": "Tema suderinta: „{topic}“. Kalbiname, kas galėtų vesti mokymus.",
  "task.invitation.title": "Atsakykite, ar vesite mini mokymus",
  "task.invitation.why":
    "Mokyklai reikia mokymų tema „{topic}“. Jus parinkome, nes esate arčiausiai ir galite vesti dar vienus. Jei su šia mokykla jus sieja interesai, pažymėkite tai: kalbinsime kitą.",
  "state.programme": "Rašoma mokymų programa. Ją ves {trainer}.",
  "task.programme.title": "Parašykite mokymų programą",
  "task.programme.why":
    "Mokymų tema: „{topic}“. Parašykite, ką veiksite kiekviename užsiėmime ir kokią praktinę užduotį dalyviai išbandys savo pamokose. Programą peržiūrės mokykla.",
  "programme.title": "Mokymų programa",
  "programme.submit": "Siųsti mokyklai",
  "programme.content.label": "Kas bus užsiėmimuose?",
  "programme.task.label": "Praktinė užduotis savo pamokoje",
  "programme.task.hint": "Ją perskaitys kiekvienas dalyvis.",
  "state.programmeAgreement": "Programa parašyta. Laukiame, kol mokykla jai pritars.",
  "task.programmeAgreement.title": "Peržiūrėkite mokymų programą",
  "task.programmeAgreement.why":
    "Mokymus ves {trainer}. Jei kas nors netinka, parašykite: programa bus pataisyta.",
  "programmeAgreement.title": "Programos derinimas",
  "programmeAgreement.submit": "Atsakyti",
  "programmeAgreement.outcome.label": "Ar programa tinka?",
  "programmeAgreement.outcome.agreed": "Tinka",
  "programmeAgreement.outcome.changes": "Reikia pataisyti",
  "programmeAgreement.reasons.label": "Ką pataisyti?",
  "mail.groupOpened.subject": "Galima jungtis prie mini mokymų",
  "mail.groupOpened.body":
    "Programa suderinta, mokymus ves {trainer}. Savo byloje rasite prisijungimo puslapio nuorodą: persiųskite ją kolegoms. Kas prisijungs pirmas, tas pirmas gaus vietą.",
  "state.trainerReport": "Užsiėmimai įvyko. Mokymų vedėjas rašo ataskaitą.",
  "task.trainerReport.title": "Parašykite mini mokymų ataskaitą",
  "task.trainerReport.why":
    "Užsiėmimai tema „{topic}“ įvyko. Trumpai parašykite, kas nuveikta ir ką mokyklai patartumėte daryti toliau.",
  "trainerReport.title": "Mokymų vedėjo ataskaita",
  "trainerReport.submit": "Pateikti ataskaitą",
  "trainerReport.done.label": "Kas nuveikta?",
  "trainerReport.advice.label": "Ką patartumėte mokyklai?",
  "state.reportReview": "Ataskaita pateikta. Ją peržiūri koordinatorius.",
  "task.reportReview.title": "Peržiūrėkite mokymų vedėjo ataskaitą",
  "task.reportReview.why": "Priėmus ataskaitą bus suskaičiuotas honoraras pagal įvykusias valandas.",
  "withdrawal.title": "Atsisakyti mini mokymų",
  "interruption.withdrawn.said": "Mokykla mini mokymų atsisakė.",
  "cancellation.title": "Atšaukti mini mokymus",
  "interruption.cancelled.said": "Mini mokymai atšaukti.",
  "status.completed": "Mini mokymai baigti",
  "status.completed.text": "Užsiėmimų: {meetings}. Dalyvavo: {took}.",
  "mail.completed.subject": "Mini mokymai baigti",
  "mail.completed.body":
    "Mokymai tema „{topic}“ baigti. Užsiėmimų: {meetings}. Dalyvavo: {took}. Mokymų vedėjo ataskaitą ir patarimus rasite savo byloje.",
  "mail.refused.subject": "Mini mokymų prašymas nepatenkintas",
  "mail.refused.body": "Šįkart mokymų nerengsime. Priežastis: {reason}",
  "status.noTrainer": "Mokymų vedėjo nerasta",
  "status.noTrainer.text": "Priežastis: {reason}",
  "mail.noTrainer.subject": "Mokymų vedėjo neradome",
  "mail.noTrainer.body": "Apgailestaujame, mokymų niekas negali vesti. Priežastis: {reason}",
  "status.withdrawn.text": "Mokykla mini mokymų atsisakė.",
  "mail.withdrawn.subject": "Mini mokymų atsisakyta",
  "mail.withdrawn.body":
    "Patvirtiname: mini mokymų atsisakėte. Jei kas nors jau buvo prisijungęs, jam parašėme.",
  "mail.cancelled.subject": "Mini mokymai atšaukti",
  "mail.cancelled.body": "Mini mokymai atšaukti. Priežastis: {reason}",
};
