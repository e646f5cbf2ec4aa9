import { internshipWords } from "../blocks/internship-words.lt.ts";
import { wordsUnder } from "../blocks/word-parts.ts";
import { lt as blocks } from "../blocks/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";
import { placeWords } from "./place/words.lt.ts";

/** The words of the internship in Lithuania, in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.experience": "Patikrinta darbo patirtis",
  "step.entering": "Paraiška įtraukta į vietų skirstymą",
  "step.loosing": "Vieta prarasta, ieškoma kitos",
  "step.diary": "Peržiūrėtas dienoraštis",
  "step.givingPlace": "Mokykla tapo nauja stažuočių vieta",
  "step.certifying": "Patikrinta, ar priklauso pažymėjimas",
  ...wordsUnder(
    blocks,
    "endorsement.",
    "endorsementInPlace.",
    "screening.",
    "lastScreening.",
    "supplement.",
    "silence.",
    "report.title",
    "report.submit",
    "report.learned.",
    "report.use.",
    "report.attachment",
    "reportReview.",
    "revocation.",
    "mail.certificateRevoked.",
  ),
  ...internshipWords,
  ...placeWords("hostingPlan"),
  "silence.outcome.released": "Nebelaukiame",
  "application.title": "Paraiška stažuotei Lietuvoje",
  "application.page.motivation": "Ko norite išmokti ir kuo pasidalyti",
  "application.page.places": "Kur norite stažuotis",
  "application.experienceYears.hint":
    "Stažuotė skirta patyrusiems mokytojams. Kiek metų reikia, nurodyta kvietime.",
  "application.shares.label": "Ko galite išmokyti priimančiosios mokyklos kolegas?",
  "application.shares.hint": "Vienas sakinys. Jį perskaitys mokyklos, kurias pasirinksite.",
  "application.earlierCertificate.label": "Ankstesnės programos veiklos pažymėjimo numeris",
  "application.earlierCertificate.hint":
    "Jei jau stažavotės arba baigėte kitą programos veiklą: tai įrodys, kad turite kuo dalytis.",
  "application.places.label": "Kur norėtumėte stažuotis?",
  "application.places.hint":
    "Galite pasirinkti vieną arba dvi vietas. Pirmiausia nurodykite tą, kurios norite labiausiai.",

  "mail.received.body":
    "Jūsų paraišką gavome.\n\nDabar prašysime mokyklos vadovo pritarti jūsų dalyvavimui. Po to koordinatorius patikrins, ar paraiška atitinka kvietimo sąlygas, o mokyklos, kurias pasirinkote, pasakys, ką priimtų mieliausiai.",
  "task.endorsement.title": "Pritarkite mokytojo paraiškai stažuotis kitoje mokykloje",
  "task.endorsement.why":
    "{applicant} pateikė paraišką stažuotis kitoje Lietuvos mokykloje ir nurodė jus kaip mokyklos vadovą. Be jūsų pritarimo paraiška toliau nenagrinėjama.",
  "state.screening": "Koordinatorius tikrina, ar paraiška atitinka kvietimo sąlygas.",
  "task.screening.why":
    "Mokyklos vadovas paraiškai pritarė. Prašome patikrinti, ar ji atitinka kvietimo sąlygas. Atitinkančią perskaitys mokyklos, kurias pasirinko stažuotojas.",
  "state.awaitingMatch":
    "Paraiška atitinka sąlygas. Kai priimančiosios mokyklos pasakys, ką priimtų mieliausiai, parašysime, ar turite vietą.",
  "stage.awaitingMatch": "Laukia vietos",
  "state.onWaitingList":
    "Kol kas vietos nėra. Jei atsilaisvins viena iš jūsų nurodytų vietų ir ateis jūsų eilė, parašysime.\n\n{wishes}",
  "stage.onWaitingList": "Laukia, kol atsilaisvins vieta",
  "mail.onWaitingList.subject": "Kol kas vietos nėra",
  "mail.onWaitingList.body":
    "Vietų buvo mažiau nei norinčiųjų.\n\n{wishes}\n\nJei viena iš šių vietų atsilaisvins ir ateis jūsų eilė, iš karto parašysime. Dabar nieko daryti nereikia.",
  "mail.matched.subject": "Jums skirta stažuotės vieta",
  "mail.matched.body":
    "Jūsų stažuotės vieta: {host}, {town}, „{method}“, nuo {from} iki {to}.\n\nKodėl ši vieta:\n{wishes}\n\nDabar mokyklos prašome patvirtinti, kad jus priims. Po to prašysime stažuotės plano.",
  "mail.placeLost.subject": "Jums skirtos vietos nebėra",
  "mail.placeLost.body":
    "Apgailestaujame: vietos, kuri buvo skirta jums, nebėra.\n\nPriežastis: {reason}\n\nPaieškosime kitos iš jūsų nurodytų vietų ir parašysime.",
  "mail.hostReleased.subject": "Stažuotojas pas jus neatvyks",
  "mail.hostReleased.body":
    "{applicant} pas jus nesistažuos. Jums nieko daryti nebereikia. Dėkojame, kad buvote pasirengę priimti.",
  "state.hostAcceptance":
    "Jums skirta vieta: {host}. Laukiame, kol mokykla patvirtins, kad jus priims; tada prašysime stažuotės plano.\n\n{wishes}",
  "task.hostAcceptance.title": "Patvirtinkite, kad priimsite stažuotoją",
  "task.hostAcceptance.why":
    "{applicant} nuo {from} iki {to} nori stažuotis jūsų mokykloje: „{method}“. Vieta skirta pagal jūsų ir stažuotojų eiles. Prašome patvirtinti, kad priimsite.",
  "hostAcceptance.title": "Stažuotojo priėmimas",
  "hostAcceptance.submit": "Atsakyti",
  "hostAcceptance.outcome.label": "Ar priimsite?",
  "hostAcceptance.outcome.accepted": "Taip",
  "hostAcceptance.outcome.declined": "Ne, negalime",
  "hostAcceptance.contactPerson.label": "Kas pasitiks stažuotoją?",
  "hostAcceptance.reason.label": "Kodėl negalite?",
  "hostAcceptance.reason.hint": "Tai perskaitys stažuotojas.",
  "state.hostFollowUp": "Koordinatorius susisiekia su priimančiąja mokykla.",
  "task.hostFollowUp.title": "Susisiekite su priimančiąja mokykla",
  "task.hostFollowUp.why":
    "Priimančioji mokykla laiku nepatvirtino, ar priims stažuotoją. Prašome jai paskambinti ir įrašyti, ką sutarėte.",
  "hostFollowUp.title": "Susisiekimas su priimančiąja mokykla",
  "hostFollowUp.outcome.label": "Ką atsakė mokykla?",
  "hostFollowUp.outcome.accepted": "Priims stažuotoją",
  "hostFollowUp.outcome.declined": "Nepriims",
  "hostFollowUp.reason.label": "Su kuo ir ką sutarėte?",
  "hostFollowUp.reason.hint": "Tai perskaitys stažuotojas.",
  "state.plan": "Laukiame jūsų stažuotės plano. Jį dar turės suderinti priimančioji mokykla.",
  "task.plan.why":
    "Mokykla „{host}“ patvirtino, kad nuo {from} iki {to} jus priims. Parašykite, ko mokysitės, ką veiksite ir apie ką vesite užsiėmimą jos kolegoms. Planą suderins mokykla.",
  "plan.sessionTopic.label": "Apie ką vesite užsiėmimą priimančiosios mokyklos kolegoms?",
  "plan.sessionOn.label": "Kurią dieną jį vesite?",
  "task.silentPlan.title": "Nuspręskite dėl tylinčio stažuotojo",
  "task.silentPlan.why":
    "{applicant} laiku nepateikė stažuotės plano. Prašome susisiekti ir nuspręsti, ar klausiame dar kartą, ar nebelaukiame ir vietą atiduodame kitam.",
  "state.planAgreement": "Priimančioji mokykla derina jūsų stažuotės planą.",
  "task.planAgreement.why":
    "{applicant} parengė stažuotės jūsų mokykloje planą. Prašome jam pritarti arba parašyti, ką pakeisti.",
  "state.awaitingStay":
    "Viskas parengta. Stažuotė: {host}, nuo {from} iki {to}. Pirmą dieną atsiųsime dienoraščio nuorodą.",
  "stage.awaitingStay": "Laukia stažuotės",
  "mail.diaryOpens.subject": "Jūsų stažuotės dienoraštis",
  "mail.diaryOpens.body":
    "Stažuotė prasideda. Kiekvieną jos dieną parašykite kelis sakinius: ką veikėte ir ko išmokote. Dienoraštis – jūsų paraiškos puslapyje, rašyti patogu ir telefonu.",
  "mail.diaryMissing.subject": "Vakar dienoraštyje nieko neparašėte",
  "mail.diaryMissing.body":
    "Kol prisimenate, parašykite kelis sakinius apie vakarykštę stažuotės dieną. Dienoraštis – jūsų paraiškos puslapyje.",
  "state.staying": "Stažuotė vyksta. Kiekvieną dieną parašykite kelis sakinius dienoraštyje.",
  "stage.staying": "Stažuojasi",
  "stage.silentPlan": "Sprendimas dėl negauto stažuotės plano",
  "stage.silentHostingPlan": "Sprendimas dėl negauto priėmimo plano",
  "stage.silentReport": "Sprendimas dėl negautos ataskaitos",
  "stage.evaluation": "Stažuotės įvertinimas",
  "stage.evaluationFollowUp": "Aiškinamasi, kaip sekėsi stažuotė",
  "diary.title": "Dienoraščio puslapis",
  "diary.submit": "Išsaugoti",
  "diary.done.label": "Ką šiandien veikėte?",
  "diary.learned.label": "Ko išmokote arba ką supratote?",
  "state.evaluation":
    "Stažuotė baigta. Laukiame, kol priimančioji mokykla patvirtins dienas ir jūsų užsiėmimą.",
  "task.evaluation.title": "Patvirtinkite stažuotę ir įvertinkite stažuotoją",
  "task.evaluation.why":
    "{applicant} nuo {from} iki {to} stažavosi jūsų mokykloje. Prašome patvirtinti dienas, pasakyti, ar įvyko užsiėmimas jūsų kolegoms, ir parašyti, kaip sekėsi. Pagal tai išduodamas pažymėjimas.",
  "hostEvaluation.title": "Stažuotės įvertinimas",
  "hostEvaluation.submit": "Pateikti",
  "hostEvaluation.outcome.label": "Kaip buvo?",
  "hostEvaluation.outcome.evaluated": "Stažuotė baigta, galiu įvertinti",
  "hostEvaluation.outcome.sessionLater": "Stažuotė baigta, bet užsiėmimas kolegoms dar įvyks",
  "hostEvaluation.outcome.absent": "Stažuotojas neatvyko",
  "hostEvaluation.daysMissed.label": "Kelių dienų stažuotojo nebuvo?",
  "hostEvaluation.daysMissed.hint": "Jei buvo visas dienas, įrašykite 0.",
  "hostEvaluation.sessionHeld.label": "Ar stažuotojas vedė užsiėmimą jūsų kolegoms?",
  "hostEvaluation.colleagues.label": "Kiek kolegų dalyvavo?",
  "hostEvaluation.evaluation.label": "Kaip stažuotojas dirbo ir ką jam patartumėte?",
  "hostEvaluation.evaluation.hint": "Tai perskaitys stažuotojas.",
  "hostEvaluation.sessionOn.label": "Kurią dieną užsiėmimas įvyks?",
  "state.awaitingSession": "Stažuotė baigta, liko jūsų užsiėmimas priimančiosios mokyklos kolegoms.",
  "stage.awaitingSession": "Laukia užsiėmimo kolegoms",
  "state.evaluationFollowUp": "Koordinatorius aiškinasi, kaip sekėsi stažuotė.",
  "task.evaluationFollowUp.title": "Išsiaiškinkite, kaip sekėsi stažuotė",
  "task.evaluationFollowUp.why":
    "Priimančioji mokykla laiku neįvertino stažuotės. Prašome su ja susisiekti ir įrašyti, kaip buvo iš tikrųjų.",
  "state.hostingPlan":
    "Laukiame plano, kaip jūsų mokykla pati priims stažuotojus. Priimtas planas taps paskelbta vieta.",
  "task.hostingPlan.title": "Parenkite planą, kaip jūsų mokykla priims stažuotojus",
  "task.hostingPlan.why":
    "Stažuotėje mokėtės ir to, kaip stažuotes rengti. Parašykite, kaip priimsite kolegas savo mokykloje. Kai koordinatorius planą priims, jis taps paskelbta vieta stažuotojams, o jūs – jos kontaktiniu asmeniu.",
  "hostingPlan.title": "Stažuotojų priėmimo planas",
  "hostingPlan.submit": "Pateikti planą",
  "hostingPlan.organises.label": "Kaip jūsų mokykla rengs stažuotes?",
  "hostingPlan.organises.hint": "Kas rūpinsis stažuotojais, kas su jais dirbs, ko jų paprašysite.",
  "state.silentHostingPlan": "Stažuotojų priėmimo plano laiku negavome. Koordinatorius su jumis susisieks.",
  "task.silentHostingPlan.title": "Nuspręskite dėl nepateikto priėmimo plano",
  "task.silentHostingPlan.why":
    "{applicant} laiku nepateikė stažuotojų priėmimo plano. Prašome susisiekti ir nuspręsti, ar klausiame dar kartą. Be plano pažymėjimas neišduodamas.",
  "state.hostingPlanReview": "Koordinatorius skaito jūsų stažuotojų priėmimo planą.",
  "task.hostingPlanReview.title": "Įvertinkite stažuotojų priėmimo planą",
  "task.hostingPlanReview.why":
    "{applicant} parašė, kaip jo ar jos mokykla priims stažuotojus. Priimtas planas iš karto skelbiamas kaip vieta registre.",
  "hostingPlanReview.title": "Priėmimo plano vertinimas",
  "hostingPlanReview.submit": "Įrašyti vertinimą",
  "hostingPlanReview.outcome.label": "Ar planas tinkamas?",
  "hostingPlanReview.outcome.accepted": "Tinkamas, skelbiame vietą",
  "hostingPlanReview.outcome.returned": "Grąžinti taisyti",
  "hostingPlanReview.reasons.label": "Ką reikia pataisyti?",
  "hostingPlanReview.reasons.hint": "Tai perskaitys plano autorius.",
  "state.report": "Laukiame jūsų ataskaitos iki {due} Ją priėmus bus išduotas pažymėjimas.",
  "task.report.why":
    "Prašome parašyti, ko išmokote ir kaip tai pritaikysite. Kai ataskaita bus priimta, išduosime pažymėjimą.",
  "state.silentReport": "Ataskaitos laiku negavome. Koordinatorius su jumis susisieks.",
  "task.silentReport.title": "Nuspręskite dėl nepateiktos ataskaitos",
  "task.silentReport.why":
    "{applicant} laiku nepateikė ataskaitos. Prašome susisiekti ir nuspręsti, ar klausiame dar kartą. Be ataskaitos pažymėjimas neišduodamas.",
  "state.reportReview": "Koordinatorius skaito jūsų ataskaitą. Ją priėmus bus išduotas pažymėjimas.",
  "task.reportReview.why":
    "{applicant} pateikė stažuotės ataskaitą. Prašome ją priimti arba grąžinti taisyti, nurodant kodėl.",
  "certificate.title": "Stažuotės Lietuvoje pažymėjimas",
  "certificate.text":
    "stažavosi {hours, plural, one {# akademinę valandą} few {# akademines valandas} many {# akademinės valandos} other {# akademinių valandų}}, vedė užsiėmimą priimančiosios mokyklos mokytojams ir parengė planą, kaip priimti stažuotojus.",
  "calendar.stay.title": "Stažuotė Lietuvoje",

  "status.completed": "Stažuotė baigta, pažymėjimas išduotas",
  "status.completed.text":
    "Viskas atlikta. Pažymėjimą rasite čia, tarp dokumentų. Jūsų mokyklos vieta paskelbta registre.",
  "mail.completed.subject": "Stažuotė baigta, pažymėjimas išduotas",
  "mail.completed.body":
    "Viskas atlikta: ataskaita priimta, pažymėjimas išduotas. Jį rasite savo paraiškos puslapyje.\n\nJūsų mokyklos vieta stažuotojams paskelbta registre. Ačiū, kad dalijatės patirtimi.",
  "status.attended": "Stažuotė baigta be pažymėjimo",
  "status.attended.text":
    "Pažymėjimui reikia užsiėmimo priimančiosios mokyklos kolegoms, priėmimo plano ir ataskaitos. Kažko iš jų trūko.",
  "mail.attended.subject": "Stažuotė baigta",
  "mail.attended.body":
    "Stažuotė baigta. Pažymėjimui reikia užsiėmimo priimančiosios mokyklos kolegoms, priėmimo plano ir ataskaitos. Kažko iš jų trūko, todėl pažymėjimo išduoti negalime.",
  "status.absent": "Neatvykta",
  "status.absent.text": "Priimančioji mokykla pranešė, kad į stažuotę neatvykote.",
  "mail.absent.subject": "Stažuotė neįvyko",
  "mail.absent.body":
    "Priimančioji mokykla pranešė, kad į stažuotę neatvykote, todėl byla baigta. Jei tai klaida, parašykite koordinatoriui.",
  "status.unmatched": "Vietos neatsilaisvino",
  "status.unmatched.text": "Jūsų nurodytose vietose stažuotis nepavyko:\n{wishes}",
  "mail.unmatched.subject": "Stažuotės vieta neatsilaisvino",
  "mail.unmatched.body":
    "Apgailestaujame: vieta neatsilaisvino, o kvietimo stažuotės jau prasidėjo.\n\n{wishes}\n\nKviečiame teikti paraišką kitam kvietimui.",
  "status.inexperienced": "Per trumpas darbo stažas",
  "status.inexperienced.text":
    "Šio kvietimo stažuotėms reikia bent {minimumYears, plural, one {# darbo metų} few {# darbo metų} many {# darbo metų} other {# darbo metų}}.",
  "mail.inexperienced.subject": "Jūsų paraiška neatitinka kvietimo sąlygų",
  "mail.inexperienced.body":
    "Šio kvietimo stažuotėms reikia bent {minimumYears, plural, one {# darbo metų} few {# darbo metų} many {# darbo metų} other {# darbo metų}}, todėl paraiška toliau nenagrinėjama. Kviečiame į kitas programos veiklas.",
  "mail.refused.body":
    "Jūsų dalyvavimui stažuotėje nepritarta, todėl paraiška toliau nenagrinėjama.\n\nPriežastis: {reason}",
  "mail.ineligible.body":
    "Koordinatorius patikrino jūsų paraišką: ji neatitinka kvietimo sąlygų, todėl toliau nenagrinėjama.\n\nPriežastis: {reason}",
  "mail.incomplete.body": "Prašyto patikslinimo laiku negavome, todėl paraiška toliau nenagrinėjama.",
  "status.lapsed.text": "Stažuotės plano laiku nesulaukėme, todėl vieta atiteko kitam.",
  "mail.lapsed.body":
    "Ne kartą prašėme stažuotės plano, bet jo nesulaukėme, todėl vieta atiteko kitam.\n\nPriežastis: {reason}",
  "mail.withdrawn.body": "Jūsų paraiška atsiimta. Jei turėjote vietą, ji atiteks kitam.",
  "mail.cancelled.body": "Apgailestaujame: jūsų stažuotė atšaukta.\n\nPriežastis: {reason}",
  "interruption.withdrawn.text": "Jei vieta jums jau skirta, ji atiteks kitam. Atšaukti to negalima.",
  "cancellation.reason.hint": "Tai perskaitys stažuotojas.",
  "interruption.cancelled.text":
    "Stažuotė bus atšaukta iš karto, vieta atiteks kitam. Atšaukti to negalima. Stažuotojas apie tai sužinos el. paštu.",
  "placeLost.title": "Priimančioji mokykla stažuotojo nebepriima",
  "placeLost.submit": "Ieškoti kitos vietos",
  "placeLost.reason.label": "Kodėl?",
  "placeLost.reason.hint": "Tai perskaitys stažuotojas.",
  "interruption.placeLost.text":
    "Stažuotojas šios vietos neteks. Ieškosime kitos iš jo nurodytų, o jei nebus, jis lauks, kol atsilaisvins. Atšaukti to negalima.",
  "interruption.placeLost.said": "Priimančioji mokykla stažuotojo nebepriima.",
};
