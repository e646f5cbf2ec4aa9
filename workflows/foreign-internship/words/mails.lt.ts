/** The mails besides those of tasks, in Lithuanian. ICU messages. */
export const mails = {
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
  "mail.refused.body":
    "Jūsų dalyvavimui stažuotėje nepritarta, todėl paraiška toliau nenagrinėjama.\n\nPriežastis: {reason}\n\nGalėsite teikti paraišką kitam kvietimui.",
  "mail.ineligible.body":
    "Koordinatorius patikrino jūsų paraišką: ji neatitinka kvietimo sąlygų, todėl toliau nenagrinėjama.\n\nPriežastis: {reason}\n\nGalėsite teikti paraišką kitam kvietimui.{appeal, select, no {} other {\n\nJei nesutinkate, skundą galite pateikti iki {appeal}}}",
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
  "mail.cancelled.body":
    "Apgailestaujame: jūsų stažuotė atšaukta.\n\nPriežastis: {reason}\n\nAtsiskaityta, nieko daryti nebereikia. Galėsite teikti paraišką kitam kvietimui.",
  "mail.withdrawn.body": "Jūsų paraiška atsiimta ir toliau nenagrinėjama. Nieko daryti nebereikia.",
};
