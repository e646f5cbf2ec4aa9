/** The questions of the application, in Lithuanian. ICU messages. */
export const application = {
  "application.title": "Paraiška stažuotei užsienyje",
  "application.page.motivation": "Kodėl norite stažuotis",
  "application.page.language": "Užsienio kalba",
  "application.page.countries": "Šalys ir laikas",
  "application.page.account": "Sąskaita dotacijai",
  "application.town.hint": "Iš čia skaičiuojamas kelionės atstumas.",
  "application.rural.label": "Ar jūsų mokykla yra kaimo vietovėje?",
  "application.rural.hint": "Kai balai vienodi, pirmenybė teikiama kaimo mokyklų mokytojams.",
  "application.motivation.hint":
    "Nerašykite savo vardo ir mokyklos: ekspertai vertina nežinodami, kieno tai paraiška.",
  "application.sharingPlan.label": "Kaip pasidalysite patirtimi su kolegomis?",
  "application.languageLevel.label": "Kaip mokate kalbą, kuria stažuositės?",
  "application.languageLevel.A1": "A1 – pradedantysis",
  "application.languageLevel.A2": "A2 – pagrindai",
  "application.languageLevel.B1": "B1 – susikalbu kasdienėse situacijose",
  "application.languageLevel.B2": "B2 – kalbu ir rašau savarankiškai",
  "application.languageLevel.C1": "C1 – kalbu laisvai",
  "application.languageLevel.C2": "C2 – moku kaip gimtąją",
  "application.languageProof.label": "Kas tai patvirtina?",
  "application.languageProof.hint": "Pavyzdžiui, egzaminas, kursai arba darbas ta kalba.",
  "application.countries.label": "Kur norėtumėte stažuotis?",
  "application.countries.hint":
    "Galite pasirinkti vieną arba dvi šalis. Pirmiausia nurodykite tą, kurios norite labiausiai.",
  "application.availableFrom.label": "Nuo kada galėtumėte vykti?",
  "application.availableTo.label": "Iki kada galėtumėte vykti?",
  "application.travelledBefore.label": "Ar jau esate stažavęsi pagal šią programą?",
  "application.travelledBefore.hint": "Kai balai vienodi, pirmenybė teikiama dar nesistažavusiems.",
  "application.iban.label": "Banko sąskaitos numeris (IBAN)",
  "application.iban.hint":
    "Į šią sąskaitą pervesime dotaciją, jei gausite vietą. Pavyzdžiui, LT12 1000 0111 0100 1000.",
  "application.languageProofFile.label": "Kalbos mokėjimo pažymėjimas",
};
