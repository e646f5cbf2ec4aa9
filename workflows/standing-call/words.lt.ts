/** The words of a standing call in Lithuanian. ICU messages. */
export const lt = {
  "state.open": "Priimamos paraiškos.",
  "state.underWay": "Paraiškos nebepriimamos. Kvietimas baigsis, kai baigsis paskutinė byla.",
  "stage.submitted": "Pradėtas",
  "stage.open": "Priimamos paraiškos",
  "stage.underWay": "Vyksta veiklos",
  "status.closed": "Kvietimas baigtas",
  "status.closed.text": "Visos šio kvietimo bylos baigtos.",
  "status.calledOff": "Kvietimas atšauktas",
  "status.calledOff.text": "Kvietimas atšauktas. Visos nebaigtos bylos užbaigiamos.",
  "callingOff.title": "Atšaukti kvietimą",
  "callingOff.submit": "Atšaukti",
  "callingOff.reason.label": "Kodėl?",
  "callingOff.reason.hint": "Tai perskaitys visi, kurių bylos nutraukiamos.",
  "interruption.calledOff.text":
    "Visos nebaigtos bylos bus nutrauktos, dalyviams parašysime. Atšaukti to negalima.",
  "interruption.calledOff.said": "Kvietimas atšauktas.",
};
