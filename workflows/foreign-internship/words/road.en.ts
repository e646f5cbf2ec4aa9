import type { road as lt } from "./road.lt.ts";

/** The road of a case: what was done, where it is, how it may end and what breaks in on it, in English. ICU messages. */
export const road: Readonly<Record<keyof typeof lt, string>> = {
  "step.panel": "Reviewers were chosen",
  "step.weighing": "The reviewers’ scores were put together",
  "step.grant": "The grant was worked out",
  "step.signatures": "The signatures on the agreement were checked",
  "step.settlement": "The final settlement was worked out",
  "step.certificate": "The certificate was made out",
  "step.withdrawal": "The withdrawal was taken in",
  "step.withdrawalSettlement": "What is owed or to be returned after the withdrawal was worked out",
  "step.cancellation": "The cancellation was taken in",
  "step.cancellationSettlement": "What is owed or to be returned after the cancellation was worked out",
  "step.lapse": "What is to be returned after silence was worked out",
  "step.recovery": "What is to be returned was worked out",
  "step.amendment": "The changed plans were worked out",
  "step.replacement": "The place was handed to another participant",
  "step.resumption": "The case goes on by the changed plans",
  "step.cutShort": "The internship was cut short",
  "step.appeal": "The appeal was taken in",
  "step.appealUpheld": "The appeal was upheld",
  "step.appealDismissed": "The appeal was dismissed",
  "state.screening":
    "The coordinator checks whether the application meets the rules of the call. Then reviewers score it.",
  "state.appointment": "A reviewer is being found for the application.",
  "state.review": "Reviewers are reading the application. When all have been scored, the ranking is made.",
  "state.awaitingRanking":
    "The application has been reviewed. We wait until all are, and until the ranking is approved.",
  "state.onReserveList":
    "You are on the reserve list. If a place in a country that you named falls free and it is your turn, we offer it to you by e-mail at once.",
  "state.offer": "You are offered a place: {country}. We wait for your answer until {due}.",
  "state.hostConfirmation":
    "You have accepted the place. We wait for the host institution to confirm; then we ask you for a plan.",
  "state.hostFollowUp": "The coordinator is in touch with the host institution.",
  "state.plan": "We wait for your internship plan. The host institution then agrees to it.",
  "state.planAgreement": "The host institution is looking at your plan. Then comes the agreement.",
  "state.agreement":
    "We wait until all three parties have agreed: you, your school and the agency. Then the advance is paid.",
  "state.advance": "The advance is being paid.",
  "state.departure": "Get ready to travel: insurance, health card, tickets.",
  "state.awaitingDeparture": "All is ready. Have a good journey!",
  "state.travelling": "The internship is going on. Afterwards the host institution confirms your attendance.",
  "state.attendance":
    "We wait for the host institution to confirm your attendance. Then we ask you for the report.",
  "state.attendanceFollowUp": "The coordinator is finding out about your attendance.",
  "state.report": "We wait for your report until {due}. When it is accepted, the balance is paid.",
  "state.reportReview": "The coordinator is reading your report. When it is accepted, the balance is paid.",
  "state.balance": "The report is accepted. The balance is being paid.",
  "state.partialRecovery":
    "A part of the advance must be paid back, because you did not attend on all days. The amount is below.",
  "state.dissemination": "What remains is to share: an article and a session with colleagues.",
  "state.fullRecovery": "The advance must be paid back. The amount is below.",
  "state.withdrawnRecovery":
    "You withdrew the application, so the advance must be paid back. The amount is below.",
  "stage.awaitingRanking": "Waits for the ranking",
  "stage.onReserveList": "On the reserve list",
  "stage.awaitingDeparture": "Waits for the journey",
  "stage.travelling": "On the internship",
  "stage.silentPlan": "Decision about a plan that did not come",
  "stage.silentParty": "Decision about an agreement not confirmed",
  "stage.advance": "Payment of the advance",
  "stage.balance": "Final payment",
  "stage.withdrawnBalance": "Payment of costs after the withdrawal",
  "stage.cancellationBalance": "Payment of costs after the cancellation",
  "stage.advanceAccount": "Bank account for the advance",
  "stage.balanceAccount": "Bank account for the final payment",
  "stage.withdrawnBalanceAccount": "Bank account after the withdrawal",
  "stage.cancellationBalanceAccount": "Bank account after the cancellation",
  "stage.attendance": "Attendance",
  "stage.attendanceFollowUp": "Attendance is being cleared up",
  "stage.partialRecovery": "Recovery of a part of the advance",
  "stage.replacementRecovery": "Recovery of the former participant’s advance",
  "stage.withdrawnRecovery": "Recovery of the advance after the withdrawal",
  "stage.cancellationRecovery": "Recovery of the advance after the cancellation",
  "stage.lapsedRecovery": "Recovery of the advance after silence",
  "stage.fullRecovery": "Recovery of the whole advance",
  "stage.withdrawalCosts": "Costs after the withdrawal",
  "stage.cancellationCosts": "Costs after the cancellation",
  "state.advanceAccount": "The bank returned a payment to you. We are waiting for another account from you.",
  "state.balanceAccount": "The bank returned a payment to you. We are waiting for another account from you.",
  "state.withdrawnBalanceAccount":
    "The bank returned a payment to you. We are waiting for another account from you.",
  "state.cancellationBalanceAccount":
    "The bank returned a payment to you. We are waiting for another account from you.",
  "state.cancellationBalance": "The internship is cancelled. What you spent is being paid to you.",
  "state.cancellationRecovery":
    "The internship is cancelled, so a part of the advance must be paid back. The amount is below.",
  "status.completed": "Internship completed",
  "status.completed.text": "Everything is done. Thank you for taking part and for sharing what you learned.",
  "status.recovered": "Money paid back",
  "status.recovered.text":
    "The internship did not take place or there was no report, so the money has been recovered.",
  "status.rejected": "Not selected",
  "status.rejected.text": "The application did not reach the minimum score of the call.",
  "status.reserve": "No place fell free",
  "status.reserve.text":
    "You were on the reserve list, but no place fell free in the countries that you named.",
  "status.declined": "Place declined",
  "status.declined.text": "You declined the place, and it went to somebody else.",
  "status.expired": "Offer expired",
  "status.expired.text": "You did not answer the offer in time, so the place went to somebody else.",
  "interruption.withdrawn.text":
    "A withdrawn application is not considered any further, and a place given to you goes to somebody else. An advance that was paid must be paid back. This cannot be undone.",
  "interruption.appealed.text":
    "The appeal is decided by somebody who has not decided anything about this application before. An appeal can be made once.",
  "interruption.appealed.said": "An appeal was made.",
  "interruption.cancelled.text":
    "The internship is cancelled at once, and the place goes to nobody. This cannot be undone. The participant is told by e-mail.",
  "interruption.changed.text":
    "First agree the dates with the host institution. The grant is worked out anew. If there is an agreement already, all parties get a new version of it. Another institution must be in the same town, and it is asked anew.",
  "interruption.changed.said": "The plans of the internship have changed.",
  "interruption.replaced.text":
    "Somebody else of the same school goes instead of {applicant}. The grant is worked out anew, and the parties get a new version of the agreement. An advance that was paid is recovered, less what was spent in vain.",
  "interruption.replaced.said": "Somebody else takes part in the internship.",
  "interruption.cutShort.text":
    "The host institution is asked at once which days were attended. The money is settled by that.",
  "interruption.cutShort.said": "The internship ended early.",
  "state.ineligibleTold":
    "The application does not meet the rules of the call. The reason: {reason} {appeal, select, no {} other {If you disagree, you can appeal until {appeal}.}}",
  "stage.ineligibleTold": "Not eligible, an appeal is possible",
  "state.rejectionTold":
    "The application did not reach the least score of the call. {appeal, select, no {} other {If you disagree, you can appeal until {appeal}.}}",
  "stage.rejectionTold": "Not selected, an appeal is possible",
  "state.silentParty": "Not all parties agreed in time. The coordinator decides how to go on.",
  "state.replacementRecovery":
    "The internship is completed. The agency recovers the advance of whoever was to go before you; there is nothing for you to do.",
  "state.withdrawalCosts":
    "You withdrew the application. The coordinator looks at how much of your costs can be borne.",
  "state.withdrawnBalance": "You withdrew the application. What you spent is being paid to you.",
  "state.lapsedRecovery":
    "We did not hear from you, so the place went to somebody else. The advance must be paid back. The amount is below.",
  "state.doubleFunding": "The coordinator checks that the same days are not funded twice.",
  "state.overBudget":
    "The plans of the internship are changing. The coordinator checks whether there is money for it.",
  "state.screeningAppeal":
    "We have your appeal. It is decided by somebody who has not decided about this application before.",
  "state.rankingAppeal":
    "We have your appeal. It is decided by somebody who has not decided about this application before.",
  "state.awaitingReranking":
    "The appeal was upheld. You will hear shortly what it means for your place in the ranking.",
  "stage.awaitingReranking": "Appeal upheld, ranking worked out anew",
  "status.lapsed.text": "We did not hear from you in time, so the place went to somebody else.",
  "state.cancellationCosts": "The internship is cancelled. The coordinator finds out what you have spent.",
};
