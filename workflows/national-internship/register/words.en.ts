import type { Words } from "../../kernel/case-file.ts";

/** The words of the register of places in English. ICU messages. */
export const en: Words = {
  "stage.submitted": "Begun",
  "state.open": "Schools offer places for interns.",
  "stage.open": "Places are offered",
  "state.underWay": "No more places are offered. The register ends with its last place.",
  "stage.underWay": "Internships are under way",
  "announcement.title": "Invite interns",
  "announcement.submit": "Publish the call",
  "announcement.titleLt.label": "Title of the call in Lithuanian",
  "announcement.titleEn.label": "Title of the call in English",
  "announcement.closes.label": "Last day for applications",
  "announcement.places.label": "Which places belong to the call?",
  "announcement.places.hint":
    "Places whose internship begins less than 45 days after the last day for applications are left out: it takes that long to screen applications, for schools to decide, and to agree on plans.",
  "interruption.announced.text":
    "The call is published at once, and the schools are told that their places belong to it.",
  "interruption.announced.said": "A call for interns was published.",
  "mail.nothingAnnounced.subject": "The call for interns was not published",
  "mail.nothingAnnounced.body":
    "None of the places that you chose fits into the call: at least 45 days must lie between the last day for applications and the internship. Publish the call with an earlier last day, or with other places.",
  "status.closed": "The register is over",
  "status.closed.text": "All places of this register were used or taken out.",
  "status.calledOff": "The register was closed",
  "status.calledOff.text": "The register was closed before its time. The schools were told.",
  "callingOff.title": "Close the register",
  "callingOff.submit": "Close",
  "callingOff.reason.label": "Why?",
  "callingOff.reason.hint": "All schools whose places are taken out will read this.",
  "interruption.calledOff.text":
    "All places are taken out, and schools and interns are told. This cannot be undone.",
  "interruption.calledOff.said": "The register was closed.",
};
