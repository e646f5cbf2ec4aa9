import { lt as blocks } from "../blocks/words.lt.ts";
import { countryWords } from "../facts/countries.ts";

/** The words of the internship abroad in Lithuanian. ICU messages. */
const own = {
  "step.supplements": "Patikrinta, ar paraišką dar galima tikslinti",
  "step.panel": "Parinkti ekspertai",
  "step.weighing": "Suvesti ekspertų įvertinimai",
  "step.grant": "Apskaičiuota dotacija",
  "step.signatures": "Patikrinti sutarties parašai",
  "step.settlement": "Apskaičiuotas galutinis atsiskaitymas",
  "step.certificate": "Parengtas pažymėjimas",
  "step.withdrawal": "Priimtas atsisakymas",
  "step.withdrawalSettlement": "Apskaičiuota, kas po atsisakymo mokėtina ar grąžintina",
  "step.cancellation": "Priimtas atšaukimas",
  "step.cancellationSettlement": "Apskaičiuota, kas po atšaukimo mokėtina ar grąžintina",
  "step.lapse": "Apskaičiuota, kas grąžintina nesulaukus atsakymo",
  "step.recovery": "Apskaičiuota, kas grąžintina",
  "step.amendment": "Perskaičiuota pagal pakeistus planus",
  "step.replacement": "Vieta perduota kitam dalyviui",
  "step.resumption": "Byla tęsiama pagal pakeistus planus",
  "step.cutShort": "Stažuotė nutraukta anksčiau laiko",
  "step.appeal": "Priimtas skundas",
  "step.appealUpheld": "Skundas patenkintas",
  "step.appealDismissed": "Skundas atmestas",
  "application.title": "Paraiška stažuotei užsienyje",
  "application.submit": "Pateikti paraišką",
  "application.page.person": "Apie jus",
  "application.page.school": "Jūsų mokykla",
  "application.page.principal": "Mokyklos vadovas",
  "application.page.motivation": "Kodėl norite stažuotis",
  "application.page.language": "Užsienio kalba",
  "application.page.countries": "Šalys ir laikas",
  "application.page.account": "Sąskaita dotacijai",
  "application.page.declaration": "Patvirtinimas",
  "application.fullName.label": "Vardas ir pavardė",
  "application.email.label": "El. paštas",
  "application.email.hint": "Šiuo adresu siųsime viską, ką svarbu žinoti apie paraišką.",
  "application.phone.label": "Telefonas",
  "application.school.label": "Mokykla",
  "application.municipality.label": "Savivaldybė",
  "application.municipality.hint": "Pavyzdžiui, Molėtų rajono savivaldybė.",
  "application.town.label": "Miestas, miestelis arba kaimas",
  "application.town.hint": "Iš čia skaičiuojamas kelionės atstumas.",
  "application.rural.label": "Ar jūsų mokykla yra kaimo vietovėje?",
  "application.rural.hint": "Kai balai vienodi, pirmenybė teikiama kaimo mokyklų mokytojams.",
  "application.experienceYears.label": "Kiek metų dirbate mokytoju?",
  "application.principalName.label": "Vadovo vardas ir pavardė",
  "application.principalEmail.label": "Vadovo el. paštas",
  "application.principalEmail.hint":
    "Paprašysime vadovo pritarti jūsų dalyvavimui. Jei mokyklai vadovaujate patys, nurodykite steigėjo atstovą.",
  "application.motivation.label": "Kodėl norite stažuotis ir ko tikitės išmokti?",
  "application.motivation.hint":
    "Nerašykite savo vardo ir mokyklos: ekspertai vertina nežinodami, kieno tai paraiška.",
  "application.sharingPlan.label": "Kaip pasidalysite patirtimi su kolegomis?",
  "application.languageLevel.label": "Kaip mokate kalbą, kuria stažuositės?",
  "application.languageLevel.A1": "A1 – pradedantysis",
  "application.languageLevel.A2": "A2 – pagrindai",
  "application.languageLevel.B1": "B1 – susikalbu kasdienėse situacijose",
  "application.languageLevel.B2": "B2 – kalbu ir rašau savarankiškai",
  "application.languageLevel.C1": "C1 – kalbu laisvai",
  "application.languageLevel.C2": "C2 – moku kaip gimtąją",
  "application.languageProof.label": "Kas tai patvirtina?",
  "application.languageProof.hint": "Pavyzdžiui, egzaminas, kursai arba darbas ta kalba.",
  "application.countries.label": "Kur norėtumėte stažuotis?",
  "application.countries.hint":
    "Galite pasirinkti vieną arba dvi šalis. Pirmiausia nurodykite tą, kurios norite labiausiai.",
  "application.availableFrom.label": "Nuo kada galėtumėte vykti?",
  "application.availableTo.label": "Iki kada galėtumėte vykti?",
  "application.travelledBefore.label": "Ar jau esate stažavęsi pagal šią programą?",
  "application.travelledBefore.hint": "Kai balai vienodi, pirmenybė teikiama dar nesistažavusiems.",
  "application.iban.label": "Banko sąskaitos numeris (IBAN)",
  "application.iban.hint":
    "Į šią sąskaitą pervesime dotaciją, jei gausite vietą. Pavyzdžiui, LT12 1000 0111 0100 1000.",
  "application.truthful.label":
    "Patvirtinu, kad viskas, ką parašiau, yra tiesa, ir sutinku, kad programa tvarkytų mano duomenis paraiškai nagrinėti",

  "withdrawal.title": "Paraiškos atsiėmimas",
  "withdrawal.submit": "Atsiimti paraišką",
  "withdrawal.reason.label": "Kodėl atsiimate paraišką?",
  "cancellation.title": "Stažuotės atšaukimas",
  "cancellation.submit": "Atšaukti stažuotę",
  "cancellation.reason.label": "Kodėl stažuotė atšaukiama?",
  "cancellation.reason.hint": "Tai perskaitys dalyvis.",
  "cancellation.costs.label": "Kiek dalyvis išleido be galimybės susigrąžinti (eurais)?",
  "cancellation.costs.hint":
    "Pavyzdžiui, bilietai. Padengiama iš dotacijos, jei ji jau apskaičiuota. Jei dar nežinote, palikite tuščią – paklausime vėliau.",
  "offer.title": "Vietos pasiūlymas",
  "offer.submit": "Pateikti atsakymą",
  "offer.outcome.label": "Ar priimate siūlomą vietą?",
  "offer.outcome.accepted": "Taip, priimu",
  "offer.outcome.declined": "Ne, atsisakau",
  "offer.reason.label": "Kodėl atsisakote?",
  "hostConfirmation.title": "Priimančiosios įstaigos patvirtinimas",
  "hostConfirmation.submit": "Patvirtinti",
  "hostConfirmation.contactPerson.label": "Kas pasitiks stažuotoją?",
  "hostConfirmation.remarks.label": "Pastabos",
  "hostFollowUp.title": "Susisiekimas su priimančiąja įstaiga",
  "hostFollowUp.submit": "Įrašyti",
  "hostFollowUp.outcome.label": "Ką atsakė priimančioji įstaiga?",
  "hostFollowUp.outcome.confirmed": "Priims stažuotoją",
  "hostFollowUp.outcome.askAgain": "Atsakys pati, išsiųsti užduotį dar kartą",
  "hostFollowUp.note.label": "Su kuo ir ką sutarėte?",
  "plan.title": "Stažuotės planas",
  "plan.submit": "Pateikti planą",
  "plan.goals.label": "Kokie jūsų stažuotės tikslai?",
  "plan.activities.label": "Ką veiksite kiekvieną dieną?",
  "plan.green.label": "Ar keliausite tvariai?",
  "plan.green.hint":
    "Tvari kelionė – traukiniu, autobusu arba bendru automobiliu. Už ją kelionės dotacija didesnė.",
  "planAgreement.title": "Plano suderinimas",
  "planAgreement.submit": "Pateikti atsakymą",
  "planAgreement.outcome.label": "Ar planas tinka?",
  "planAgreement.outcome.agreed": "Tinka",
  "planAgreement.outcome.changes": "Reikia pakeisti",
  "planAgreement.changes.label": "Ką reikia pakeisti?",
  "claim.participant": "Dalyvis",
  "claim.country": "Šalis",
  "claim.institution": "Priimančioji įstaiga",
  "claim.from": "Nuo",
  "claim.to": "Iki",
  "claim.days": "Dienų",
  "claim.km": "Kilometrų",
  "claim.travel": "Kelionei, Eur",
  "claim.daily": "Dienpinigiams, Eur",
  "claim.publication": "Publikacija",
  "departure.title": "Pasirengimas kelionei",
  "departure.submit": "Patvirtinti pasirengimą",
  "departure.insurance.label": "Turiu kelionės draudimą",
  "departure.healthCard.label": "Turiu Europos sveikatos draudimo kortelę",
  "departure.entryMethods.label": "Šiuolaikiniai mokymo metodai (dabar)",
  "departure.entryMethods.hint": "Nuo 1 (visai nemoku) iki 5 (galiu mokyti kitus).",
  "departure.entryLanguage.label": "Užsienio kalba darbe (dabar)",
  "departure.entryLanguage.hint": "Nuo 1 (visai nemoku) iki 5 (galiu mokyti kitus).",
  "departure.entryCooperation.label": "Bendradarbiavimas su kolegomis kitose šalyse (dabar)",
  "departure.entryCooperation.hint": "Nuo 1 (visai nemoku) iki 5 (galiu mokyti kitus).",
  "departure.entryConfidence.label": "Pasitikėjimas dalijantis savo patirtimi (dabar)",
  "departure.entryConfidence.hint": "Nuo 1 (visai nemoku) iki 5 (galiu mokyti kitus).",
  "departure.tickets.label": "Turiu bilietus į abi puses",
  "attendance.title": "Dalyvavimas stažuotėje",
  "attendance.submit": "Patvirtinti dalyvavimą",
  "attendance.outcome.label": "Ar stažuotojas dalyvavo?",
  "attendance.outcome.full": "Visas dienas",
  "attendance.outcome.partial": "Ne visas dienas",
  "attendance.outcome.absent": "Neatvyko",
  "attendance.daysMissed.label": "Kelių dienų nedalyvavo?",
  "attendance.remarks.label": "Pastabos",
  "dissemination.title": "Sklaida",
  "dissemination.submit": "Pateikti",
  "dissemination.publication.label": "Kur paskelbtas jūsų straipsnis?",
  "dissemination.publication.hint":
    "Pusantro–dviejų puslapių straipsnis apie tai, ko išmokote. Nurodykite adresą arba leidinį.",
  "dissemination.sessionOn.label": "Kada pasidalijote patirtimi su kolegomis?",
  "dissemination.colleagues.label": "Kiek kolegų dalyvavo?",

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

  "state.submitted": "Paraiška gauta. Netrukus prašysime mokyklos vadovo pritarti jūsų dalyvavimui.",
  "state.endorsement":
    "Laukiame mokyklos vadovo pritarimo. Kai jis atsakys, koordinatorius patikrins, ar paraiška atitinka kvietimo sąlygas.",
  "state.endorsementInPlace": "Mokyklos vadovas laiku neatsakė, todėl sprendžia programos koordinatorius.",
  "state.screening":
    "Koordinatorius tikrina, ar paraiška atitinka kvietimo sąlygas. Po to ją vertins ekspertai.",
  "state.supplement":
    "Laukiame jūsų patikslinimo. Kai jį gausime, koordinatorius paraišką patikrins dar kartą.",
  "state.lastScreening": "Koordinatorius paskutinį kartą tikrina, ar paraiška atitinka kvietimo sąlygas.",
  "state.appointment": "Paraiškai parenkamas ekspertas.",
  "state.review":
    "Paraišką vertina ekspertai. Kai bus įvertintos visos paraiškos, bus sudaryta pirmumo eilė.",
  "state.awaitingRanking":
    "Paraiška įvertinta. Laukiame, kol bus įvertintos visos paraiškos ir patvirtinta pirmumo eilė.",
  "state.onReserveList":
    "Esate rezerviniame sąraše. Jei jūsų nurodytoje šalyje atsilaisvins vieta ir ateis jūsų eilė, iš karto pasiūlysime ją el. paštu.",
  "state.offer": "Jums siūloma vieta: {country}. Laukiame jūsų atsakymo iki {due}",
  "state.hostConfirmation":
    "Vietą priėmėte. Laukiame, kol priimančioji įstaiga patvirtins, kad jus priims; tada prašysime stažuotės plano.",
  "state.hostFollowUp": "Koordinatorius susisiekia su priimančiąja įstaiga.",
  "state.plan": "Laukiame jūsų stažuotės plano. Jį dar turės suderinti priimančioji įstaiga.",
  "state.planAgreement": "Priimančioji įstaiga derina jūsų stažuotės planą. Po to pasirašysite sutartį.",
  "state.agreement":
    "Laukiame, kol sutartį patvirtins visos trys šalys: jūs, mokykla ir agentūra. Tada bus išmokėtas avansas.",
  "state.advance": "Rengiamas avanso mokėjimas.",
  "state.departure": "Pasirenkite kelionei: draudimas, sveikatos kortelė, bilietai.",
  "state.awaitingDeparture": "Viskas parengta. Geros kelionės!",
  "state.travelling": "Stažuotė vyksta. Kai grįšite, priimančioji įstaiga patvirtins dalyvavimą.",
  "state.attendance":
    "Laukiame, kol priimančioji įstaiga patvirtins jūsų dalyvavimą. Tada prašysime ataskaitos.",
  "state.attendanceFollowUp": "Koordinatorius tikslina jūsų dalyvavimą stažuotėje.",
  "state.report": "Laukiame jūsų ataskaitos iki {due} Ją priėmus bus atliktas galutinis mokėjimas.",
  "state.reportReview": "Koordinatorius skaito jūsų ataskaitą. Ją priėmus bus atliktas galutinis mokėjimas.",
  "state.balance": "Ataskaita priimta. Rengiamas galutinis mokėjimas.",
  "state.partialRecovery": "Dalį avanso reikia grąžinti: dalyvavote ne visas dienas. Sumą rasite žemiau.",
  "state.dissemination": "Liko sklaida: straipsnis ir susitikimas su kolegomis.",
  "state.fullRecovery": "Išmokėtą avansą reikia grąžinti. Sumą rasite žemiau.",
  "state.withdrawnRecovery": "Paraišką atsiėmėte, todėl išmokėtą avansą reikia grąžinti. Sumą rasite žemiau.",

  "stage.submitted": "Pateikta",
  "stage.awaitingRanking": "Laukia pirmumo eilės",
  "stage.onReserveList": "Rezerviniame sąraše",
  "stage.awaitingDeparture": "Laukia kelionės",
  "stage.travelling": "Stažuojasi",

  "state.advanceAccount": "Bankas grąžino jums skirtą mokėjimą. Laukiame, kol nurodysite kitą sąskaitą.",
  "state.balanceAccount": "Bankas grąžino jums skirtą mokėjimą. Laukiame, kol nurodysite kitą sąskaitą.",
  "state.withdrawnBalanceAccount":
    "Bankas grąžino jums skirtą mokėjimą. Laukiame, kol nurodysite kitą sąskaitą.",
  "state.cancellationBalanceAccount":
    "Bankas grąžino jums skirtą mokėjimą. Laukiame, kol nurodysite kitą sąskaitą.",
  "state.cancellationBalance": "Stažuotė atšaukta. Rengiamas jūsų patirtų išlaidų mokėjimas.",
  "state.cancellationRecovery":
    "Stažuotė atšaukta, todėl dalį išmokėto avanso reikia grąžinti. Sumą rasite žemiau.",

  "status.completed": "Stažuotė baigta",
  "status.completed.text": "Viskas atlikta. Dėkojame, kad dalyvavote ir pasidalijote patirtimi.",
  "status.recovered": "Lėšos susigrąžintos",
  "status.recovered.text": "Stažuotė neįvyko arba nebuvo ataskaitos, todėl išmokėtos lėšos susigrąžintos.",
  "status.refused": "Nepritarta",
  "status.refused.text":
    "Jūsų dalyvavimui nepritarta, todėl paraiška toliau nenagrinėjama. Priežastis: {reason}",
  "status.ineligible": "Neatitinka sąlygų",
  "status.ineligible.text": "Paraiška neatitinka kvietimo sąlygų. Priežastis: {reason}",
  "status.incomplete": "Nepatikslinta",
  "status.incomplete.text": "Patikslinimo laiku negavome, todėl paraiška toliau nenagrinėjama.",
  "status.rejected": "Neatrinkta",
  "status.rejected.text": "Paraiška nesurinko mažiausio kvietime nustatyto balo.",
  "status.reserve": "Vietos neatsilaisvino",
  "status.reserve.text": "Buvote rezerviniame sąraše, tačiau jūsų nurodytose šalyse vietų neatsilaisvino.",
  "status.declined": "Vietos atsisakyta",
  "status.declined.text": "Siūlomos vietos atsisakėte, ji atiteko kitam.",
  "status.expired": "Pasiūlymas nebegalioja",
  "status.expired.text": "Į vietos pasiūlymą laiku neatsakėte, todėl vieta atiteko kitam.",
  "status.cancelled": "Stažuotė atšaukta",
  "status.cancelled.text": "Stažuotė atšaukta. Priežastis: {reason}",
  "status.withdrawn": "Paraiška atsiimta",
  "status.withdrawn.text": "Paraišką atsiėmėte.",

  "task.endorsement.title": "Pritarkite mokytojo paraiškai stažuotis užsienyje",
  "task.endorsement.why":
    "{applicant} pateikė paraišką stažuotis užsienyje ir nurodė jus kaip mokyklos vadovą. Be jūsų pritarimo paraiška toliau nenagrinėjama. Jei pritarsite, ją vertins programos koordinatorius ir ekspertai.",
  "task.endorsementInPlace.title": "Nuspręskite vietoj mokyklos vadovo",
  "task.endorsementInPlace.why":
    "Mokyklos vadovas laiku neatsakė, ar pritaria paraiškai. Esate programos koordinatorius, todėl prašome susisiekti su mokykla ir nuspręsti.",
  "task.screening.title": "Įvertinkite, ar paraiška atitinka sąlygas",
  "task.screening.why":
    "Mokyklos vadovas paraiškai pritarė. Esate programos koordinatorius, todėl prašome patikrinti, ar ji atitinka kvietimo sąlygas. Atitinkančią paraišką vertins ekspertai.",
  "task.supplement.title": "Patikslinkite savo paraišką",
  "task.supplement.why":
    "Programos koordinatorius peržiūrėjo jūsų paraišką ir prašo ją patikslinti. Prašymas: {reason} Laiku nepatikslinta paraiška toliau nenagrinėjama.",
  "task.lastScreening.title": "Įvertinkite patikslintą paraišką",
  "task.lastScreening.why":
    "Paraiška tikslinta jau du kartus, daugiau tikslinti nebegalima. Prašome nuspręsti, ar ji atitinka kvietimo sąlygas.",
  "task.appointment.title": "Paskirkite ekspertą",
  "task.appointment.why":
    "Paraiškai nebeliko eksperto be interesų konflikto. Esate programos koordinatorius, todėl prašome paskirti kitą. Jam iš karto išsiųsime užduotį.",
  "task.review.title": "Įvertinkite paraišką",
  "task.review.why":
    "Esate kvietimo ekspertas. Prašome įvertinti paraišką pagal kvietimo kriterijus. Ją vertina dar bent vienas ekspertas; jei jūsų balai labai skirsis, vertins ir trečias.",
  "task.offer.title": "Atsakykite į vietos pasiūlymą",
  "task.offer.why":
    "Jūsų paraiška atrinkta, siūlome stažuotės vietą: {country}. Jei laiku neatsakysite arba atsisakysite, vieta atiteks kitam iš rezervinio sąrašo.",
  "task.hostConfirmation.title": "Patvirtinkite, kad priimsite stažuotoją",
  "task.hostConfirmation.why":
    "{applicant} priėmė stažuotės vietą jūsų įstaigoje. Prašome patvirtinti, kad tomis dienomis stažuotoją priimsite. Po to stažuotojas parengs stažuotės planą.",
  "task.hostFollowUp.title": "Susisiekite su priimančiąja įstaiga",
  "task.hostFollowUp.why":
    "Priimančioji įstaiga laiku nepatvirtino, ar priims stažuotoją. Prašome jai paskambinti ir įrašyti, ką sutarėte.",
  "task.plan.title": "Parenkite stažuotės planą",
  "task.plan.why":
    "Priimančioji įstaiga patvirtino, kad jus priims. Dabar reikia stažuotės plano; jį suderins priimančioji įstaiga. Pagal planą bus apskaičiuota dotacija.",
  "task.planAgreement.title": "Suderinkite stažuotės planą",
  "task.planAgreement.why":
    "{applicant} parengė stažuotės jūsų įstaigoje planą. Prašome jam pritarti arba parašyti, ką pakeisti.",
  "task.agreement.title": "Patvirtinkite stažuotės sutartį",
  "task.agreement.why":
    "Stažuotės planas suderintas, dotacija apskaičiuota. Sutartį tvirtina trys šalys: stažuotojas, mokykla ir agentūra. Kai patvirtins visos, bus išmokėtas avansas.",
  "task.advance.title": "Išmokėkite avansą",
  "task.advance.why":
    "Sutartį patvirtino visos šalys. Prašome išmokėti avansą ir tai pažymėti. Po to stažuotojas rengsis kelionei.",
  "task.departure.title": "Pasitikrinkite prieš kelionę",
  "task.departure.why":
    "Netrukus išvykstate į stažuotę. Prašome patvirtinti, kad turite viską, ko reikia kelionei.",
  "task.attendance.title": "Patvirtinkite stažuotojo dalyvavimą",
  "task.attendance.why":
    "{applicant} turėjo stažuotis jūsų įstaigoje. Prašome patvirtinti, ar dalyvavo visas dienas. Pagal tai bus apskaičiuota galutinė dotacija.",
  "task.attendanceFollowUp.title": "Išsiaiškinkite, ar stažuotojas dalyvavo",
  "task.attendanceFollowUp.why":
    "Priimančioji įstaiga laiku nepatvirtino dalyvavimo. Prašome su ja susisiekti ir įrašyti, kaip buvo iš tikrųjų.",
  "task.report.title": "Pateikite stažuotės ataskaitą",
  "task.report.why":
    "Grįžote iš stažuotės. Prašome parašyti, ko išmokote. Kai koordinatorius ataskaitą priims, bus atliktas galutinis mokėjimas. Negavus ataskaitos, išmokėtą avansą reikės grąžinti.",
  "task.reportReview.title": "Įvertinkite stažuotės ataskaitą",
  "task.reportReview.why":
    "{applicant} pateikė stažuotės ataskaitą. Prašome ją priimti arba grąžinti taisyti, nurodant kodėl. Priėmus bus apskaičiuotas galutinis mokėjimas.",
  "task.balance.title": "Atlikite galutinį mokėjimą",
  "task.balance.why":
    "Ataskaita priimta, atsiskaitymas apskaičiuotas. Prašome atlikti galutinį mokėjimą ir tai pažymėti.",
  "task.partialRecovery.title": "Susigrąžinkite dalį avanso",
  "task.partialRecovery.why":
    "Stažuotojas dalyvavo ne visas dienas, todėl išmokėtas avansas didesnis, nei priklauso. Prašome susigrąžinti skirtumą ir tai pažymėti.",
  "task.dissemination.title": "Papasakokite apie sklaidą",
  "task.dissemination.why":
    "Per mėnesį po grįžimo stažuotojas paskelbia straipsnį ir pasidalija patirtimi su kolegomis. Prašome parašyti, kaip tai padarėte. Po to stažuotė bus baigta.",
  "task.fullRecovery.title": "Susigrąžinkite avansą",
  "task.fullRecovery.why":
    "Stažuotė neįvyko arba nebuvo ataskaitos, todėl reikia susigrąžinti visą išmokėtą avansą. Prašome tai padaryti ir pažymėti.",
  "task.advanceAccount.title": "Nurodykite kitą banko sąskaitą",
  "task.advanceAccount.why":
    "Bankas grąžino jums skirtą mokėjimą: pervesti į nurodytą sąskaitą nepavyko. Prašome nurodyti teisingą sąskaitą, tada mokėjimas bus pakartotas.",
  "task.balanceAccount.title": "Nurodykite kitą banko sąskaitą",
  "task.balanceAccount.why":
    "Bankas grąžino jums skirtą mokėjimą: pervesti į nurodytą sąskaitą nepavyko. Prašome nurodyti teisingą sąskaitą, tada mokėjimas bus pakartotas.",
  "task.withdrawnBalanceAccount.title": "Nurodykite kitą banko sąskaitą",
  "task.withdrawnBalanceAccount.why":
    "Bankas grąžino jums skirtą mokėjimą: pervesti į nurodytą sąskaitą nepavyko. Prašome nurodyti teisingą sąskaitą, tada mokėjimas bus pakartotas.",
  "task.cancellationBalanceAccount.title": "Nurodykite kitą banko sąskaitą",
  "task.cancellationBalanceAccount.why":
    "Bankas grąžino jums skirtą mokėjimą: pervesti į nurodytą sąskaitą nepavyko. Prašome nurodyti teisingą sąskaitą, tada mokėjimas bus pakartotas.",
  "task.cancellationBalance.title": "Padenkite atšauktos stažuotės išlaidas",
  "task.cancellationBalance.why":
    "Stažuotė atšaukta, o dalyvis patyrė išlaidų, didesnių už avansą. Prašome sumokėti skirtumą ir tai pažymėti.",
  "task.cancellationRecovery.title": "Susigrąžinkite atšauktos stažuotės avansą",
  "task.cancellationRecovery.why":
    "Stažuotė atšaukta, o avansas didesnis už dalyvio patirtas išlaidas. Prašome susigrąžinti skirtumą ir tai pažymėti.",
  "task.withdrawnRecovery.title": "Susigrąžinkite avansą",
  "task.withdrawnRecovery.why":
    "Pareiškėjas paraišką atsiėmė jau gavęs avansą. Prašome jį susigrąžinti ir tai pažymėti.",

  "withdrawal.costs.label": "Kiek jau išleidote be galimybės susigrąžinti (eurais)?",
  "withdrawal.costs.hint": "Pavyzdžiui, bilietai. Koordinatorius nuspręs, kokią dalį galima padengti.",
  "interruption.withdrawn.text":
    "Atsiėmus paraišką, ji toliau nebus nagrinėjama, o jums skirta vieta atiteks kitam. Išmokėtą avansą reikės grąžinti. Atšaukti to negalima.",
  "interruption.withdrawn.said": "Paraiška atsiimta.",
  "interruption.appealed.text":
    "Skundą nagrinės asmuo, kuris dėl šios paraiškos dar nėra sprendęs. Skundą galima pateikti vieną kartą.",
  "interruption.appealed.said": "Pateiktas skundas.",
  "interruption.cancelled.text":
    "Stažuotė bus atšaukta iš karto, vieta niekam neatiteks. Atšaukti to negalima. Dalyvis apie tai sužinos el. paštu.",
  "interruption.cancelled.said": "Stažuotė atšaukta.",
  "interruption.changed.text":
    "Pirmiausia datas suderinkite su priimančiąja įstaiga. Dotacija bus apskaičiuota iš naujo. Jei sutartis jau sudaryta, visos šalys gaus naują jos variantą. Kita įstaiga turi būti tame pačiame mieste, ji bus paklausta iš naujo.",
  "interruption.changed.said": "Stažuotės planai pasikeitė.",
  "interruption.replaced.text":
    "Vietoj {applicant} vyks kitas tos pačios mokyklos darbuotojas. Dotacija bus apskaičiuota iš naujo, šalys gaus naują sutarties variantą. Išmokėtas avansas, atėmus patirtas išlaidas, bus susigrąžintas.",
  "interruption.replaced.said": "Į stažuotę vyksta kitas asmuo.",
  "interruption.cutShort.text":
    "Priimančiosios įstaigos iš karto paprašysime patvirtinti, kurias dienas stažuotojas dalyvavo. Pagal tai bus atsiskaityta.",
  "interruption.cutShort.said": "Stažuotė nutrūko anksčiau.",
  "change.title": "Pakeisti stažuotės planus",
  "change.submit": "Pakeisti planus",
  "change.starts.label": "Nauja pirmoji stažuotės diena",
  "change.ends.label": "Nauja paskutinė stažuotės diena",
  "change.institution.label": "Kita priimančioji įstaiga",
  "change.institution.hint":
    "Palikite tuščią, jei įstaiga nesikeičia. Kitaip nurodykite ir jos kontaktinį asmenį.",
  "change.contactName.label": "Kontaktinio asmens vardas ir pavardė",
  "change.contactEmail.label": "Kontaktinio asmens el. paštas",
  "change.costs.label": "Kiek dalyvis išleido be galimybės susigrąžinti (eurais)?",
  "change.costs.hint": "Pavyzdžiui, bilietų keitimas. Įtraukiama į dotaciją.",
  "change.reason.label": "Kodėl planai keičiasi?",
  "change.reason.hint": "Tai perskaitys dalyvis.",
  "overBudget.title": "Kvietimo biudžeto pakeitimui nepakanka",
  "overBudget.submit": "Įrašyti sprendimą",
  "overBudget.outcome.label": "Ką darome?",
  "overBudget.outcome.otherDays": "Keičiame į kitas datas",
  "overBudget.outcome.givenUp": "Stažuotę atšaukiame",
  "overBudget.starts.label": "Pirmoji stažuotės diena",
  "overBudget.ends.label": "Paskutinė stažuotės diena",
  "overBudget.costs.label": "Kiek dalyvis išleido be galimybės susigrąžinti (eurais)?",
  "overBudget.reason.label": "Kodėl?",
  "overBudget.reason.hint": "Tai perskaitys dalyvis.",
  "replacement.title": "Pakeisti dalyvį kitu asmeniu",
  "replacement.submit": "Pakeisti dalyvį",
  "replacement.fullName.label": "Vyksiančio asmens vardas ir pavardė",
  "replacement.email.label": "Vyksiančio asmens el. paštas",
  "replacement.municipality.label": "Savivaldybė, kurioje gyvena",
  "replacement.town.label": "Gyvenamoji vietovė",
  "replacement.iban.label": "Banko sąskaita (IBAN)",
  "replacement.costs.label": "Kiek ankstesnis dalyvis išleido be galimybės susigrąžinti (eurais)?",
  "replacement.costs.hint": "Padengiama iš jau išmokėto avanso.",
  "replacement.reason.label": "Kodėl vyksta kitas asmuo?",
  "cutShort.title": "Stažuotė nutrūko anksčiau",
  "cutShort.submit": "Įrašyti, kad nutrūko",
  "cutShort.costs.label": "Kokių papildomų išlaidų dėl to patyrė dalyvis (eurais)?",
  "cutShort.costs.hint": "Pavyzdžiui, bilieto keitimas. Padengiama, kiek leidžia dotacija.",
  "cutShort.reason.label": "Kodėl stažuotė nutrūko?",
  "borneCosts.title": "Patirtos išlaidos",
  "borneCosts.submit": "Įrašyti sprendimą",
  "borneCosts.borne.label": "Kiek išlaidų padengiame (eurais)?",
  "borneCosts.borne.hint": "Jei nieko, įrašykite 0.",
  "borneCosts.reason.label": "Kodėl tiek?",
  "borneCosts.reason.hint": "Tai perskaitys dalyvis.",
  "state.ineligibleTold":
    "Paraiška neatitinka kvietimo sąlygų. Priežastis: {reason} {appeal, select, no {} other {Jei nesutinkate, skundą galite pateikti iki {appeal}}}",
  "stage.ineligibleTold": "Neatitinka, dar galimas skundas",
  "state.rejectionTold":
    "Paraiška nesurinko mažiausio kvietime nustatyto balo. {appeal, select, no {} other {Jei nesutinkate, skundą galite pateikti iki {appeal}}}",
  "stage.rejectionTold": "Neatrinkta, dar galimas skundas",
  "state.silentPlan": "Stažuotės plano laiku negavome. Koordinatorius netrukus su jumis susisieks.",
  "state.silentParty": "Ne visos šalys laiku patvirtino sutartį. Koordinatorius sprendžia, kaip toliau.",
  "state.replacementRecovery":
    "Stažuotė baigta. Agentūra susigrąžina ankstesniam dalyviui išmokėtą avansą, jums nieko daryti nereikia.",
  "state.withdrawalCosts":
    "Paraišką atsiėmėte. Koordinatorius svarsto, kokią jūsų išlaidų dalį galima padengti.",
  "state.withdrawnBalance": "Paraišką atsiėmėte. Rengiamas jūsų patirtų išlaidų mokėjimas.",
  "state.lapsedRecovery":
    "Jūsų atsakymo nesulaukėme, todėl vieta atiteko kitam. Išmokėtą avansą reikia grąžinti. Sumą rasite žemiau.",
  "state.doubleFunding": "Koordinatorius tikrina, ar tos pačios dienos nefinansuojamos du kartus.",
  "state.overBudget": "Stažuotės planai keičiasi. Koordinatorius tikrina, ar tam pakanka lėšų.",
  "state.screeningAppeal": "Jūsų skundas gautas. Jį nagrinėja asmuo, kuris dėl šios paraiškos dar nesprendė.",
  "state.rankingAppeal": "Jūsų skundas gautas. Jį nagrinėja asmuo, kuris dėl šios paraiškos dar nesprendė.",
  "state.awaitingReranking":
    "Skundas patenkintas. Netrukus sužinosite, kurią vietą pirmumo eilėje tai suteikia.",
  "stage.awaitingReranking": "Skundas patenkintas, eilė perskaičiuojama",
  "status.lapsed": "Vietos netekta",
  "status.lapsed.text": "Jūsų atsakymo laiku nesulaukėme, todėl vieta atiteko kitam.",
  "task.silentPlan.title": "Nuspręskite dėl tylinčio dalyvio",
  "task.silentPlan.why":
    "{applicant} laiku nepateikė stažuotės plano. Prašome susisiekti ir nuspręsti, ar klausiame dar kartą, ar vietą atiduodame kitam.",
  "task.silentParty.title": "Nuspręskite dėl nepatvirtintos sutarties",
  "task.silentParty.why":
    "Ne visos šalys laiku patvirtino sutartį su {applicant}. Prašome susisiekti su tylinčia šalimi ir nuspręsti, ar klausiame dar kartą, ar vietą atiduodame kitam.",
  "task.replacementRecovery.title": "Susigrąžinkite ankstesnio dalyvio avansą",
  "task.replacementRecovery.why":
    "Į stažuotę vyko kitas asmuo, todėl ankstesniam dalyviui išmokėtą avansą, atėmus patirtas išlaidas, reikia susigrąžinti. Prašome tai padaryti ir pažymėti.",
  "task.withdrawalCosts.title": "Nuspręskite dėl atsiėmusiojo išlaidų",
  "task.withdrawalCosts.why":
    "{applicant} paraišką atsiėmė ir prašo padengti patirtas išlaidas. Prašome nuspręsti, kiek jų padengiame. Visa kita išmokėto avanso dalis bus susigrąžinta.",
  "task.withdrawnBalance.title": "Padenkite atsiėmusiojo išlaidas",
  "task.withdrawnBalance.why":
    "Koordinatorius nusprendė padengti atsiėmusiojo išlaidas. Prašome sumokėti skirtumą ir tai pažymėti.",
  "task.lapsedRecovery.title": "Susigrąžinkite avansą",
  "task.lapsedRecovery.why":
    "Dalyvis neatsako, todėl vieta atiduota kitam. Prašome susigrąžinti išmokėtą avansą ir tai pažymėti.",
  "task.doubleFunding.title": "Patikrinkite, ar stažuotė nefinansuojama du kartus",
  "task.doubleFunding.why":
    "Tam pačiam žmogui tomis pačiomis dienomis lėšų skirta ir kitoje byloje. Kol nenuspręsite, avanso nemokėsime.",
  "task.overBudget.title": "Nuspręskite, ką daryti trūkstant lėšų",
  "task.overBudget.why":
    "Pakeitus stažuotės planus, dotacija būtų didesnė, nei leidžia kvietimo biudžetas. Prašome parinkti kitas datas arba stažuotę atšaukti.",
  "task.screeningAppeal.title": "Išnagrinėkite skundą dėl atitikties",
  "task.screeningAppeal.why":
    "{applicant} nesutinka, kad paraiška neatitinka kvietimo sąlygų. Jūs dėl šios paraiškos dar nesprendėte, todėl prašome skundą išnagrinėti. Patenkinus, paraišką vertins ekspertai.",
  "task.rankingAppeal.title": "Išnagrinėkite skundą dėl balo",
  "task.rankingAppeal.why":
    "{applicant} nesutinka su paraiškos vertinimu. Jūs dėl šios paraiškos dar nesprendėte, todėl prašome skundą išnagrinėti. Patenkinus, pirmumo eilė bus perskaičiuota, jau priimtos vietos niekas neneteks.",
  "mail.lapsed.subject": "Jums skirta vieta atiteko kitam",
  "mail.lapsed.body":
    "Ne kartą prašėme jūsų atsakymo, bet jo nesulaukėme, todėl vieta atiteko kitam.\n\nPriežastis: {reason}\n\nNieko daryti nebereikia. Galėsite teikti paraišką kitam kvietimui.",
  "mail.appealReceived.subject": "Jūsų skundas gautas",
  "mail.appealReceived.body":
    "Jūsų skundą gavome. Jį nagrinės asmuo, kuris dėl šios paraiškos dar nėra sprendęs. Apie sprendimą parašysime.",
  "mail.appealUpheld.subject": "Jūsų skundas patenkintas",
  "mail.appealUpheld.body":
    "Jūsų skundas išnagrinėtas ir patenkintas.\n\nPriežastis: {reason}\n\nNetrukus parašysime, ką tai keičia.",
  "mail.appealDismissed.subject": "Jūsų skundas atmestas",
  "mail.appealDismissed.body":
    "Jūsų skundas išnagrinėtas ir atmestas, todėl ankstesnis sprendimas galioja.\n\nPriežastis: {reason}",
  "mail.reserveMoved.subject": "Jūsų vieta rezerviniame sąraše",
  "mail.reserveMoved.body":
    "Kvietimo „{call}“ rezerviniame sąraše pakilote aukščiau: dabar jūsų vieta jame – {reserve}.\n\nJei atsilaisvins vieta ir ateis jūsų eilė, iš karto parašysime ir nurodysime, iki kada atsakyti. Dabar nieko daryti nereikia.",
  "mail.positionChanged.subject": "Jūsų vieta pirmumo eilėje pasikeitė",
  "mail.positionChanged.body":
    "Patenkinus skundą pirmumo eilė perskaičiuota. Dabar jūsų vieta – {position}. Esate rezerviniame sąraše.\n\nJei vieta atsilaisvins ir ateis jūsų eilė, iš karto parašysime.",
  "mail.plansChanged.subject": "Stažuotės planai pasikeitė",
  "mail.plansChanged.body":
    "Stažuotės planai pasikeitė. Stažuotė vyks nuo {from} iki {to}, priimančioji įstaiga – {institution}.\n\nPriežastis: {reason}\n\nJei sutartis jau sudaryta, dalyvis, mokykla ir agentūra gaus naują jos variantą.",
  "mail.hostReleased.subject": "Stažuotojas pas jus nebevyks",
  "mail.hostReleased.body":
    "{applicant} pas jus nesistažuos. Jums nieko daryti nebereikia. Dėkojame, kad sutikote priimti.",
  "mail.replaced.subject": "Į stažuotę vyksta kitas asmuo",
  "mail.replaced.body":
    "Į stažuotę vietoj jūsų vyksta kitas asmuo.\n\nPriežastis: {reason}\n\nJei jums išmokėtas avansas, su jumis susisieks agentūros finansininkas: grąžinti reikės tai, kas liko atėmus patirtas išlaidas.",
  "mail.takesPart.subject": "Vykstate į stažuotę",
  "mail.takesPart.body":
    "Į stažuotę vykstate jūs: nuo {from} iki {to}, priimančioji įstaiga – {institution}.\n\nNetrukus gausite sutartį arba kitą užduotį. Savo paraiškos puslapyje visada matysite, kas toliau.",
  "mail.otherPerson.subject": "Į stažuotę vyksta kitas asmuo",
  "mail.otherPerson.body":
    "Į stažuotę nuo {from} iki {to} vyksta kitas asmuo: {applicant}.\n\nPriežastis: {reason}",
  "mail.journeyCutShort.subject": "Jūsų stažuotė nutrūko anksčiau",
  "mail.journeyCutShort.body":
    "Įrašėme, kad stažuotė nutrūko anksčiau.\n\nPriežastis: {reason}\n\nPriimančiosios įstaigos prašome patvirtinti, kurias dienas dalyvavote. Tada prašysime ataskaitos, o atsiskaitysime pagal dalyvautas dienas ir patirtas išlaidas.",
  "state.cancellationCosts": "Stažuotė atšaukta. Koordinatorius aiškinasi, kiek išlaidų patyrėte.",
  "task.cancellationCosts.title": "Įrašykite atšauktos stažuotės išlaidas",
  "task.cancellationCosts.why":
    "Stažuotė atšaukta jau išmokėjus avansą. Prašome su dalyviu ({applicant}) išsiaiškinti, ką jau išleista be galimybės susigrąžinti. Kita avanso dalis bus susigrąžinta.",
  "certificate.title": "Stažuotės užsienyje pažymėjimas",
  "certificate.text":
    "dalyvavo stažuotėje užsienyje {days, plural, one {# dieną} few {# dienas} many {# dienos} other {# dienų}}.",
  "calendar.offer.title": "Atsakyti į stažuotės vietos pasiūlymą",
  "calendar.journey.title": "Stažuotė užsienyje",
  "application.languageProofFile.label": "Kalbos mokėjimo pažymėjimas",
  "attendance.confirmation.label": "Pasirašytas dalyvavimo patvirtinimas",
  "mail.received.subject": "Jūsų paraiška gauta",
  "mail.received.body":
    "Jūsų paraišką gavome.\n\nDabar prašysime mokyklos vadovo pritarti jūsų dalyvavimui. Po to koordinatorius patikrins, ar paraiška atitinka kvietimo sąlygas, ir ją vertins ekspertai. Apie kiekvieną žingsnį pranešime el. paštu.",
  "mail.onReserveList.subject": "Esate rezerviniame sąraše",
  "mail.onReserveList.body":
    "Jūsų paraiška įvertinta, jos balas – {score}. Visos vietos jūsų nurodytose šalyse šiuo metu užimtos, todėl esate rezerviniame sąraše. Jūsų vieta pirmumo eilėje – {position}.\n\nJei vieta atsilaisvins ir ateis jūsų eilė, iš karto parašysime. Dabar nieko daryti nereikia.{appeal, select, no {} other {\n\nJei nesutinkate, skundą galite pateikti iki {appeal}}}",
  "mail.completed.subject": "Jūsų stažuotė baigta",
  "mail.completed.body":
    "Viskas atlikta: ataskaita priimta, atsiskaityta, stažuotė baigta.\n\nDėkojame, kad dalyvavote ir pasidalijote patirtimi su kolegomis.",
  "mail.recovered.subject": "Lėšos susigrąžintos, stažuotė baigta",
  "mail.recovered.body":
    "Stažuotė neįvyko arba laiku negavome ataskaitos, todėl išmokėtos lėšos susigrąžintos. Byla baigta, nieko daryti nebereikia.",
  "mail.refused.subject": "Jūsų paraiškai nepritarta",
  "mail.refused.body":
    "Jūsų dalyvavimui stažuotėje nepritarta, todėl paraiška toliau nenagrinėjama.\n\nPriežastis: {reason}\n\nGalėsite teikti paraišką kitam kvietimui.",
  "mail.ineligible.subject": "Jūsų paraiška neatitinka kvietimo sąlygų",
  "mail.ineligible.body":
    "Koordinatorius patikrino jūsų paraišką: ji neatitinka kvietimo sąlygų, todėl toliau nenagrinėjama.\n\nPriežastis: {reason}\n\nGalėsite teikti paraišką kitam kvietimui.{appeal, select, no {} other {\n\nJei nesutinkate, skundą galite pateikti iki {appeal}}}",
  "mail.incomplete.subject": "Jūsų paraiška liko nepatikslinta",
  "mail.incomplete.body":
    "Prašyto patikslinimo laiku negavome, todėl paraiška toliau nenagrinėjama.\n\nGalėsite teikti paraišką kitam kvietimui.",
  "mail.rejected.subject": "Jūsų paraiška neatrinkta",
  "mail.rejected.body":
    "Ekspertai įvertino jūsų paraišką. Jos balas – {score}, o tai mažiau už mažiausią kvietime nustatytą balą, todėl vietos pasiūlyti negalime.\n\nDėkojame už jūsų darbą. Kviečiame dalyvauti kitame kvietime.{appeal, select, no {} other {\n\nJei nesutinkate, skundą galite pateikti iki {appeal}}}",
  "mail.reserve.subject": "Vietos rezervinio sąrašo dalyviams nebeliko",
  "mail.reserve.body":
    "Buvote rezerviniame sąraše, tačiau jūsų nurodytose šalyse vietų neatsilaisvino, o kvietimas baigėsi.\n\nDėkojame už kantrybę. Kviečiame dalyvauti kitame kvietime.",
  "mail.declined.subject": "Jūsų atsisakymas gautas",
  "mail.declined.body":
    "Gavome jūsų atsakymą: siūlomos vietos atsisakote. Ji atiteks kitam. Nieko daryti nebereikia.",
  "mail.expired.subject": "Vietos pasiūlymas nebegalioja",
  "mail.expired.body":
    "Į vietos pasiūlymą laiku neatsakėte, todėl vieta atiteko kitam iš rezervinio sąrašo.\n\nKviečiame dalyvauti kitame kvietime.",
  "mail.cancelled.subject": "Stažuotė atšaukta",
  "mail.cancelled.body":
    "Apgailestaujame: jūsų stažuotė atšaukta.\n\nPriežastis: {reason}\n\nAtsiskaityta, nieko daryti nebereikia. Galėsite teikti paraišką kitam kvietimui.",
  "mail.withdrawn.subject": "Paraiška atsiimta",
  "mail.withdrawn.body":
    "Kaip prašėte, jūsų paraiška atsiimta ir toliau nenagrinėjama. Nieko daryti nebereikia.",
} as const;

export const lt = { ...blocks, ...countryWords("lt"), ...own };
export type ForeignInternshipWord = keyof typeof blocks | keyof typeof own;
