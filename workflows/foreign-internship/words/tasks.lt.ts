/** What each task asks and why, in Lithuanian. ICU messages. */
export const tasks = {
  "task.endorsement.title": "Pritarkite mokytojo paraiškai stažuotis užsienyje",
  "task.endorsement.why":
    "{applicant} pateikė paraišką stažuotis užsienyje ir nurodė jus kaip mokyklos vadovą. Be jūsų pritarimo paraiška toliau nenagrinėjama. Jei pritarsite, ją vertins programos koordinatorius ir ekspertai.",
  "task.screening.why":
    "Mokyklos vadovas paraiškai pritarė. Esate programos koordinatorius, todėl prašome patikrinti, ar ji atitinka kvietimo sąlygas. Atitinkančią paraišką vertins ekspertai.",
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
  "task.plan.why":
    "Priimančioji įstaiga patvirtino, kad jus priims. Dabar reikia stažuotės plano; jį suderins priimančioji įstaiga. Pagal planą bus apskaičiuota dotacija.",
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
  "task.report.why":
    "Grįžote iš stažuotės. Prašome parašyti, ko išmokote. Kai koordinatorius ataskaitą priims, bus atliktas galutinis mokėjimas. Negavus ataskaitos, išmokėtą avansą reikės grąžinti.",
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
  "task.cancellationCosts.title": "Įrašykite atšauktos stažuotės išlaidas",
  "task.cancellationCosts.why":
    "Stažuotė atšaukta jau išmokėjus avansą. Prašome su dalyviu ({applicant}) išsiaiškinti, ką jau išleista be galimybės susigrąžinti. Kita avanso dalis bus susigrąžinta.",
};
