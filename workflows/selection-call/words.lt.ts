/** The words of a call in Lithuanian. ICU messages. */
export const lt = {
  "state.open": "Priimamos paraiškos.",
  "state.awaitingReviews": "Laukiama, kol baigsis atitikties ir ekspertinis vertinimas.",
  "state.approval": "Pirmumo eilė sudaryta. Laukiama, kol ją patvirtins atrankos komisija.",
  "state.filling":
    "Rezultatai paskelbti. Siūlomos vietos, atsilaisvinusios atitenka rezervinio sąrašo dalyviams.",
  "stage.submitted": "Pradėtas",
  "stage.open": "Priimamos paraiškos",
  "stage.awaitingReviews": "Vertinama",
  "stage.filling": "Siūlomos vietos",
  "status.closed": "Kvietimas baigtas",
  "status.closed.text": "Visos vietos užimtos arba pasiūlymų laikas baigėsi.",

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
