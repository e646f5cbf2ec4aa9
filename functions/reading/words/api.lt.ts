/** The API and its clients, in Lithuanian. ICU messages. */
export const api = {
  "clients.title": "Programos, skaitančios šį kvietimą",
  "clients.text":
    "Programai, kuri per API skaito šio kvietimo bylas, reikia rakto. Jis tinka tik šiam kvietimui.",
  "clients.key": "Tai raktas. Išsaugokite jį dabar: jis rodomas tik šį kartą.",
  "clients.none": "Rakto neturi nė viena programa.",
  "clients.list": "Programos",
  "clients.made": "Sukūrė",
  "clients.state": "Raktas",
  "clients.revoke": "Panaikinti raktą",
  "clients.revoked": "Panaikino {name}, {time}",
  "client.title": "Kita programa",
  "client.submit": "Sukurti raktą",
  "client.name.label": "Kokia programa?",
  "client.rights.label": "Ką ji gali skaityti?",
  "client.rights.cases": "Bylas be vardų",
  "client.rights.people": "Bylas, pareiškėjų vardus ir el. pašto adresus",
  "client.until.label": "Paskutinė rakto diena",
  "api.title": "Programų sąsaja (API)",
  "api.text":
    "Programos gali skaityti kvietimus, teikti paraiškas, atsakyti į užduotis pagal jų nuorodas ir su raktu skaityti kvietimo bylas. Viskas perduodama JSON formatu, UTF-8 koduote, laikas – UTC.",
  "api.document": "Tas pats programoms: OpenAPI 3.1",
  "api.key": "Raktai",
  "api.key.text":
    "Byloms skaityti reikia rakto, kurį darbo vietoje sukuria kvietimo koordinatorius. Jis rašomas antraštėje „Authorization: Bearer“ ir per minutę gali būti panaudotas {most} k. Kvietimai skaitomi ir paraiškos teikiamos be rakto, į užduotį atsako tas, kas turi jos nuorodą.",
  "api.errors": "Klaidos",
  "api.errors.text":
    "Ko padaryti negalima, aprašoma pagal RFC 9457: būsena, pavadinimas, kodas programoms ir, jei neteisingi laukai ar parametrai, kiekvieno kodas ir sakinys.",
  "api.pages": "Sąrašai",
  "api.pages.text":
    "Sąrašo puslapyje yra ne daugiau kaip 100 įrašų. Jei jų daugiau, atsakyme yra „next“: siųskite jį kaip „cursor“ ir gausite kitą puslapį. Kai sąrašas filtruojamas, puslapyje gali būti mažiau įrašų, nei prašyta, arba nė vieno, nors „next“ dar yra. Nauji įrašai puslapių nepastumia.",
  "api.again": "Siuntimas dar kartą",
  "api.again.text":
    "Jei atsakymas neatėjo, siųskite tą patį dar kartą su tuo pačiu „Idempotency-Key“: niekas nebus padaryta du kartus, atsakymas bus toks pat. Tas pats raktas su kitu turiniu atmetamas.",
  "api.needsKey": "Reikia rakto.",
  "api.parameters": "Parametrai",
  "api.answers": "Atsakymai",
  "api.name": "Pavadinimas",
  "api.where": "Kur",
  "api.about": "Kas tai",
  "api.status": "Būsena",
  "api.in.path": "kelyje",
  "api.in.query": "užklausoje",
  "api.in.header": "antraštė",
  "api.example": "Pavyzdys",
};
