import { countryWords } from "../facts/countries.ts";
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
  "callingOff.title": "Call off the call or a country",
  "callingOff.submit": "Call off",
  "callingOff.countries.label": "Which countries fall away?",
  "callingOff.countries.hint": "With none chosen, the whole call is called off.",
  "callingOff.reason.label": "Why?",
  "callingOff.reason.hint": "All whose internships are cancelled will read this.",
  "interruption.calledOff.text":
    "The cases concerned are broken off, and their participants are told. The money of each is settled. Journeys that have begun go on. This cannot be undone.",
  "interruption.calledOff.said": "The call, or a part of it, was called off.",
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

export const en = { ...countryWords("en"), ...own };
