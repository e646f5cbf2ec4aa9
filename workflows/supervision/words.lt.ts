import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.lt.ts";
import { optionsUnder, wordsUnder } from "../blocks/word-parts.ts";
import { lt as blocks } from "../blocks/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";
import { themeWords } from "./themes.ts";

/** The words of a school's supervision in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.matching": "Ieškota, kas ves grupę",
  "step.appointed": "Paskirta, kas ves grupę",
  "step.opening": "Paskelbta nauja grupė",
  "step.weighingFee": "Apskaičiuotas atlygis",
  "step.withdrawal": "Priimtas atsisakymas",
  "step.cancellation": "Priimtas atšaukimas",
  ...schoolWords,
  ...wordsUnder(blocks, "payment.", "account."),
  ...feeWords.lt,
  ...optionsUnder(themeWords.lt, "application.themes"),
  "application.title": "Prašymas surengti superviziją",
  "application.submit": "Pateikti prašymą",
  "application.page.group": "Grupė",
  "application.town.hint": "Pagal tai ieškosime arčiausiai dirbančio supervizoriaus.",
  "application.themes.label": "Kokios temos mokyklai svarbiausios?",
  "application.themes.hint": "Nerašykite apie konkrečius žmones: apie tai kalbama tik grupėje.",
  "application.size.label": "Kiek mokytojų dalyvaus?",
  "application.size.hint": "Nuo 4 iki 12.",
  "application.open.label": "Ar gali prisijungti ir kitų mokyklų mokytojai?",
  "application.remarks.label": "Ką dar turėtume žinoti apie laiką ir vietą?",
  "state.submitted": "Prašymą gavome. Jį peržiūrės programos koordinatorius.",
  "mail.received.subject": "Supervizijos prašymas gautas",
  "mail.received.body":
    "Ačiū, prašymą surengti superviziją gavome. Jį peržiūrės programos koordinatorius, tada ieškosime supervizoriaus.",
  "state.approval": "Prašymą nagrinėja programos koordinatorius.",
  "task.approval.title": "Nuspręskite, ar rengti superviziją",
  "task.approval.why":
    "Mokykla prašo surengti superviziją. Pritarus bus parinktas artimiausias laisvas supervizorius, neturintis interesų konflikto.",
  "approval.title": "Sprendimas dėl prašymo",
  "approval.submit": "Įrašyti sprendimą",
  "approval.outcome.label": "Ar rengiame superviziją?",
  "approval.outcome.approved": "Taip",
  "approval.outcome.refused": "Ne",
  "approval.reason.label": "Kodėl?",
  "approval.reason.hint": "Tai perskaitys mokykla.",
  "state.appointment": "Laisvo supervizoriaus nerasta. Koordinatorius ieško, kas galėtų vesti grupę.",
  "task.appointment.title": "Paskirkite supervizorių",
  "task.appointment.why":
    "Nė vienas supervizorius grupės vesti negali arba nesutiko. Paskirkite kurį nors patys arba nutarkite, kad supervizijos nebus.",
  "state.invitation": "Kalbiname supervizorių. Kai sutiks, atversime grupę prisijungti.",
  "task.invitation.title": "Atsakykite, ar vesite supervizijos grupę",
  "task.invitation.why":
    "Jus parinkome, nes esate arčiausiai ir galite vesti dar vieną grupę. Jei su šia mokykla jus sieja interesai, pažymėkite tai: kalbinsime kitą.",
  "mail.groupOpened.subject": "Supervizijos grupė atverta",
  "mail.groupOpened.body":
    "Grupę ves {supervisor}. Savo byloje rasite prisijungimo puslapio nuorodą: persiųskite ją mokytojams. Kas prisijungs pirmas, tas pirmas gaus vietą; kitus įrašysime į laukiančiųjų sąrašą.",
  "withdrawal.title": "Atsisakyti supervizijos",
  "interruption.withdrawn.said": "Mokykla supervizijos atsisakė.",
  "cancellation.title": "Atšaukti superviziją",
  "interruption.cancelled.said": "Supervizija atšaukta.",
  "status.completed": "Supervizija baigta",
  "status.completed.text":
    "Grupė baigė darbą. Susitikimų: {meetings}. Dalyvavo: {took}. Sprendimą įgyvendino: {done}; iš dalies: {partly}; dar ne: {notYet}. Skaičių, mažesnių už penkis, nerodome.",
  "mail.completed.subject": "Supervizija baigta",
  "mail.completed.body":
    "Mokyklos supervizijos grupė baigė darbą. Susitikimų: {meetings}. Dalyvavo: {took}. Sprendimą įgyvendino: {done}; iš dalies: {partly}; dar ne: {notYet}. Skaičių, mažesnių už penkis, nerodome, o apie ką kalbėta grupėje, lieka grupėje.",
  "mail.refused.subject": "Supervizijos prašymas nepatenkintas",
  "mail.refused.body": "Šįkart supervizijos nerengsime. Priežastis: {reason}",
  "status.noSupervisor": "Supervizoriaus nerasta",
  "status.noSupervisor.text": "Priežastis: {reason}",
  "mail.noSupervisor.subject": "Supervizoriaus neradome",
  "mail.noSupervisor.body": "Apgailestaujame, grupės niekas negali vesti. Priežastis: {reason}",
  "status.withdrawn.text": "Mokykla supervizijos atsisakė.",
  "mail.withdrawn.subject": "Supervizijos atsisakyta",
  "mail.withdrawn.body":
    "Patvirtiname: supervizijos atsisakyta. Jei kas nors jau buvo prisijungęs, jam parašėme.",
  "mail.cancelled.subject": "Supervizija atšaukta",
  "mail.cancelled.body": "Supervizija atšaukta. Priežastis: {reason}",
};
