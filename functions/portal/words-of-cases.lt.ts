/** The words of a case's page in the console, in Lithuanian. ICU messages. */
export const lt = {
  "note.title": "Pastaba kolegoms",
  "note.text.label": "Pastaba",
  "note.text.hint":
    "Ją mato tik šio kvietimo darbuotojai, pareiškėjas – niekada. Vėliau pakeisti ar ištrinti nebus galima.",
  "note.submit": "Įrašyti pastabą",
  "notes.title": "Pastabos kolegoms",
  "notes.none": "Pastabų dar nėra.",
  "notes.write": "Rašyti pastabą",
} as const;
