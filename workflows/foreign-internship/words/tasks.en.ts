import type { tasks as lt } from "./tasks.lt.ts";

/** What each task asks and why, in English. ICU messages. */
export const tasks: Readonly<Record<keyof typeof lt, string>> = {
  "task.endorsement.title": "Endorse a teacher’s application for an internship abroad",
  "task.endorsement.why":
    "{applicant} has applied for an internship abroad and named you as the principal. Without your endorsement the application goes no further. If you endorse it, the programme’s coordinator and reviewers will look at it.",
  "task.screening.why":
    "The principal has endorsed the application. You are the programme’s coordinator, so please check whether it meets the rules of the call. Reviewers score those that do.",
  "task.appointment.title": "Appoint a reviewer",
  "task.appointment.why":
    "No reviewer without a conflict of interest is left. You are the programme’s coordinator, so please appoint another. They get the task at once.",
  "task.review.title": "Review an application",
  "task.review.why":
    "You are a reviewer of the call. Please review the application by the criteria of the call. At least one more reviewer scores it; if your scores are far apart, so does a third.",
  "task.offer.title": "Answer the offer of a place",
  "task.offer.why":
    "Your application was selected, and we offer you a place: {country}. If you decline or do not answer in time, it goes to the next on the reserve list.",
  "task.hostConfirmation.title": "Confirm that you will host an intern",
  "task.hostConfirmation.why":
    "{applicant} has accepted an internship at your institution. Please confirm that you will host the intern on these days. The intern then prepares a plan.",
  "task.hostFollowUp.title": "Talk with the host institution",
  "task.hostFollowUp.why":
    "The host institution did not confirm in time that it takes the intern. Please call it and write down what you agreed.",
  "task.plan.why":
    "The host institution has confirmed that it takes you. Now we need a plan, to which the host then agrees. The grant is calculated from it.",
  "task.planAgreement.why":
    "{applicant} has prepared a plan for the internship at your institution. Please agree to it or write what must be changed.",
  "task.agreement.title": "Agree to the internship agreement",
  "task.agreement.why":
    "The plan is agreed and the grant is calculated. Three parties agree: the intern, the school and the agency. When all have, the advance is paid.",
  "task.advance.title": "Pay the advance",
  "task.advance.why":
    "All parties have agreed. Please pay the advance and mark it as paid. The intern then gets ready to travel.",
  "task.departure.title": "Check before you travel",
  "task.departure.why":
    "You will soon travel to your internship. Please confirm that you have everything you need.",
  "task.attendance.title": "Confirm an intern’s attendance",
  "task.attendance.why":
    "{applicant} was to be an intern at your institution. Please confirm whether they attended on all days. The final grant depends on it.",
  "task.attendanceFollowUp.title": "Find out whether the intern attended",
  "task.attendanceFollowUp.why":
    "The host institution did not confirm the attendance in time. Please ask it, and write down how it was.",
  "task.report.why":
    "You are back from your internship. Please write what you learned. When the coordinator accepts the report, the balance is paid. Without a report the advance must be paid back.",
  "task.reportReview.why":
    "{applicant} has sent the report on the internship. Please accept it, or return it and say why. Once it is accepted, the balance is calculated.",
  "task.balance.title": "Pay the balance",
  "task.balance.why":
    "The report is accepted and the settlement is made. Please pay the balance and mark it as paid.",
  "task.partialRecovery.title": "Recover a part of the advance",
  "task.partialRecovery.why":
    "The intern did not attend on all days, so the advance was more than is due. Please recover the difference and mark it.",
  "task.dissemination.title": "Tell us how you shared what you learned",
  "task.dissemination.why":
    "Within a month of the return the intern publishes an article and shares with colleagues. Please tell us how you did it. Then the internship is complete.",
  "task.fullRecovery.title": "Recover the advance",
  "task.fullRecovery.why":
    "The internship did not take place or there was no report, so the whole advance must be recovered. Please do so and mark it.",
  "task.advanceAccount.title": "Give another bank account",
  "task.advanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.balanceAccount.title": "Give another bank account",
  "task.balanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.withdrawnBalanceAccount.title": "Give another bank account",
  "task.withdrawnBalanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.cancellationBalanceAccount.title": "Give another bank account",
  "task.cancellationBalanceAccount.why":
    "The bank returned a payment to you: it could not be made to the account that you gave. Please give the right account, and the payment will be made again.",
  "task.cancellationBalance.title": "Pay the costs of a cancelled internship",
  "task.cancellationBalance.why":
    "The internship is cancelled, and the participant spent more than the advance. Please pay the difference and mark it.",
  "task.cancellationRecovery.title": "Recover the advance of a cancelled internship",
  "task.cancellationRecovery.why":
    "The internship is cancelled, and the advance was more than the participant spent. Please recover the difference and mark it.",
  "task.withdrawnRecovery.title": "Recover the advance",
  "task.withdrawnRecovery.why":
    "The applicant withdrew after the advance was paid. Please recover it and mark it.",
  "task.silentPlan.title": "Decide about a participant who does not answer",
  "task.silentPlan.why":
    "{applicant} has not handed in the plan in time. Please get in touch and decide whether to ask again or to pass the place on.",
  "task.silentParty.title": "Decide about an agreement that is not signed",
  "task.silentParty.why":
    "Not all parties have agreed with {applicant} in time. Please get in touch with whoever is silent, and decide whether to ask again or to pass the place on.",
  "task.replacementRecovery.title": "Recover the advance of the first participant",
  "task.replacementRecovery.why":
    "Another person went instead, so the advance of the first one is to be recovered, less what was spent in vain. Please do so and mark it.",
  "task.withdrawalCosts.title": "Decide on the costs of a withdrawal",
  "task.withdrawalCosts.why":
    "{applicant} withdrew and asks for costs to be borne. Please decide how much of them is. The rest of an advance that was paid is recovered.",
  "task.withdrawnBalance.title": "Pay the costs of a withdrawal",
  "task.withdrawnBalance.why":
    "The coordinator decided to bear the costs of a withdrawal. Please pay the difference and mark it.",
  "task.lapsedRecovery.title": "Recover the advance",
  "task.lapsedRecovery.why":
    "The participant does not answer, so the place was passed on. Please recover the advance and mark it.",
  "task.doubleFunding.title": "Check that the internship is not funded twice",
  "task.doubleFunding.why":
    "Another case funds the same person on some of the same days. No advance is paid before you decide.",
  "task.overBudget.title": "Decide what to do for want of money",
  "task.overBudget.why":
    "With the changed plans the grant would be more than the call’s budget bears. Please choose other dates or cancel the internship.",
  "task.screeningAppeal.title": "Decide on an appeal about eligibility",
  "task.screeningAppeal.why":
    "{applicant} does not agree that the application is not eligible. You have not decided about it before, so please decide on the appeal. If it is upheld, the reviewers look at the application.",
  "task.rankingAppeal.title": "Decide on an appeal about the score",
  "task.rankingAppeal.why":
    "{applicant} does not agree with the score. You have not decided about the application before, so please decide on the appeal. If it is upheld, the ranking is worked out anew; nobody loses a place that was accepted.",
  "task.cancellationCosts.title": "Record the costs of a cancelled internship",
  "task.cancellationCosts.why":
    "The internship is cancelled, and the advance was paid. Please find out with the participant ({applicant}) what was spent that cannot be got back. The rest of the advance is recovered.",
};
