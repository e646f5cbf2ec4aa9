import type { lt } from "./words.lt.ts";

/** The words that frame documents, in English. ICU messages. */
export const en: Readonly<Record<keyof typeof lt, string>> = {
  page: "Page {page} of {pages}",
  "agreement.version": "Version {version}, {day}",
  "agreement.parties": "Parties",
  "agreement.parties.applicant": "Intern",
  "agreement.parties.school": "School",
  "agreement.parties.represented": "{institution}, represented by {person}",
  "agreement.parties.agency": "Agency",
  "agreement.place": "Place of the internship",
  "agreement.plan": "Agreed plan",
  "agreement.money": "Grant",
  "agreement.signatures": "Agreement of the parties",
  "agreement.signature.applicant": "Intern",
  "agreement.signature.school": "School",
  "agreement.signature.agency": "Agency",
  "agreement.signed": "Agreed by {person} with a one-time code, {time}",
  "agreement.unsigned": "Not agreed yet: {person}",
  "agreement.foot":
    "Made electronically from the record of case {code}. The latest version that all parties have agreed to is in force.",
  "sheet.title": "Sheet of the grant’s calculation",
  "sheet.applicant": "Applicant",
  "sheet.code": "Case code",
  "sheet.calculated": "Calculated",
  "sheet.distance": "Distance, one way",
  "sheet.days": "Days",
  "sheet.summary":
    "Each line: what it is for, its source and since when it holds, number, unit amount and sum",
  "sheet.line": "What for",
  "sheet.source": "Source and date",
  "sheet.source.call": "Call “{call}”, opened {day}",
  "sheet.source.agreement": "Agreement, grant calculated {day}",
  "sheet.source.stated": "Stated by the coordinator, with proof, {day}",
  "sheet.source.published": "{source}; in force since {day}",
  "sheet.foot":
    "Made from the record of case {code}. Amounts are in euros; each line is its number times its unit amount.",
  links: "Documents (PDF)",
  "link.agreement": "Agreement",
  "link.agreement.version": "Earlier version of the agreement ({version})",
  "link.calculation": "Sheet of the grant’s calculation",
};
