import { joined } from "../blocks/word-parts.ts";
import { countryWords } from "../kernel/facts/countries.ts";

/** The words of a call in Lithuanian. ICU messages. */
const own = {
  "state.open": "Priimamos paraiškos.",
  "state.awaitingReviews": "Laukiama, kol baigsis atitikties ir ekspertinis vertinimas.",
  "state.approval": "Pirmumo eilė sudaryta. Laukiama, kol ją patvirtins atrankos komisija.",
  "state.filling":
    "Rezultatai paskelbti. Siūlomos vietos, atsilaisvinusios atitenka rezervinio sąrašo dalyviams.",
  "state.underWay": "Vietos paskirstytos, stažuotės vyksta. Kvietimas baigsis, kai baigsis paskutinė byla.",
  "stage.underWay": "Stažuotės vyksta",
  "stage.submitted": "Pradėtas",
  "stage.open": "Priimamos paraiškos",
  "stage.awaitingReviews": "Vertinama",
  "stage.filling": "Siūlomos vietos",
  "status.closed": "Kvietimas baigtas",
  "status.closed.text": "Visos vietos užimtos arba pasiūlymų laikas baigėsi.",

  "status.calledOff": "Kvietimas atšauktas",
  "status.calledOff.text":
    "Kvietimas atšauktas. Visos nebaigtos bylos užbaigiamos, su dalyviais atsiskaitoma.",
  "adoption.title": "Pritaikyti tai, kas išbandyta",
  "adoption.submit": "Pritaikyti ir sudaryti eilę iš naujo",
  "adoption.changes.label": "Kas keičiama",
  "adoption.reason.label": "Kodėl?",
  "adoption.reason.hint": "Tai skaito komisija ir auditorius, daugiau niekas.",
  "interruption.adopted.text":
    "Pirmumo eilė sudaroma iš naujo pagal pakeistas taisykles, komisija dėl jos sprendžia iš naujo.",
  "interruption.adopted.said": "Koordinatorius pakeitė pirmumo eilės taisykles, eilė sudaryta iš naujo.",
  "callingOff.title": "Atšaukti kvietimą arba šalį",
  "callingOff.submit": "Atšaukti",
  "callingOff.countries.label": "Kurios šalys atšaukiamos?",
  "callingOff.countries.hint": "Nepasirinkus nė vienos, atšaukiamas visas kvietimas.",
  "callingOff.reason.label": "Kodėl?",
  "callingOff.reason.hint": "Tai perskaitys visi, kurių stažuotės atšaukiamos.",
  "interruption.calledOff.text":
    "Bylos, kurias tai paliečia, bus nutrauktos, dalyviams parašysime. Su kiekvienu bus atsiskaityta atskirai. Prasidėjusios kelionės tęsiamos. Atšaukti to negalima.",
  "interruption.calledOff.said": "Kvietimas arba jo dalis atšaukta.",
  "state.impartiality": "Pirmumo eilė sudaryta. Laukiama, kol komisijos nariai pareikš, kad yra nešališki.",
  "state.anotherMember": "Komisijai trūksta nešališkų narių. Koordinatorius sprendžia, kas dar dalyvaus.",
  "state.order": "Komisija pirmumo eilę patvirtino. Laukiama direktoriaus įsakymo.",
  "task.impartiality.title": "Pareikškite, ar esate nešališki",
  "task.impartiality.why":
    "Esate kvietimo „{call}“ atrankos komisijos narys. Prieš sprendžiant prašome peržiūrėti, kas pateikė paraiškas, ir pareikšti, ar neturite interesų konflikto. Pareiškusieji konfliktą sprendžiant nedalyvauja.",
  "impartiality.title": "Nešališkumo deklaracija",
  "impartiality.submit": "Pateikti deklaraciją",
  "impartiality.outcome.label": "Ar esate nešališki?",
  "impartiality.outcome.impartial": "Taip, interesų konflikto neturiu",
  "impartiality.outcome.conflict": "Ne, turiu interesų konfliktą",
  "impartiality.conflict.label": "Su kuo ir koks konfliktas?",
  "task.anotherMember.title": "Papildykite atrankos komisiją",
  "task.anotherMember.why":
    "Nešališki yra ne daugiau kaip pusė komisijos narių, todėl spręsti ji negali. Prašome dar kartą klausti tylinčių arba paskirti kitą narį.",
  "anotherMember.title": "Komisijos papildymas",
  "anotherMember.submit": "Įrašyti",
  "anotherMember.outcome.label": "Ką darome?",
  "anotherMember.outcome.askAgain": "Klausiame tylinčių dar kartą",
  "anotherMember.outcome.appointed": "Skiriame kitą narį",
  "anotherMember.name.label": "Nario vardas ir pavardė",
  "anotherMember.email.label": "Nario el. paštas",
  "anotherMember.language.label": "Kuria kalba rašyti?",
  "anotherMember.language.lt": "Lietuvių",
  "anotherMember.language.en": "Anglų",
  "task.order.title": "Pasirašykite įsakymą dėl vietų",
  "task.order.why":
    "Atrankos komisija patvirtino kvietimo „{call}“ pirmumo eilę. Protokolas ir įsakymo projektas sudaryti iš bylos. Pasirašius įsakymą, rezultatai bus iš karto paskelbti.",
  "directorsOrder.title": "Direktoriaus įsakymas",
  "directorsOrder.submit": "Įrašyti sprendimą",
  "directorsOrder.outcome.label": "Ar pasirašote įsakymą?",
  "directorsOrder.outcome.signed": "Pasirašau",
  "directorsOrder.outcome.returned": "Nepasirašau, grąžinu komisijai",
  "directorsOrder.number.label": "Įsakymo numeris",
  "directorsOrder.reason.label": "Kodėl grąžinate?",
  "task.approval.title": "Patvirtinkite pirmumo eilę",
  "task.approval.why":
    "Visos kvietimo „{call}“ paraiškos įvertintos, pirmumo eilė sudaryta pagal kvietimo taisykles. Esate atrankos komisijos narys, todėl prašome ją peržiūrėti. Patvirtinus eilę, rezultatai bus iš karto paskelbti, o pirmiesiems bus pasiūlytos vietos.",
  "rankingApproval.title": "Pirmumo eilės patvirtinimas",
  "rankingApproval.submit": "Įrašyti sprendimą",
  "rankingApproval.outcome.label": "Ar tvirtinate pirmumo eilę?",
  "rankingApproval.outcome.approved": "Tvirtinu",
  "rankingApproval.outcome.again": "Netvirtinu, reikia sudaryti iš naujo",
  "rankingApproval.impartial.label": "Patvirtinu, kad sprendžiu nešališkai ir neturiu interesų konflikto",
  "rankingApproval.reason.label": "Kodėl reikia sudaryti iš naujo?",
} as const;

export const lt = joined(countryWords("lt"), own);
export type SelectionCallWord = keyof typeof own;
