import { joined } from "../blocks/word-parts.ts";
import { countryWords } from "../kernel/facts/countries.ts";
import type { SelectionCallWord } from "./words.lt.ts";

/** The words of a call in English. ICU messages. */
const own: Readonly<Record<SelectionCallWord, string>> = {
  "state.open": "Applications are being taken.",
  "state.awaitingReviews": "Screening and reviews are not over yet.",
  "state.approval": "The ranking has been made. The selection commission has yet to approve it.",
  "state.filling":
    "The results are published. Places are being offered; those that fall free go to the reserve list.",
  "state.underWay":
    "The places are given, and the internships are under way. The call ends with its last case.",
  "stage.underWay": "Internships under way",
  "stage.submitted": "Begun",
  "stage.open": "Open",
  "stage.awaitingReviews": "Under review",
  "stage.filling": "Places are being offered",
  "status.closed": "The call is over",
  "status.closed.text": "All places are taken, or the time for offers has passed.",

  "status.calledOff": "Call called off",
  "status.calledOff.text":
    "The call is called off. All cases that have not ended are closed, and the money is settled.",
  "adoption.title": "Adopt what was tried",
  "adoption.submit": "Adopt and rank again",
  "adoption.changes.label": "What changes",
  "adoption.reason.label": "Why?",
  "adoption.reason.hint": "The commission and an auditor read this. Nobody else does.",
  "interruption.adopted.text":
    "The ranking is made again by the changed rules, and the commission decides on it anew.",
  "interruption.adopted.said": "The coordinator changed the rules of the ranking, and it was made again.",
  "callingOff.title": "Call off the call or a country",
  "callingOff.submit": "Call off",
  "callingOff.countries.label": "Which countries fall away?",
  "callingOff.countries.hint": "With none chosen, the whole call is called off.",
  "callingOff.reason.label": "Why?",
  "callingOff.reason.hint": "All whose internships are cancelled will read this.",
  "interruption.calledOff.text":
    "The cases concerned are broken off, and their participants are told. The money of each is settled. Journeys that have begun go on. This cannot be undone.",
  "interruption.calledOff.said": "The call, or a part of it, was called off.",
  "state.impartiality": "The ranking is made. The members of the commission declare that they are impartial.",
  "state.anotherMember":
    "The commission has too few impartial members. The coordinator decides who else takes part.",
  "state.order": "The commission has approved the ranking. The director’s order is awaited.",
  "task.impartiality.title": "Declare whether you are impartial",
  "task.impartiality.why":
    "You are a member of the selection commission of “{call}”. Before it decides, please look at who applied and declare whether you have a conflict of interest. Whoever has one takes no part in deciding.",
  "impartiality.title": "Declaration of impartiality",
  "impartiality.submit": "Declare",
  "impartiality.outcome.label": "Are you impartial?",
  "impartiality.outcome.impartial": "Yes, I have no conflict of interest",
  "impartiality.outcome.conflict": "No, I have a conflict of interest",
  "impartiality.conflict.label": "With whom, and what is it?",
  "task.anotherMember.title": "Complete the selection commission",
  "task.anotherMember.why":
    "No more than half of the commission is impartial, so it cannot decide. Please ask those who were silent again, or appoint another member.",
  "anotherMember.title": "Another member of the commission",
  "anotherMember.submit": "Record",
  "anotherMember.outcome.label": "What shall be done?",
  "anotherMember.outcome.askAgain": "Ask those who were silent again",
  "anotherMember.outcome.appointed": "Appoint another member",
  "anotherMember.name.label": "Name of the member",
  "anotherMember.email.label": "E-mail address of the member",
  "anotherMember.language.label": "In which language do we write?",
  "anotherMember.language.lt": "Lithuanian",
  "anotherMember.language.en": "English",
  "task.order.title": "Sign the order that grants the places",
  "task.order.why":
    "The selection commission has approved the ranking of “{call}”. The minutes and the draft of the order are made from the record. Once you sign the order, the results are published at once.",
  "directorsOrder.title": "Director’s order",
  "directorsOrder.submit": "Record the decision",
  "directorsOrder.outcome.label": "Do you sign the order?",
  "directorsOrder.outcome.signed": "I sign it",
  "directorsOrder.outcome.returned": "I send it back to the commission",
  "directorsOrder.number.label": "Number of the order",
  "directorsOrder.reason.label": "Why do you send it back?",
  "task.approval.title": "Approve the ranking",
  "task.approval.why":
    "All applications to the call “{call}” have been reviewed, and the ranking has been made by the rules of the call. You are a member of the selection commission, so we ask you to look at it. Once you approve it, the results are published at once and places are offered to the first in the order.",
  "rankingApproval.title": "Approval of the ranking",
  "rankingApproval.submit": "Store the decision",
  "rankingApproval.outcome.label": "Do you approve the ranking?",
  "rankingApproval.outcome.approved": "I approve it",
  "rankingApproval.outcome.again": "I do not, it must be made again",
  "rankingApproval.impartial.label": "I decide impartially and have no conflict of interest",
  "rankingApproval.reason.label": "Why must it be made again?",
};

export const en = joined(countryWords("en"), own);
