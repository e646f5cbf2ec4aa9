/** What a form asks and what is wrong with it, in Lithuanian. ICU messages. */
export const forms = {
  "errors.title": "Pataisykite, kas nurodyta",
  "errors.prefix": "Klaida:",
  "date.year": "Metai",
  "date.month": "Mėnuo",
  "date.day": "Diena",
  "date.hint": "Pavyzdžiui, 2027 3 15.",
  choose: "Pasirinkite",
  "choices.hint": "Pirmiausia nurodykite tai, ko norite labiausiai.",
  "several.none": "Kol kas čia nėra iš ko rinktis.",
  "several.hint": "Pažymėkite visus tinkamus.",
  "choices.place":
    "{place, plural, =1 {Pirmasis pasirinkimas} =2 {Antrasis pasirinkimas} =3 {Trečiasis pasirinkimas} other {#-asis pasirinkimas}}",
  "count.limit": "Galite parašyti iki %'{count}' ženklų.",
  "count.under.one": "Liko %'{count}' ženklas.",
  "count.under.few": "Liko %'{count}' ženklai.",
  "count.under.many": "Liko %'{count}' ženklo.",
  "count.under.other": "Liko %'{count}' ženklų.",
  "count.at": "Daugiau ženklų nebetelpa.",
  "count.over.one": "%'{count}' ženklas per daug.",
  "count.over.few": "%'{count}' ženklai per daug.",
  "count.over.many": "%'{count}' ženklo per daug.",
  "count.over.other": "%'{count}' ženklų per daug.",
  "problem.missing": "Įrašykite atsakymą: „{label}“.",
  "problem.missing.choice": "Pasirinkite atsakymą: „{label}“.",
  "problem.missing.date": "Įrašykite datą: „{label}“.",
  "problem.tooLong":
    "„{label}“: sutrumpinkite iki {limit, plural, one {# ženklo} few {# ženklų} many {# ženklo} other {# ženklų}}.",
  "problem.tooShort":
    "„{label}“: parašykite bent {limit, plural, one {# ženklą} few {# ženklus} many {# ženklo} other {# ženklų}}.",
  "problem.tooMany":
    "„{label}“: pasirinkite ne daugiau kaip {limit, plural, one {# atsakymą} few {# atsakymus} many {# atsakymo} other {# atsakymų}}.",
  "problem.tooSmall": "„{label}“: skaičius turi būti ne mažesnis kaip {limit, number}.",
  "problem.tooLarge": "„{label}“: skaičius turi būti ne didesnis kaip {limit, number}.",
  "problem.wrongType": "„{label}“: atsakymo perskaityti nepavyko, įrašykite jį dar kartą.",
  "problem.wrongType.number": "„{label}“: įrašykite skaičių, pavyzdžiui, 12.",
  "problem.wrongType.phone": "„{label}“: įrašykite telefono numerį, pavyzdžiui, +370 612 34567.",
  "problem.notEmail": "„{label}“: įrašykite visą el. pašto adresą, pavyzdžiui, vardas@mokykla.lt.",
  "problem.notIban":
    "„{label}“: toks sąskaitos numeris neįmanomas. Patikrinkite, ar nėra praleistų arba sukeistų ženklų.",
  "problem.notSepa":
    "„{label}“: į šią sąskaitą pervesti eurų negalime. Įrašykite sąskaitą šalyje, kuri priklauso bendrai mokėjimų eurais erdvei (SEPA). Šalis išvardija Europos mokėjimų taryba, jos sąrašas EPC409-09 paskelbtas {issued}",
  "problem.notDate":
    "„{label}“: tokios dienos nėra. Įrašykite metus, mėnesį ir dieną, pavyzdžiui, 2027 3 15.",
  "problem.notWhole": "„{label}“: įrašykite sveikąjį skaičių, be kablelio.",
  "problem.notWhole.decimals": "„{label}“: po kablelio rašykite ne daugiau kaip du skaitmenis.",
  "problem.unknownOption": "„{label}“: pasirinkite vieną iš siūlomų atsakymų.",
  "problem.repeated": "„{label}“: to paties dukart pasirinkti negalima.",
  "problem.notRising": "„{label}“: diena turi būti vėlesnė už ankstesniojo susitikimo.",
  "problem.notTime": "„{label}“: nurodykite laiką, pavyzdžiui, 15:30.",
  "problem.outOfOrder": "„{label}“: pabaiga negali būti ankstesnė už pradžią.",
  "problem.sameAsOwn": "„{label}“: šis adresas negali sutapti su jūsų pačių adresu.",
  "problem.unknownMunicipality":
    "„{label}“: tokios savivaldybės nėra. Įrašykite, pavyzdžiui, „Molėtų rajono savivaldybė“.",
  "problem.fitsNoCountry":
    "„{label}“: šiomis dienomis nė viena pasirinkta šalis stažuotojų nepriima. Patikrinkite dienas kvietime.",
  "problem.unknownTown":
    "„{label}“: tokios vietovės nerandame. Patikrinkite pavadinimą ir savivaldybę arba įrašykite artimiausią miestą.",
  "problem.unknownCertificate":
    "„{label}“: pažymėjimo tokiu numeriu nėra. Numerį – dvidešimt skaitmenų – rasite pažymėjime.",
  "problem.revokedCertificate": "„{label}“: šis pažymėjimas panaikintas.",
  "problem.othersCertificate": "„{label}“: šis pažymėjimas išduotas kitu vardu.",
  "problem.unknownField": "Laukas „{label}“ čia nežinomas.",
  "problem.notMember":
    "„{label}“: vadovauti gali tik tas, kas vyksta su grupe. Pažymėkite ir šį žmogų arba pasirinkite kitą.",
  "problem.tooFewBeds":
    "„{label}“: čia nakvotų {limit, plural, one {# žmogus} few {# žmonės} many {# žmogaus} other {# žmonių}}, o vietų tiek nėra.",
  "problem.mustAgree": "Kad galėtumėte tęsti, pažymėkite: „{label}“.",
  "problem.hasRanked": "Šis asmuo koordinuoja arba vertina paraiškas, todėl pirmumo eilės tvirtinti negali",
  "file.limits": "{types}, ne daugiau kaip {size} MB",
  "file.shown": "Įkeltas failas: {type}, {size} kB",
  "file.attached": "Pridėtas failas",
  "file.choose": "Įkelti failą",
  "file.replace": "Pakeisti failą",
  "file.remove": "Pašalinti failą",
  "file.label": "Pasirinkite failą",
  "file.send": "Siųsti failą",
  "file.back": "Grįžti nesiuntus",
  "file.over": "Čia failo įkelti nebegalima.",
  "file.checking.title": "Failas tikrinamas",
  "file.checking.text": "Failą gavome ir tikriname. Puslapis po kelių sekundžių atsinaujins pats.",
  "file.fault.empty": "Failas tuščias. Įkelkite kitą.",
  "file.fault.tooLarge": "Failas per didelis. Įkelkite mažesnį.",
  "file.fault.malware": "Faile rasta kenkėjiška programa, todėl jo nepriėmėme.",
  "file.fault.otherType":
    "Tokio tipo failo čia įkelti negalima. Patikrinkite, ar tai tikrai nurodyto tipo failas.",
  "file.fault.damaged": "Failas sugadintas arba įkeltas ne visas. Pabandykite dar kartą.",
  "file.fault.locked":
    "PDF failas užrakintas slaptažodžiu, todėl jo niekas negalėtų atverti. Išsaugokite jį be slaptažodžio ir įkelkite dar kartą.",
  "file.fault.late": "Failas atėjo per vėlai, todėl jo nepriėmėme.",
  "problem.outdated":
    "Kol skaitėte, sudarytas naujas sutarties variantas ({limit}). Perskaitykite jį ir patvirtinkite iš naujo",
  "problem.wrongCode": "Kodas neteisingas. Patikrinkite paskutinį laišką su kodu",
  "problem.codeOver": "Kodas nebegalioja arba dar neišsiųstas. Paprašykite naujo kodo",
  "problem.codeSpent": "Kodas per daug kartų įrašytas neteisingai. Paprašykite naujo kodo",
  "problem.longerThanYear": "„{label}“: raktas gali galioti ne ilgiau kaip metus.",
  "problem.past": "„{label}“: ši diena jau praėjo.",
  "problem.overlaps": "„{label}“: kitas to paties žmogaus išvykimas apima kai kurias iš šių dienų.",
  "problem.isAway": "„{label}“: kai kuriomis iš šių dienų šio žmogaus taip pat nebus.",
  "problem.ofStaff": "„{label}“: tai šio kvietimo darbuotojo adresas. To, ko prašoma kitų, ten nesiunčiame.",
  "problem.preparesToo":
    "„{label}“: kvietimo koordinatorius pats savo darbo netvirtina. Nurodykite kitą žmogų.",
  "problem.notPrintable":
    "„{label}“: rašykite vieną eilutę raidžių, skaičių ir ženklų – atsiųsta ženklų, kurių parodyti negalima.",
  "problem.wrongSeparator":
    "„{label}“: eilutės dalys atskirtos kableliais. Atskirkite jas kabliataškiais (;) arba įklijuokite iš skaičiuoklės.",
  "problem.noLetters": "„{label}“: įrašykite vardą raidėmis.",
  "problem.webAddress": "„{label}“: įrašykite vardą be interneto adreso.",
  "problem.cannotStandIn":
    "„{label}“: pavaduoti gali tik to paties kvietimo darbuotojas, bet ne auditorius; kas rengia, tas netvirtina. Savęs pavaduoti kitą skirti negalima.",
  "problem.notLater":
    "„{label}“: pasirinkite dieną, vėlesnę už dabartinį terminą, bet ne vėlesnę kaip {limit, plural, one {# diena} few {# dienos} many {# dienos} other {# dienų}} po pirmojo.",
  "problem.notYet": "„{label}“: ši diena dar neatėjo.",
  "problem.beforeVersion": "„{label}“: tą dieną šio sutarties varianto dar nebuvo.",
  "problem.sameAddress": "„{label}“: tai tas pats adresas.",
  "fault.reference": "Užklausos numeris: {id}",
  "fault.home": "Į pradžią",
  "fault.notFound.title": "Tokio puslapio nėra",
  "fault.notFound.text":
    "Patikrinkite, ar adresas nukopijuotas visas. Nuorodos iš laiškų skirtos vienam asmeniui ir vienai užduočiai.",
  "fault.wrongMethod.title": "Taip šio puslapio pasiekti negalima",
  "fault.wrongMethod.text": "Grįžkite į ankstesnį puslapį ir pabandykite dar kartą.",
  "fault.gone.title": "Šis puslapis nebegalioja",
  "fault.gone.text": "Tai, kas čia buvo, jau baigta.",
  "fault.tooLarge.title": "Per daug teksto",
  "fault.tooLarge.text": "Tiek teksto priimti negalime. Grįžkite į ankstesnį puslapį ir jį sutrumpinkite.",
  "fault.malformed.title": "Užklausos perskaityti nepavyko",
  "fault.malformed.text": "Grįžkite į ankstesnį puslapį ir pabandykite dar kartą.",
  "fault.noRight.title": "Šio veiksmo atlikti negalite",
  "fault.noRight.text":
    "Jūsų pareigos šiame kvietime to daryti neleidžia. Kreipkitės į kvietimo koordinatorių.",
  "fault.otherOrigin.title": "Užklausa atėjo iš kitos svetainės",
  "fault.otherOrigin.text": "Atsakymai priimami tik iš šios svetainės puslapių. Nieko nepakeista.",
  "fault.unavailable.title": "Šiuo metu negalime nieko įrašyti ar perskaityti",
  "fault.unavailable.text":
    "Grįžkite ir po kelių minučių siųskite dar kartą: dukart nieko neįrašysime. Tai, kieno gavimą jau patvirtinome, išsaugota.",
  "fault.defect.title": "Atsiprašome, įvyko klaida",
  "fault.defect.text":
    "Nieko blogo nepadarėte. Pabandykite po kelių minučių; jei nepadės, parašykite mums ir nurodykite užklausos numerį.",
};
