import type { papers as lt } from "./papers.lt.ts";

/** The agreement, the certificate and what goes into calendars, in English. ICU messages. */
export const papers: Readonly<Record<keyof typeof lt, string>> = {
  "agreement.title": "Agreement on an internship abroad",
  "agreement.subject.title": "Subject",
  "agreement.subject.text":
    "From {from} to {to} {applicant} is an intern at the host institution named here, by the agreed plan.",
  "agreement.participant.title": "Duties of the intern",
  "agreement.participant.text":
    "The intern attends on all days and keeps to the plan. The report is due within {reportDays, plural, one {# day} other {# days}} of the internship. Within a month of the return the intern publishes an article and holds a session for colleagues.",
  "agreement.school.title": "Duties of the school",
  "agreement.school.text":
    "The school releases the intern from lessons on the days of internship and travel, sees to a substitute, and gives the intern the occasion to share what was learned.",
  "agreement.agency.title": "Duties of the agency",
  "agreement.agency.text":
    "The agency gives a grant of {grant} for travel and living costs. It pays an advance of {advance} once all parties have agreed, and the rest once it has accepted the report.",
  "agreement.settlement.title": "Settlement",
  "agreement.settlement.text":
    "Living costs are paid for the days that the host institution confirms; the sum for travel does not change. If the advance is more than what is due, the difference is paid back. If the intern does not come or hands in no report, the whole advance is paid back.",
  "agreement.breaking.title": "If the internship does not take place",
  "agreement.breaking.text":
    "Until the journey the intern may withdraw; an advance that was paid is then paid back. If the internship is cancelled and not by the intern, costs that the intern cannot get back are borne, up to the grant.",
  "agreement.versions.title": "Changes",
  "agreement.versions.text":
    "When days, place or amounts change, a new version of this agreement is made. It is in force once all three parties have agreed to it.",
  "agreement.data.title": "Personal data",
  "agreement.data.text":
    "The parties process personal data only as far as the internship, its settlement and the audit of the settlement need it.",
  "certificate.title": "Certificate of an internship abroad",
  "certificate.text": "took part in an internship abroad for {days, plural, one {# day} other {# days}}.",
  "calendar.offer.title": "Answer the offer of an internship place",
  "calendar.journey.title": "Internship abroad",
};
