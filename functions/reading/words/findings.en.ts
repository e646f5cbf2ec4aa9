/** The words about what is found out of a large call in the background, in English. ICU messages. */
export const findings = {
  "findings.large":
    "The call has many cases, so they are looked through separately: that takes from a few moments to a few minutes. What is found stays on this page.",
  "findings.none": "The cases have not been looked through yet.",
  "findings.at": "Looked through at {at}.",
  "findings.underWay": "The cases are being looked through.",
  "findings.failed": "It did not work. The cases are unchanged; it can be tried again.",
  "findings.show": "Show the latest result",
  "findings.ask": "Look through the cases",
  "findings.again": "Look through them anew",
  "findings.some": "{shown} of {count} are shown.",
};
