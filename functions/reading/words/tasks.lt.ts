/** Tasks by link, and what people say of their own accord, in Lithuanian. ICU messages. */
export const tasks = {
  "task.call": "Kvietimas teikti paraiškas",
  "task.applicant": "Pareiškėjas",
  "task.school": "Mokykla",
  "task.code": "Paraiškos kodas",
  "task.due": "Atsakykite iki",
  "task.why": "Kodėl kreipiamės",
  "task.for": "Užduotis skirta",
  "task.facts": "Ką reikia žinoti",
  "task.answer": "Jūsų atsakymas",
  "task.after": "Kas bus, kai atsakysite",
  "task.after.text":
    "Atsakymas bus išsaugotas ir pakeisti jo nebebus galima. Apie tai, kas toliau, pranešime el. paštu.",
  "task.done.title": "Ačiū, atsakymas gautas",
  "task.done.text": "Išsaugota {time} Daugiau nieko daryti nereikia.",
  "task.done.applicant": "Kaip paraiškai sekasi toliau, matysite savo paraiškos puslapyje.",
  "task.done.other": "Jei prireiks dar ko nors, parašysime el. paštu.",
  "task.used.title": "Į šią užduotį jau atsakyta",
  "task.used.text": "Atsakymas gautas {time} Pakeisti jo nebegalima.",
  "task.yours": "Štai ką atsakėte",
  "task.outcome": "Atsakymas",
  "task.expired.title": "Laikas atsakyti baigėsi",
  "task.expired.text":
    "Į šią užduotį buvo galima atsakyti iki {time} Jei atsakyti vis dar svarbu, parašykite programos koordinatoriui.",
  "task.handedOn.title": "Ši užduotis perduota kitam žmogui",
  "task.handedOn.text":
    "Atsakyti jums nebereikia. Jei manote, kad tai klaida, rašykite programos koordinatoriui.",
  "task.savedElsewhere":
    "Kol pildėte, ši užduotis išsaugota kitame lange. Štai kas ten įrašyta. Jūsų atsakymas žemiau dar neišsaugotas: išsaugojus dar kartą, liks jis.",
  "task.saved":
    "Išsaugota, bet dar neišsiųsta. Tęsti galėsite atvėrę tą pačią nuorodą iš laiško; baigę nepamirškite išsiųsti atsakymo.",
  "task.cancelled.title": "Ši užduotis nebereikalinga",
  "sign.elsewhere.link": "Pasirašyta ant popieriaus arba kvalifikuotu parašu",
  "sign.elsewhere.text":
    "{name}: įkelkite ne šiame puslapyje pasirašytą sutartį. Patikrinkite, ar pasirašytas {version} variantas ir ar tai to žmogaus parašas: įrašyto parašo pakeisti nebegalima.",
  "sign.get": "1. Gaukite kodą",
  "sign.get.text":
    "Kodą išsiųsime adresu {email}. Jis galioja {minutes, plural, one {# minutę} few {# minutes} many {# minutės} other {# minučių}}.",
  "sign.get.button": "Atsiųsti kodą",
  "sign.enter": "2. Patvirtinkite",
  "sign.sent": "Kodą išsiuntėme adresu {email}. Jei laiško nematote, patikrinkite brukalo aplanką.",
  "sign.soon": "Kodą ką tik išsiuntėme. Palaukite minutę ir patikrinkite paštą.",
  "sign.tooMany":
    "Daugiau kodų šiai užduočiai siųsti nebegalime. Kreipkitės į koordinatorių: sutartį galite pasirašyti ir popieriuje.",
  "sign.version": "Tvirtinate {version} sutarties variantą.",
  "task.cancelled.newer":
    "Sudarytas naujas sutarties variantas, todėl senojo patvirtinti nebegalima. Jums išsiųsta nauja nuoroda.",
  "task.cancelled.open": "Atverti naująją užduotį",
  "task.cancelled.text": "Atsakyti nebereikia: paraiška pasikeitė arba buvo užbaigta.",
  "task.coordinator": "Programos koordinatorius: {name}, {email}",
  "task.mine": "Mano paraiška: kas jau vyko ir kas bus toliau",
  "task.wholeCase": "Visa byla darbo vietoje",
  "task.wholeCall": "Kvietimas darbo vietoje",
  "task.conflict.title": "Šios paraiškos vertinti negalite",
  "task.conflict.text":
    "Pagal kvietimo taisykles yra interesų konfliktas, todėl paraiška jums nerodoma. Prašome ją perduoti kitam ekspertui, aiškinti nereikia.",
  "task.conflict.done":
    "Pagal kvietimo taisykles yra interesų konfliktas, todėl jūsų atsakymas nepriimtas. Paraiška atitenka kitam ekspertui. Ačiū.",
  "task.unblinded": "Vertinate nežinodami, kieno tai paraiška, todėl vardų ir mokyklos čia nėra.",
  "disown.link": "Tai ne man arba turėtų atsakyti kitas žmogus",
  "disown.title": "Turėtų atsakyti kitas žmogus",
  "disown.text":
    "Parašykite, ir programos koordinatorius kreipsis į tinkamą žmogų. Daugiau nieko daryti nereikia, nebepriminsime.",
  "disown.submit": "Pranešti koordinatoriui",
  "disown.outcome.label": "Kaip yra?",
  "disown.outcome.someoneElse": "Turėtų atsakyti kitas žmogus, ir žinau, kas",
  "disown.outcome.notMe": "Tai ne aš, ir nežinau, kas turėtų atsakyti",
  "disown.name.label": "Į ką kreiptis: vardas ir pavardė",
  "disown.email.label": "Į ką kreiptis: el. paštas",
  "disown.note.label": "Kas dar padėtų",
  "disown.thanks":
    "Ačiū. Koordinatoriui pranešta, kad turėtų atsakyti kitas žmogus. Jei vis dėlto galite atsakyti, tai padaryti dar galite.",
  "disown.said.someoneElse": "Gavėjas sako, kad turėtų atsakyti kitas žmogus: {name}, {email}.",
  "disown.said.notMe": "Gavėjas sako, kad tai ne jam.",
  "why.title": "Kodėl taip nuspręsta",
  "why.score": "Jūsų paraiškos balas – {score}. Kad patektų į eilę, reikėjo bent {least}.",
  "why.below":
    "Jūsų paraiška nesurinko tiek balų, kiek jų reikėjo, todėl vietos eilėje neturi (iš viso {applied, plural, one {vertinta # paraiška} few {vertintos # paraiškos} other {vertinta # paraiškų}}).",
  "why.position":
    "Jūsų paraiškos vieta eilėje – {position} (eilėje iš viso {inOrder, plural, one {# paraiška} few {# paraiškos} other {# paraiškų}}).",
  "why.last":
    "{country}: paskutinė vieta atiteko paraiškai, kurios vieta eilėje – {position}, o balas – {score}.",
  "why.reserve": "Jūsų vieta rezerviniame sąraše dabar – {position}.",
  "diary.title": "Dienoraštis",
  "diary.lead":
    "Kiekvienai dienai – vienas trumpas puslapis. Jis išsaugomas iš karto. Jei ryšys nutrūktų, parašytas tekstas lieka jūsų įrenginyje ir išsiunčiamas vėliau.",
  "diary.count": "(parašyta {written} iš {begun})",
  "diary.saved": "Išsaugota: {day}",
  "diary.today": "Šiandien, {day}",
  "diary.status.written": "Parašyta",
  "diary.status.now": "Parašykite",
  "diary.status.missing": "Neparašyta",
  "diary.status.coming": "Dar ateis",
  "diary.status.closed": "Neparašyta",
  "diary.waiting":
    "Ryšio nėra. Tekstas liko šiame įrenginyje, bandysime išsiųsti dar kartą. Puslapio neuždarykite arba sugrįžkite vėliau.",
  "diary.kept":
    "Šis tekstas dar neišsaugotas: jis liko šiame įrenginyje nuo praėjusio karto. Paspauskite „Išsaugoti“.",
  "diary.refused": "Šio puslapio rašyti negalima",
  "diary.refused.coming": "Ši diena dar neatėjo.",
  "diary.refused.closed": "Dienoraštis jau užbaigtas, jo keisti nebegalima.",
  "diary.refused.tooOften": "Šis puslapis jau keistas per daug kartų. Ankstesnis tekstas išsaugotas.",
  "saying.keep": "Nieko nekeisti",
  "saying.late.title": "To pasakyti nebegalima",
  "saying.late.text":
    "Byla jau pažengė toliau, buvo užbaigta arba tai jau pasakyta. Atverkite ją iš naujo ir pamatysite, kur ji dabar.",
  "saying.soon": "Netrukus čia matysite, kas toliau.",
  "task.held.account":
    "Šis mokėjimas į mokėjimų sąrašą nededamas: į gavėjo sąskaitą pervesti eurų negalima (ji ne SEPA šalyje arba jos numeris neteisingas). Grąžinkite mokėjimą ir parašykite priežastį: gavėjo paprašysime kitos sąskaitos. Kiti mokėjimai vykdomi kaip įprasta.",
  "task.held.mayBePaid":
    "Šis mokėjimas sulaikytas: duomenys grąžinti į ankstesnę būseną, o mokėjimas galbūt jau atliktas. Dėl jo spręskite mokėjimų sąrašų puslapyje.",
  "task.held.name":
    "Šis mokėjimas į mokėjimų sąrašą nededamas: gavėjo vardo bankas neperskaitytų, nes jame nėra nė vienos raidės, kurią galima užrašyti lotyniškai. Koordinatorius vardą gali pataisyti bylos puslapyje, tada mokėjimas laukia sąrašo kaip kiti. Kiti mokėjimai vykdomi kaip įprasta.",
  "task.inRun":
    "Mokėjimai tvirtinami sąrašais, kad kiekvieną matytų du žmonės: koordinavimo komanda sąrašą parengia, finansų skyrius patvirtina ir pažymi kaip sumokėtą. Tada ir ši užduotis bus atlikta.",
};
