/** Certificates, in Lithuanian. ICU messages. */
export const certificates = {
  "certificates.title": "Pažymėjimo patikra",
  "certificates.lead": "Įrašykite pažymėjimo numerį, ir parodysime, ar jis galioja ir kas jame įrašyta.",
  "certificates.number": "Pažymėjimo numeris",
  "certificates.hint": "Dvidešimt skaitmenų. Tarpai ir brūkšneliai nesvarbūs.",
  "certificates.check": "Patikrinti",
  "certificates.wrong":
    "Tai nėra pažymėjimo numeris. Patikrinkite, ar yra visi dvidešimt skaitmenų ir ar jie nesukeisti vietomis.",
  "certificates.unknown.title": "Tokio pažymėjimo nėra",
  "certificates.unknown.text": "Pažymėjimas Nr. {number} niekada nebuvo išduotas.",
  "certificates.valid": "Pažymėjimas galioja",
  "certificates.valid.text": "Sutikrinkite, ar popieriuje įrašyta tas pats, kas čia.",
  "certificates.revoked": "Pažymėjimas panaikintas",
  "certificates.revoked.text": "Negalioja nuo {day} Priežastis:",
  "certificates.call": "Kvietimas",
  "certificates.issued": "Išduota",
  "console.certificate": "Pažymėjimas",
  "console.certificate.text":
    "Panaikinto pažymėjimo grąžinti nebegalima. Jo turėtojas gaus laišką, o visi, kas tikrins numerį, matys, kad pažymėjimas nebegalioja.",
  "console.certificate.refused":
    "Nieko nepakeista: pažymėjimas panaikintas anksčiau arba naikinti jį gali tik kvietimo koordinatorius.",
  "console.certificate.when": "Panaikinta",
  "console.certificate.by": "Kas panaikino",
  "console.certificate.why": "Paaiškinimas turėtojui",
};
