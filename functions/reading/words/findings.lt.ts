/** The words about what is found out of a large call in the background, in Lithuanian. ICU messages. */
export const findings = {
  "findings.large":
    "Kvietime daug bylų, todėl jos peržiūrimos atskirai: nuo kelių akimirkų iki kelių minučių. Rezultatas liks šiame puslapyje.",
  "findings.none": "Bylos dar neperžiūrėtos.",
  "findings.at": "Peržiūrėta {at}",
  "findings.underWay": "Bylos peržiūrimos.",
  "findings.failed": "Peržiūrėti nepavyko. Bylos nepasikeitė; galima bandyti dar kartą.",
  "findings.show": "Rodyti naujausią rezultatą",
  "findings.ask": "Peržiūrėti bylas",
  "findings.again": "Peržiūrėti iš naujo",
  "findings.some": "Rodoma {shown} iš {count}.",
};
