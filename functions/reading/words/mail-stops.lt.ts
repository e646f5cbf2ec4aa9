/** Mail that came back, in Lithuanian. ICU messages. */
export const mailStops = {
  "stranded.title": "Nepasiekę laiškai",
  "stranded.more": "Rodomi seniausi; kiti pasirodys, kai šie bus sutvarkyti.",
  "stranded.who": "Kam",
  "stranded.since": "Nuo kada",
  "stranded.about": "Byla",
  "stranded.email": "Adresas",
  "stranded.why": "Kas nutiko",
  "stranded.count": "Sulaikyta laiškų",
  "stranded.kind.bounced": "Tokio adreso nėra arba jis laiškų nepriima",
  "stranded.kind.delayed": "Trys laiškai per dvi savaites nepasiekė gavėjo",
  "stranded.kind.complained": "Gavėjas laišką pažymėjo kaip nepageidaujamą",
  "stranded.kind.rejected": "Laiško nepriėmė pašto paslauga",
  "stranded.text":
    "Šiuo adresu laiškų nebesiunčiame. Nė vienas laiškas nedingo: jie laukia, kol adresą ištaisysite arba patvirtinsite, kad jis vėl veikia.",
  "stranded.ofStaff":
    "Tai paties kvietimo darbuotojo adresas. Byloje jis netaisomas: jį kvietime pataiso sistemos prižiūrėtojas.",
  "stranded.over": "Šiuo adresu laiškai vėl siunčiami.",
  "stranded.noPerson": "Kol kas niekas nesulaikyta.",
  "stranded.refused":
    "Tuo pačiu metu kažkas kitas jau pakeitė šios bylos adresus. Peržiūrėkite ir pabandykite dar kartą.",
  "correctAddress.title": "Ištaisyti adresą šioje byloje",
  "correctAddress.submit": "Ištaisyti ir išsiųsti sulaikytus laiškus",
  "correctAddress.email.label": "Teisingas el. pašto adresas",
  "correctAddress.name.label": "Vardas ir pavardė, jei tai kitas žmogus",
  "correctAddress.source.label": "Iš kur žinote, kad jis teisingas?",
  "releaseAddress.title": "Adresas teisingas ir vėl veikia",
  "releaseAddress.submit": "Vėl siųsti šiuo adresu",
  "releaseAddress.reason.label": "Iš kur žinote, kad adresas veikia?",
};
