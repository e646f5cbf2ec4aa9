import type { certificates as lt } from "./certificates.lt.ts";

/** Certificates, in English. ICU messages. */
export const certificates: Readonly<Record<keyof typeof lt, string>> = {
  "certificates.title": "Check a certificate",
  "certificates.lead": "Enter the number of a certificate to see whether it is valid and what it says.",
  "certificates.number": "Number of the certificate",
  "certificates.hint": "Twenty figures. Blanks and dashes do not matter.",
  "certificates.check": "Check",
  "certificates.wrong":
    "This is not the number of a certificate. Check that all twenty figures are there and in the right order.",
  "certificates.unknown.title": "There is no such certificate",
  "certificates.unknown.text": "No certificate with the number {number} was ever issued.",
  "certificates.valid": "The certificate is valid",
  "certificates.valid.text": "Check that the paper says the same as this page.",
  "certificates.revoked": "The certificate has been revoked",
  "certificates.revoked.text": "Not valid since {day}. Why:",
  "certificates.call": "Call",
  "certificates.issued": "Issued",
  "console.certificate": "Certificate",
  "console.certificate.text":
    "A revocation cannot be undone. The holder gets a mail, and whoever checks the number sees that the certificate is no longer valid.",
  "console.certificate.refused":
    "Nothing was changed: the certificate was revoked before, or only the coordinator of the call may revoke it.",
  "console.certificate.when": "Revoked",
  "console.certificate.by": "Revoked by",
  "console.certificate.why": "Explanation to the holder",
};
