/** The road of a case: what was done, where it is, how it may end and what breaks in on it, in Lithuanian. ICU messages. */
export const road = {
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
  "state.cancellationCosts": "Stažuotė atšaukta. Koordinatorius aiškinasi, kiek išlaidų patyrėte.",
};
