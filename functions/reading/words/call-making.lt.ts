/** How coordinators make and change calls, in Lithuanian. ICU messages. */
export const callMaking = {
  "rows.at": "{label}, {row, number} eilutė",
  "rows.more": "Pridėti dar vieną",
  "rows.lines":
    "Kiekvienas – atskiroje eilutėje, duomenys atskirti kabliataškiais arba nukopijuoti iš skaičiuoklės: {order}.",
  "problem.tooManyParts": "„{label}“: per daug duomenų. Patikrinkite kabliataškius.",
  "problem.tooFewRows":
    "„{label}“: reikia bent {limit, plural, one {# įrašo} few {# įrašų} many {# įrašo} other {# įrašų}}.",
  "problem.tooManyRows":
    "„{label}“: gali būti ne daugiau kaip {limit, plural, one {# įrašas} few {# įrašai} many {# įrašo} other {# įrašų}}.",
  "problem.ranksToo":
    "„{label}“: šis asmuo koordinuoja arba vertina paraiškas, todėl komisijos nariu būti negali.",
  "problem.notHundred": "„{label}“: svoriai turi sudaryti 100 procentų, dabar jų {limit, number}.",
  "problem.anchorCount":
    "„{label}“: reikia 2, 3, 5, 6 arba 11 eilučių – po vieną kiekvienam balui, pradedant nuliu.",
  "problem.anchorsDiffer": "„{label}“: eilučių turi būti tiek pat, kiek lietuviškai ({limit, number}).",
  "problem.noReviewer": "„{label}“: tokio eksperto sąraše nėra.",
  "problem.notTaken": "„{label}“: šis atsakymas kvietimo taisyklių neatitinka.",
  "problem.addressTaken": "„{label}“: toks adresas jau yra, sugalvokite kitą.",
  "problem.notAddress":
    "„{label}“: tinka tik lotyniškos raidės be diakritinių ženklų, skaitmenys ir brūkšneliai.",
  "problem.beforeClosing": "„{label}“: diena turi būti vėlesnė už paskutinę paraiškų dieną.",
  "problem.inPast": "„{label}“: ši diena jau praėjo.",
  "problem.onlyLater": "„{label}“: dieną galima tik pavėlinti, nes kai kas jau planuoja pagal paskelbtąją.",
  "problem.onlyMore": "„{label}“: paskelbus galima tik padidinti.",
  "problem.onlyAdded": "„{label}“: paskelbus galima tik papildyti, nieko išbraukti negalima.",
  "problem.isOver": "„{label}“: paraiškų priėmimas jau baigtas.",
  "problem.hasOpened": "„{label}“: paraiškų priėmimas jau prasidėjo.",
  "problem.hasApplications": "„{label}“: paraiškų jau yra, todėl atrankos taisyklių keisti nebegalima.",

  "newCall.title": "Naujas kvietimas",
  "newCall.submit": "Pradėti",
  "newCall.source.label": "Nuo ko pradėti?",
  "newCall.source.hint": "Pagal šabloną dalis atsakymų jau bus įrašyta, pagal ankstesnį kvietimą – visi.",
  "newCall.template": "Šablonas: {name}",
  "newCall.copy": "Kopija: {title}",
  "newCall.drafts": "Rengiami kvietimai",
  "newCall.drafts.none": "Rengiamų kvietimų nėra.",
  "newCall.untitled": "Be pavadinimo",
  "newCall.draft": "Pradėjo {name}, {time}",

  "callDraft.aside": "Atidėti juodraštį į šalį",
  "callDraft.again": "Vėl imtis juodraščio",
  "callDraft.isAside": "Juodraštį į šalį atidėjo {name}. Niekas neprarasta.",
  "callDraft.caption": "Rengiamas kvietimas: {process}",
  "callDraft.pages": "Kvietimo dalys",
  "callDraft.complete": "Užpildyta",
  "callDraft.wanting": "Neužpildyta",
  "callDraft.changed": "{name}, {time}",
  "callDraft.progress":
    "{total, plural, one {Užpildyta {done, number} iš # dalies.} few {Užpildyta {done, number} iš # dalių.} many {Užpildyta {done, number} iš # dalies.} other {Užpildyta {done, number} iš # dalių.}}",
  "callDraft.check": "Patikrinti ir skelbti",
  "callDraft.overview": "Išsaugoti ir grįžti į apžvalgą",
  "callDraft.conflict":
    "Kol rašėte, šią dalį pakeitė kitas žmogus ({time}, {name}). Jūsų tekstas nedingo, jis čia. Palyginkite ir išsaugokite dar kartą: tada liks jūsų atsakymai.",
  "callDraft.published": "Šis kvietimas jau paskelbtas.",
  "callDraft.toCall": "Atverti kvietimą",

  "callCheck.title": "Patikrinkite kvietimą",
  "callCheck.publish.title": "Skelbkite kvietimą",
  "callCheck.publish.text":
    "Kvietimą iš karto matys visi. Vėliau bus galima keisti tik tai, ką leidžia taisyklės, ir kiekvienas pakeitimas bus įrašytas.",
  "callCheck.publish": "Skelbti kvietimą",
  "callCheck.unfinished": "Kad galėtumėte skelbti, užpildykite, kas nurodyta viršuje.",
  "callCheck.preview": "Kaip matys pareiškėjas:",

  "preview.banner": "Peržiūra",
  "preview.text": "Taip kvietimą matys pareiškėjas. Čia nieko pildyti ir siųsti negalima.",
  "preview.callPage": "Kvietimo puslapis",
  "preview.application": "Pirmasis paraiškos puslapis",
  "preview.unfinished": "Peržiūrėti bus galima, kai kvietimas bus užpildytas.",

  "call.about": "Apie kvietimą",
  "call.contact": "Ko klausti",

  "callChange.title": "Keisti paskelbtą kvietimą",
  "callChange.lead":
    "Čia yra tik tai, ką paskelbus dar galima keisti. Kiekvienas pakeitimas įrašomas: kas, kada, kas buvo, kas yra ir kodėl.",
  "callChange.parts": "Kurią dalį keisite?",
  "callChange.submit": "Keisti",
  "callChange.reason.label": "Kodėl keičiama?",
  "callChange.nothing": "Nieko nepakeitėte.",
  "callChange.conflict":
    "Kol rašėte, kvietimą pakeitė kitas žmogus ({time}, {name}). Jūsų tekstas nedingo, jis čia. Palyginkite ir išsaugokite dar kartą.",
  "callChanges.published": "Paskelbė",
  "callChanges.title": "Pakeitimai po paskelbimo",
  "callChanges.when": "Kada",
  "callChanges.who": "Kas keitė",
  "callChanges.what": "Kas keista",
  "callChanges.was": "Buvo",
  "callChanges.now": "Yra",
  "callChanges.why": "Kodėl",
} as const;
