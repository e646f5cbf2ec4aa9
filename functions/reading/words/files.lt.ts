/** The words about files that are made on order, in Lithuanian. ICU messages. */
export const files = {
  "files.of.cases": "Bylų sąrašas",
  "files.of.claim": "Mokėjimo prašymas",
  "files.of.payments": "Mokėjimų failas bankui",
  "files.order.text":
    "Kvietime daug bylų, todėl failas rengiamas atskirai: nuo kelių akimirkų iki kelių minučių. Kai bus parengtas, jį atsisiųsite iš to paties puslapio.",
  "files.order": "Parengti failą ({format})",
  "files.tooLong": "XLSX lentelėje telpa iki {count, number} bylų. Ilgesnį sąrašą galima gauti tik kaip CSV.",
  "files.paperTooLong":
    "Dokumente telpa iki {count, number} bylų, o šiame kvietime jų daugiau. Bylų sąrašą galima gauti kaip CSV.",
  "files.waiting": "Failas tuoj bus pradėtas rengti.",
  "files.making": "Failas rengiamas.",
  "files.progress": "Peržiūrėta bylų: {done} iš {total}.",
  "files.refresh": "Patikrinti, ar jau parengtas",
  "files.ready": "Failas parengtas {at} Jame yra tai, kas tuo metu buvo bylose.",
  "files.until": "Atsisiųsti galima iki {until} Vėliau jį teks parengti iš naujo.",
  "files.download": "Atsisiųsti failą ({format})",
  "files.failed": "Failo parengti nepavyko. Bylos nepasikeitė; failą galima rengti dar kartą.",
  "files.again": "Parengti iš naujo",
};
