import { feeWords } from "../blocks/fee-words.ts";
import { schoolWords } from "../blocks/group/words.lt.ts";
import { optionsUnder, wordsUnder } from "../blocks/word-parts.ts";
import { lt as blocks } from "../blocks/words.lt.ts";
import type { Words } from "../kernel/case-file.ts";
import { instrumentWords } from "./instruments.ts";
import { shared } from "./shared-words.ts";

/** The words of a peer coach's road in Lithuanian. ICU messages. */
export const lt: Words = {
  "step.certifying": "Patikrinta, ar priklauso pažymėjimas",
  "step.opening": "Paskelbta nauja grupė",
  "step.weighingFee": "Apskaičiuotas atlygis",
  "step.withdrawal": "Priimtas atsisakymas",
  "step.cancellation": "Priimtas atšaukimas",
  ...wordsUnder(schoolWords, ...shared),
  ...feeWords.lt,
  ...wordsUnder(
    blocks,
    "payment.",
    "account.",
    "endorsement.",
    "endorsementInPlace.",
    "revocation.",
    "mail.certificateRevoked.",
  ),
  ...optionsUnder(instrumentWords.lt, "application.instrument"),
  "application.title": "Paraiška tapti ugdomuoju vadovu",
  "application.submit": "Pateikti paraišką",
  "application.page.person": "Apie jus",
  "application.page.coaching": "Ugdomasis vadovavimas",
  "application.principalName.label": "Mokyklos vadovo vardas ir pavardė",
  "application.principalEmail.label": "Mokyklos vadovo el. paštas",
  "application.experienceYears.label": "Kiek metų dirbate mokytoju?",
  "application.motivation.label": "Kodėl norite konsultuoti kolegas?",
  "application.subject.label": "Kokio dalyko ar srities pamokas planuosite kartu?",
  "application.instrument.label": "Kuo matuosite mokinių pasiekimus prieš ir po?",
  "application.instrument.hint": "Tuo pačiu būdu matuos visi jūsų grupės kolegos.",
  "state.submitted": "Paraišką gavome. Dabar prašysime mokyklos vadovo pritarimo.",
  "mail.received.subject": "Paraiška tapti ugdomuoju vadovu gauta",
  "mail.received.body": "Ačiū, paraišką gavome. Dabar prašysime mokyklos vadovo pritarimo.",
  "state.endorsement": "Laukiama mokyklos vadovo pritarimo.",
  "task.endorsement.title": "Pritarkite, kad kolega taptų ugdomuoju vadovu",
  "task.endorsement.why":
    "Jūsų mokyklos mokytojas ({applicant}) nori konsultuoti kolegas planuojant pamokas. Tam reikės mokymų ir laiko stebėti kolegų pamokas.",
  "state.endorsementInPlace": "Mokyklos vadovas laiku neatsakė, todėl sprendžia programos koordinatorius.",
  "task.endorsementInPlace.title": "Nuspręskite vietoj mokyklos vadovo",
  "task.endorsementInPlace.why": "Mokyklos vadovas laiku neatsakė. Pasiteiraukite ir įrašykite sprendimą.",
  "state.awaitingTraining": "Laukiame, kol baigsis ugdomųjų vadovų mokymai.",
  "stage.awaitingTraining": "Mokymai",
  "state.training": "Mokymai baigėsi. Koordinatorius žymi, kas juose dalyvavo.",
  "task.training.title": "Pažymėkite, ar kandidatas dalyvavo mokymuose",
  "task.training.why": "Dalyvavę mokymuose tampa ugdomaisiais vadovais ir gali burti kolegų grupę.",
  "training.title": "Ugdomųjų vadovų mokymai",
  "training.submit": "Įrašyti",
  "training.outcome.label": "Ar dalyvavo?",
  "training.outcome.attended": "Taip, visuose mokymuose",
  "training.outcome.missed": "Ne",
  "training.reason.label": "Ko trūko?",
  "training.reason.hint": "Tai perskaitys kandidatas.",
  "mail.groupOpened.subject": "Tapote ugdomuoju vadovu, grupė atverta",
  "mail.groupOpened.body":
    "Sveikiname, tapote ugdomuoju vadovu. Savo byloje rasite puslapio, kuriame kolegos gali prisijungti prie jūsų grupės, nuorodą: persiųskite ją. Grupei reikia bent trijų kolegų.",
  "withdrawal.title": "Atsisakyti ugdomojo vadovavimo",
  "interruption.withdrawn.said": "Ugdomojo vadovavimo atsisakyta.",
  "cancellation.title": "Nutraukti ugdomąjį vadovavimą",
  "interruption.cancelled.said": "Ugdomasis vadovavimas nutrauktas.",
  "certificate.title": "Ugdomojo vadovo pažymėjimas",
  "certificate.text":
    "vadovavo kolegų grupei: {hours, plural, one {# akademinė valanda} few {# akademinės valandos} other {# akademinių valandų}}.",
  "status.completed": "Ugdomasis vadovavimas baigtas",
  "status.completed.text": "Ciklų: {meetings}. Kolegų: {took}. Pažymėjimą rasite čia, tarp dokumentų.",
  "mail.completed.subject": "Ugdomojo vadovo pažymėjimas išduotas",
  "mail.completed.body":
    "Ačiū, kad vadovavote kolegų grupei. Ciklų: {meetings}. Kolegų: {took}. Pažymėjimą rasite savo byloje.",
  "mail.refused.subject": "Paraiškai nepritarta",
  "mail.refused.body": "Mokyklos vadovas jūsų paraiškai nepritarė. Priežastis: {reason}",
  "status.notAccredited": "Mokymai nebaigti",
  "status.notAccredited.text": "Priežastis: {reason}",
  "mail.notAccredited.subject": "Mokymai nebaigti",
  "mail.notAccredited.body": "Ugdomuoju vadovu šįkart tapti nepavyko. Priežastis: {reason}",
  "status.withdrawn.text": "Ugdomojo vadovavimo atsisakyta.",
  "mail.withdrawn.subject": "Ugdomojo vadovavimo atsisakyta",
  "mail.withdrawn.body":
    "Patvirtiname: ugdomojo vadovavimo atsisakyta. Jei kas nors jau buvo prisijungęs, jam parašėme.",
  "mail.cancelled.subject": "Ugdomasis vadovavimas nutrauktas",
  "mail.cancelled.body": "Ugdomasis vadovavimas nutrauktas. Priežastis: {reason}",
};
