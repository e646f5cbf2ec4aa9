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
  "acts.title": "Ką galite padaryti",
  "acts.task": "{act}: {what}",
  "remind.title": "Priminti dabar",
  "remind.text":
    "{who} ({email}) gaus laišką su nuoroda į užduotį „{what}“. Jis iškeliaus per kelias minutes. Apie vieną užduotį per dieną siunčiamas ne daugiau kaip vienas priminimas.",
  "remind.submit": "Siųsti priminimą",
  "remind.today": "Šiandien šiam žmogui apie šią užduotį jau rašyta. Priminti galėsite rytoj.",
  "extend.title": "Pailginti terminą",
  "extend.now": "Užduotis „{what}“: {who}. Dabar atsakyti reikia iki {time}",
  "extend.text":
    "Žmogus gaus laišką su nauju terminu, o priminimai pasislinks tiek pat. Vėliausia galima diena – {day}",
  "extend.day.label": "Paskutinė diena atsakyti",
  "extend.reason.label": "Kodėl terminas pailginamas",
  "extend.reason.hint": "Įrašoma į bylą. Žmogui, kuris turi atsakyti, nerodoma.",
  "extend.submit": "Pailginti terminą",
  "extend.changed": "Nieko nepakeista: terminą ką tik pakeitė kitas darbuotojas. Peržiūrėkite naują terminą.",
  "corrections.title": "Ištaisyti rašymo klaidą paraiškoje",
  "corrections.text":
    "Taisomos tik rašymo klaidos: sena reikšmė, kas, kada ir kodėl taisė, lieka byloje. El. pašto adresas taisomas prie nepasiekusių laiškų, sąskaitą nurodo pats pareiškėjas, o failų ir pareiškimų keisti negalima.",
  "corrections.ranks":
    "Šis atsakymas lemia vietą eilėje, o paraiška jau įvertinta, todėl jo keisti nebegalima. Dėl eilės pareiškėjas gali pateikti apeliaciją.",
  "corrections.change": "Taisyti",
  "correction.title": "Taisymas: {label}",
  "correction.was": "Dabar paraiškoje parašyta:",
  "correction.reason.label": "Iš kur žinote, kaip teisingai",
  "correction.submit": "Ištaisyti",
  "correction.same": "Nieko nepakeista: paraiškoje taip ir parašyta.",
  "correction.changed":
    "Nieko nepakeista: paraišką ką tik pataisė kitas darbuotojas. Peržiūrėkite, kas joje parašyta dabar.",
} as const;
