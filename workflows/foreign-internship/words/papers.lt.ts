/** The agreement, the certificate and what goes into calendars, in Lithuanian. ICU messages. */
export const papers = {
  "agreement.title": "Stažuotės užsienyje sutartis",
  "agreement.subject.title": "Sutarties dalykas",
  "agreement.subject.text":
    "Nuo {from} iki {to} {applicant} stažuojasi nurodytoje priimančiojoje įstaigoje pagal suderintą planą.",
  "agreement.participant.title": "Stažuotojo įsipareigojimai",
  "agreement.participant.text":
    "Stažuotojas dalyvauja visas stažuotės dienas ir laikosi plano. Ataskaitą jis pateikia per {reportDays, plural, one {# dieną} few {# dienas} other {# dienų}} po stažuotės, o per mėnesį po grįžimo paskelbia straipsnį ir pasidalija patirtimi su kolegomis.",
  "agreement.school.title": "Mokyklos įsipareigojimai",
  "agreement.school.text":
    "Mokykla stažuotės ir kelionės dienomis atleidžia stažuotoją nuo pamokų, pasirūpina pavadavimu ir sudaro sąlygas pasidalyti patirtimi.",
  "agreement.agency.title": "Agentūros įsipareigojimai",
  "agreement.agency.text":
    "Agentūra skiria {grant} kelionės ir pragyvenimo dotaciją. Kai sutartį patvirtina visos šalys, ji išmoka {advance} avansą, o likusią dalį – kai priima ataskaitą.",
  "agreement.settlement.title": "Atsiskaitymas",
  "agreement.settlement.text":
    "Pragyvenimo išlaidos apmokamos už dienas, kurias patvirtina priimančioji įstaiga, o kelionės suma nesikeičia. Jei avansas didesnis, nei priklauso, skirtumas grąžinamas. Jei stažuotojas neatvyksta arba nepateikia ataskaitos, grąžinamas visas avansas.",
  "agreement.breaking.title": "Jei stažuotė neįvyksta",
  "agreement.breaking.text":
    "Iki kelionės stažuotojas gali stažuotės atsisakyti, tada išmokėtas avansas grąžinamas. Jei stažuotė atšaukiama ne dėl stažuotojo, išlaidos, kurių jis negali atgauti, padengiamos, bet ne daugiau, nei skirta dotacijos.",
  "agreement.versions.title": "Sutarties keitimas",
  "agreement.versions.text":
    "Pasikeitus datoms, vietai ar sumoms rengiamas naujas sutarties variantas. Jis įsigalioja, kai jį patvirtina visos trys šalys.",
  "agreement.data.title": "Asmens duomenys",
  "agreement.data.text":
    "Šalys tvarko asmens duomenis tik tiek, kiek reikia stažuotei įvykdyti, už ją atsiskaityti ir atsiskaitymui patikrinti.",
  "certificate.title": "Stažuotės užsienyje pažymėjimas",
  "certificate.text":
    "dalyvavo stažuotėje užsienyje {days, plural, one {# dieną} few {# dienas} many {# dienos} other {# dienų}}.",
  "calendar.offer.title": "Atsakyti į stažuotės vietos pasiūlymą",
  "calendar.journey.title": "Stažuotė užsienyje",
};
