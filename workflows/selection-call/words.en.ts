import type { lt } from "./words.lt.ts";

/** The words of a call in English. ICU messages. */
export const en: Readonly<Record<keyof typeof lt, string>> = {
  "state.open": "Applications are being taken.",
  "state.awaitingReviews": "Screening and reviews are not over yet.",
  "state.approval": "The ranking has been made. The selection commission has yet to approve it.",
  "state.filling":
    "The results are published. Places are being offered; those that fall free go to the reserve list.",
  "stage.submitted": "Begun",
  "stage.open": "Open",
  "stage.awaitingReviews": "Under review",
  "stage.filling": "Places are being offered",
  "status.closed": "The call is over",
  "status.closed.text": "All places are taken, or the time for offers has passed.",

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
