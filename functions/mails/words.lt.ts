/** The words that frame every mail, in Lithuanian; what a mail is about stands in the words of its process. ICU messages. */
export const lt = {
  "signIn.subject": "Jūsų prisijungimo kodas",
  "signIn.text": "Jūsų kodas: {code}",
  others: "Jūsų laukia dar {count, plural, one {# užduotis} few {# užduotys} other {# užduočių}}",
  greeting: "Sveiki,",
  "task.subject": "{title}",
  "reminder.subject": "Primename: {title}",
  "overdue.subject": "Neatsakyta laiku: {title}",
  "extended.subject": "Naujas terminas: {title}",
  "extended.intro": "Atsakyti į šią užduotį turite daugiau laiko: pailginome jos terminą.",
  "reminder.intro": "Primename, kad dar laukiame jūsų atsakymo.",
  "overdue.intro": "Į šią užduotį laiku neatsakė {who}. Prašome pasirūpinti, kas toliau.",
  "code.subject": "Kodas: {title}",
  "code.text": "Jūsų kodas – {code}. Įrašykite jį užduoties puslapyje.",
  "code.until": "Kodas galioja iki {time} Jei kodo neprašėte, nieko nedarykite ir niekam jo nesakykite.",
  "about.certificate": "Pažymėjimas",
  "about.call": "Kvietimas teikti paraiškas",
  "about.applicant": "Pareiškėjas",
  "about.code": "Paraiškos kodas",
  "about.due": "Atsakykite iki",
  "about.wasDue": "Reikėjo atsakyti iki",
  "notice.absence.subject": "Įrašytas pavadavimas",
  "notice.absence.text":
    "Nuo {from} iki {to} nebus: {name}. Pavaduoja {substitute}. Kvietimai: {calls}. Įrašė {by}.\n\nJei tai netiesa, iš karto atverkite pavadavimų puslapį ir pavadavimą nutraukite mygtuku „Jau grįžo“.",
  "notice.absence.button": "Peržiūrėti pavadavimus",
  "notice.absenceOver.subject": "Pavadavimas baigtas",
  "notice.absenceOver.text": "Jau grįžo: {name}. Nebepavaduoja: {substitute}. Įrašė {by}.",
  "notice.absenceOver.button": "Peržiūrėti pavadavimus",
  "notice.signInTried.subject": "Su jūsų adresu bandyta prisijungti klaidingais kodais",
  "notice.signInTried.text":
    "Kažkas paprašė kodo prisijungti su jūsų adresu ir rašė klaidingus kodus, kol kodas nustojo galioti. Niekas neprisijungė, o jūsų kodai galioja toliau.\n\nJei tai buvote jūs, paprašykite naujo kodo. Jei ne, nieko daryti nereikia – tik niekam nesakykite kodo.",
  "notice.signInTried.button": "Prisijungti",
  "notice.draftKept.subject": "Jūsų paraiškos juodraštis išsaugotas",
  "notice.draftKept.text":
    "Pradėjote pildyti paraišką kvietimui „{call}“. Kas jau parašyta, išsaugota, bet dar nepateikta.\n\nTęsti galite bet kada, kol priimamos paraiškos: prisijunkite šiuo el. pašto adresu. Jei paraiškos nepildėte, nieko daryti nereikia.",
  "notice.draftKept.button": "Prisijungti ir tęsti",
  "notice.gaveWay.subject": "Viena jūsų paraiška nebegalioja",
  "notice.gaveWay.text":
    "Iš jūsų adreso gautos kelios paraiškos kvietimui „{call}“. Galioja ta, kuri pateikta {other} Kita, pateikta {sent}, atsiimta.\n\nJei paraiškos nepateikėte arba galioti turėtų kita, parašykite kvietimo koordinatoriui.",
  "notice.gaveWay.button": "Peržiūrėti savo paraiškas",
  "confirm.alone":
    "Nieko patvirtinti nereikia. Jei iš jūsų adreso būtų gauta ir kita paraiška šiam kvietimui, galiotų ta, kurią patvirtintumėte.",
  "confirm.contested":
    "Iš jūsų adreso šiam kvietimui gauta ir kita paraiška, o galioti gali tik viena. Patvirtinkite, kuri yra jūsų. Jei to nepadarysite, galios ankstesnė. Patvirtinti galima iki {time}",
  "confirm.link": "Nurodyti, kuri paraiška galioja",
  "notice.newLink.subject": "Nauja nuoroda į jūsų paraišką",
  "notice.newLink.text":
    "Paprašėte naujos nuorodos į savo paraišką. Ankstesnės nuorodos į ją ir į jos užduotis nebegalioja.\n\nŠią nuorodą turite tik jūs – niekam jos nepersiųskite.",
  "notice.newLink.button": "Atverti mano paraišką",
  "button.answer": "Atverti užduotį",
  "button.case": "Atverti mano paraišką",
  "before.case": "Kas jau vyko ir kas bus toliau",
  "button.console": "Atverti darbo vietą",
  "link.yours": "Nuoroda skirta tik jums – jos nepersiųskite.",
  "link.plain": "Jei mygtukas neveikia, nukopijuokite šį adresą į naršyklę:",
  "link.until": "Nuoroda galioja iki {time}",
  "digest.subject":
    "{count, plural, one {# užduotis laukia} few {# užduotys laukia} many {# užduoties laukia} other {# užduočių laukia}} jūsų atsakymo",
  "digest.subject.more":
    "Jūsų atsakymo laukia daugiau kaip {count, plural, one {# užduotis} few {# užduotys} other {# užduočių}}",
  "digest.most":
    "Laiške – {count, plural, one {# skubiausia užduotis} few {# skubiausios užduotys} other {# skubiausių užduočių}}; kitas rasite darbo vietoje.",
  "digest.none": "Neatsakytų užduočių nebeliko.",
  "digest.overdue": "Vėluoja",
  "digest.stranded":
    "{count, plural, one {Laiškai # byloje nepasiekė gavėjo} few {Laiškai # bylose nepasiekė gavėjų} other {Laiškai # bylų nepasiekė gavėjų}}: peržiūrėkite darbo pultą.",
  "digest.stranded.more":
    "Laiškai daugiau kaip {count, plural, one {# byloje} few {# bylose} other {# bylų}} nepasiekė gavėjų: peržiūrėkite darbo pultą.",
  "digest.overdue.intro":
    "{count, plural, one {# užduoties terminas jau praėjo.} few {# užduočių terminas jau praėjo.} many {# užduoties terminas jau praėjo.} other {# užduočių terminas jau praėjo.}}",
  "digest.overdue.more":
    "Daugiau kaip {count, plural, one {# užduoties} other {# užduočių}} terminas jau praėjo.",
  "digest.due": "iki {time}",
  "digest.open": "Atverti",
  footer:
    "„Kelias“ – mokytojų profesinio tobulėjimo programa. Šį laišką gavote, nes dalyvaujate programoje. Į jį atsakyti nereikia.",
} as const;
